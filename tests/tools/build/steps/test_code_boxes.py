"""코드 상자에 길과 기록과 줄의 수가 달리는지 확인한다."""

from collections.abc import Callable

import pytest

from tests.tools.build.conftest import REPOSITORY, SNIPPET, code_box
from tools.build.site import Page, Site
from tools.build.steps import code_boxes
from tools.build.tree import Tree


def link(html: str, page: Page, site: Site) -> Tree:
    tree = Tree(html)
    code_boxes.link_sources(tree, page, site)
    return tree


def test_box_leads_to_its_source_and_its_test(page: Page, site: Site) -> None:
    tree = link(code_box(), page, site)
    name = tree.first("span.filename")
    assert name.text() == SNIPPET
    source = name.css_first("a").attributes["href"]
    assert source == f"{REPOSITORY}/blob/main/{SNIPPET}"
    test = tree.first("a.code-test").attributes["href"]
    assert test == f"{REPOSITORY}/blob/main/tests/week1/layers/test_count.py"


def test_record_stands_right_after_the_code(page: Page, site: Site) -> None:
    box = link(code_box(), page, site).first(".highlight")
    assert [node.tag for node in box.iter()] == ["span", "pre", "div"]
    assert box.last_child.attributes["class"] == "proof"


def test_unknown_repository_leaves_names_without_links(
    page: Page, make_site: Callable[..., Site]
) -> None:
    tree = link(
        f'{code_box()}<p class="doc-file">{SNIPPET}</p>', page, make_site(repository="")
    )
    assert not tree.all("a")
    assert tree.first("span.filename").text() == SNIPPET
    assert tree.first("p.doc-file").text() == SNIPPET
    assert tree.first(".proof").text(strip=True).startswith("아직 시험하지 않음")


def test_explained_module_leads_to_its_source(page: Page, site: Site) -> None:
    tree = link(f'<p class="doc-file">{SNIPPET}</p>', page, site)
    (anchor,) = tree.all("p.doc-file > a")
    assert anchor.text() == SNIPPET
    assert anchor.attributes["href"] == f"{REPOSITORY}/blob/main/{SNIPPET}"


@pytest.mark.parametrize("name", ["출력", "mkdocs.yml", "snippets/week1/a.txt"])
def test_box_of_something_else_is_left_alone(page: Page, site: Site, name: str) -> None:
    html = code_box(name)
    assert link(html, page, site).html == html


@pytest.mark.parametrize(
    ("code", "lines"),
    [("a", 1), ("a\n", 1), ("a\nb\n\n", 2), ("a\n\n\nb\n", 4), ("<b>a</b>\nb", 2)],
)
def test_lines_are_counted_without_the_blank_end(
    page: Page, site: Site, code: str, lines: int
) -> None:
    tree = Tree(f"<pre><span></span><code>{code}</code></pre><code>a</code>")
    code_boxes.count_lines(tree, page, site)
    assert tree.first("pre").attributes["style"] == f"--lines: {lines}"
