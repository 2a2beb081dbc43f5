"""움직이는 그림의 스타일이 그림이 있는 쪽에만 실리는지 확인한다."""

from tests.paths import DOCS
from tools.build.site import Page, Site
from tools.build.steps import play
from tools.build.tree import Tree


def test_style_is_asked_for_once_where_a_picture_moves(page: Page, site: Site) -> None:
    tree = Tree('<div data-play="descent"></div><div data-play="tuning"></div>')
    play.ask_for_style(tree, page, site)
    assert page.styles == [play.STYLE]
    assert (DOCS / play.STYLE).is_file()


def test_other_pages_do_not_carry_it(page: Page, site: Site) -> None:
    play.ask_for_style(Tree("<figure></figure>"), page, site)
    assert page.styles == []
