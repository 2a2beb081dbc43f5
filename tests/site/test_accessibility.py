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
from tools.page.built import BuiltPage

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
BUT_COLORS = {"rules": {name: {"enabled": False} for name in COLORS}}
# 보이는 것은 크기에 따라 다르므로 크기마다 모든 규칙을 잰다. 코드의 색은 크기와 상관이
# 없고 조각이 수천 개라, 좁은 화면에서는 코드의 색만 빼고 잰다.
SCREENS = {
    "desktop-light": (DESKTOP, "light", None, True),
    "desktop-dark": (DESKTOP, "dark", ONLY_COLORS, True),
    "phone-light": (PHONE, "light", None, False),
    "phone-dark": (PHONE, "dark", ONLY_COLORS, False),
}
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


def walk(
    tab: Page, site: Site, address: str, rules: dict | None, code_colors: bool
) -> Iterator[str]:
    """쪽 하나를 열어 재고, 검색을 연 다음 다시 잰다."""
    name = address or "첫 화면"
    tab.goto(site.url + address)
    tab.wait_for_selector("html.js")
    # 한가해질 때 하는 일까지 마치게 둔다.
    tab.evaluate("new Promise((done) => requestIdleCallback(() => done()))")
    closed = None if code_colors else {"exclude": [["pre"]]}
    yield from (f"{name}: {text}" for text in violations(tab, closed, rules))
    if not code_colors and rules is None and tab.locator("pre").count():
        code = violations(tab, {"include": [["pre"]]}, BUT_COLORS)
        yield from (f"{name}, 코드: {text}" for text in code)
    search(tab, "옵티마이저")
    tab.locator(".md-search-result__link").first.wait_for()
    # 서서히 나타나는 동안에는 글이 옅다. 다 나타난 뒤에 잰다.
    tab.evaluate(SETTLED)
    # 검색을 열면 머리만 달라진다. 첫 화면에서는 모두 다시 잰다.
    opened = {"include": [["header"]]} if address else None
    yield from (f"{name}, 검색: {text}" for text in violations(tab, opened, rules))


@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    ("size", "scheme", "rules", "code_colors"),
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
    rules: dict | None,
    code_colors: bool,
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
        for address in [*(page.address for page in pages), "404.html"]:
            found += walk(tab, site, address, rules, code_colors)
        context.close()
        return found

    assert not (found := remembered.problems(seen, mends)), "\n".join(found)


@pytest.mark.parametrize("rules", [None, ONLY_COLORS, BUT_COLORS])
def test_axe_sees_faint_words_only_where_colors_are_looked_at(
    browser: Browser, rules: dict | None
) -> None:
    tab = browser.new_page()
    tab.set_content(
        "<html lang='ko'><title>쪽</title><main><h1>쪽</h1>"
        "<p style='color: #ddd; background: #fff'>옅은 글</p></main>"
    )
    faint = any(x.startswith("color-contrast") for x in violations(tab, None, rules))
    assert faint is (rules is not BUT_COLORS)
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
