"""고르는 문제가 펼치기 전에는 답을 숨기고, 펼치면 맞는지를 글로 말하는지 본다."""

import pytest
from markdown import markdown

from tools.build.site import Page, Site
from tools.build.steps import quiz, takeaway
from tools.build.tree import Tree, text_of
from tools.page.questions import questions

TEXT = """\
!!! question "`Dense`는 무엇인가?"

    ??? wrong "손실"

        층이 아니다.

    ??? right "층"

        가중치가 있다.
"""


def render(text: str) -> str:
    return markdown(text, extensions=["admonition", "pymdownx.details"])


@pytest.fixture
def tree(page: Page, site: Site) -> Tree:
    tree = Tree(render(TEXT))
    quiz.show_choices(tree, page, site)
    return tree


def test_choices_look_the_same_until_they_are_opened(tree: Tree) -> None:
    wrong, right = tree.all(".quiz > details")
    for choice in (wrong, right):
        assert choice.attributes["class"] == "choice"
        assert "open" not in choice.attributes
        assert not choice.css_first("summary .verdict")
    assert text_of(wrong.css_first("summary + p.verdict")) == "아니다."
    assert text_of(right.css_first("summary + p.verdict")) == "맞다."


def test_question_is_a_named_group_that_the_source_can_point_to(tree: Tree) -> None:
    box = tree.first(".quiz")
    (asked,) = questions(TEXT)
    assert box.attributes["id"] == asked.id
    assert box.attributes["role"] == "group"
    title = tree.first(f"#{box.attributes['aria-labelledby']}")
    assert text_of(title).strip() == asked.title
    assert title.css_first("span[hidden]").attributes["data-quiz"] == asked.id


def test_every_choice_leads_around_the_questions(page: Page, site: Site) -> None:
    tree = Tree(render(TEXT + "\n" + TEXT.replace("Dense", "Adam")))
    quiz.show_choices(tree, page, site)
    first, last = tree.all(".quiz")
    for box, name, other in ((first, "다음 문제", last), (last, "첫 문제", first)):
        links = box.css("details > .quiz-next > a")
        assert [(text_of(x), x.attributes["href"]) for x in links] == [
            (name, f"#{other.attributes['id']}")
        ] * 2
    assert "다음 문제" not in takeaway.plain_html(tree)


def test_lone_question_leads_nowhere(tree: Tree) -> None:
    assert not tree.all(".quiz-next")


def test_wrong_choice_is_not_searched(tree: Tree) -> None:
    wrong, right = tree.all("details")
    assert "data-search-exclude" in wrong.attributes
    assert "data-search-exclude" not in right.attributes


def test_plain_copy_tells_question_choices_and_reasons(
    tree: Tree, page: Page, site: Site
) -> None:
    takeaway.keep_plain_copy(tree, page, site)
    assert site.files[page.source] == (
        "> **`Dense`는 무엇인가?**\n>\n"
        "> > **손실**\n> >\n> > 아니다.\n> >\n> > 층이 아니다.\n>\n"
        "> > **층**\n> >\n> > 맞다.\n> >\n> > 가중치가 있다.\n"
    )


def test_other_boxes_stay(page: Page, site: Site) -> None:
    html = render('??? question "옛 문제"\n\n    답.\n\n!!! tip "귀띔"\n\n    글.\n')
    tree = Tree(html)
    before = tree.html
    quiz.show_choices(tree, page, site)
    assert tree.html == before
