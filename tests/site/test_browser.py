"""읽는 사람처럼 진짜 브라우저로 사이트를 쓴다.

콘솔 오류, 400번대 응답, 다른 곳에 보낸 요청은 `visit`이 모든 시험에서 지켜본다.
"""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.paths import DOCS, document_files
from tests.site import addresses
from tests.site.conftest import Site, Visit
from tests.site.keyboard import search

PHONE = {
    "viewport": {"width": 360, "height": 740},
    "is_mobile": True,
    "has_touch": True,
}
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
SCREENS = [
    pytest.param({**size, "color_scheme": scheme}, id=f"{name}-{scheme}")
    for name, size in [("phone", PHONE), ("desktop", DESKTOP)]
    for scheme in ("light", "dark")
]
ADDRESSES = [
    f"{file.relative_to(DOCS).with_suffix('').as_posix()}/".replace("index/", "")
    for file in document_files()
] + ["changes/", "glossary/"]

# 가로로 넘친 칸 가운데, 스스로 가로 스크롤을 가진 상자 안에 든 것은 뺀다.
OVERFLOWING = """() => {
  const width = document.documentElement.clientWidth
  const scrolls = (element) => {
    for (let e = element.parentElement; e; e = e.parentElement) {
      if (["auto", "scroll", "hidden"].includes(getComputedStyle(e).overflowX)
          && e !== document.body && e !== document.documentElement) return true
    }
    return false
  }
  return [...document.querySelectorAll("article *, header *, footer *")]
    .filter((e) => e.getBoundingClientRect().right > width + 1 && !scrolls(e))
    .map((e) => e.outerHTML.slice(0, 120))
}"""


def test_home_opens(visit: Visit) -> None:
    page = visit.open()
    expect(page).to_have_title("딥러닝 정리 노트")
    expect(page.get_by_role("heading", level=1)).to_contain_text("딥러닝 정리 노트")


def test_keyboard_alone_leads_from_the_search_to_the_optimizers(visit: Visit) -> None:
    page = visit.open()
    search(page, "옵티마이저")
    first = page.locator(".md-search-result__link").first
    expect(first).to_contain_text("옵티마이저")
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/week12/optimizers/**")
    expect(page.get_by_role("heading", level=1)).to_contain_text("옵티마이저")


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("임베딩", "week12/functional-api/"),
        ("김치찌개", None),
        ("불균형", "week12/multi-label/"),
        ("threshold", "week12/multi-label/"),
        ("Weights", "week12/experiment-tracking/"),
        ("베이지안", "week12/hyperparameter-tuning/"),
        ("AdaGrad", "week12/optimizers/"),
    ],
)
def test_search_finds_the_page(visit: Visit, words: str, address: str | None) -> None:
    page = visit.open()
    search(page, words)
    if address is None:
        meta = page.locator(".md-search-result__meta")
        expect(meta).to_have_text("검색어와 일치하는 문서가 없습니다")
    else:
        first = page.locator(".md-search-result__link").first
        expect(first).to_have_attribute(
            "href", re.compile(visit.home + addresses.current(address))
        )


@pytest.mark.parametrize("visit", SCREENS, indirect=True)
def test_no_page_scrolls_sideways(visit: Visit) -> None:
    dark = visit.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    for address in ADDRESSES:
        page = visit.open(address)
        scheme = page.locator("body").get_attribute("data-md-color-scheme")
        assert scheme == ("slate" if dark else "default")
        assert page.evaluate(OVERFLOWING) == [], address
        page.evaluate("scrollBy(500, 0)")
        assert page.evaluate("scrollX") == 0, address


def test_switch_changes_the_scheme_and_is_remembered(visit: Visit) -> None:
    page = visit.open()
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_title("밝은 화면으로 바꾸기").click()
    page.get_by_title("어두운 화면으로 바꾸기").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    visit.open("week12/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_title("시스템 설정 따르기").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")


def test_instant_navigation_keeps_the_page_alive_and_searchable(visit: Visit) -> None:
    page = visit.open("week12/")
    page.evaluate("window.stillHere = true")
    page.get_by_role("heading", level=2).get_by_role("link", name="6. 미니배치").click()
    # 느린 기기에서는 읽는 절의 이름(#)이 먼저 주소에 붙을 수 있다.
    page.wait_for_url(re.compile(r"/week12/optimizers/(#.*)?$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("옵티마이저")
    assert page.evaluate("window.stillHere")
    page.locator("pre").first.scroll_into_view_if_needed()
    expect(page.get_by_title("클립보드로 복사").first).to_be_visible()
    search(page, "공유")
    expect(page.locator(".md-search-result__item").first).to_contain_text("공유 층")
    page.keyboard.press("Escape")
    page.go_back()
    page.wait_for_url(re.compile(r"/week12/(#.*)?$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("12주차")
    assert page.evaluate("window.stillHere")


def test_copy_button_copies_the_code(visit: Visit) -> None:
    page = visit.open("week12/optimizers/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    box = page.locator(".highlight[data-file]").first
    box.locator("pre").hover()
    box.get_by_title("클립보드로 복사").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "def adagrad_" in copied
    assert copied.strip() == box.locator("pre > code").inner_text().strip()


PADDING = "(code) => parseFloat(getComputedStyle(code).paddingTop)"


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
def test_copy_button_covers_no_code_on_a_phone(visit: Visit) -> None:
    page = visit.open("week12/hyperparameter-tuning/")
    boxes = "article > .highlight:has(> .filename):not(:has(> .output-table))"
    for box in page.locator(boxes).all():
        box.scroll_into_view_if_needed()
        button = box.get_by_title("클립보드로 복사").bounding_box()
        name = box.locator(".filename").bounding_box()
        code = box.locator("pre > code")
        first_line = code.bounding_box()["y"] + code.evaluate(PADDING)
        assert button["y"] + button["height"] <= first_line
        assert button["y"] >= name["y"]


def test_unknown_address_says_so(visit: Visit, site) -> None:
    assert (site.folder / "404.html").exists()
    page = visit.open("404.html")
    expect(page.locator("article")).to_contain_text("찾는 쪽이 없어요")
    topics = page.locator("article > ul a")
    expect(topics.filter(has_text="옵티마이저")).to_be_visible()
    expect(page.locator(".nearest")).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("week12/optimizer/", "week12/optimizers/"),
        ("week13/hyperparameter_tuning.html", "week12/hyperparameter-tuning/"),
        ("glosary", "glossary/"),
    ],
)
def test_unknown_address_offers_the_nearest_pages(
    browser: Browser, site: Site, address: str, wanted: str
) -> None:
    page = browser.new_page()
    body = (site.folder / "404.html").read_text(encoding="utf-8")
    html = "text/html; charset=utf-8"
    page.route(site.url + address, lambda x: x.fulfill(body=body, content_type=html))
    page.goto(site.url + address)
    links = page.locator(".nearest a")
    expect(links.first).to_be_visible()
    assert 1 <= links.count() <= 3
    assert links.first.get_attribute("href").endswith(f"/{wanted}")
    page.close()
