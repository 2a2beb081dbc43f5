"""남의 사이트에 붙여도 되는지, 작은 사이트 둘을 지어 브라우저에서 찾아 본다.

하나는 `pip`으로 설치한 플러그인을 언어가 둘인 사이트에, 하나는 폴더째 놓은 훅을
쪽마다 파일이 하나인 사이트에 쓴다.
"""

import shutil
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from korean_search import __version__
from tests.paths import ROOT
from tests.site.keyboard import search
from tests.site.test_search import ask, found_in
from tools.measure.server import serve
from tools.processes import run

PACKAGE = ROOT / "korean_search"
HELP = ".korean-search__help"
LINK = ".md-search-result__link"
PLUGIN_SITE = """
site_name: 두 언어의 노트
site_url: {url}
theme: {{name: material, language: ko, features: [search.suggest]}}
nav:
  - index.md
  - 걸음의 크기: guide/rate.md
  - ...
plugins:
  - awesome-pages
  - tags
  - i18n:
      docs_structure: suffix
      languages:
        - {{locale: ko, default: true, name: 한국어, build: true}}
        - locale: en
          name: English
          build: true
          nav_translations: {{걸음의 크기: Step size}}
  - korean-search: {{glossary: terms.yml}}
"""
PLUGIN_PAGES = {
    "index.md": "# 첫 화면\n\n노트를 모은 곳이다.\n",
    "index.en.md": "# Home\n\nNotes are kept here.\n",
    "guide/.pages": "title: 안내\n",
    "guide/rate.md": "---\ntags: [훈련]\n---\n\n# 학습률\n\n낮추면 느리다.\n",
    "guide/rate.en.md": "# Learning pace\n\nA smaller pace is slower.\n",
    "guide/loss.md": "---\ntags: [훈련]\n---\n\n# 손실 함수\n\n교차 엔트로피.\n",
    "tags.md": "# 꼬리표\n\n<!-- material/tags -->\n",
}
HOOK_SITE = """
site_name: 한 언어의 노트
use_directory_urls: false
theme: {{name: material, language: ko}}
hooks: [korean_search/hook.py]
plugins:
  - search
  - blog
  - redirects:
      redirect_maps: {{old.md: guide/flow.md}}
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
"""
HOOK_PAGES = {
    "blog/index.md": "# 소식\n",
    "blog/posts/new.md": "---\ndate: 2026-11-01\n---\n\n# 새 소식\n\n강의실.\n",
    "index.md": "# 첫 화면\n\n노트를 모은 곳이다.\n",
    "guide/flow.md": (
        "# 요청의 흐름\n\n그림과 같다.\n\n"
        "```mermaid\ngraph LR\n  게이트웨이 --> 인증서버\n```\n"
    ),
    "guide/queue.md": "# 대기열\n\n메시지를 쌓는다.\n\n## 우선순위 정하기\n\n먼저.\n",
}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """README가 시키는 대로 `pip`으로 설치한 폴더."""
    folder = tmp_path_factory.mktemp("installed")
    copy = folder / "source/korean_search"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    target = folder / "target"
    pip = [sys.executable, "-m", "pip", "install", *options, "--target", str(target)]
    result = run(folder, *pip, str(copy))
    assert result.returncode == 0, result.stderr
    # 설치한 다음 폴더에 남는 것이 없어야 훅으로 쓰는 사람의 저장소가 깨끗하다.
    assert {file.name for file in copy.iterdir()} == {
        file.name for file in PACKAGE.iterdir() if file.name != "__pycache__"
    }
    return target


