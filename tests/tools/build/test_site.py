"""걸음이 함께 쓰는 사이트가 주소와 자료를 바르게 내주는지 확인한다."""

import re
from collections.abc import Callable

import pytest

from tests.tools.build.conftest import ADDRESS, CONCEPTS, REPOSITORY, page_of, write
from tools.build.files import cards
from tools.build.site import Page, Site
from tools.page.page import Source


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("week1/training.md", "../training/"),
        ("week1/training.md#loop", "../training/#loop"),
        ("index.md", "../../"),
        ("glossary.md#layer", "../../glossary/#layer"),
    ],
)
def test_address_is_seen_from_the_page(
    site: Site, page: Page, target: str, expected: str
) -> None:
    assert site.address(page, target) == expected


def test_file_beside_the_page_keeps_the_name_of_its_source(
    site: Site, page: Page
) -> None:
    assert page.file("ipynb") == "week1/layers.ipynb"
    assert site.beside(page, "md") == "../layers.md"
    assert page_of("md/md.md").file("png") == "md/md.png"


def test_absolute_address_starts_at_the_site(site: Site) -> None:
    assert site.absolute("week1/") == f"{ADDRESS}week1/"
    assert site.absolute("") == ADDRESS


def test_code_is_linked_only_where_the_repository_is_known(
    make_site: Callable[..., Site],
) -> None:
    assert make_site().code("a.py") == f"{REPOSITORY}/blob/main/a.py"
    assert make_site(repository="").code("a.py") is None


def test_terms_and_weeks_are_read_from_the_sources(site: Site) -> None:
    assert list(site.entries) == ["층", "과대적합", "딥러닝"]
    assert site.week("week1").inner == [("week1/layers.md", "week1/training.md")]
    assert site.week("week2") is None
    assert [x.entry.name for x in site.finder.find("층을 쌓는다")] == ["층"]
    assert site.headings["week1/layers.md"] == {"layers": "층이란?", "depth": "깊이"}


def test_wrong_map_is_named_before_any_page_is_built(
    make_site: Callable[..., Site],
) -> None:
    site = make_site()
    wrong = CONCEPTS.replace("#loop", "#gone")
    write(site.root, {"docs/week1/concepts.yml": wrong})
    with pytest.raises(ValueError, match=r"docs/week1/concepts\.yml:5: .*#gone"):
        make_again(site)


def test_term_of_an_unknown_page_is_named(make_site: Callable[..., Site]) -> None:
    site = make_site()
    file = site.root / "docs" / "glossary.yml"
    text = file.read_text(encoding="utf-8").replace("layers.md#depth", "gone.md")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape("docs/glossary.yml:1: 용어 '층'")):
        make_again(site)


def make_again(site: Site) -> None:
    """같은 원본으로 처음부터 다시 짓는다."""
    again = Site(
        site.root, site.name, site.description, site.url, "", False, site.relative
    )
    again.read(Source(x.name, x.nav_label, x.markdown) for x in site.sources.values())


def test_card_is_promised_only_when_it_will_be_drawn(
    make_site: Callable[..., Site], page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards, "korean_font", lambda: None)
    assert make_site().card(page) is None
    monkeypatch.setattr(cards, "korean_font", lambda: "글꼴")
    preview, site = make_site(serving=True), make_site()
    assert preview.card(page) is None
    assert preview.cards == {}
    assert site.card(page) == f"{ADDRESS}assets/cards/week1/layers.png"
    assert site.cards == {"assets/cards/week1/layers.png": "층이란?"}


def test_two_builds_share_nothing(make_site: Callable[..., Site], page: Page) -> None:
    first, second = make_site(), make_site()
    first.pages[page.source] = page
    first.files["a"] = "b"
    page.styles.append("a.css")
    assert (second.pages, second.files) == ({}, {})
    assert page_of().styles == []
