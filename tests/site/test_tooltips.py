"""처음 나온 용어의 뜻이 제자리에서 뜨고, 글은 글로 남는지 본다."""

import json
import re

from tools.data import glossary
import pytest
from tools.build.steps import tooltips
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Locator, Page, expect
from tools.data.terms import Finder

from tests.paths import DOCS
from tests.site.conftest import Site, Visit
from tools.page.built import BuiltPage

FINDER = Finder(glossary.load(DOCS / glossary.NAME))
PAGE = "week12/optimizers/"
PHONE = {
    "viewport": {"width": 360, "height": 740},
    "is_mobile": True,
    "has_touch": True,
}
NARROW = {"viewport": {"width": 320, "height": 740}}
NOT_PROSE = "h1, h2, h3, h4, h5, h6, pre, code, figure, summary, th, .admonition-title"
LARGEST = 12_000


def terms_in(text: str) -> list[tuple[str, str]]:
    return [(text[x.start : x.end], x.entry.name) for x in FINDER.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("과적합을 막는다.", [("과적합", "과대적합")]),
        ("층을 쌓는다.", [("층", "층")]),
        ("층위가 다르다.", []),
        ("층층이 쌓은 단층", []),
        ("가중치 감쇠는 가중치를 줄인다.", [("가중치 감쇠",) * 2, ("가중치",) * 2]),
        ("분류기를 훈련한다.", [("훈련", "훈련")]),
        ("레이블별로 본다.", [("레이블", "레이블")]),
        ("그리드탐색이다.", [("그리드탐색", "그리드 탐색")]),
        ("베이지안\n최적화는", [("베이지안\n최적화", "베이지안 최적화")]),
        ("Adam보다 AdamW가", [("Adam", "Adam"), ("AdamW", "AdamW")]),
        ("Adamax와 SGDW", []),
        ("이 방법의 특징은 둘이다.", []),
        ("특성은 셋이다.", [("특성", "특성")]),
    ],
)
def test_a_term_is_found_only_as_a_word(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert terms_in(text) == expected


def add(html: str) -> BeautifulSoup:
    return BeautifulSoup(tooltips.add(html, FINDER, "../g/"), "html.parser")


def test_only_the_first_use_becomes_a_link_and_the_text_stays() -> None:
    source = "<p>과적합을 막고 <b>과적합</b>과 W&amp;B &lt;b&gt;를 본다.</p>"
    html = add(source)
    links = html.select("a.term")
    assert [(x.get_text(), x["href"]) for x in links] == [
        ("과적합", "../g/#overfitting"),
        ("W&B", "../g/#weights-biases"),
    ]
    assert html.p.get_text() == "과적합을 막고 과적합과 W&B <b>를 본다."
    data = json.loads(html.select_one(".terms")["data-terms"])
    assert set(data) == {"overfitting", "weights-biases"}
    assert data["overfitting"][:2] == ["과대적합", "overfitting"]


@pytest.mark.parametrize(
    "html",
    [
        "<h2 id=a>과적합</h2>",
        '<p><a href="b">과적합</a></p>',
        "<pre><code>과적합</code></pre>",
        "<p><code>과적합</code></p>",
        "<figure><svg><text>과적합</text></svg><figcaption>과적합</figcaption></figure>",
        '<p class="admonition-title">과적합</p>',
        "<details><summary>과적합</summary></details>",
        "<table><tr><th>과적합</th></tr></table>",
        "<!-- <p>과적합</p> -->",
        '<p><img alt="과적합 > 과적합"></p>',
        "<p>딥러닝</p>",
    ],
)
def test_what_is_not_prose_or_not_worth_it_stays(html: str) -> None:
    assert tooltips.add(html, FINDER, "g/") == html


def test_prose_goes_on_after_what_was_skipped() -> None:
    html = add("<h2>과적합</h2><p>줄<br>과적합</p>")
    assert html.p.select_one("a.term")
    assert not html.h2.select("a")


def test_definition_keeps_code_inside_the_data() -> None:
    html = add("<p>서브클래싱과 베이즈 정리다.</p>")
    data = json.loads(html.select_one(".terms")["data-terms"])
    assert "<code>Layer</code>" in data["subclassing"][2]
    assert data["bayes-theorem"][1] == "Bayes' theorem"
    assert html.get_text() == "서브클래싱과 베이즈 정리다."


def test_built_pages_carry_light_tooltips_in_prose_only(
    pages: list[BuiltPage],
) -> None:
    notes = [page for page in pages if page.article.select_one(".abstract")]
    assert len(notes) >= 6
    for page in notes:
        links = page.article.select("a.term")
        assert links, page.address
        targets = [link["href"] for link in links]
        assert len(targets) == len(set(targets)), page.address
        assert not [link for link in links if link.find_parent(NOT_PROSE.split(", "))]
        assert not page.article.select("a a")
        data = page.article.select_one(".terms")["data-terms"]
        assert len(data.encode()) <= LARGEST
        ids = {target.partition("#")[2] for target in targets}
        assert json.loads(data).keys() == ids


def test_scaffolded_page_without_terms_needs_no_data() -> None:
    assert (
        tooltips.add("<p>여기에 적는다.</p>", FINDER, "g/") == "<p>여기에 적는다.</p>"
    )


def card(page: Page) -> Locator:
    return page.locator("#term-card")


def term(page: Page, name: str) -> Locator:
    return page.locator("article a.term", has_text=re.compile(f"^{name}$")).first


def test_keyboard_opens_reads_and_leaves(visit: Visit) -> None:
    page = visit.open(PAGE)
    word = term(page, "미니배치")
    for _ in range(80):
        page.keyboard.press("Tab")
        if word.evaluate("e => e === document.activeElement"):
            break
    expect(word).to_be_focused()
    expect(word).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(card(page)).to_be_visible()
    expect(card(page)).to_be_focused()
    expect(card(page)).to_contain_text("mini-batch")
    expect(card(page)).to_contain_text("데이터 몇 개의 묶음이다")
    expect(word).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(word).to_be_focused()
    expect(word).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Space")
    expect(card(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(card(page).get_by_role("link")).to_be_focused()
    page.keyboard.press("Tab")
    expect(card(page)).to_be_hidden()
    expect(term(page, "그레이디언트")).to_be_focused()


def test_card_leads_to_the_entry(visit: Visit) -> None:
    page = visit.open(PAGE)
    page.evaluate("window.stillHere = true")
    term(page, "모멘텀").click()
    card(page).get_by_role("link").click()
    page.wait_for_url("**/glossary/#momentum")
    expect(page.locator("#momentum")).to_be_in_viewport()
    expect(card(page)).to_be_hidden()
    assert page.evaluate("window.stillHere")
    page.go_back()
    page.wait_for_url(re.compile(f"{PAGE}(#.*)?$"))
    term(page, "모멘텀").click()
    expect(card(page)).to_be_visible()


def test_mouse_rests_and_leaves(visit: Visit) -> None:
    page = visit.open(PAGE)
    word = term(page, "그레이디언트")
    word.hover()
    expect(card(page)).to_be_visible()
    assert not card(page).evaluate("e => e === document.activeElement")
    card(page).hover()
    page.wait_for_timeout(500)
    expect(card(page)).to_be_visible()
    page.get_by_role("heading", level=1).hover()
    expect(card(page)).to_be_hidden()
    word.click()
    expect(card(page)).to_be_visible()
    page.get_by_role("heading", level=1).hover()
    page.wait_for_timeout(500)
    expect(card(page)).to_be_visible()
    word.click()
    page.wait_for_timeout(100)
    expect(card(page)).to_be_hidden()


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
def test_touch_opens_a_sheet_at_the_bottom(visit: Visit) -> None:
    page = visit.open(PAGE)
    word = term(page, "모멘텀")
    word.tap()
    expect(card(page)).to_be_visible()
    place = card(page).bounding_box()
    assert place["x"] == 0
    assert place["width"] == 360
    assert place["y"] + place["height"] == pytest.approx(740, abs=1)
    size = card(page).evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size >= 16
    page.touchscreen.tap(180, 250)
    expect(card(page)).to_be_hidden()
    word.tap()
    expect(card(page)).to_be_visible()
    word.tap()
    expect(card(page)).to_be_hidden()


BREAKS = """() => [...document.querySelectorAll("article a.term")].flatMap((a) => {
  const next = a.nextSibling
  if (!next || next.nodeType !== 3 || !/^[가-힣]/.test(next.data)) return []
  const range = document.createRange()
  range.setStart(next, 0)
  range.setEnd(next, 1)
  const lines = a.getClientRects()
  const josa = range.getBoundingClientRect()
  if (!josa.height) return []
  const gap = Math.abs(josa.bottom - lines[lines.length - 1].bottom)
  return [[a.textContent + next.data[0], gap]]
})"""


@pytest.mark.parametrize("visit", [NARROW], indirect=True)
def test_particle_never_leaves_its_word(visit: Visit) -> None:
    page = visit.open("week12/multi-label/")
    measured = page.evaluate(BREAKS)
    assert len(measured) > 10
    assert [word for word, gap in measured if gap > 8] == []


def test_copy_and_print_see_plain_text(visit: Visit) -> None:
    page = visit.open(PAGE)
    paragraph = page.locator("article .abstract p").nth(1)
    copied = paragraph.evaluate(
        "e => (getSelection().selectAllChildren(e), `${getSelection()}`)"
    )
    assert copied.startswith("미니배치(mini-batch)는 그레이디언트(gradient)를 구할")
    page.emulate_media(media="print")
    style = term(page, "미니배치").evaluate(
        "e => getComputedStyle(e).textDecorationLine"
    )
    assert style == "none"
    expect(card(page)).to_be_hidden()


def test_search_words_stay_marked_inside_a_term(visit: Visit) -> None:
    page = visit.open(f"{PAGE}?h=모멘텀")
    expect(page.locator("article mark", has_text="모멘텀").first).to_be_visible()
    term(page, "모멘텀").click()
    expect(card(page)).to_be_visible()


def test_without_script_a_term_is_a_link_to_the_glossary(
    browser: Browser, site: Site
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url + PAGE)
    term(page, "모멘텀").click()
    page.wait_for_url("**/glossary/#momentum")
    context.close()
