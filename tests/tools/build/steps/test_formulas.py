"""수식이 그려지고, 쓰인 글자가 글꼴에 남게 적히는지 확인한다."""

import pytest

from tools.build.site import Page, Site
from tools.build.steps import formulas
from tools.build.tree import Tree

SHORT = r'<p><span class="arithmatex">\(x_1\)</span>이다.</p>'
LONG = rf'<div class="arithmatex">\[{"a+" * 15}b\]</div>'


def drawn(html: str, page: Page, site: Site) -> Tree:
    tree = Tree(html)
    formulas.draw_formulas(tree, page, site)
    return tree


def test_formula_is_drawn_and_kept_out_of_the_search(page: Page, site: Site) -> None:
    tree = drawn(SHORT, page, site)
    (formula,) = tree.all(".arithmatex")
    assert formula.css_first("math msub")
    assert "data-search-exclude" in formula.attributes
    assert "tabindex" not in formula.attributes
    assert site.letters == {"x", "1"}
    assert page.styles == [formulas.STYLE]


def test_root_asks_for_its_sign(page: Page, site: Site) -> None:
    drawn(SHORT.replace("x_1", r"\sqrt{x}"), page, site)
    assert site.letters == {"x", "√"}


def test_long_formula_can_be_scrolled_with_the_keyboard(page: Page, site: Site) -> None:
    (formula,) = drawn(LONG, page, site).all("div.arithmatex")
    assert formula.attributes["tabindex"] == "0"
    assert formula.attributes["aria-label"] == "수식"


def test_page_without_formulas_asks_for_nothing(page: Page, site: Site) -> None:
    drawn("<p>글</p>", page, site)
    assert (page.styles, site.letters) == ([], set())


def test_unreadable_formula_names_its_page(page: Page, site: Site) -> None:
    with pytest.raises(ValueError, match=r"docs/week1/layers\.md: .*중괄호"):
        drawn(SHORT.replace("x_1", r"\frac{1"), page, site)
