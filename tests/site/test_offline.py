"""읽은 쪽은 인터넷 없이도 보이고, 인터넷이 있으면 늘 새 쪽이 보이는지 확인한다."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from mkdocs.config import load_config
from mkdocs.utils import get_relative_url
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.paths import ROOT
from tests.site.conftest import Site
from tests.site.keyboard import search
from tools.build import work
from tools.measure.server import serve

PREFIX = "a-fork/"


@pytest.fixture
def copy(site: Site, tmp_path: Path) -> Iterator[Site]:
    """하위 경로에 올린, 고쳐도 되는 사이트의 사본."""
    folder = tmp_path / PREFIX
    folder.mkdir()
    for name in ("assets", "search", "week12", "sw.js", "index.html", "sitemap.xml"):
        (folder / name).symlink_to(site.folder / name)
    with serve(tmp_path) as url:
        yield Site(folder, url + PREFIX)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="ko-KR")
    yield context
    context.close()


KEPT = """async () => {
  const parts = [...document.querySelectorAll("script[src], link[rel=stylesheet]")]
  const urls = [location.href, ...parts.map((part) => part.src || part.href)]
  const kept = await Promise.all(urls.map((url) => caches.match(url)))
  return kept.every(Boolean)
}"""


def open_page(context: BrowserContext, url: str) -> Page:
    """쪽을 열고, 인터넷 없이 볼 것을 챙길 때까지 기다린다."""
    tab = context.new_page()
    tab.goto(url)
    tab.evaluate("navigator.serviceWorker.ready.then(() => null)")
    wait_for_kept(tab)
    return tab


def wait_for_kept(tab: Page) -> None:
    """쪽과 그 모양과 스크립트를 모두 챙길 때까지 기다린다."""
    deadline = monotonic() + 60
    while not tab.evaluate(KEPT):
        assert monotonic() < deadline, "받은 것을 챙기지 않았습니다."
        tab.wait_for_timeout(200)


def test_visited_page_opens_without_a_network(
    context: BrowserContext, copy: Site
) -> None:
    page = f"{copy.url}week12/optimizers/"
    tab = open_page(context, page)
    scopes = tab.evaluate(
        "navigator.serviceWorker.getRegistrations().then(x => x.map(r => r.scope))"
    )
    assert scopes == [copy.url]
    context.set_offline(True)
    tab.goto(f"{page}?h=adam")
    tab.wait_for_selector("html.js")
    expect(tab.locator("h1")).to_contain_text("옵티마이저")
    # 모양도 함께 남아 있다.
    family = tab.evaluate("getComputedStyle(document.body).fontFamily")
    assert "Pretendard" in family


def test_unvisited_page_says_why_it_cannot_be_shown(
    context: BrowserContext, copy: Site
) -> None:
    tab = open_page(context, copy.url)
    context.set_offline(True)
    tab.goto(f"{copy.url}week12/multi-label/")
    expect(tab.locator("body")).to_contain_text("인터넷에 연결되지 않았고")
    tab.get_by_role("link", name="첫 화면").click()
    expect(tab.locator("h1")).to_contain_text("딥러닝 정리 노트")


def test_new_build_is_shown_at_once_and_kept(
    context: BrowserContext, copy: Site
) -> None:
    tab = open_page(context, copy.url)
    home = copy.folder / "index.html"
    html = home.read_text(encoding="utf-8")
    home.unlink()
    home.write_text(
        html.replace("딥러닝을 공부하며", "새로 지은 글, 딥러닝을 공부하며"),
        encoding="utf-8",
    )
    tab.goto(f"{copy.url}week12/")
    tab.goto(copy.url)
    expect(tab.locator("article")).to_contain_text("새로 지은 글")
    context.set_offline(True)
    tab.reload()
    expect(tab.locator("article")).to_contain_text("새로 지은 글")


def test_searched_words_are_found_again_without_a_network(
    context: BrowserContext, copy: Site
) -> None:
    tab = open_page(context, copy.url)
    tab.reload()
    search(tab, "옵티마이저")
    expect(tab.locator(".md-search-result__link").first).to_be_visible()
    tab.wait_for_load_state("networkidle")
    context.set_offline(True)
    tab.reload()
    tab.wait_for_selector("html.js")
    search(tab, "옵티마이저")
    expect(tab.locator(".md-search-result__link").first).to_be_visible()


def test_live_preview_keeps_nothing() -> None:
    for serving in (False, True):
        config = load_config(str(ROOT / "mkdocs.yml"))
        work.begin(ROOT, config, serving, get_relative_url)
        assert (work.OFFLINE in config.extra_javascript) is not serving
