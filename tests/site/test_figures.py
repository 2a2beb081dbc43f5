"""아직 그리지 않은 그림도 제자리를 차지하는지 확인한다."""

from playwright.sync_api import Browser

from tests.site.conftest import Site
from tools.page.built import BuiltPage

SIZES = """() => [...document.querySelectorAll("figure > svg")].map((svg) => {
  const { width, height } = svg.getBoundingClientRect()
  const inside = svg.querySelector("g text")
  return [width, height, inside.checkVisibility({ contentVisibilityAuto: true })]
})"""
DRAW = "svg { content-visibility: visible !important; aspect-ratio: auto !important }"


def test_picture_takes_the_same_room_before_it_is_drawn(
    browser: Browser, site: Site, pages: list[BuiltPage]
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    tab = context.new_page()
    waiting = 0
    for page in pages:
        # 첫 화면은 카드마다 같은 비로 잘라 보인다.
        if not page.address or not page.article.select("figure > svg"):
            continue
        tab.goto(site.url + page.address)
        tab.wait_for_selector("html.js")
        before = tab.evaluate(SIZES)
        tab.add_style_tag(content=DRAW)
        for early, drawn in zip(before, tab.evaluate(SIZES), strict=True):
            assert abs(early[0] - drawn[0]) < 0.5, page.address
            assert abs(early[1] - drawn[1]) < 0.5, page.address
            waiting += not early[2]
    context.close()
    assert waiting
