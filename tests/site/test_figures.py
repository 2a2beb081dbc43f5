"""그림이 제자리를 차지하고, 그 안의 글을 읽을 수 있는지 확인한다."""

import pytest
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


LABELS = """() => [...document.querySelectorAll("figure > svg")].flatMap((svg) => {
  svg.style.contentVisibility = "visible"
  const frame = svg.getBoundingClientRect()
  const { a, b } = svg.getScreenCTM()
  const labels = [...svg.querySelectorAll("text")]
    .filter((text) => text.textContent.trim())
    .map((text) => ({
      name: text.textContent.trim(),
      box: text.getBoundingClientRect(),
      size: parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b),
    }))
  const cut = ({ box }) =>
    box.left < frame.left - 1 || box.right > frame.right + 1 ||
    box.top < frame.top - 1 || box.bottom > frame.bottom + 1
  const covers = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1.5 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 3
  return labels.flatMap((label, place) => [
    ...(cut(label) ? [`잘림: ${label.name}`] : []),
    ...(label.size < 11 ? [`작음: ${label.name} ${label.size.toFixed(1)}px`] : []),
    ...labels.slice(0, place)
      .filter((other) => covers(label.box, other.box))
      .map((other) => `겹침: ${other.name}, ${label.name}`),
  ])
})"""


@pytest.mark.parametrize("width", [360, 390, 1280])
def test_labels_are_whole_apart_and_large_enough(
    browser: Browser, site: Site, pages: list[BuiltPage], width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    tab = context.new_page()
    found = {}
    for page in pages:
        # 첫 화면의 작은 그림은 쪽에 같은 그림이 있다는 표시다.
        if not page.address or not page.article.select("figure > svg text"):
            continue
        tab.goto(site.url + page.address)
        found[page.address] = tab.evaluate(LABELS)
    context.close()
    assert len(found) > 8
    assert {address: labels for address, labels in found.items() if labels} == {}
