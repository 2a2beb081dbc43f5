"""바로잡음이 자리와 날을 갖고, 모은 쪽과 오가는지 확인한다."""

from datetime import datetime

import pytest

from tests.tools.build.conftest import page_of
from tools.build.site import Site
from tools.build.steps.corrections import LIST, link_corrections
from tools.build.tree import Tree, text_of
from tools.data.history import KOREA
from tools.page.page import Source

NOTE = """\
# 층 { #layers }

<!-- --8<-- [start:fix-depth] -->

!!! correction "바로잡음, 깊이"

    깊다.

<!-- --8<-- [end:fix-depth] -->
"""
BOX = (
    '<div class="admonition correction"><p class="admonition-title">바로잡음, 깊이</p>'
    "<p>깊다.</p></div>"
)


@pytest.fixture
def corrected(site: Site) -> Site:
    """바로잡음 하나와 그것을 모은 쪽."""
    site.urls[LIST] = "corrections/"
    site.sources |= {
        "week1/layers.md": Source("week1/layers.md", "", NOTE),
        LIST: Source(LIST, "", '# 바로잡음\n\n--8<-- "week1/layers.md:fix-depth"\n'),
    }
    return site


def linked(name: str, site: Site) -> Tree:
    tree = Tree(BOX)
    link_corrections(tree, page_of(name), site)
    return tree


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("week1/layers.md", "../../corrections/#fix-depth"),
        (LIST, "../week1/layers/#fix-depth"),
    ],
)
def test_note_and_list_lead_to_each_other(
    name: str, address: str, corrected: Site
) -> None:
    tree = linked(name, corrected)
    assert tree.first(".correction").attributes["id"] == "fix-depth"
    (link,) = tree.all(".admonition-title > a")
    assert link.attributes["href"] == address
    assert link.text() == "바로잡음, 깊이"
    assert not tree.all("time")


def test_day_of_the_last_change_is_told(
    corrected: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = datetime(2026, 11, 5, tzinfo=KOREA)
    monkeypatch.setattr(Site, "corrected", lambda *_: day)
    (told,) = linked(LIST, corrected).all("time")
    assert told.text() == "2026년 11월 5일에 고침"
    assert told.attributes["datetime"] == "2026-11-05"


def test_week_without_a_list_keeps_its_titles(corrected: Site) -> None:
    del corrected.urls[LIST]
    assert not linked("week1/layers.md", corrected).all("a")


def test_list_begins_with_the_words_of_the_note(corrected: Site) -> None:
    said = (
        "<p>노트의 「얕은 &lt;층&gt;」은 다르다.</p><p>출처: 「깊이」, 2020</p></div>"
    )
    tree = Tree(f"<h2>층</h2>{BOX.removesuffix('</div>')}{said}")
    link_corrections(tree, page_of(LIST), corrected)
    row = tree.first("ul.quotes + h2").prev.css_first("li")
    assert text_of(row) == "「얕은 <층>」 깊이"
    assert row.css_first("a").attributes["href"] == "#fix-depth"


def test_page_of_a_note_has_no_such_list(corrected: Site) -> None:
    tree = Tree(f"<h2>층</h2>{BOX}")
    link_corrections(tree, page_of("week1/layers.md"), corrected)
    assert tree.first("ul.quotes") is None
