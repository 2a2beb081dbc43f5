"""쪽을 다 지은 다음 쓸 파일. 소식, 검색 로봇의 안내, 들고 갈 글, 나눌 때 보일 그림."""

import base64
from pathlib import Path

from tools.build.files import cards, feed, icon, llms, math_font, redirects
from tools.build.site import Site

ROBOTS = "User-agent: *\nAllow: /\nSitemap: {sitemap}\n"


def write_files(site: Site, folder: Path) -> None:
    """지은 사이트의 폴더에 쓴다. 미리 보기에서는 수식의 글꼴만 쓴다."""
    if site.letters:
        site.files[math_font.NAME] = math_font.font(site.letters, site.cache)
    if not site.serving:
        site.files |= whole(site)
    for name, content in site.files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


def whole(site: Site) -> dict[str, str | bytes]:
    """미리 보기에는 없는 파일."""
    pages = {page.edited: (page.label, page.url) for page in site.pages.values()}
    return {
        feed.NAME: feed.atom(site.name, site.url, feed.NAME, site.changes, pages),
        "robots.txt": ROBOTS.format(sitemap=site.absolute("sitemap.xml")),
        llms.NAME: llms.index(site),
        icon.NAME: icon.draw(),
        **redirects.pages(site),
        **{name: card(title, site) for name, title in site.cards.items()},
    }


def card(title: str, site: Site) -> bytes:
    """나눌 때 보일 그림."""
    font = cards.korean_font()
    drawn = site.cache.get(
        "card",
        [title, site.name, font.name, font.stat().st_size],
        lambda: base64.b64encode(cards.draw(title, site.name, font)).decode(),
    )
    return base64.b64decode(drawn)
