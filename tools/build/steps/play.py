"""움직이는 그림이 있는 쪽에만 그 꼴을 넣는다."""

from mkdocs.utils import get_relative_url

STYLE = "assets/play/play.css"


def style_link(html: str, address: str) -> list[str]:
    """그림이 있으면 `<head>`에 넣을 것을, 없으면 빈 목록을 돌려준다.

    스크립트가 늦게 와도 자리가 먼저 잡히도록, 꼴은 처음부터 쪽에 있어야 한다.
    """
    if " data-play=" not in html:
        return []
    return [f'<link rel="stylesheet" href="{get_relative_url(STYLE, address)}">']
