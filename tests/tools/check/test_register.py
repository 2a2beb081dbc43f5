"""노트에서 높인 말끝만 찾는지 확인한다."""

from pathlib import Path

import pytest

from tools.check.register import find, polite
from tools.page.project import Project


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("이 점수는 중요합니다.", ["중요합니다"]),
        ("무엇이 다릅니까?", ["다릅니까"]),
        ("마침표가 없어도 씁니다", ["씁니다"]),
        ("- 쓸 때 필요", []),
        ("마침표가 없어도 아니다", []),
        ("꼭 확인하세요. 그러면 돼요!", ["확인하세요", "돼요"]),
        ("값이 다르다는 뜻이 아니다. 아무 값이나 좋다.", []),
        ("필요, 개요. 이것은 주요.", []),
        ("노트는 「중요합니다.」라고 했다. “확인하세요.”라고도 했다.", []),
        ("`합니다.`를 찍는다.", []),
    ],
)
def test_polite_ending_is_found(text: str, words: list[str]) -> None:
    assert polite(f"\n{text}\n") == [(2, word) for word in words]


def test_only_notes_are_looked_at(tmp_path: Path) -> None:
    note = '# 쪽\n\n!!! abstract "한 줄 답"\n\n    짧다.\n\n중요합니다.\n'
    (tmp_path / "docs/week1").mkdir(parents=True)
    (tmp_path / "docs/week1/a.md").write_text(note, encoding="utf-8")
    (tmp_path / "docs/guide.md").write_text("# 글\n\n중요합니다.\n", encoding="utf-8")
    (told,) = find(Project(tmp_path))
    assert (told.file, told.line) == ("docs/week1/a.md", 7)
    assert "중요합니다" in told.problem
