"""옛 주소에 온 사람을 새 쪽으로 보내는지 확인한다."""

from tests.tools.build.conftest import ADDRESS, write
from tools.build.files.redirects import pages, place
from tools.build.site import Site


def test_old_address_leads_to_the_new_page(site: Site) -> None:
    moves = "week1/old.md: week1/layers.md\ngone.md: week1/layers.md#count\n"
    write(site.root, {"docs/redirects.yml": moves})
    found = pages(site)
    assert set(found) == {"week1/old/index.html", "gone/index.html"}
    target = f"{ADDRESS}week1/layers/"
    assert f'content="0; url={target}"' in found["week1/old/index.html"]
    assert f'rel="canonical" href="{target}#count"' in found["gone/index.html"]


def test_site_without_moves_writes_nothing(site: Site) -> None:
    assert pages(site) == {}


def test_place_follows_the_way_addresses_are_made() -> None:
    assert place("week1/a.md", "week1/b.html") == "week1/a.html"
    assert place("week1/index.md", "week1/b/") == "week1/index.html"
    assert place("index.md", "") == "index.html"
