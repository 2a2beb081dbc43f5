"""한글이 편히 읽히는 모양인지 브라우저에서 잰다."""

import pytest
from playwright.sync_api import Browser, expect

from tests.remember import Remembered
from tests.servers import Site
from tests.site.keyboard import search
from tools.page.built import BuiltPage

WIDTHS = (360, 390, 768, 1280)
# 낱말 가운데에서 바뀐 줄. 줄의 처음부터 적어도 넘치는 긴 낱말은 어쩔 수 없으므로 뺀다.
BROKEN_WORDS = r"""(place) => {
  const hangul = /[가-힣]/
  const skipped = "pre, svg, .headerlink, details:not([open])"
  const broken = []
  const box = (node, at) => {
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    return range.getClientRects()[0]
  }
  const startsItsLine = (node, at) => {
    let start = at
    while (start > 0 && !/\s/.test(node.data[start - 1])) start--
    const block = node.parentElement.closest("p, li, td, th, dd, h1, h2, h3, h4, h5")
    if (!block) return false
    const style = getComputedStyle(block)
    const edge = block.getBoundingClientRect().left + parseFloat(style.paddingLeft)
    const before = start === 0 && node.previousSibling?.getClientRects?.()[0]
    return (before || box(node, start)).left < edge + 8
  }
  const root = document.querySelector(place ?? "article")
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest(skipped)) continue
    const whole = document.createRange()
    whole.selectNode(node)
    if (whole.getClientRects().length < 2) continue
    const text = node.data
    for (let at = 1; at < text.length; at++) {
      if (!hangul.test(text[at - 1]) || !hangul.test(text[at])) continue
      const [before, after] = [box(node, at - 1), box(node, at)]
      if (!(after?.top > before?.top + 8) || startsItsLine(node, at - 1)) continue
      broken.push(`${text.slice(Math.max(0, at - 8), at)}|${text.slice(at, at + 8)}`)
    }
  }
  return broken
}"""
# 링크나 코드 바로 뒤의 조사가 다음 줄로 떨어진 자리.
ORPHANED_PARTICLES = r"""() => {
  const orphans = []
  const parts = document.querySelectorAll("article :is(p, li) :is(code, a, strong)")
  for (const part of parts) {
    const next = part.nextSibling
    if (next?.nodeType !== Node.TEXT_NODE || !/^[가-힣]/.test(next.data)) continue
    const range = document.createRange()
    range.setStart(next, 0)
    range.setEnd(next, 1)
    const boxes = [...part.getClientRects()].filter(({ width }) => width > 1)
    const particle = range.getClientRects()[0]
    // 한 줄을 다 쓰는 긴 이름 뒤라면 조사도 함께 넘어갈 수 있다.
    const room = part.closest("p, li").getBoundingClientRect().width * 0.8
    if (boxes[0]?.width > room) continue
    if (boxes.length === 1 && particle && particle.top > boxes[0].bottom - 2) {
      orphans.push(`${part.textContent}|${next.data.slice(0, 8)}`)
    }
  }
  return orphans
}"""
# 본문 한 줄에 드는 한글의 수.
HANGUL_A_LINE = """() => {
  const ruler = document.createElement("span")
  ruler.textContent = "가".repeat(100)
  ruler.style.cssText = "position:absolute;white-space:nowrap;visibility:hidden"
  const line = [...document.querySelectorAll("article > p")].find((p) => p.innerText)
  line.append(ruler)
  const width = ruler.getBoundingClientRect().width / 100
  ruler.remove()
  return line.getBoundingClientRect().width / width
}"""
LINE_HEIGHT = """() => {
  const style = getComputedStyle(document.querySelector("article > p"))
  return parseFloat(style.lineHeight) / parseFloat(style.fontSize)
}"""


