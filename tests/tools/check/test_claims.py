"""쪽의 문장과 근거가 어긋난 것을 찾고, 낱말만 고친 문장을 따라 고치는지 확인한다."""

from pathlib import Path

import pytest

from tools.check import claims
from tools.page.project import Project

PAGE = "# 쪽\n\n**가**는 [나](b.md)보다 `x`만큼 크다. 다음 문장이 이어진다.\n"
CLAIMS = """\
a.md:
  - sentence: 가는 나보다 x만큼 크다.
    run: week1/a/size.py
    tests: [test_larger]
    seeds: 10
    splits: 1
    effect: 3에서 5
"""
TEST = "def test_larger():\n    ...\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in {
        "docs/week1/a.md": PAGE,
        "docs/week1/claims.yml": CLAIMS,
        "snippets/week1/a/size.py": "",
        "tests/week1/a/test_size.py": TEST,
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def found(root: Path, file: str, before: str, after: str) -> list[str]:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    return list(map(str, claims.find(Project(root))))


def test_marks_and_links_do_not_part_a_sentence(root: Path) -> None:
    assert list(claims.find(Project(root))) == []


@pytest.mark.parametrize(
    ("file", "before", "after", "message"),
    [
        ("docs/week1/a.md", "크다", "작다", "이 문장이 'docs/week1/a.md'에 없습니다."),
        ("tests/week1/a/test_size.py", "larger", "other", "'test_larger'(이)라는"),
        ("docs/week1/claims.yml", "size.py", "gone.py", "gone.py'이(가) 없습니다."),
        ("docs/week1/claims.yml", "seeds: 10", "seeds: 9", "9번뿐입니다."),
    ],
)
def test_what_is_gone_is_told(
    root: Path, file: str, before: str, after: str, message: str
) -> None:
    (told,) = found(root, file, before, after)
    assert told.startswith("docs/week1/claims.yml:")
    assert message in told


def test_formula_is_no_place_for_a_link(root: Path) -> None:
    found(root, "docs/week1/a.md", "`x`만큼", "$x$만큼")
    (told,) = found(root, "docs/week1/claims.yml", "나보다 x만큼", "나보다 $x$만큼")
    assert "수식이 든 문장에는 근거를 달 수 없습니다." in told


def test_source_must_be_an_address(root: Path) -> None:
    rows = CLAIMS.partition("    run")[0] + "    source: 어느 책\n    section: 3절\n"
    (root / "docs/week1/claims.yml").write_text(rows, encoding="utf-8")
    (told,) = map(str, claims.find(Project(root)))
    assert "출처 '어느 책'이(가) 주소가 아닙니다." in told


def test_reworded_sentence_is_followed(root: Path) -> None:
    (told,) = found(root, "docs/week1/a.md", "만큼 크다", "만킴크다")
    assert "「가는 나보다 x만킴크다.」" in told
    assert claims.fix(Project(root)) == [
        ("docs/week1/claims.yml", "쪽에서 고친 문장을 근거에서도 고쳤습니다.")
    ]
    assert list(claims.find(Project(root))) == []
    assert claims.fix(Project(root)) == []


@pytest.mark.parametrize("after", ["만큼 작다", "만큼은 크다고 한다", "2만큼 크다"])
def test_other_meaning_is_left_to_a_person(root: Path, after: str) -> None:
    (told,) = found(root, "docs/week1/a.md", "만큼 크다", after)
    assert "근거가 아직 맞는지 보세요" in told
    assert claims.fix(Project(root)) == []


def test_other_sentence_is_not_taken_for_it(root: Path) -> None:
    (told,) = found(root, "docs/week1/a.md", "**가**는", "아무 말이다. 다른 것이")
    assert "이 항목을 지우세요" in told
    assert claims.fix(Project(root)) == []
