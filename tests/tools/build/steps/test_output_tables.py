"""출력의 수가 적힌 그대로 표가 되고, 표가 아닌 줄은 남는지 확인한다."""

import pytest

from tools.build.site import Page, Site
from tools.build.steps.output_tables import make_tables
from tools.build.tree import Node, Tree, text_of


def box(output: str, page: Page, site: Site, name: str = "출력") -> Node:
    tree = Tree(
        '<div class="language-text highlight">'
        f'<span class="filename">{name}</span>'
        f"<pre><span></span><code>{output}\n</code></pre></div>"
    )
    make_tables(tree, page, site)
    return tree.first(".highlight")


def cells(node: Node) -> list[list[str]]:
    return [[text_of(x) for x in row.css("th, td")] for row in node.css("tr")]


def test_rows_with_the_same_names_become_a_table(page: Page, site: Site) -> None:
    output = (
        "시드 5개의 평균\n"
        "흔함: 정확도 0.50, F1 1,280\n"
        "- 드묾: 정확도 -0.03 (0.01~0.02, 짝), F1 7%\n"
        "로지스틱 회귀: 0.96"
    )
    made = box(output, page, site)
    assert cells(made) == [
        ["", "정확도", "F1"],
        ["흔함", "0.50", "1,280"],
        ["드묾", "-0.03 (0.01~0.02, 짝)", "7%"],
    ]
    texts = [text_of(x) for x in made.css("pre")]
    assert texts == ["시드 5개의 평균\n", "로지스틱 회귀: 0.96\n"]
    assert [x.tag for x in made.iter()] == ["span", "pre", "div", "pre"]


def test_values_without_names_have_no_header(page: Page, site: Site) -> None:
    made = box("코사인: 0.1, 0.2\n지수: 0.3, 0.4", page, site)
    assert cells(made) == [["코사인", "0.1", "0.2"], ["지수", "0.3", "0.4"]]


def test_wide_table_can_be_scrolled_with_the_keyboard(page: Page, site: Site) -> None:
    holder = box("가: x 1, y 2\n나: x 3, y 4", page, site).css_first(".output-table")
    assert holder.attributes["tabindex"] == "0"
    assert holder.attributes["aria-label"]


@pytest.mark.parametrize(
    "output",
    [
        "정확도: 0.90",
        "가: 1\n나: 2\n다: 3",
        "가: x 1, y 2\n나: x 1, z 2",
        "가: x 1, y 2\n  나: x 1, y 2",
        "가: 말만 있다, 수가 없다\n나: 말만 있다, 수가 없다",
        "가 1, 나 2\n다 3, 라 4",
    ],
)
def test_what_is_no_table_is_left_as_it_is(output: str, page: Page, site: Site) -> None:
    made = box(output, page, site)
    assert not made.css("table")
    assert text_of(made.css_first("code")) == f"{output}\n"


def test_other_boxes_are_left_alone(page: Page, site: Site) -> None:
    assert not box("가: x 1, y 2\n나: x 3, y 4", page, site, "설정").css("table")
