"""고르는 문제에서 처음 고른 것이 이 기기에 남고, 다시 보이고, 지워지는지 확인한다.

쪽의 글이 바뀌어도 되게, 짓는 걸음이 만드는 것과 같은 문제를 쪽에 끼워 넣는다.
"""

from collections.abc import Iterator

import pytest
from markdown import markdown
from playwright.sync_api import Browser, Page, Route, expect

from tests.site.conftest import Site
from tools.build.files.week_overview import CLEAR
from tools.build.steps import quiz
from tools.build.tree import Tree
from tools.page.questions import questions

TOPIC, WEEK = "week12/optimizers/", "week12/"
# 쪽에 본디 있는 문제와 섞이지 않게 한다.
LIST = "put-in"
TEXT = "".join(
    f'!!! question "{number}번은 무엇인가?"\n\n'
    '    ??? wrong "손실"\n\n        층이 아니다.\n\n'
    '    ??? right "층"\n\n        가중치가 있다.\n\n'
    for number in (1, 2)
)
FIRST, SECOND = (question.id for question in questions(TEXT))
HTML = "text/html; charset=utf-8"
# 일꾼이 답한 쪽에는 끼워 넣을 수 없다.
ALONE = {"service_workers": "block"}
REFUSED = """
Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("막아 두었다", "SecurityError"); },
});
"""


def asked() -> str:
    """주제의 쪽에 끼울 문제."""
    tree = Tree(markdown(TEXT, extensions=["admonition", "pymdownx.details"]))
    quiz.show_choices(tree, None, None)
    return tree.html


def listed() -> str:
    """주차의 첫 쪽에 끼울 목록."""
    rows = (
        f'<li><a href="optimizers/#{id_}">문제</a>{quiz.state(id_)}</li>'
        for id_ in (FIRST, SECOND)
    )
    return f'<div id="{LIST}"><ul>{"".join(rows)}</ul>{CLEAR}</div>'


def put_in(page: Page, home: str) -> None:
    """두 쪽을 받을 때 문제와 목록을 끼운다."""
    page.route(home + TOPIC, lambda route: answer(route, asked()))
    page.route(home + WEEK, lambda route: answer(route, listed()))


def answer(route: Route, html: str) -> None:
    """받은 쪽의 본문 끝에 더해 건넨다."""
    before, end, after = route.fetch().text().partition("</article>")
    route.fulfill(body=before + html + end + after, content_type=HTML)


def states(page: Page) -> list[str]:
    """목록에서 문제마다 보이는 것."""
    places = page.locator(f"#{LIST} .quiz-state")
    expect(places).to_have_count(2)
    return places.all_inner_texts()


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """문제가 끼워진 창."""
    context = browser.new_context(**ALONE)
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(error))
    put_in(page, site.url)
    yield page
    context.close()
    assert not problems


def test_first_choice_is_kept_shown_and_cleared(page: Page, site: Site) -> None:
    page.goto(site.url + TOPIC)
    for id_, order in ((FIRST, (0, 1)), (SECOND, (1, 0))):
        for number in order:
            choice = page.locator(f"#{id_} > details").nth(number)
            choice.locator("summary").focus()
            page.keyboard.press("Enter")
            expect(choice.locator(".verdict")).to_be_visible()
    expect(page.locator(f"#{FIRST} .quiz-state")).to_have_text("다시 볼 것")
    expect(page.locator(f"#{SECOND} .quiz-state")).to_have_text("맞힘")
    page.reload()
    expect(page.locator(f"#{FIRST} .quiz-state")).to_have_text("다시 볼 것")
    expect(page.locator(".quiz > details[open]")).to_have_count(0)
    page.goto(site.url + WEEK)
    assert states(page) == ["다시 볼 것", "맞힘"]
    page.locator(f"#{LIST}").get_by_role("button", name="푼 기록 지우기").click()
    assert states(page) == ["", ""]
    expect(page.locator(f"#{LIST} [role=status]")).to_have_text("기록을 지웠다.")
    assert (
        page.evaluate("Object.keys(localStorage).filter((x) => /quiz/.test(x))") == []
    )


@pytest.fixture
def refusing(browser: Browser, site: Site) -> Iterator[Page]:
    """저장 공간을 막아 둔 창."""
    context = browser.new_context(**ALONE)
    context.add_init_script(REFUSED)
    page = context.new_page()
    put_in(page, site.url)
    yield page
    context.close()


def test_choices_open_where_storage_is_refused(refusing: Page, site: Site) -> None:
    refusing.goto(site.url + TOPIC)
    refusing.locator(f"#{FIRST} > details > summary").first.click()
    expect(refusing.locator(f"#{FIRST} .verdict").first).to_be_visible()
    expect(refusing.locator(f"#{FIRST} .quiz-state")).to_have_text("다시 볼 것")


def test_both_kinds_look_the_same_until_opened(refusing: Page, site: Site) -> None:
    refusing.goto(site.url + TOPIC)
    looks = refusing.locator(f"#{FIRST} > details").evaluate_all(
        """(choices) => choices.flatMap((one) => [one, one.querySelector("summary")])
          .map((one) => ["", "::before", "::after"].map((part) => {
            const { color, border, backgroundColor, backgroundImage, content } =
              getComputedStyle(one, part);
            return [color, border, backgroundColor, backgroundImage, content];
          }))"""
    )
    assert len(looks) == 4
    assert looks[:2] == looks[2:]
