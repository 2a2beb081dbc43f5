"""화면의 색이 기기와 고른 것을 따르고, 다른 색을 먼저 비추지 않는지 확인한다."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import Site, Visit

BACKGROUND = "getComputedStyle(document.body).backgroundColor"
BAR = "document.querySelector('meta[name=theme-color]').content"
LIGHT, DARK = "rgb(253, 252, 249)", "rgb(23, 25, 28)"
LIGHT_BAR, DARK_BAR = "#fdfcf9", "#17191c"
DARK_DEVICE = {"color_scheme": "dark"}
LIGHT_DEVICE = {"color_scheme": "light"}


def switch(page: Page, name: str) -> None:
    """지금 보이는 색 단추가 이 이름인지 보고 누른다."""
    shown = page.locator("form[data-palette] label:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_have_attribute("title", name)
    shown.click()


def scheme(page: Page, name: str) -> None:
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)


@pytest.mark.parametrize(
    ("device", "background"), [("light", LIGHT), ("dark", DARK)], ids=["light", "dark"]
)
def test_first_visit_starts_in_the_color_of_the_device(
    browser: Browser, site: Site, device: str, background: str
) -> None:
    context = browser.new_context(color_scheme=device, service_workers="block")
    tab = context.new_page()
    # 스크립트 파일이 하나도 오기 전의 화면을 본다.
    tab.route(re.compile(r"\.js$"), lambda route: route.abort())
    tab.goto(site.url)
    assert tab.evaluate(BACKGROUND) == background
    root = tab.evaluate("getComputedStyle(document.documentElement).colorScheme")
    assert root == device
    context.close()


@pytest.mark.parametrize("visit", [DARK_DEVICE], indirect=True)
def test_choice_is_kept_on_every_page(visit: Visit) -> None:
    page = visit.open()
    switch(page, "밝은 화면으로 바꾸기")
    scheme(page, "default")
    assert page.evaluate(BAR) == LIGHT_BAR
    page = visit.open("week12/optimizers/")
    scheme(page, "default")
    switch(page, "어두운 화면으로 바꾸기")
    scheme(page, "slate")
    page.locator(".md-footer__link--prev").click()
    page.wait_for_url(re.compile(r"/hyperparameter-tuning/(#.*)?$"))
    scheme(page, "slate")
    assert page.evaluate(BAR) == DARK_BAR


@pytest.mark.parametrize("visit", [LIGHT_DEVICE], indirect=True)
def test_device_is_followed_until_a_color_is_chosen(visit: Visit) -> None:
    page = visit.open()
    scheme(page, "default")
    page.emulate_media(color_scheme="dark")
    scheme(page, "slate")
    assert page.evaluate(BAR) == DARK_BAR
    switch(page, "밝은 화면으로 바꾸기")
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    scheme(page, "default")
    switch(page, "어두운 화면으로 바꾸기")
    switch(page, "시스템 설정 따르기")
    page.emulate_media(color_scheme="light")
    scheme(page, "default")


@pytest.mark.parametrize("visit", [LIGHT_DEVICE], indirect=True)
def test_keyboard_goes_around(visit: Visit) -> None:
    page = visit.open()
    page.locator("form[data-palette] input:checked").focus()
    for name in ("default", "slate", "default"):
        page.keyboard.press("Enter")
        scheme(page, name)
    page.keyboard.press("ArrowUp")
    scheme(page, "slate")


@pytest.mark.parametrize("visit", [DARK_DEVICE], indirect=True)
def test_choice_that_no_longer_exists_is_forgotten(visit: Visit) -> None:
    page = visit.open()
    # 색이 넷이던 때 고른 것이 남아 있어도 셋 가운데 하나가 나온다.
    page.evaluate("__md_set('__palette', { index: 3 })")
    page = visit.open()
    scheme(page, "slate")
    switch(page, "시스템 설정 따르기")
