"""사이트를 어디에 올려도 되는지, 두 번 지어도 같은지 확인한다."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.paths import ROOT
from tests.site.conftest import Site, Visit
from tests.site.keyboard import search
from tools.measure.building import build
from tools.measure.server import serve

PREFIX = "a-fork/"


@pytest.fixture(scope="module")
def nested(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """GitHub Pages처럼 하위 경로에 올린 사이트."""
    top = tmp_path_factory.mktemp("hosting")
    with serve(top) as url:
        build(ROOT, top / PREFIX, SITE_URL=url + PREFIX)
        yield Site(top / PREFIX, url + PREFIX)


@pytest.fixture
def visit_nested(browser: Browser, nested: Site) -> Iterator[Visit]:
    context = browser.new_context(locale="ko-KR")
    visit = Visit(context, nested.url)
    yield visit
    visit.page.wait_for_load_state("networkidle")
    context.close()
    assert not visit.problems, "\n".join(visit.problems)


def test_everything_works_under_a_path(visit_nested: Visit) -> None:
    page = visit_nested.open()
    page.get_by_role("link", name="12주차 정리 노트").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("12주차")
    assert page.url.startswith(f"{visit_nested.home}week12/")
    visit_nested.open("week12/")
    search(page, "옵티마이저")
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile(f"/{PREFIX}week12/optimizers/"))
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{PREFIX}week12/optimizers/**")
    expect(page.get_by_role("heading", level=1)).to_contain_text("옵티마이저")


def test_unknown_address_deep_down_is_styled_and_searchable(
    visit_nested: Visit,
) -> None:
    # GitHub Pages는 없는 주소에 404.html을 주소를 바꾸지 않고 내보낸다.
    page = visit_nested.page
    html = page.request.get(f"{visit_nested.home}404.html").body()
    deep = f"{visit_nested.home}week12/gone/deeper/"
    page.context.route(
        deep, lambda route: route.fulfill(body=html, content_type="text/html")
    )
    page.goto(deep)
    page.wait_for_selector("html.js")
    expect(page.locator("article h1")).to_have_text("찾는 쪽이 없어요 (404)")
    search(page, "옵티마이저")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("article").get_by_role("link", name="첫 화면").click()
    page.wait_for_url(visit_nested.home)


def test_policy_stops_a_script_that_is_not_ours(browser: Browser, nested: Site) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(nested.url)
    page.evaluate(
        """() => {
          const script = document.createElement("script")
          script.textContent = "window.injected = true"
          document.body.append(script)
          const image = "<img src=x onerror='window.injected = true'>"
          document.body.insertAdjacentHTML("beforeend", image)
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.injected") is None
    context.close()


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_building_twice_gives_the_same_bytes(nested: Site, tmp_path: Path) -> None:
    build(ROOT, tmp_path, SITE_URL=nested.url)
    first, second = digests(nested.folder), digests(tmp_path)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_preview_opens_from_a_folder_without_a_server(
    browser: Browser, tmp_path: Path
) -> None:
    build(ROOT, tmp_path, USE_DIRECTORY_URLS="false")
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    page.get_by_role("link", name="12주차 정리 노트").first.click()
    page.wait_for_url("**/week12/index.html")
    page.get_by_role("heading", level=2).get_by_role("link", name="6. 미니배치").click()
    page.wait_for_url("**/week12/optimizers.html")
    expect(page.get_by_role("heading", level=1)).to_contain_text("옵티마이저")
    expect(page.locator("pre").first).to_be_visible()
    context.close()


def test_moving_picture_wakes_under_a_path(visit_nested: Visit) -> None:
    page = visit_nested.open("week12/optimizers/")
    page.locator("[data-play]").scroll_into_view_if_needed()
    expect(page.locator(".play")).to_be_visible()
    expect(page.locator(".play [role=status]")).to_contain_text("20걸음.")
