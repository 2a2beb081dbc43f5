"""강조할 글이 코드를 따라가는지 확인한다."""

import pytest

from tools.page import marks

CODE = """\
# --8<-- [start:all]
first = 1
# --8<-- [start:inner]
second = first + 1
# --8<-- [end:inner]
third = first + second
# --8<-- [end:all]
"""


def page(option: str, part: str = "all") -> str:
    fence = f'```python title="snippets/a.py"{option}'
    return f'글\n\n{fence}\n--8<-- "a.py:{part}"\n```\n\n끝\n'


@pytest.mark.parametrize(
    ("mark", "part", "lines"),
    [("third", "all", "3"), ("second", "all", "2 3"), ("second", "inner", "1")],
)
def test_mark_becomes_the_lines_that_hold_it(mark: str, part: str, lines: str) -> None:
    resolved = marks.resolve_marks(page(f' mark="{mark}"', part), lambda _: CODE)
    assert resolved == page(f' hl_lines="{lines}"', part)


def test_mark_that_matches_nothing_is_refused_with_its_line() -> None:
    with pytest.raises(marks.UnknownMark, match="강조할 글 'fourth'") as caught:
        marks.resolve_marks(page(' mark="fourth"'), lambda _: CODE)
    assert caught.value.line == 3


def test_page_without_marks_is_left_alone() -> None:
    assert marks.resolve_marks(page(""), lambda _: CODE) == page("")


def test_box_that_shows_how_to_write_is_left_alone() -> None:
    shown = '````md\n```python mark="x"\n--8<-- "a.py"\n```\n````\n'
    assert marks.resolve_marks(shown, lambda _: CODE) == shown
