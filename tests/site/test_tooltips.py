"""처음 나온 용어의 뜻이 제자리에서 뜨고, 글은 글로 남는지 본다."""

import json
import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.conftest import Site, Visit
from tools.page.built import BuiltPage

PAGE = "week12/optimizers/"
PHONE = {
    "viewport": {"width": 360, "height": 740},
    "is_mobile": True,
    "has_touch": True,
}
NARROW = {"viewport": {"width": 320, "height": 740}}
NOT_PROSE = "h1, h2, h3, h4, h5, h6, pre, code, figure, summary, th, .admonition-title"
LARGEST = 12_000


def test_built_pages_carry_light_tooltips_in_prose_only(
    pages: list[BuiltPage],
) -> None:
    # 새로 들인 노트에는 아직 용어집의 말이 없을 수 있다.
    notes = [page for page in pages if page.article.select_one(".abstract")]
    notes = [page for page in notes if page.article.select_one("a.term")]
    assert len(notes) >= 6
    for page in notes:
        links = page.article.select("a.term")
        targets = [link["href"] for link in links]
        assert len(targets) == len(set(targets)), page.address
        assert not [link for link in links if link.find_parent(NOT_PROSE.split(", "))]
        assert not page.article.select("a a")
        data = page.article.select_one(".terms")["data-terms"]
        assert len(data.encode()) <= LARGEST
        ids = {target.partition("#")[2] for target in targets}
        assert json.loads(data).keys() == ids


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
