"""사이트를 한 번 짓고, 띄우고, 브라우저로 연다."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    expect,
    sync_playwright,
)

from tests.paths import ROOT
from tools.measure.browser import launch
from tools.measure.building import build
from tools.measure.server import serve
from tools.page.built import BuiltPage, read_pages

REPOSITORY = "https://github.com/someone/a-fork"
# 바쁜 기기에서 늦게 나온 것을 안 나온 것으로 보지 않는다.
expect.set_options(timeout=30_000)


@dataclass(frozen=True)
class Site:
    """지어서 띄운 사이트의 폴더와 주소."""

    folder: Path
    url: str


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """저장소를 갈라 간 사람처럼 주소만 바꾸어 사이트를 짓고 띄운다."""
    folder = tmp_path_factory.mktemp("site")
    with serve(folder) as url:
        build(ROOT, folder, SITE_URL=url, REPO_URL=REPOSITORY)
        yield Site(folder, url)


@pytest.fixture(scope="session")
def pages(site: Site) -> list[BuiltPage]:
    return read_pages(site.folder)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        try:
            browser = launch(playwright)
        except RuntimeError as error:
            pytest.fail(str(error), pytrace=False)
        yield browser
        browser.close()


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
