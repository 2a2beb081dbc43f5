"""걸음의 차례에 적힌 까닭이 정말인지, 차례를 바꾸면 무엇이 어긋나는지 확인한다."""

from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest

from tests.tools.build.conftest import code_box, page_of
from tools.build.site import Page, Site
from tools.build.steps import (
    STEPS,
    accessible,
    author,
    claims,
    code_boxes,
    concept_map,
    corrections,
    docstrings,
    figures,
    folded_code,
    formulas,
    notebook_links,
    old_anchors,
    output_tables,
    play,
    quiz,
    reading_time,
    study_path,
    takeaway,
    tooltips,
)
from tools.build.steps.reading_time import minutes
from tools.build.tree import Tree

Step = Callable[[Tree, Page, Site], None]
HTML = (
    '<h1 id="training">훈련이란?</h1>\n'
    '<div class="admonition abstract"><p>답</p></div>'
    f"<p>층이 많으면 과적합이 생긴다.</p>{code_box()}"
    '<figure><svg viewBox="0 0 4 3"></svg></figure>'
    '<div class="admonition question"><p class="admonition-title">층은?</p>'
    '<details class="right"><summary>겹</summary><p>쌓는다.</p></details></div>'
)


def walk(steps: Iterable[Step], site: Site) -> tuple[Tree, str]:
    """걸음을 차례로 걷고, 쪽의 나무와 들고 갈 마크다운을 준다."""
    tree, page = Tree(HTML), page_of("week1/training.md")
    for step in steps:
        step(tree, page, site)
    return tree, site.files[page.source]


def moved(step: Step, place: int) -> list[Step]:
    """걸음 하나를 다른 자리로 옮긴 차례."""
    steps = [one for one in STEPS if one is not step]
    return [*steps[:place], step, *steps[place:]] if place >= 0 else [*steps, step]


def linked_in_facts(tree: Tree) -> int:
    return len(tree.all(".page-facts--after a.term"))


def test_every_step_is_walked_once() -> None:
    modules = [
        accessible, author, claims, code_boxes, concept_map, corrections, docstrings,
        figures, folded_code, formulas, notebook_links, old_anchors, output_tables,
        play, quiz, reading_time, study_path, takeaway, tooltips,
    ]  # fmt: skip
    assert len(set(STEPS)) == len(STEPS)
    assert {step.__module__ for step in STEPS} == {x.__name__ for x in modules}
    assert all(step.__doc__ for step in STEPS)


def test_takeaway_holds_nothing_that_the_screen_adds(site: Site) -> None:
    alone = walk([quiz.show_choices, takeaway.keep_plain_copy], site)[1]
    assert walk(STEPS, site)[1] == alone
    for added in ("읽는 데", "노트북 내려받기", "시험", "glossary"):
        assert added not in alone


def test_takeaway_says_which_choice_is_right(site: Site) -> None:
    assert "> > 맞다." in walk(STEPS, site)[1]
    late = moved(quiz.show_choices, -1)
    assert "맞다." not in walk(late, site)[1]


def test_takeaway_walked_last_would_hold_what_the_screen_adds(site: Site) -> None:
    late = walk(moved(takeaway.keep_plain_copy, -1), site)[1]
    assert "읽는 데" in late
    assert "다음에 쓰이는 곳" in late


def test_terms_are_not_looked_for_in_added_lines(site: Site) -> None:
    tree, _ = walk(STEPS, site)
    assert [node.text() for node in tree.all("a.term")] == ["층", "과적합"]
    assert tree.all(".page-facts--after")
    assert linked_in_facts(tree) == 0


def test_terms_looked_for_last_would_be_linked_in_added_lines(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "HTML", HTML.replace("층이 많으면 과적합이", "이"))
    assert linked_in_facts(walk(STEPS, site)[0]) == 0
    late = moved(tooltips.link_terms, -1)
    assert linked_in_facts(walk(late, site)[0]) == 1


def told_time(tree: Tree) -> str:
    return tree.first("p.page-facts > span").text()


def filler() -> str:
    """노트에 붙이면, 한 어절만 더 있어도 읽는 시간이 1분 느는 글."""
    fillers = [f"<p>{'말 ' * number}</p>" for number in range(250)]
    times = [minutes(Tree(HTML + text)) for text in fillers]
    pairs = zip(fillers, pairwise(times), strict=False)
    return next(text for text, (now, after) in pairs if now < after)


def test_reading_time_counts_the_note_as_written(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "HTML", HTML + filler())
    exact = f"읽는 데 {minutes(Tree(HTML))}분쯤"
    assert told_time(walk(STEPS, site)[0]) == exact
    # 링크로 나뉜 「층」과 「이」가 두 어절로 세어진다.
    late = moved(reading_time.measure, STEPS.index(tooltips.link_terms))
    assert told_time(walk(late, site)[0]) != exact


def test_notebook_links_stand_between_the_title_and_the_facts(site: Site) -> None:
    tree, _ = walk(STEPS, site)
    kinds = [node.attributes.get("class") for node in tree.root.iter()]
    assert kinds[1:4] == ["notebook", "page-facts", "admonition abstract"]


@pytest.mark.parametrize(
    "added", [".notebook", ".page-facts", ".page-facts--after", ".proof"]
)
def test_what_is_added_says_that_it_is_not_searched(site: Site, added: str) -> None:
    tree, _ = walk(STEPS, site)
    nodes = tree.all(added)
    assert nodes
    assert all("data-search-exclude" in node.attributes for node in nodes)
