"""읽는 차례의 줄이 개념 지도와 같은지 확인한다."""

from tests.tools.build.conftest import page_of
from tools.build.site import Site
from tools.build.steps import study_path
from tools.build.tree import Tree

TIED = "\u00a0"  # 줄을 바꾸지 않는 빈칸
NOTE = '<h1 id="a">제목</h1><div class="admonition abstract"><p>답</p></div><p>글</p>'


def show(source: str, site: Site, html: str = NOTE) -> Tree:
    tree = Tree(html)
    study_path.show_path(tree, page_of(source, minutes=7), site)
    return tree


def links(tree: Tree, selector: str) -> list[tuple[str, str]]:
    return [(x.text(), x.attributes["href"]) for x in tree.all(f"{selector} a")]


def test_note_says_what_to_know_before(site: Site) -> None:
    tree = show("week1/training.md", site)
    assert links(tree, "h1 + p.page-facts") == [
        ("층", "../../glossary/#layer"),
        (f"1.{TIED}층 › 깊이", "../layers/#depth"),
    ]
    assert f"먼저 알면 좋은 것 층, 1.{TIED}층 › 깊이" in tree.root.text()
    assert tree.first(".page-facts > span").text() == "읽는 데 7분쯤"


def test_note_leads_to_its_first_question(site: Site) -> None:
    quizzes = '<div class="quiz" id="q-1"></div><div class="quiz" id="q-2"></div>'
    tree = show("index.md", site, NOTE + quizzes)
    assert links(tree, "h1 + p.page-facts") == [("문제 2개", "#q-1")]


def test_note_says_where_it_is_used(site: Site) -> None:
    tree = show("week1/layers.md", site)
    assert links(tree, ".page-facts--after") == [
        (f"2.{TIED}훈련 › 되풀이", "../training/#loop")
    ]
    assert "층을 쌓아야 과대적합이 보인다." in tree.first(".page-facts--after").text()
    assert tree.root.last_child.attributes["class"].endswith("page-facts--after")


def test_what_lies_beyond_the_week_is_told_without_a_link(site: Site) -> None:
    (row,) = show("week1/training.md", site).all(".page-facts--after li")
    assert row.text() == "2주차 <정규화>. 과대적합을 막는다."
    assert not row.css("a")


def test_page_that_is_no_note_is_left_alone(site: Site) -> None:
    for html in ('<h1 id="a">제목</h1><p>글</p>', NOTE.partition("</h1>")[2]):
        assert show("week1/training.md", site, html).html == html


def test_note_outside_the_map_tells_only_its_reading_time(site: Site) -> None:
    tree = show("index.md", site)
    assert tree.first(".page-facts").text() == "읽는 데 7분쯤"
    assert "먼저" not in tree.root.text()
    assert not tree.all(".page-facts--after")
