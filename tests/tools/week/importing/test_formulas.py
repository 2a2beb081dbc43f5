"""수식을 쪽에 두는 꼴을 확인한다."""

import pytest

from tools.week.importing.formulas import page_form, todo


@pytest.mark.parametrize(
    ("tex", "display", "wanted"),
    [
        ("a_1", False, "$a_1$"),
        ("a_1", True, "$$\na_1\n$$"),
        ("\\모름{a", False, "`$\\모름{a$`"),
        ("\\모름{a", True, "```text\n\\모름{a\n```"),
    ],
)
def test_formula_that_cannot_be_drawn_stays_as_it_is(
    tex: str, display: bool, wanted: str
) -> None:
    assert page_form(tex, display=display) == wanted
    assert bool(todo(tex)) is ("모름" in tex)
