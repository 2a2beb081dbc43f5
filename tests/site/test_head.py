"""나눌 때 보이는 카드, 소식, 검색 로봇, 콘텐츠 보안 정책을 확인한다."""

import gzip
import re
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

from tools.build.files import cards
from tools.build.files import head
from tools.build import hooks
import pytest
from bs4 import BeautifulSoup
from PIL import Image, ImageFont

from tests.site.conftest import Site
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


def test_policy_lets_only_our_own_scripts_run(
    pages: list[BuiltPage], site: Site
) -> None:
    unknown = (site.folder / "404.html").read_text(encoding="utf-8")
    for html in [*(page.html for page in pages), BeautifulSoup(unknown, "html.parser")]:
        policy = policy_of(html)
        assert policy.startswith("default-src 'self'; script-src 'self' 'sha256-")
        scripts = re.search(r"script-src ([^;]*)", policy)[1]
        assert "unsafe" not in scripts
        assert "http" not in policy
        assert not html.select("[onclick], [onload], [onerror]")
        # 정책보다 앞선 것은 정책에 걸리지 않는다.
        before = list(html.head.find_all(True))[:2]
        assert before[1].get("http-equiv") == "Content-Security-Policy"


def test_policy_changes_with_the_script() -> None:
    first, second = (
        head.policy(f"<script>alert({number})</script>") for number in (1, 2)
    )
    assert first != second
    assert head.policy('<script src="a.js"></script>').count("sha256") == 0
    assert head.policy('<script type="application/json">{}</script>') == head.policy("")


def test_live_preview_has_no_policy_so_that_it_can_reload() -> None:
    html = '<head><meta charset="utf-8"></head>'
    hooks.on_startup("serve")
    assert hooks.on_post_template(html, "404.html") == html
    hooks.on_startup("build")
    assert "Content-Security-Policy" in hooks.on_post_template(html, "404.html")


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


def test_machine_without_a_korean_font_makes_no_image(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards, "FOLDERS", {sys.platform: (tmp_path,)})
    assert cards.korean_font.__wrapped__() is None
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "malgunbd.ttf").write_bytes(b"")
    assert cards.korean_font.__wrapped__() == tmp_path / "deep" / "malgunbd.ttf"
    assert "og:image" not in head.card("제목", "설명", "주소", "이름", None)


def test_long_title_stays_inside_the_card() -> None:
    font = ImageFont.load_default(68)
    lines = cards.wrap("a long title " * 12, font, 1040)
    assert len(lines) > 1
    assert all(font.getlength(line) <= 1040 for line in lines)
    assert " ".join(lines) == ("a long title " * 12).strip()
