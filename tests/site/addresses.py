"""쪽의 이름이 바뀌어도 시험이 그 쪽을 찾는다."""

from tests.paths import DOCS
from tools.data import redirects


def current(address: str) -> str:
    """쪽의 지금 주소. 이름을 바꾼 쪽은 `redirects.yml`에 적은 새 이름을 따른다."""
    file = DOCS / redirects.NAME
    return renamed(address, file.read_text(encoding="utf-8") if file.exists() else "")


def renamed(address: str, moves: str) -> str:
    """옮긴 쪽의 목록을 따라간 주소.

    Args:
        address: `week12/optimizers/`처럼 사이트의 맨 위에서 본 주소.
        moves: `redirects.yml`의 글.
    """
    found, _ = redirects.read(moves)
    now = {move.old: move.new for move in found}
    page = f"{address.removesuffix('/')}.md"
    return f"{now.get(page, page).removesuffix('.md')}/"
