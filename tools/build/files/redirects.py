"""옮긴 쪽의 옛 주소에 두어, 새 쪽으로 보내는 쪽."""

from html import escape

from tools.build.site import Site
from tools.data import redirects

PAGE = """<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<title>옮긴 쪽</title>
<link rel="canonical" href="{target}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<p>이 쪽은 <a href="{target}">{target}</a>(으)로 옮겼어요.</p>
"""


def pages(site: Site) -> dict[str, str]:
    """사이트에서 본 파일의 자리에서 그 글로."""
    path = site.root / redirects.FILE
    if not path.exists():
        return {}
    moves, _ = redirects.read(path.read_text(encoding="utf-8"))
    found = {}
    for move in moves:
        page, _, anchor = move.new.partition("#")
        target = site.absolute(site.urls[page]) + (f"#{anchor}" if anchor else "")
        found[place(move.old, site.urls[page])] = PAGE.format(target=escape(target))
    return found


def place(old: str, like: str) -> str:
    """옛 쪽이 있던 자리. 주소를 짓는 법은 새 쪽과 같다."""
    path = old.removesuffix(".md")
    if like.endswith(".html"):
        return f"{path}.html"
    folder = path.removesuffix("index").rstrip("/")
    return f"{folder}/index.html" if folder else "index.html"
