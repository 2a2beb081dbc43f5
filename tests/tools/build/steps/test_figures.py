"""아직 그리지 않은 그림의 비가 적히는지 확인한다."""

from tools.build.site import Page, Site
from tools.build.steps import figures
from tools.build.tree import Tree


def keep_ratio(html: str, page: Page, site: Site) -> str:
    tree = Tree(html)
    figures.keep_ratio(tree, page, site)
    return tree.html


def test_room_and_ratio_are_written_beside_what_the_picture_already_has(
    page: Page, site: Site
) -> None:
    html = '<figure id="a">\n<svg role="img" viewBox="{}" width="1"{}></svg></figure>'
    wanted = html.format("-6 0 357.6 216", ' style="--ratio: 357.6 / 216"')
    assert keep_ratio(html.format("0 0 345.6 216", ""), page, site) == wanted
    icon = '<span><svg viewBox="0 0 24 24"></svg></span>'
    assert keep_ratio(icon, page, site) == icon
    unknown = "<figure><svg></svg></figure>"
    assert keep_ratio(unknown, page, site) == unknown
