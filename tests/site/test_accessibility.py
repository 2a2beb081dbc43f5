"""axe-core로 모든 쪽의 접근성을 잰다. 끈 규칙은 없다."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.conftest import Site
from tests.site.keyboard import search
from tools.build.steps import accessible
from tools.page.built import BuiltPage

AXE = Axe()
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
}
# 코드의 색은 화면의 크기와, 코드가 넘치는지는 색과 상관이 없다. 조각이 수천 개라
# 오래 걸리므로 크기와 색마다 한 번씩만 잰다. 다른 것은 네 화면에서 모두 잰다.
SCREENS = [
    pytest.param(DESKTOP, "light", True, id="desktop-light"),
    pytest.param(DESKTOP, "dark", False, id="desktop-dark"),
    pytest.param(PHONE, "light", False, id="phone-light"),
    pytest.param(PHONE, "dark", True, id="phone-dark"),
]

SETTLED = """async () => {
  for (let left; (left = document.getAnimations()).length; ) {
    await Promise.allSettled(left.map(({ finished }) => finished))
  }
}"""


def violations(tab: Page, context: dict | None = None) -> list[str]:
    """어긴 규칙과 그 자리를 글로 적는다."""
    results = AXE.run(tab, context=context).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:150]}"
        for violation in results
        for node in violation["nodes"][:3]
    ]


@pytest.mark.timeout(1200)
@pytest.mark.parametrize(("size", "scheme", "with_code"), SCREENS)
def test_axe_finds_nothing_to_mend(
    browser: Browser,
    site: Site,
    pages: list[BuiltPage],
    size: dict,
    scheme: str,
    with_code: bool,
) -> None:
    context = browser.new_context(
        # 정책을 건너뛰는 것은 재는 도구를 쪽에 넣기 위해서다.
        locale="ko-KR",
        color_scheme=scheme,
        bypass_csp=True,
        **size,
    )
    context.set_default_timeout(120_000)
    tab = context.new_page()
    found = []
    for address in [*(page.address for page in pages), "404.html"]:
        name = address or "첫 화면"
        tab.goto(site.url + address)
        tab.wait_for_selector("html.js")
        # 한가해질 때 하는 일까지 마치게 둔다.
        tab.evaluate("new Promise((done) => requestIdleCallback(() => done()))")
        closed = None if with_code else {"exclude": [["pre"]]}
        found += [f"{name}: {text}" for text in violations(tab, closed)]
        search(tab, "옵티마이저")
        tab.locator(".md-search-result__link").first.wait_for()
        # 서서히 나타나는 동안에는 글이 옅다. 다 나타난 뒤에 잰다.
        tab.evaluate(SETTLED)
        # 검색을 열면 머리만 달라진다. 첫 화면에서는 모두 다시 잰다.
        opened = {"include": [["header"]]} if address else None
        found += [f"{name}, 검색: {text}" for text in violations(tab, opened)]
    context.close()
    assert not found, "\n".join(found)


def test_axe_would_see_a_broken_page(browser: Browser) -> None:
    tab = browser.new_page()
    tab.set_content("<html lang='ko'><title>쪽</title><main><img src='x'></main>")
    assert any(text.startswith("image-alt") for text in violations(tab))
    tab.close()


def test_only_code_boxes_are_made_focusable() -> None:
    box = "<pre><span></span><code>x = 1</code></pre>"
    focusable = box.replace("<code>", '<code tabindex="0">')
    inline = "<p><code>x</code></p>"
    assert accessible.focusable_code(box + inline) == focusable + inline
    assert accessible.focusable_code(focusable) == focusable
