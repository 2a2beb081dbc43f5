"""처음 나온 용어가 링크가 되고, 글은 글로 남는지 확인한다."""

import json

import pytest
from bs4 import BeautifulSoup

from tests.paths import DOCS
from tests.tools.build.conftest import page_of
from tools.build.site import Page, Site
from tools.build.steps import tooltips
from tools.build.tree import Tree
from tools.data import glossary
from tools.data.terms import Finder


@pytest.fixture
def site(site: Site) -> Site:
    """이 노트의 용어집을 쓰는 사이트."""
    entries = glossary.load(DOCS / glossary.NAME)
    site.__dict__["entries"] = {entry.name: entry for entry in entries}
    site.__dict__["finder"] = Finder(entries)
    return site


def link_terms(html: str, site: Site, page: Page) -> str:
    tree = Tree(html)
    tooltips.link_terms(tree, page, site)
    return tree.html


def add(html: str, site: Site, page: Page) -> BeautifulSoup:
    return BeautifulSoup(link_terms(html, site, page), "html.parser")


def test_only_the_first_use_becomes_a_link_and_the_text_stays(
    site: Site, page: Page
) -> None:
    source = "<p>과적합을 막고 <b>과적합</b>과 W&amp;B &lt;b&gt;를 본다.</p>"
    html = add(source, site, page)
    links = html.select("a.term")
    assert [(x.get_text(), x["href"]) for x in links] == [
        ("과적합", "../../glossary/#overfitting"),
        ("W&B", "../../glossary/#weights-biases"),
    ]
    assert html.p.get_text() == "과적합을 막고 과적합과 W&B <b>를 본다."
    data = json.loads(html.select_one(".terms")["data-terms"])
    assert set(data) == {"overfitting", "weights-biases"}
    assert data["overfitting"][:2] == ["과대적합", "overfitting"]


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="a">과적합</h2>',
        '<p><a href="b">과적합</a></p>',
        "<pre><code>과적합</code></pre>",
        "<p><code>과적합</code></p>",
        "<figure><svg><text>과적합</text></svg><figcaption>과적합</figcaption></figure>",
        '<p class="admonition-title">과적합</p>',
        "<details><summary>과적합</summary></details>",
        "<table><tbody><tr><th>과적합</th></tr></tbody></table>",
        "<!-- <p>과적합</p> -->",
        '<p><img alt="과적합 &gt; 과적합"></p>',
        '<autoref optional="" identifier="a">과적합</autoref>',
        "<p>딥러닝</p>",
        # 갓 만든 쪽에는 용어가 없어 자료도 없다.
        "<p>여기에 적는다.</p>",
    ],
)
def test_what_is_not_prose_or_not_worth_it_stays(
    html: str, site: Site, page: Page
) -> None:
    assert link_terms(html, site, page) == html


def test_glossary_itself_is_left_alone(site: Site) -> None:
    html = "<p>과적합을 막는다.</p>"
    assert link_terms(html, site, page_of("glossary.md")) == html


def test_prose_goes_on_after_what_was_skipped(site: Site, page: Page) -> None:
    html = add("<h2>과적합</h2><p>줄<br>과적합</p>", site, page)
    assert html.p.select_one("a.term")
    assert not html.h2.select("a")


def test_definition_keeps_code_inside_the_data(site: Site, page: Page) -> None:
    html = add("<p>서브클래싱과 베이즈 정리다.</p>", site, page)
    data = json.loads(html.select_one(".terms")["data-terms"])
    assert "<code>Layer</code>" in data["subclassing"][2]
    assert data["bayes-theorem"][1] == "Bayes' theorem"
    assert html.get_text() == "서브클래싱과 베이즈 정리다."


def test_found_terms_are_kept_until_the_text_or_the_glossary_changes(
    site: Site, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = "<p>과적합을 막는다.</p>"
    first = link_terms(html, site, page)
    monkeypatch.setattr(Finder, "find_all", lambda *_: pytest.fail("다시 찾았다"))
    assert link_terms(html, site, page) == first
    monkeypatch.setattr(Finder, "find_all", lambda _, texts: [[] for _ in texts])
    other = html.replace("막는다", "줄인다")
    assert link_terms(other, site, page) == other
    site.__dict__["finder"] = Finder(list(site.entries.values())[:5])
    assert link_terms(html, site, page) == html
