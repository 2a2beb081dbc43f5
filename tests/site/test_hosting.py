"""사이트를 어디에 올려도 되는지, 두 번 지어도 같은지 확인한다."""

import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.paths import ROOT
from tests.remember import Remembered
from tests.servers import PLACES, Site, site_of
from tests.site.conftest import Visit
from tests.site.keyboard import search
from tools.measure.building import build, build_once, materials
from tools.proof.kept import digest_folder

PREFIX = PLACES["nested"][1]
NOT_COPIED = (".cache", ".venv", "site", "__pycache__", "*_cache", ".coverage*")


@pytest.fixture(scope="session")
def nested(pytestconfig: pytest.Config) -> Site:
    """GitHub Pages처럼 하위 경로에 올린 사이트."""
    site = site_of(pytestconfig, "nested")
    build_once(ROOT, site.folder, SITE_URL=site.url)
    return site


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


def copy_of_the_repository(folder: Path) -> Path:
    """담아 둔 것이 없는 다른 폴더에 놓은 저장소."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED))
    return folder


def test_building_elsewhere_gives_the_same_bytes(
    nested: Site, tmp_path: Path, remembered: Remembered
) -> None:
    def different() -> list[str]:
        build(
            copy_of_the_repository(tmp_path / "copy"),
            tmp_path / "again",
            SITE_URL=nested.url,
        )
        first, second = digests(nested.folder), digests(tmp_path / "again")
        return [name for name in first | second if first.get(name) != second.get(name)]

    made_of = materials(ROOT, {"SITE_URL": nested.url})
    assert remembered.problems([made_of, digest_folder(nested.folder)], different) == []


def test_preview_opens_from_a_folder_without_a_server(
    browser: Browser, flat: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((flat / "index.html").as_uri())
    page.get_by_role("link", name="12주차 정리 노트").first.click()
    page.wait_for_url("**/week12/index.html")
    page.get_by_role("heading", level=2).get_by_role("link", name="6. 미니배치").click()
    page.wait_for_url("**/week12/optimizers.html")
    expect(page.get_by_role("heading", level=1)).to_contain_text("옵티마이저")
    expect(page.locator(".highlight[data-file] pre").first).to_be_visible()
    context.close()


def test_moving_picture_wakes_under_a_path(visit_nested: Visit) -> None:
    page = visit_nested.open("week12/optimizers/")
    page.locator("[data-play]").scroll_into_view_if_needed()
    expect(page.locator(".play")).to_be_visible()
    expect(page.locator(".play [role=status]")).to_contain_text("20걸음.")
