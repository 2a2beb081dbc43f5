"""README의 몇 번째 `bash` 상자를 그대로 출력한다. CI가 사람과 같은 명령을 쓰게 한다."""

import re
import sys
from pathlib import Path

readme = Path(__file__).resolve().parents[1] / "README.md"
blocks = re.findall(r"^```bash\n(.*?)^```$", readme.read_text("utf-8"), re.M | re.S)
print(blocks[int(sys.argv[1]) - 1], end="")
