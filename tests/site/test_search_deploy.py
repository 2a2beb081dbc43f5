"""사이트를 새로 올려도, 열어 둔 쪽과 다시 연 쪽의 검색이 끊기지 않는지 본다."""

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from korean_search.index import NAME, press
from tests.site.conftest import Site
from tests.site.keyboard import search
from tools.measure.server import QuietHandler, serve

KINDS = ("core", "grams", "words", "texts", "names")
LINKED = ("assets", "week12", "index.html", "sitemap.xml")
FRESH = 10_000
KEPT = """async () => {
  const lists = await Promise.all((await caches.keys()).map(async (name) =>
    (await (await caches.open(name)).keys()).map((request) => request.url)))
  return lists.flat().filter((url) => url.endsWith(".ks"))
}"""


class Host:
    """GitHub Pages처럼 모든 것을 10분 동안 간직하라고 하는 곳."""

    def __init__(self, folder: Path) -> None:
        """처음 지은 사이트를 올린다."""
        self.folder = folder
        self.url = ""
        self.failed: list[str] = []

    @property
    def index(self) -> Path:
        """색인의 폴더."""
        return self.folder / "search/ko"

    def deploy(self) -> None:
        """절의 제목 앞에 「새로」를 붙이고, 모든 조각의 이름을 바꾸어 올린다."""
        file = self.index / "manifest.json"
        manifest = json.loads(file.read_text(encoding="utf-8"))
        for kind in KINDS:
            names = re.findall(f".{{{NAME}}}", manifest[kind])
            manifest[kind] = "".join(self._replace(kind, name) for name in names)
        file.write_text(json.dumps(manifest), encoding="utf-8")
        for old in self.index.glob("*.ks"):
            if old.stem not in "".join(manifest[kind] for kind in KINDS):
                old.unlink()

    def _replace(self, kind: str, name: str) -> str:
        content = (self.index / f"{name}.ks").read_bytes()
        if kind == "texts":
            rows = json.loads(gzip.decompress(content))
            new = [
                [
                    row[0],
                    f"새로 {row[1]}",
                    row[2],
                    row[3] and f"새로 {row[3]}",
                    *row[4:],
                ]
                for row in rows
            ]
            content = press(json.dumps(new).encode())
        (self.index / f"{name[::-1]}.ks").write_bytes(content)
        return name[::-1]

    def handler(self, *args: object, **options: object) -> QuietHandler:
        """요청에 답하고, 실패한 것을 적는다."""
        host = self

        class Handler(QuietHandler):
            def end_headers(self) -> None:
                self.send_header("Cache-Control", "max-age=600")
                super().end_headers()

            def log_request(self, code: object = "-", size: object = "-") -> None:  # noqa: ARG002
                if int(code) >= 400:
                    host.failed.append(self.path)

        return Handler(*args, **options)


@pytest.fixture
def host(site: Site, tmp_path: Path) -> Iterator[Host]:
    for name in LINKED:
        (tmp_path / name).symlink_to(site.folder / name)
    shutil.copy(site.folder / "sw.js", tmp_path)
    shutil.copytree(site.folder / "search", tmp_path / "search")
    host = Host(tmp_path)
    with serve(tmp_path, host.handler) as host.url:
        yield host


@pytest.fixture(params=["allow", "block"])
def context(
    browser: Browser, request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    """서비스 워커가 있는 창과 없는 창."""
    context = browser.new_context(locale="ko-KR", service_workers=request.param)
    yield context
    context.close()


def open_page(context: BrowserContext, host: Host, workers: bool) -> Page:
    tab = context.new_page()
    tab.goto(host.url)
    tab.wait_for_selector("html.js")
    if workers:
        tab.evaluate("navigator.serviceWorker.ready.then(() => null)")
        tab.reload()
        tab.wait_for_selector("html.js")
    return tab


def first(tab: Page, words: str) -> object:
    """말을 찾아 맨 위의 결과를 준다.

    주소의 해시가 바뀌면 테마가 검색창을 닫으므로, 보이는지는 묻지 않는다.
    """
    tab.locator(".md-search__input").fill("")
    tab.keyboard.press("Escape")
    search(tab, words)
    return tab.locator(".md-search-result__link").first


def test_search_goes_on_after_a_deploy(
    context: BrowserContext, host: Host, request: pytest.FixtureRequest
) -> None:
    workers = "allow" in request.node.name
    tab = open_page(context, host, workers)
    expect(first(tab, "옵티마이저")).to_contain_text("옵티마이저")
    tab.wait_for_load_state("networkidle")
    host.failed.clear()
    host.deploy()
    tab.wait_for_timeout(FRESH + 100)
    expect(first(tab, "베이지안 최적화")).to_contain_text("새로")
    expect(first(tab, "옵티마이저")).to_contain_text("새로")
    for word in ("학습률", "혼동 행렬"):
        tab.reload()
        tab.wait_for_selector("html.js")
        expect(first(tab, word)).to_contain_text("새로")
    assert host.failed == []


def test_deploy_in_the_middle_of_a_search_is_followed(
    context: BrowserContext, host: Host
) -> None:
    tab = open_page(context, host, workers=False)
    expect(first(tab, "옵티마이저")).to_contain_text("옵티마이저")
    host.deploy()
    expect(first(tab, "베이지안 최적화")).to_contain_text("새로")
    expect(tab.locator(".korean-search__help")).to_be_hidden()


def test_index_of_another_format_asks_for_a_reload(
    browser: Browser, host: Host
) -> None:
    file = host.index / "manifest.json"
    manifest = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**manifest, "format": 1}), encoding="utf-8")
    context = browser.new_context(service_workers="block")
    tab = open_page(context, host, workers=False)
    first(tab, "옵티마이저")
    expect(tab.locator(".korean-search__help")).to_contain_text("새로 고치면")
    context.close()


def test_pieces_of_an_earlier_build_leave_the_device(
    browser: Browser, host: Host
) -> None:
    context = browser.new_context(locale="ko-KR")
    tab = open_page(context, host, workers=True)
    expect(first(tab, "옵티마이저")).to_be_attached()
    tab.wait_for_load_state("networkidle")
    before = {*tab.evaluate(KEPT)}
    assert len(before) > 5
    host.deploy()
    tab.wait_for_timeout(FRESH + 100)
    expect(first(tab, "베이지안 최적화")).to_contain_text("새로")
    tab.wait_for_load_state("networkidle")
    after = {*tab.evaluate(KEPT)}
    assert len(after) > 5
    assert not before & after
    context.close()


@pytest.mark.parametrize("trouble", ["full", "closed"])
def test_page_is_shown_when_nothing_can_be_kept(
    browser: Browser, host: Host, trouble: str
) -> None:
    context = browser.new_context(locale="ko-KR")
    if trouble == "closed":
        script = host.folder / "sw.js"
        lines = "caches.open = () => Promise.reject(new Error('막혔다'));\n"
        script.write_text(lines + script.read_text(encoding="utf-8"), encoding="utf-8")
    tab = open_page(context, host, workers=True)
    if trouble == "full":
        session = context.new_cdp_session(tab)
        session.send(
            "Storage.overrideQuotaForOrigin",
            {"origin": host.url.rstrip("/"), "quotaSize": 1},
        )
    answer = tab.goto(f"{host.url}week12/multi-label/")
    assert answer.status == 200
    assert answer.from_service_worker
    expect(tab.locator("h1")).to_contain_text("레이블")
    tab.wait_for_selector("html.js")
    expect(first(tab, "옵티마이저")).to_be_attached()
    context.close()
