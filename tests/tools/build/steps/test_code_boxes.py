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


TITLE = "층을 센다"


def test_box_leads_to_its_source_and_its_test(page: Page, site: Site) -> None:
    tree = link(code_box(), page, site)
    assert tree.first("span.filename").text() == TITLE
    source, test = tree.all(".proof > a")
    assert source.text() == SNIPPET
    assert source.attributes["href"] == f"{REPOSITORY}/blob/main/{SNIPPET}"
    assert test.attributes["href"] == (
        f"{REPOSITORY}/blob/main/tests/week1/layers/test_count.py"
    )


def test_record_stands_right_after_the_code(page: Page, site: Site) -> None:
    box = link(code_box(), page, site).first(".highlight")
    assert [node.tag for node in box.iter()] == ["span", "pre", "div"]
    assert box.last_child.attributes["class"] == "proof"


def test_file_in_several_boxes_is_titled_first_and_recorded_last(
    page: Page, site: Site
) -> None:
    boxes = (
        code_box(),
        code_box(code="class A: ...\n\ndef b(): ..."),
        code_box(code="1"),
    )
    made = link("".join(boxes), page, site).all(".highlight")
    titles = [box.css_first(".filename").text() for box in made]
    assert titles == [TITLE, "A, b", "이어지는 코드"]
    assert [len(box.css(".proof")) for box in made] == [0, 0, 1]
    assert {box.attributes[code_boxes.FILE] for box in made} == {SNIPPET}


def test_unknown_repository_leaves_names_without_links(
    page: Page, make_site: Callable[..., Site]
) -> None:
    tree = link(
        f'{code_box()}<p class="doc-file">{SNIPPET}</p>', page, make_site(repository="")
    )
    assert not tree.all("a")
    assert tree.first("p.doc-file").text() == SNIPPET
    told = tree.first(".proof").text(strip=True)
    assert told.startswith(f"{SNIPPET}아직 시험하지 않음")


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
