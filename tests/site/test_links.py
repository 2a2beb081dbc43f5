"""지은 HTML 안의 모든 링크와 그림이 있는 곳을 가리키는지 확인한다."""

from collections import Counter
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.site.conftest import Site
from tools.page.built import BuiltPage

ADDRESSES = [("a", "href"), ("link", "href"), ("img", "src"), ("script", "src")]


@pytest.fixture(scope="module")
def ids(pages: list[BuiltPage]) -> dict[str, set[str]]:
    return {
        page.address: {tag["id"] for tag in page.html.select("[id]")} for page in pages
    }


def test_internal_links_and_anchors_resolve(
    pages: list[BuiltPage], ids: dict[str, set[str]], site: Site
) -> None:
    checked, dead = 0, []
    for page in pages:
        for name, attribute in ADDRESSES:
            for tag in page.html.select(f"{name}[{attribute}]"):
                target = urljoin(site.url + page.address, tag[attribute])
                if not target.startswith(site.url):
                    continue
                checked += 1
                address = unquote(urlsplit(target).path).lstrip("/")
                fragment = unquote(urlsplit(target).fragment)
                file = site.folder / address
                found = (file / "index.html" if file.is_dir() else file).exists()
                anchor_found = (
                    not fragment or address not in ids or fragment in ids[address]
                )
                if not (found and anchor_found):
                    dead.append(f"{page.address or '첫 화면'}: {tag[attribute]}")
    assert checked > 100
    assert not dead, "가리키는 곳이 없는 링크입니다:\n" + "\n".join(sorted(set(dead)))


def test_ids_are_unique_on_a_page(pages: list[BuiltPage]) -> None:
    for page in pages:
        counts = Counter(tag["id"] for tag in page.html.select("[id]"))
        twice = [name for name, count in counts.items() if count > 1]
        assert not twice, f"{page.address}: 같은 id가 두 번 있습니다: {twice}"


def test_images_say_what_they_show(pages: list[BuiltPage]) -> None:
    for page in pages:
        for image in page.article.select("img"):
            assert image.get("alt"), f"{page.address}: {image['src']}에 설명이 없습니다"
