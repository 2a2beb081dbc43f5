"""쪽을 처음 열 때 오가는 바이트와, 읽는 동안 밀리는 칸을 잰다."""

import pytest
from playwright.sync_api import Browser

from tests.remember import Remembered
from tests.servers import Site
from tools.measure.wire import compressed
from tools.page.built import BuiltPage

BUDGET = 250 * 1000
SHIFT_BUDGET = 0.01

# 누르거나 민 것 때문이 아닌데 밀린 만큼을 더한다.
WATCH_SHIFTS = """() => {
  window.shifted = 0
  window.culprits = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue
      window.shifted += entry.value
      for (const { node } of entry.sources) {
        window.culprits.push(node?.outerHTML?.slice(0, 100) ?? node?.nodeName)
      }
    }
  }).observe({ type: "layout-shift", buffered: true })
}"""
SCROLL = """async () => {
  const step = innerHeight * 2
  for (let y = 0; y < document.body.scrollHeight; y += step) {
    scrollTo({ top: y, behavior: "instant" })
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
  }
}"""


def test_first_visit_stays_within_the_budget(
    browser: Browser,
    site: Site,
    pages: list[BuiltPage],
    seen: list[str],
    remembered: Remembered,
) -> None:
    def heavy() -> list[str]:
        visits = (first_visit(browser, site, page.address) for page in pages)
        return [told for told in visits if told]

    assert not (found := remembered.problems(seen, heavy)), "\n".join(found)


def first_visit(browser: Browser, site: Site, address: str) -> str:
    """처음 여는 사람이 받는 것이 너무 크면 큰 것부터 말한다."""
    with compressed(site.folder) as wire:
        context = browser.new_context(locale="ko-KR")
        tab = context.new_page()
        tab.goto(wire.url + address)
        # 인터넷 없이 볼 것을 챙기느라 더 받는 것까지 센다.
        tab.evaluate("navigator.serviceWorker.ready.then(() => null)")
        tab.wait_for_load_state("networkidle")
        context.close()
        assert wire.sent[0][0] == f"/{address}"
        if wire.bytes <= BUDGET:
            return ""
        largest = sorted(wire.sent, key=lambda item: -item[1])[:5]
        return f"{address or '첫 화면'}: {wire.bytes:,} {largest}"


@pytest.mark.parametrize(
    "screen",
    [
        pytest.param({"viewport": {"width": 1280, "height": 800}}, id="desktop"),
        pytest.param(
            {"viewport": {"width": 390, "height": 844}, "is_mobile": True}, id="phone"
        ),
    ],
)
def test_nothing_moves_while_loading_and_scrolling(
    browser: Browser,
    site: Site,
    pages: list[BuiltPage],
    seen: list[str],
    remembered: Remembered,
    screen: dict,
) -> None:
    def moved() -> list[str]:
        context = browser.new_context(locale="ko-KR", **screen)
        context.add_init_script(f"({WATCH_SHIFTS})()")
        tab = context.new_page()
        found = []
        for page in pages:
            tab.goto(site.url + page.address)
            tab.wait_for_selector("html.js")
            tab.evaluate(SCROLL)
            shifted, culprits = tab.evaluate("[window.shifted, window.culprits]")
            if shifted > SHIFT_BUDGET:
                name = page.address or "첫 화면"
                found.append(f"{name}: {shifted:.3f} {culprits[:3]}")
        context.close()
        return found

    assert not (found := remembered.problems(seen, moved)), "\n".join(found)
