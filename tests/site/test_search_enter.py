"""검색창에서 Enter를 누르면, 적힌 말의 맨 위 결과가 열리는지 본다."""

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import Site
from tests.site.keyboard import search
from tools.measure.server import QuietHandler, serve

COMPOSING = """(input, options) => input.dispatchEvent(new KeyboardEvent("keydown",
  { key: "Enter", bubbles: true, cancelable: true, ...options }))"""
LINK = ".md-search-result__link"


class SlowHandler(QuietHandler):
    """색인을 늦게 보낸다."""

    def do_GET(self) -> None:  # noqa: N802
        """조각마다 0.4초를 기다린다."""
        if self.path.endswith(".ks"):
            time.sleep(0.4)
        super().do_GET()


@pytest.fixture
def tab(browser: Browser, site: Site) -> Iterator[Page]:
    context = browser.new_context(locale="ko-KR", service_workers="block")
    with serve(site.folder, SlowHandler) as url:
        tab = context.new_page()
        tab.goto(url)
        tab.wait_for_selector("html.js")
        yield tab
        context.close()


def place(address: str) -> str:
    return address.split("?")[0]


@pytest.mark.parametrize("words", ["지수 이동 평균", "adam", "옵티마이저", "층"])
def test_enter_opens_the_first_that_is_listed(tab: Page, words: str) -> None:
    search(tab, words)
    link = tab.locator(LINK).first
    expect(link).to_be_visible()
    wanted = place(link.evaluate("link => link.href"))
    tab.keyboard.press("Enter")
    tab.wait_for_url(lambda url: place(url) == wanted)


def test_enter_waits_for_the_answer_to_what_was_typed(tab: Page) -> None:
    search(tab, "층")
    link = tab.locator(LINK).first
    expect(link).to_be_visible()
    old = place(link.evaluate("link => link.href"))
    tab.keyboard.press("Control+A")
    tab.keyboard.insert_text("베이지안 최적화")
    tab.keyboard.press("Enter")
    expect(tab.locator(".korean-search__help")).to_contain_text("찾는 중이에요")
    tab.wait_for_url("**/week12/hyperparameter-tuning/**")
    assert place(tab.url) != old


def test_enter_without_a_result_says_so_and_stays(tab: Page) -> None:
    search(tab, "층")
    expect(tab.locator(LINK).first).to_be_visible()
    home = tab.url
    tab.keyboard.press("Control+A")
    tab.keyboard.insert_text("쏼라쏼라")
    tab.keyboard.press("Enter")
    expect(tab.locator(".md-search-result__meta")).to_contain_text("없습니다")
    expect(tab.locator(".korean-search__help")).not_to_contain_text("찾는 중이에요")
    assert tab.url == home


def test_enter_that_was_held_is_dropped_when_the_reader_goes_on(tab: Page) -> None:
    search(tab, "베이지안")
    tab.keyboard.press("Enter")
    tab.keyboard.insert_text(" 최적화")
    tab.keyboard.press("End")
    expect(tab.locator(LINK).first).to_have_attribute(
        "href", re.compile("hyperparameter-tuning")
    )
    tab.wait_for_load_state("networkidle")
    assert "hyperparameter" not in tab.url


@pytest.mark.parametrize("options", [{"isComposing": True}, {"keyCode": 229}])
def test_enter_that_ends_a_syllable_opens_nothing(tab: Page, options: dict) -> None:
    search(tab, "옵티마이저")
    expect(tab.locator(LINK).first).to_be_visible()
    home = tab.url
    # 글자를 모으는 중의 Enter는 브라우저가 할 일이 남아 있으므로 막지 않는다.
    assert tab.locator(".md-search__input").evaluate(COMPOSING, options)
    tab.wait_for_timeout(300)
    assert tab.url == home
    tab.keyboard.press("Enter")
    tab.wait_for_url(lambda url: url != home)
