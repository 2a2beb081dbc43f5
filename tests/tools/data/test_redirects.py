"""옮긴 쪽의 목록을 읽고, 틀린 줄을 알리는지 확인한다."""

import pytest

from tools.data.redirects import Move, read


def test_moves_know_their_lines() -> None:
    text = "# 옮긴 쪽\nweek1/a.md: week1/b.md\nc.md: d.md#part\n"
    assert read(text) == (
        [Move(2, "week1/a.md", "week1/b.md"), Move(3, "c.md", "d.md#part")],
        [],
    )


def test_empty_list_is_no_fault() -> None:
    assert read("# 아직 없다\n") == ([], [])


@pytest.mark.parametrize("text", ["a.md:\n", "a.md: [b.md]\n", "- a.md\n", "a: b: c\n"])
def test_broken_line_is_named(text: str) -> None:
    moves, (told,) = read(text)
    assert moves == []
    assert (told.file, told.line) == ("docs/redirects.yml", 1)
