"""움직이는 그림이 있는 쪽에만 그 스타일을 싣는다."""

from tools.build.site import Page, Site
from tools.build.tree import Tree

STYLE = "assets/play/play.css"


def ask_for_style(tree: Tree, page: Page, _site: Site) -> None:
    """그림이 있으면 쪽의 스타일에 더한다.

    스크립트가 늦게 와도 자리가 먼저 잡히도록, 스타일은 처음부터 쪽에 있어야 한다.
    """
    if tree.first("[data-play]"):
        page.styles.append(STYLE)
