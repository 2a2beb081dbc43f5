"""원문의 코드, 수식, 그림, 표를 쪽에서 찾는 것을 확인한다."""

from pathlib import Path

import pytest

from tools.check.fidelity import find
from tools.page.project import Project

PAGE = """\
# 쪽 { #page }

글이다.

```python title="snippets/week1/topic/code.py"
--8<-- "week1/topic/code.py:run"
```

```text
가짜 = 코드 ->
  둘째 줄
```

`$$ a + b $$`

![설명](images/a.png "제목")

| 이름 | **값** |
| --- | --- |
| 학습률 | 0.1 |
"""
CODE = '''\
"""코드."""


# --8<-- [start:run]
def run() -> None:
    """돌린다."""
    # 두 값을 더한다
    total = sum([1, 2])
    print("합", total)


# --8<-- [end:run]
'''


def lost(root: Path, note: str) -> list[str]:
    for name, text in {
        "docs/week1/page.md": PAGE,
        "snippets/week1/topic/code.py": CODE,
        "tests/week1/source/note.md": f"글이다.\n\n{note}\n",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return [finding.problem for finding in find(Project(root))]


@pytest.mark.parametrize(
    "note",
    [
        "```python\n# 두 값을 더한다\ntotal = sum([1,2])\nprint('합', total)\n```",
        "```\n가짜 = 코드 ->\n\n둘째 줄\n```",
        "$$\na  +\nb\n$$",
        "![다른 설명](images/a.png)",
        "| 이름 | 값 |\n| :-- | --: |\n|학습률|0.1|",
    ],
)
def test_block_that_stands_on_the_page_is_found(note: str, tmp_path: Path) -> None:
    assert lost(tmp_path, note) == []


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("```python\ntotal = sum([1, 3])\n```", "코드"),
        ("```python\n# 세 값을 더한다\ntotal = sum([1, 2])\n```", "코드"),
        ("```\n가짜 = 코드 ->\n셋째 줄\n```", "코드"),
        ("$$\na - b\n$$", "수식"),
        ("![설명](images/b.png)", "그림"),
        ("| 학습률 | 0.2 |\n| --- | --- |", "표"),
    ],
)
def test_block_that_changed_is_told(note: str, kind: str, tmp_path: Path) -> None:
    (problem,) = lost(tmp_path, note)
    assert problem.startswith(f"원래 노트의 {kind} 「")
