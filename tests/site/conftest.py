"""사이트를 한 번 짓고, 띄우고, 브라우저로 연다."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    expect,
    sync_playwright,
)

from tests.paths import CACHE, ROOT
from tests.servers import SITES, Site, site_of
from tools.measure.browser import ensure, launch
from tools.measure.building import build_once
from tools.page.built import BuiltPage, read_pages
from tools.proof.kept import digest_folder

REPOSITORY = "https://github.com/someone/a-fork"
NOT_RUN = "브라우저를 열지 못해 돌리지 않았습니다. 맨 앞의 실패를 보세요."
# 브라우저가 필요한 첫 시험의 이름과, 브라우저를 얻지 못한 까닭.
LOST = pytest.StashKey[tuple[str, str]]()
# 바쁜 기기에서 늦게 나온 것을 안 나온 것으로 보지 않는다.
expect.set_options(timeout=120_000)


def pytest_collection_finish(session: pytest.Session) -> None:
    """브라우저가 필요한 시험이 있으면, 시험을 시작하기 전에 브라우저를 마련한다.

    시험 안에서 내려받으면 시험의 시간에 걸리고, 무엇을 기다리는지 알 수 없다.
    """
    needing = [x for x in session.items if "browser" in getattr(x, "fixturenames", ())]
    if not needing or session.config.option.collectonly:
        return
    CACHE.mkdir(exist_ok=True)
    capture = session.config.pluginmanager.getplugin("capturemanager")
    try:
        with FileLock(CACHE / "browser.lock"), capture.global_and_fixture_disabled():
            ensure(lambda line: print(f"\n{line}", file=sys.stderr, flush=True))
    except RuntimeError as error:
        session.config.stash[LOST] = (needing[0].nodeid, str(error))


@pytest.fixture(scope="session")
def site(pytestconfig: pytest.Config) -> Site:
    """저장소를 갈라 간 사람처럼 주소만 바꾸어 사이트를 짓고 띄운다."""
    site = site_of(pytestconfig, "fork")
    build_once(ROOT, site.folder, SITE_URL=site.url, REPO_URL=REPOSITORY)
    return site


@pytest.fixture(scope="session")
def flat() -> Path:
    """서버 없이 파일을 바로 열어 볼 수 있게 지은 사이트의 폴더."""
    folder = SITES / "flat"
    build_once(ROOT, folder, USE_DIRECTORY_URLS="false", SITE_URL="https://a.b/c/")
    return folder


@pytest.fixture(scope="session")
def pages(site: Site) -> list[BuiltPage]:
    return read_pages(site.folder)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """브라우저가 없으면 그 까닭을 말하며 첫 시험만 실패하고, 나머지는 돌지 않는다."""
    if LOST not in item.config.stash or "browser" not in item.fixturenames:
        return
    first, reason = item.config.stash[LOST]
    if item.nodeid == first:
        pytest.fail(reason, pytrace=False)
    pytest.skip(NOT_RUN)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def seen(site: Site, browser: Browser) -> list[str]:
    """화면에서 재는 검사의 재료. 지은 사이트와 브라우저의 판이다."""
    return [digest_folder(site.folder), browser.version]


class Visit:
    """브라우저 창 하나와, 그 창에서 생긴 문제."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        """창을 열고 지켜보기 시작한다."""
        self.home = home
        self.problems: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", self._watch_console)
        self.page.on("pageerror", lambda error: self.problems.append(f"오류: {error}"))
        context.on("request", lambda request: self._watch_request(request.url))
        context.on("response", self._watch_response)

    def _watch_console(self, message: object) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"콘솔 {message.type}: {message.text}")

    def _watch_request(self, url: str) -> None:
        if not url.startswith((self.home, "data:", "blob:")):
            self.problems.append(f"다른 곳에 보낸 요청: {url}")

    def _watch_response(self, response: object) -> None:
        if response.status >= 400:
            self.problems.append(f"{response.status}: {response.url}")

    def open(self, address: str = "") -> Page:
        """사이트 안의 주소를 열고 테마의 스크립트가 깨어날 때까지 기다린다."""
        self.page.goto(self.home + address)
        self.page.wait_for_selector("html.js")
        return self.page


@pytest.fixture
def visit(
    browser: Browser, site: Site, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    """시험이 끝날 때 콘솔 오류나 바깥 요청이 있었으면 실패한다."""
    options = getattr(request, "param", {})
    context = browser.new_context(locale="ko-KR", **options)
    visit = Visit(context, site.url)
    yield visit
    visit.page.wait_for_load_state("networkidle")
    context.close()
    assert not visit.problems, "\n".join(visit.problems)
