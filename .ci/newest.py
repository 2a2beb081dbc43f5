"""pyproject.toml에 적은 의존성을 판을 떼고 출력한다. 가장 새 판으로 시험할 때 쓴다."""

import re
import tomllib
from pathlib import Path

project = tomllib.loads(
    (Path(__file__).resolve().parents[1] / "pyproject.toml").read_text("utf-8")
)
wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["test"]]
for requirement in wanted:
    print(re.split(r"[=<>!~;\s]", requirement, maxsplit=1)[0])
