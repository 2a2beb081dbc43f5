"""지금의 코드로 시험한 기록이 없는 코드의 시험을 한 줄에 하나씩 출력한다.

`python .ci/unverified.py jax > tests.txt` 다음 `python -m pytest @tests.txt --record`로
그 시험만 돌려 기록한다. 모두 시험했으면 아무것도 출력하지 않는다.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / ".mkdocs"))

import verified  # noqa: E402

KINDS = {".txt": "output", ".svg": "figure"}

for snippet in verified.unverified(ROOT, sys.argv[1]):
    print(verified.test_of(snippet))
    for output in verified.outputs_of(ROOT, snippet):
        kind = KINDS[Path(output).suffix]
        print(f"tests/test_outputs.py::test_{kind}_is_fresh[{snippet}]")