def test_no_line_breaks_inside_a_word(
    browser: Browser,
    site: Site,
    pages: list[BuiltPage],
    seen: list[str],
    remembered: Remembered,
) -> None:
    def broken() -> list[str]:
        tab = browser.new_page()
        found = []
        for page in pages:
            tab.goto(site.url + page.address)
            for width in WIDTHS:
                tab.set_viewport_size({"width": width, "height": 800})
                for script in (BROKEN_WORDS, ORPHANED_PARTICLES):
                    place = f"{page.address}, {width}"
                    found += [f"{place}: {text}" for text in tab.evaluate(script)]
        tab.close()
        return found

    assert not (found := remembered.problems(seen, broken)), "\n".join(found)


@pytest.mark.parametrize("width", range(360, 461, 20))
def test_found_words_are_not_broken_either(
    browser: Browser, site: Site, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    tab = context.new_page()
    tab.goto(site.url)
    tab.wait_for_selector("html.js")
    search(tab, "옵티마이저")
    expect(tab.locator(".md-search-result__item mark").first).to_be_visible()
    broken = tab.evaluate(BROKEN_WORDS, ".md-search-result__list")
    # 찾은 쪽에서도 같은 말이 칠해진다.
    tab.goto(f"{site.url}week12/optimizers/?h=옵티마이저")
    expect(tab.locator("article mark").first).to_be_attached()
    broken += tab.evaluate(BROKEN_WORDS)
    context.close()
    assert not broken, broken


def test_a_line_holds_about_forty_letters(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    tab = context.new_page()
    tab.goto(f"{site.url}week12/optimizers/")
    letters = tab.evaluate(HANGUL_A_LINE)
    # 글꼴마다 한글의 너비가 글자 크기의 0.86~1배다.
    assert 36 <= letters <= 45, letters
    assert tab.evaluate(LINE_HEIGHT) >= 1.7
    context.close()


def test_home_shows_the_six_pictures_with_links(pages: list[BuiltPage]) -> None:
    home = next(page for page in pages if not page.address)
    topics = [page.address for page in pages if page.article.select(".abstract")]
    cards = home.article.select(".week > section")
    # 새 쪽의 그림은 나중에 실어도 된다. 실은 것은 주제 쪽의 것이어야 한다.
    shown = [card.a["href"] for card in cards]
    assert len(shown) == len(set(shown)) >= 6
    assert set(shown) <= set(topics)
    drawn = [card for card in cards if card.select_one("figure")]
    assert len(drawn) >= 6
    for card in cards:
        # 카드 전체가 제목의 링크라서, 다른 링크가 있으면 그 위를 덮는다.
        assert len(card.select("a")) == 1
    for card in drawn:
        drawing = card.select_one("figure svg")
        assert drawing["aria-label"]
        # 그 쪽이나 그 실험에 있는 그림과 같은 그림이다.
        week, slash, name = card.a["href"].partition("/")
        treated = {card.a["href"], f"{week}{slash}experiments/{name}"}
        labels = {
            svg.get("aria-label")
            for page in pages
            if page.address in treated
            for svg in page.article.select("svg")
        }
        assert drawing["aria-label"] in labels


def test_paper_is_white_and_holds_only_the_note(browser: Browser, site: Site) -> None:
    context = browser.new_context(color_scheme="dark")
    tab = context.new_page()
    tab.goto(f"{site.url}week12/optimizers/")
    tab.wait_for_selector("html.js")
    tab.emulate_media(media="print")
    for name in (
        ".md-header",
        ".md-footer",
        ".md-sidebar",
        ".md-content__button",
        ".notebook",
    ):
        assert tab.locator(name).count(), name
        assert not tab.locator(name).first.is_visible(), name
    ink = tab.locator("article > p").first.evaluate("(p) => getComputedStyle(p).color")
    assert ink == "rgb(35, 33, 29)"
    # 접어 둔 답도 읽힌다.
    assert tab.locator("details p").first.evaluate("(p) => p.checkVisibility()")
    assert tab.locator("pre > code").first.evaluate(
        "(code) => code.scrollWidth <= code.clientWidth"
    )
    assert tab.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    context.close()
