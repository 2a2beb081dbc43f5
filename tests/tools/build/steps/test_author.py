"""쓴 사람의 문단에만 표시가 달리는지 확인한다."""

from collections.abc import Callable

import pytest

from tests.tools.build.conftest import page_of
from tools.build.site import Page, Site
from tools.build.steps.author import mark_author
from tools.build.tree import Tree, text_of

NOTE = """\
## 층

$x_1$을 넣는다.

층은 계산이다. 층을 쌓으면 깊다.

1. **장점**: 빠르다.
"""
HTML = """\
<h1>층이란?</h1>
<div class="admonition abstract"><p>층은 계산이다.</p></div>
<p>층은 <a href="#">계산</a>이다. 층을
쌓으면 깊다.</p>
<p><span class="arithmatex">\\(x_1\\)</span>을 넣는다.</p>
<p>층은 계산이다. 그러나 늘 그렇지는 않다.</p>
<ul><li>장점: 빠르다.</li><li><p>층을 쌓으면 깊다.</p></li></ul>
<div class="admonition correction"><p>층은 계산이다.</p></div>
"""


@pytest.fixture
def noted(make_site: Callable[..., Site]) -> Site:
    """원문이 있는 사이트."""
    site = make_site()
    folder = site.root / "tests" / "week1" / "source"
    folder.mkdir(parents=True)
    (folder / "note.md").write_text(NOTE, encoding="utf-8")
    return site


def marked(site: Site, page: Page) -> Tree:
    tree = Tree(HTML)
    mark_author(tree, page, site)
    return tree


def test_only_whole_paragraphs_of_the_note_are_marked(noted: Site, page: Page) -> None:
    nodes = marked(noted, page).all(".author")
    assert [(x.tag, " ".join(text_of(x).split())) for x in nodes] == [
        ("p", "층은 계산이다. 층을 쌓으면 깊다."),
        ("p", r"\(x_1\)을 넣는다."),
        ("li", "장점: 빠르다."),
        ("p", "층을 쌓으면 깊다."),
    ]


def test_meaning_of_the_mark_is_told_once_under_the_answer(
    noted: Site, page: Page
) -> None:
    (legend,) = marked(noted, page).all(".author-legend")
    assert "abstract" in legend.prev.attributes["class"]
    assert "data-search-exclude" in legend.attributes


def test_page_without_a_note_is_left_alone(noted: Site) -> None:
    assert not marked(noted, page_of("week2/a.md")).all(".author, .author-legend")
