"""자바스크립트를 끈 사람도 모든 쪽을 읽고 다닐 수 있는지 확인한다."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.site.conftest import Site
from tools.page.built import BuiltPage

ANSWER = "details.question, .quiz > details"
SIZES = {"desktop": (1280, 800), "phone": (390, 844)}


@pytest.mark.parametrize("size", SIZES)
def test_every_page_can_be_read_and_left(
    browser: Browser, site: Site, pages: list[BuiltPage], size: str
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": height}
    )
    tab = context.new_page()
    for page in pages:
        tab.goto(site.url + page.address)
        expect(tab.locator("article h1")).to_be_visible()
        # 접어 둔 답만 보이지 않는다.
        blocks = tab.locator("article :is(p, pre, figure):not(details:not([open]) *)")
        hidden = blocks.filter(visible=False, has_text=re.compile(r"\S"))
        assert blocks.count() > 0, page.address
        assert hidden.all_text_contents() == [], page.address
        pictures = tab.locator("article img:not(details:not([open]) *)")
        expect(pictures.filter(visible=False)).to_have_count(0)
        # 켜지지 않는 단추를 보이지 않는다.
        switches = tab.locator("form[data-palette] label:visible")
        expect(switches).to_have_count(0)
    context.close()


def test_folded_answers_open(
    browser: Browser, site: Site, pages: list[BuiltPage]
) -> None:
    page = next(page for page in pages if page.article.select_one(ANSWER))
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(site.url + page.address)
    answer = tab.locator(ANSWER).first
    expect(answer.locator("p").first).to_be_hidden()
    answer.locator("summary").click()
    expect(answer.locator("p").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("size", SIZES)
def test_the_menu_leads_to_another_page(
    browser: Browser, site: Site, size: str
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": height}
    )
    tab = context.new_page()
    tab.goto(f"{site.url}week12/multi-label/")
    if size == "phone":
        tab.locator("label.md-header__button[for=__drawer]").click()
    menu = tab.locator(".md-sidebar--primary")
    menu.get_by_role("link", name="6. 옵티마이저", exact=True).click()
    tab.wait_for_url("**/week12/optimizers/")
    expect(tab.locator("article h1")).to_contain_text("옵티마이저")
    context.close()