def write(folder: Path, settings: str, pages: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    for name, text in pages.items():
        file = folder / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def build(folder: Path, site: Path, path: str = "") -> None:
    """검색이 아무 경고도 하지 않게 짓는다. 다른 플러그인의 경고는 보지 않는다."""
    command = [sys.executable, "-m", "mkdocs", "build", "-d", str(site)]
    result = run(folder, *command, PYTHONPATH=path)
    assert result.returncode == 0, result.stderr
    assert "korean_search" not in result.stderr


@pytest.fixture(scope="module")
def languages(
    installed: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """설치한 플러그인으로 지어 하위 폴더에 올린 사이트의 주소."""
    folder, root = tmp_path_factory.mktemp("languages"), tmp_path_factory.mktemp("host")
    with serve(root) as home:
        write(folder, PLUGIN_SITE.format(url=f"{home}notes/"), PLUGIN_PAGES)
        terms = "- {term: 학습률, english: learning rate}\n"
        (folder / "terms.yml").write_text(terms, encoding="utf-8")
        build(folder, root / "notes", str(installed))
        yield f"{home}notes/"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """폴더째 놓은 훅으로, 쪽마다 파일 하나가 되게 지은 사이트의 주소."""
    folder = tmp_path_factory.mktemp("files")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, folder / PACKAGE.name, ignore=ignored)
    write(folder, HOOK_SITE.format(), HOOK_PAGES)
    build(folder, folder / "site")
    with serve(folder / "site") as url:
        yield url


def open_page(browser: Browser, address: str) -> Page:
    page = browser.new_page(service_workers="block")
    page.goto(address)
    page.wait_for_selector("html.js")
    return page


def first(browser: Browser, address: str, queries: list[str]) -> dict[str, str | None]:
    """물은 말마다 맨 위에 나온 쪽."""
    page = open_page(browser, address)
    found = [found_in(answer) for answer in ask(page, queries)]
    page.close()
    return {
        query: next(iter(one), None) for query, one in zip(queries, found, strict=True)
    }


def test_installed_package_holds_what_it_needs(installed: Path) -> None:
    (about,) = metadata.distributions(path=[str(installed)])
    assert about.version == __version__
    assert {file.name for file in (installed / "korean_search").rglob("*.*s")} >= {
        file.name for file in (PACKAGE / "worker").iterdir()
    }
    (entry,) = about.entry_points
    assert (entry.group, entry.name) == ("mkdocs.plugins", "korean-search")


def test_changelog_begins_with_the_version() -> None:
    text = (PACKAGE / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings[0].startswith(f"## {__version__} ")


def test_package_carries_the_license_of_the_repository() -> None:
    own = (PACKAGE / "LICENSE").read_text(encoding="utf-8")
    assert own.startswith("MIT License")
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").endswith(own)


def test_site_in_two_languages_is_searched(browser: Browser, languages: str) -> None:
    wanted = {
        "학습률": "guide/rate/",
        "학습률을": "guide/rate/",
        "ㅎㅅㄹ": "guide/rate/",
        "learning rate": "guide/rate/",
        "걸음의 크기": "guide/rate/",
        "step size": "en/guide/rate/",
        "learning pace": "en/guide/rate/",
        "교차 엔트로피": "guide/loss/",
        "손실함수": "guide/loss/",
        "쏼라쏼라": None,
    }
    for address in (languages, f"{languages}en/guide/rate/"):
        assert first(browser, address, list(wanted)) == wanted


def test_tag_leads_to_its_pages_and_not_to_the_list_of_tags(
    browser: Browser, languages: str
) -> None:
    page = open_page(browser, languages)
    tag, title = ask(page, ["훈련", "꼬리표"])
    page.close()
    assert {*found_in(tag)} == {"guide/rate/", "guide/loss/"}
    assert found_in(title)[0] == "tags/"


@pytest.mark.parametrize(
    ("address", "near"), [("", "가까운 말"), ("en/", "Did you mean")]
)
def test_words_beside_the_search_follow_the_page(
    browser: Browser, languages: str, address: str, near: str
) -> None:
    page = open_page(browser, languages + address)
    search(page, "학슙뮬")
    expect(page.locator(HELP)).to_contain_text(near)
    page.close()


def test_result_opens_under_the_folder(browser: Browser, languages: str) -> None:
    page = open_page(browser, f"{languages}en/guide/rate/")
    search(page, "교차 엔트로피")
    expect(page.locator(LINK).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{languages}guide/loss/**")
    page.close()


def test_site_of_plain_files_is_searched(browser: Browser, files: str) -> None:
    wanted = {
        "흐름을": "guide/flow.html",
        "게이트웨이": "guide/flow.html",
        "인증서버": "guide/flow.html",
        "메시지": "guide/queue.html",
        "eorlduf": "guide/queue.html",
        "강의실을": "blog/2026/11/01/%EC%83%88-%EC%86%8C%EC%8B%9D.html",
        "우선순위정하기": "guide/queue.html",
        "쏼라쏼라": None,
    }
    for address in ("", "guide/queue.html"):
        assert first(browser, files + address, list(wanted)) == wanted


def test_page_that_moved_still_leads_on(browser: Browser, files: str) -> None:
    page = browser.new_page()
    page.goto(f"{files}old.html")
    page.wait_for_url(f"{files}guide/flow.html")
    page.close()
