"""그림의 자리를 미리 잡는다."""

from tools.build.site import Page, Site
from tools.build.tree import Tree

# 그린 기기와 읽는 기기는 글꼴이 달라서, 가장자리의 글이 잘리지 않게 둘 여백.
ROOM = 6


def keep_ratio(tree: Tree, _page: Page, _site: Site) -> None:
    """그림의 둘레에 여백을 두고, 가로와 세로의 비를 적는다.

    스타일이 이 비로 높이를 미리 잡아, 화면에 들어오지 않은 그림은 그리지 않는다.
    """
    for svg in tree.all("figure > svg[viewBox]"):
        left, top, width, height = map(float, svg.attributes["viewBox"].split())
        left, width = left - ROOM, width + 2 * ROOM
        svg.attrs["viewBox"] = f"{left:g} {top:g} {width:g} {height:g}"
        svg.attrs["style"] = f"--ratio: {width:g} / {height:g}"
