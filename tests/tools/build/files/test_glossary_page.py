"""용어집 쪽이 용어를 사전의 차례로 빠짐없이 적는지 확인한다."""

import re

import pytest

from tools.build.files import glossary_page
from tools.build.site import Site
from tools.data.terms import Finder
from tools.page.headings import headings


def test_terms_stand_in_their_groups(site: Site) -> None:
    text = glossary_page.write(site)
    titles = [(one.title, one.id) for one in headings(text)]
    assert titles == [
        ("용어집", "glossary"),
        ("ㄱ", "group-g"),
        ("과대적합 *overfitting*{ lang=en }", "overfitting"),
        ("ㄷ", "group-d"),
        ("딥러닝 *deep learning*{ lang=en }", "deep-learning"),
        ("ㅊ", "group-ch"),
        ("층 *layer*{ lang=en }", "layer"),
    ]
    assert "이 사이트에 나오는 말 3개의" in text
    assert "[ㄱ](#group-g) [ㄷ](#group-d) [ㅊ](#group-ch)" in text


def test_entry_tells_its_names_meaning_and_pages(site: Site) -> None:
    text = glossary_page.write(site)
    entry = re.search(r"### 과대적합.*?(?=\n## )", text, re.S)[0]
    assert "과적합\n{ .glossary-names }" in entry
    assert "`fit`이 훈련 데이터에만 맞는 것이다." in entry
    assert "다룬 곳 [2. 훈련](week1/training.md)\n" in entry
    layer = re.search(r"### 층 .*", text, re.S)[0]
    assert "다룬 곳 [1. 층 › 깊이](week1/layers.md#depth) · 나오는 쪽" in layer
    assert "[2. 훈련](week1/training.md)" in layer


def test_pages_that_use_a_term_are_found(site: Site) -> None:
    assert glossary_page.uses(site) == {
        "layer": ["week1/layers.md", "week1/training.md"],
        "overfitting": ["week1/training.md"],
        "deep-learning": [],
    }


def test_same_pages_are_not_searched_again(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = glossary_page.uses(site)
    monkeypatch.setattr(Finder, "find", lambda *_: pytest.fail("다시 찾았다"))
    assert glossary_page.uses(site) == found


def test_names_are_not_read_as_markdown() -> None:
    assert glossary_page.plain("plot_model [a] `b` <c>") == (
        r"plot\_model \[a\] \`b\` &lt;c&gt;"
    )


def test_latin_names_come_last(site: Site) -> None:
    entry = site.entries["층"]
    assert entry.group == "ㅊ"
    groups = list(glossary_page.GROUPS)
    assert glossary_page.order(entry)[0] < groups.index("A") == len(groups) - 1
