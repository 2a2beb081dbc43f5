"""검색 로봇이 읽는 쪽의 자료. schema.org의 낱말을 JSON-LD로 적는다."""

import json
import posixpath
from collections.abc import Iterator

from tools.build.files.notebook import LICENCE
from tools.build.site import Page, Site

CONTEXT = "https://schema.org"
HOME = "index.md"


def data(site: Site, page: Page) -> str:
    """쪽의 글과 그 자리를 적은 JSON. HTML에 그대로 넣을 수 있다."""
    graph = [whole(site) if page.source == HOME else article(site, page)]
    steps = list(trail(site, page))
    if len(steps) > 1:
        graph.append(breadcrumbs(site, steps))
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False)
    return text.replace("<", "\\u003c")  # `</script>`가 자료를 끝내지 않게 한다


def whole(site: Site) -> dict:
    """첫 화면. 사이트 전체다."""
    return {
        "@type": "WebSite",
        "@id": site.url,
        "url": site.url,
        "name": site.name,
        "description": site.description,
        "inLanguage": "ko",
        "license": LICENCE,
    }


def article(site: Site, page: Page) -> dict:
    """쪽 하나. 역사를 모르면 날짜를 적지 않는다."""
    address = site.absolute(page.url)
    told = {
        "@type": "Article",
        "@id": address,
        "url": address,
        "mainEntityOfPage": address,
        "headline": page.title,
        "description": page.description,
        "inLanguage": "ko",
        "license": LICENCE,
        "isPartOf": {"@id": site.url},
        "author": {"@type": "Organization", "name": site.name, "url": site.url},
    }
    dates = [x.date for x in site.changes if page.edited in x.files]
    if dates:
        told["datePublished"] = dates[-1].isoformat()
        told["dateModified"] = dates[0].isoformat()
    if card := site.card(page):
        told["image"] = card
    return told


def trail(site: Site, page: Page) -> Iterator[tuple[str, str]]:
    """첫 화면에서 이 쪽까지의 (이름, 주소)."""
    yield site.name, ""
    week = posixpath.join(page.source.partition("/")[0], HOME)
    if week in site.sources and week != page.source:
        yield site.sources[week].label, site.urls[week]
    if page.source != HOME:
        yield page.label, page.url


def breadcrumbs(site: Site, steps: list[tuple[str, str]]) -> dict:
    """차례에서의 자리."""
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": name,
            "item": site.absolute(url),
        }
        for position, (name, url) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
