"""역슬래시로 적은 수식만 찾는지 확인한다."""

from pathlib import Path

import pytest

from tools.check.latex import find
from tools.page.project import Project


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("\\(F_1 = 2PR\\)이다.", [3]),
        ("\\[x^2\\]", [3]),
        ("괄호\\(주석\\)를 그대로 적는다.", []),
        ("`\\(x\\)`와 함수 f(x)를 본다.", []),
        ("```text\n\\(x\\)\n```", []),
    ],
)
def test_formula_in_backslashes_is_told(
    text: str, lines: list[int], tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text(f"# 쪽\n\n{text}\n", encoding="utf-8")
    assert [x.line for x in find(Project(tmp_path))] == lines
