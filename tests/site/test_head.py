"""나눌 때 보이는 카드, 소식, 검색 로봇, 콘텐츠 보안 정책을 확인한다."""

import base64
import gzip
import hashlib
import json
import re
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from tests.site.conftest import Site
from tools.build.files import cards
from tools.page.built import BuiltPage


def policy_of(html: BeautifulSoup) -> str:
    return html.select_one("meta[http-equiv=Content-Security-Policy]")["content"]


def test_card_says_what_the_page_says(pages: list[BuiltPage], site: Site) -> None:
    for page in pages:
        card = {
            tag["property"]: tag["content"]
            for tag in page.html.select("meta[property]")
        }
        description = page.html.select_one("meta[name=description]")["content"]
        assert card["og:description"] == description
        assert card["og:url"] == site.url + page.address
        assert card["og:locale"] == "ko_KR"
        assert card["og:title"]
        assert page.html.title.get_text().startswith(card["og:title"])


def test_every_page_leads_to_the_feed(pages: list[BuiltPage], site: Site) -> None:
    for page in pages:
        link = page.html.select_one("link[type='application/atom+xml']")
        assert link["href"] == f"{site.url}changes.xml"
    assert (site.folder / "changes.xml").exists()


def test_robots_and_sitemap_name_every_page(pages: list[BuiltPage], site: Site) -> None:
    robots = (site.folder / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {site.url}sitemap.xml" in robots
    root = ET.parse(site.folder / "sitemap.xml").getroot()
    listed = {element.text for element in root.iter() if element.tag.endswith("}loc")}
    assert listed == {site.url + page.address for page in pages}
    with gzip.open(site.folder / "sitemap.xml.gz") as file:
        assert file.read() == (site.folder / "sitemap.xml").read_bytes()


@pytest.fixture
def documents(pages: list[BuiltPage], site: Site) -> list[BeautifulSoup]:
    """404까지 든 모든 쪽."""
    unknown = (site.folder / "404.html").read_text(encoding="utf-8")
    return [*(page.html for page in pages), BeautifulSoup(unknown, "html.parser")]


def test_policy_lets_only_our_own_scripts_run(documents: list[BeautifulSoup]) -> None:
    for html in documents:
        policy = policy_of(html)
        assert policy.startswith("default-src 'self'; script-src 'self' 'sha256-")
        scripts = re.search(r"script-src ([^;]*)", policy)[1]
        assert "unsafe" not in scripts
        assert "http" not in policy
        assert not html.select("[onclick], [onload], [onerror]")
        # 정책보다 앞선 것은 정책에 걸리지 않는다.
        assert html.head.find().get("http-equiv") == "Content-Security-Policy"


def test_encoding_is_told_where_browsers_look_for_it(site: Site) -> None:
    for file in site.folder.rglob("*.html"):
        # HTML은 앞의 1,024바이트 안에 적으라고 한다.
        assert b'<meta charset="utf-8">' in file.read_bytes()[:1024], file


def hashes_of(scripts: list) -> set[str]:
    """정책에 적힐 해시. 자료만 담은 `<script>`도 브라우저가 따진다."""
    digests = (hashlib.sha256(x.get_text().encode()).digest() for x in scripts)
    return {f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests}


def test_policy_covers_every_script_of_the_template_and_no_other(
    documents: list[BeautifulSoup],
) -> None:
    for html in documents:
        allowed = set(re.findall(r"'sha256-[^']+'", policy_of(html)))
        inside = html.select("article script")
        # 자료만 담은 것은 돌지 않으므로 정책에 적지 않는다.
        ours = [
            script
            for script in html.select("script:not([src], [type$=json])")
            if script not in inside
        ]
        assert ours
        assert hashes_of(ours) == allowed


def test_robots_read_what_the_page_is(pages: list[BuiltPage], site: Site) -> None:
    for page in pages:
        (block,) = page.html.select("script[type='application/ld+json']")
        told = {one["@type"]: one for one in json.loads(block.get_text())["@graph"]}
        if not page.address:
            assert told["WebSite"]["url"] == site.url
            continue
        assert told["Article"]["url"] == site.url + page.address
        title = page.html.select_one("meta[property='og:title']")["content"]
        assert told["Article"]["headline"] == title
        steps = told["BreadcrumbList"]["itemListElement"]
        assert steps[0]["item"] == site.url
        assert steps[-1]["item"] == site.url + page.address
        for step in steps:
            file = site.folder / step["item"].removeprefix(site.url) / "index.html"
            assert file.exists()


def test_icon_for_the_home_screen_exists(pages: list[BuiltPage], site: Site) -> None:
    for page in pages:
        link = page.html.select_one("link[rel=apple-touch-icon]")["href"]
        file = site.folder / page.address / link
        with Image.open(file) as picture:
            assert picture.size == (180, 180)


def test_card_image_shows_the_title_or_is_not_promised(
    pages: list[BuiltPage], site: Site
) -> None:
    for page in pages:
        image = page.html.select_one("meta[property='og:image']")
        if cards.korean_font() is None:
            assert image is None
            continue
        address = image["content"]
        assert address.startswith(site.url)
        with Image.open(site.folder / address.removeprefix(site.url)) as picture:
            assert picture.size == (1200, 630)
            assert len(picture.getcolors()) > 2
    if cards.korean_font():
        files = list((site.folder / "assets" / "cards").rglob("*.png"))
        assert len({file.read_bytes() for file in files}) == len(pages)
