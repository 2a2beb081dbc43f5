"""그림의 자리를 미리 잡는다."""

from tools.build.site import Page, Site
from tools.build.tree import Tree


def keep_ratio(tree: Tree, _page: Page, _site: Site) -> None:
    """그림마다 가로와 세로의 비를 적는다.

    스타일이 이 비로 높이를 미리 잡아, 화면에 들어오지 않은 그림은 그리지 않는다.
    """
    for svg in tree.all("figure > svg[viewBox]"):
        _, _, width, height = svg.attributes["viewBox"].split()
        svg.attrs["style"] = f"--ratio: {width} / {height}"
