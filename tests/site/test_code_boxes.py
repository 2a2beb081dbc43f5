"""코드 상자의 강조와 링크가 코드를 따라가는지 확인한다."""

import code_boxes
import pytest

from tests.paths import ROOT
from tests.site.conftest import REPOSITORY
from tests.site.pages import BuiltPage

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
    resolved = code_boxes.resolve_marks(page(f' mark="{mark}"', part), lambda _: CODE)
    assert resolved == page(f' hl_lines="{lines}"', part)


def test_mark_that_matches_nothing_is_refused_with_its_line() -> None:
    with pytest.raises(code_boxes.UnknownMark, match="강조할 글 'fourth'") as caught:
        code_boxes.resolve_marks(page(' mark="fourth"'), lambda _: CODE)
    assert caught.value.line == 3


def test_page_without_marks_is_left_alone() -> None:
    assert code_boxes.resolve_marks(page(""), lambda _: CODE) == page("")


def test_every_code_box_leads_to_its_source_and_test_in_the_fork(
    pages: list[BuiltPage],
) -> None:
    boxes = [
        box
        for page in pages
        for box in page.html.select("span.filename")
        if box.get_text().startswith("snippets/")
    ]
    assert len(boxes) > 100
    for box in boxes:
        source, test = (link["href"] for link in box.select("a"))
        for address in (source, test):
            assert address.startswith(f"{REPOSITORY}/blob/main/")
            assert (ROOT / address.removeprefix(f"{REPOSITORY}/blob/main/")).exists()
        assert source.endswith(box.get_text().split()[0])
