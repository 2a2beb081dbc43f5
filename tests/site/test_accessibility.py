"""axe-core로 모든 쪽의 접근성을 잰다. 끈 규칙은 없다."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.remember import Remembered
from tests.servers import Site
from tests.site.keyboard import search
from tools.build.steps import accessible
from tools.build.tree import Tree
from tools.page.built import BuiltPage, topics

AXE = Axe()
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
}
# 글과 바탕의 색을 보는 규칙. 다른 규칙은 색이 밝든 어둡든 같은 것을 본다.
COLORS = ("color-contrast", "link-in-text-block")
ONLY_COLORS = {"runOnly": {"type": "rule", "values": list(COLORS)}}
HEADER = {"include": [["header"]]}
BUT_COLORS = {"rules": {name: {"enabled": False} for name in COLORS}}
# 크기에 따라 보이는 것이 다르므로 색이 아닌 규칙은 크기마다 한 번 잰다.
SCREENS = {
    "desktop-light": (DESKTOP, "light", True),
    "desktop-dark": (DESKTOP, "dark", False),
    "phone-light": (PHONE, "light", True),
    "phone-dark": (PHONE, "dark", False),
}
# 색의 규칙은 조각마다 오래 걸린다. 보이는 글 가운데 저와 둘레의 모양이 모두 같은 것은
# 하나만 재도록 표시하고, 코드에서 되풀이되는 조각은 글자만 남긴다.
MARK_LOOKS = """() => {
  const NAMES = ["color", "backgroundColor", "backgroundImage", "opacity", "fontSize",
    "fontWeight", "textDecorationLine", "textShadow", "filter"]
  const looks = new Map([[null, ""]])
  const look = (node) => {
    if (!looks.has(node)) {
      const style = getComputedStyle(node)
      const own = NAMES.map((name) => style[name]).join("|")
      looks.set(node, `${look(node.parentElement)}/${own}`)
    }
    return looks.get(node)
  }
  const length = (node) => [...node.childNodes]
    .filter((child) => child.nodeType === Node.TEXT_NODE)
    .reduce((total, child) => total + child.data.trim().length, 0)
  // 한 글자짜리는 axe가 재지 않으므로 가장 긴 것을 고른다.
  const longest = new Map()
  for (const node of document.body.querySelectorAll("*")) {
    if (!length(node) || !node.checkVisibility()) continue
    const known = longest.get(look(node))
    if (!known || length(known) < length(node)) longest.set(look(node), node)
  }
  for (const node of document.querySelectorAll("[data-look]")) {
    node.removeAttribute("data-look")
  }
  for (const node of longest.values()) node.setAttribute("data-look", "")
  for (const node of document.querySelectorAll("pre code span:not([data-look])")) {
    if (!node.querySelector("[data-look]")) node.replaceWith(...node.childNodes)
  }
}"""
SETTLED = """async () => {
  for (let left; (left = document.getAnimations()).length; ) {
    await Promise.allSettled(left.map(({ finished }) => finished))
  }
}"""


def violations(
    tab: Page, context: dict | None = None, options: dict | None = None
) -> list[str]:
    """어긴 규칙과 그 자리를 글로 적는다."""
    # 통과한 자리까지 받으면 쪽마다 수십 MB가 오간다.
    options = {"resultTypes": ["violations"], **(options or {})}
    results = AXE.run(tab, context=context, options=options).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:150]}"
        for violation in results
        for node in violation["nodes"][:3]
    ]


def faults(
    tab: Page, place: str, everything: bool, part: dict | None = None
) -> Iterator[str]:
    """지금 화면에서 어긴 규칙. 색은 모양마다 한 번, 다른 규칙은 `part`에서 잰다."""
    tab.evaluate(MARK_LOOKS)
    found = violations(tab, {"include": [["[data-look]"]]}, ONLY_COLORS)
    if everything:
        found += violations(tab, part, BUT_COLORS)
    return (f"{place}: {text}" for text in found)


def walk(
    tab: Page, site: Site, address: str, everything: bool, searches: bool
) -> Iterator[str]:
    """쪽 하나를 열어 재고, 검색을 연 다음 다시 잰다."""
    name = address or "첫 화면"
    tab.goto(site.url + address)
    tab.wait_for_selector("html.js")
    # 한가해질 때 하는 일까지 마치게 둔다.
    tab.evaluate("new Promise((done) => requestIdleCallback(() => done()))")
    yield from faults(tab, name, everything)
    if searches:
        search(tab, "옵티마이저")
        tab.locator(".md-search-result__link").first.wait_for()
        # 서서히 나타나는 동안에는 글이 옅다. 다 나타난 뒤에 잰다.
        tab.evaluate(SETTLED)
        # 본문은 앞에서 재었다. 검색창은 머리에 있다.
        yield from faults(tab, f"{name}, 검색", everything, HEADER)


@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    ("size", "scheme", "everything"),
    [pytest.param(*screen, id=name) for name, screen in SCREENS.items()],
)
def test_axe_finds_nothing_to_mend(
    browser: Browser,
    site: Site,
    pages: list[BuiltPage],
    seen: list[str],
    remembered: Remembered,
    size: dict,
    scheme: str,
    everything: bool,
) -> None:
    def mends() -> list[str]:
        context = browser.new_context(
            # 정책을 건너뛰는 것은 재는 도구를 쪽에 넣기 위해서다.
            locale="ko-KR",
            color_scheme=scheme,
            bypass_csp=True,
            **size,
        )
        context.set_default_timeout(300_000)
        tab = context.new_page()
        found = []
        # 검색창은 머리에 있고 머리는 쪽마다 같다. 두 쪽에서만 열어 본다.
        searched = [page.address for page in topics(pages)[:2]]
        for address in [*(page.address for page in pages), "404.html"]:
            found += walk(tab, site, address, everything, address in searched)
        context.close()
        return found

    assert not (found := remembered.problems(seen, mends)), "\n".join(found)


WORDS = "<p>또렷한 글</p><p>또렷한 글</p>"
FAINT = "color: #ddd; background: #fff"


@pytest.mark.parametrize(
    "body",
    [
        f"{WORDS}<p style='{FAINT}'>옅은 글</p>",
        f"{WORDS}<p style='{FAINT}' hidden>옅은 글</p><p style='{FAINT}'>옅은 글</p>",
        f"<div style='background: #444'>{WORDS}</div><div>{WORDS}</div>",
        f"<pre><code><span>x</span> <span style='{FAINT}'>def</span></code></pre>",
    ],
)
def test_one_faint_look_among_others_is_seen(browser: Browser, body: str) -> None:
    tab = browser.new_page()
    tab.set_content(f"<html lang='ko'><title>쪽</title><main><h1>쪽</h1>{body}</main>")
    for everything in (True, False):
        (found,) = faults(tab, "쪽", everything)
        assert found.startswith("쪽: color-contrast")
    tab.close()


def test_each_look_is_measured_once(browser: Browser) -> None:
    tab = browser.new_page()
    tab.set_content(WORDS * 9 + "<pre><code>" + "<span>x</span>" * 9 + "</code></pre>")
    tab.evaluate(MARK_LOOKS)
    assert tab.locator("[data-look]").count() == 2
    assert tab.locator("code span").count() == 1
    tab.close()


def test_axe_would_see_a_broken_page(browser: Browser) -> None:
    tab = browser.new_page()
    tab.set_content("<html lang='ko'><title>쪽</title><main><img src='x'></main>")
    assert any(text.startswith("image-alt") for text in violations(tab))
    tab.close()


def test_only_code_boxes_are_made_focusable() -> None:
    box = "<pre><span></span><code>x = 1</code></pre>"
    focusable = box.replace("<code>", '<code tabindex="0">')
    inline = "<p><code>x</code></p>"
    for before in (box + inline, focusable + inline):
        tree = Tree(before)
        accessible.focus_code(tree, None, None)
        assert tree.html == focusable + inline
