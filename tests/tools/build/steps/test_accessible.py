"""테마가 놓친 접근성을 메우는지 확인한다."""

import pytest

from tools.build.site import Page, Site
from tools.build.steps import accessible
from tools.build.tree import Tree


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<pre><code>a</code></pre>", '<pre><code tabindex="0">a</code></pre>'),
        (
            '<pre><code tabindex="-1">a</code></pre>',
            '<pre><code tabindex="-1">a</code></pre>',
        ),
        ("<p><code>a</code></p>", "<p><code>a</code></p>"),
    ],
)
def test_only_wide_code_gets_the_focus(
    html: str, expected: str, page: Page, site: Site
) -> None:
    tree = Tree(html)
    accessible.focus_code(tree, page, site)
    assert tree.html == expected


HEADER = (
    '<header><form data-md-component="palette"><input></form><script>palette()</script>'
    '<div data-md-component="search" role="dialog"></div></header>'
)


def test_search_has_a_name_and_the_palette_is_ours() -> None:
    tree = Tree(accessible.header(HEADER))
    assert tree.first("[data-md-component=search]").attributes["aria-label"] == "검색"
    palette = tree.first("form")
    assert palette.attributes == {"data-palette": ""}
    assert not tree.all("script")


SECTION = (
    '<nav class="md-nav" data-md-level="1" aria-labelledby="__nav_2_label">'
    '<label class="md-nav__title"> 12주차 </label><ul></ul></nav>'
)


def test_group_of_the_menu_carries_its_name() -> None:
    group = Tree(accessible.contents(SECTION)).first("nav")
    assert group.attributes["aria-label"] == "12주차"
    assert "aria-labelledby" not in group.attributes


def test_whole_menu_keeps_the_name_that_it_points_to() -> None:
    whole = SECTION.replace('"1"', '"0"')
    assert accessible.contents(whole) == whole


def test_groups_in_the_contents_are_no_landmarks() -> None:
    inner = '<nav class="md-nav" aria-label="제목"><ul></ul></nav>'
    group = Tree(accessible.contents(inner)).first("nav")
    assert group.attributes == {"class": "md-nav", "role": "none"}
    outer = '<nav class="md-nav md-nav--secondary" aria-label="목차"></nav>'
    assert accessible.contents(outer) == outer


def test_contents_leave_out_the_words_that_repeat() -> None:
    link = '<a href="#try" class="md-nav__link"><span class="md-ellipsis">{}</span></a>'
    html = link.format(" 해 보기, a &lt; b ") + link.format("해 보기")
    tree = Tree(accessible.contents(html))
    assert [x.text() for x in tree.all("a")] == ["a < b", "해 보기"]
    other = link.format("해 보기, 쪽").replace("#try", "try/")
    assert accessible.contents(other) == other
