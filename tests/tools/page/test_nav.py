"""차례를 적힌 대로 읽는지 확인한다."""

import pytest

from tools.page.nav import Nav, entries


@pytest.mark.parametrize(
    ("nav", "expected"),
    [
        (None, []),
        (["a.md"], [("", "a.md")]),
        ([{"가": "a.md"}], [("가", "a.md")]),
        (
            [{"주": ["w/index.md", {"1. 나": "w/b.md"}]}, {"끝": "c.md"}],
            [("", "w/index.md"), ("1. 나", "w/b.md"), ("끝", "c.md")],
        ),
        ([{"빈": None}], []),
    ],
)
def test_menu_is_read_in_order(nav: Nav, expected: list[tuple[str, str]]) -> None:
    assert list(entries(nav)) == expected
