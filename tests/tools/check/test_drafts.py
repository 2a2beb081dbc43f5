"""다듬는 중인 주차에 그렇다고 적혔는지, 쓴 사람의 말을 나무라지 않는지 확인한다."""

from pathlib import Path

import pytest

from tools.check.drafts import find, own_lines
from tools.check.gate import check
from tools.page.project import Project

BANNER = '!!! warning "아직 다듬는 중"\n\n    옮겨 둔 쪽이다.\n\n'
ANSWER = '!!! abstract "한 줄 답"\n\n    답이다.\n\n'
SAID = "손실의 최소값을 찾습니다."
OPEN, DONE = "- [ ] 할 일\n", "- [x] 할 일\n"


def project(root: Path, banner: str, todo: str, added: str = "") -> Path:
    for name, text in {
        "docs/week1/page.md": f"# 쪽 {{ #page }}\n\n{banner}{ANSWER}{SAID}{added}\n",
        "tests/week1/source/note.md": f"{SAID}\n",
        "tests/week1/source/todo.md": todo,
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("banner", "todo", "problem"),
    [
        (BANNER, OPEN, ""),
        ("", DONE, ""),
        ("", OPEN, "알림이 없습니다"),
        (BANNER, DONE, "알림이 남았습니다"),
    ],
)
def test_banner_goes_with_the_open_list(
    banner: str, todo: str, problem: str, tmp_path: Path
) -> None:
    found = list(find(Project(project(tmp_path, banner, todo))))
    assert [problem in one.problem for one in found] == [True] * bool(problem)


def wording(root: Path) -> list[str]:
    found = [one.problem for one in check(root) if "page.md" in one.file]
    return [x for x in found if "최소값" in x or "높였습니다" in x]


def test_own_words_are_let_be_until_the_list_is_done(tmp_path: Path) -> None:
    assert wording(project(tmp_path, BANNER, OPEN)) == []
    assert len(wording(project(tmp_path, "", DONE))) == 2


def test_words_that_others_add_are_not_let_be(tmp_path: Path) -> None:
    added = " 최대값도 봅니다."
    found = wording(project(tmp_path, BANNER, OPEN, added))
    assert len(found) >= 2


def test_lines_of_the_author_are_known() -> None:
    note = "글이다.\n\n| 가 | 나 |\n\n```text\n코드\n```\n"
    page = (
        "# 쪽 { #page }\n\n- 글이다.\n- 남의 글이다.\n\n"
        "| 가 | 나 |\n| 다 | 라 |\n\n```text\n코드\n```\n"
    )
    lines = page.split("\n")
    known = {lines[n - 1] for n in own_lines(page, note) if n <= len(lines)}
    assert "- 글이다." in known
    assert "| 가 | 나 |" in known
    assert not known & {"# 쪽 { #page }", "- 남의 글이다.", "| 다 | 라 |"}
