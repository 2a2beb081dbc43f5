"""쪽의 날짜와 소식이 git에서 오는지 확인한다."""

from xml.etree import ElementTree as ET

from tests.paths import ROOT
from tests.site.conftest import Site
from tools.data import history
from tools.page.built import BuiltPage

ATOM = "{http://www.w3.org/2005/Atom}"


def test_built_site_shows_dates_only_where_git_knows_them(
    pages: list[BuiltPage], site: Site
) -> None:
    known = history.last_changes(history.changes(ROOT))
    root = ET.parse(site.folder / "changes.xml").getroot()
    assert bool(list(root.iter(f"{ATOM}entry"))) == bool(known)
    shown = {
        page.address: page.article.select_one(".md-source-file")
        for page in pages
        if page.article.select_one(".md-source-file")
    }
    for page in pages:
        inner = page.address.rstrip("/")
        # 용어집 쪽은 자료에서 만들어지므로 자료가 바뀐 날을 따른다.
        endings = (".md", "/index.md", ".yml") if inner else ("index.md",)
        names = (f"docs/{inner}{ending}" for ending in endings)
        name = next((x for x in names if x in known), None)
        if name:
            assert history.korean(known[name]) in shown[page.address].get_text()
