"""진짜 사이트를 지어, 쪽이 우리 작업자를 부르고 잘못된 설정은 거절하는지 본다."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from urllib.parse import urljoin

import pytest
import yaml
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from korean_search import plugin
from korean_search.analysis import Analyzer
from korean_search.glossary import Term
from korean_search.index import NAME, Builder
from korean_search.plugin import KoreanSearch, located

pytestmark = pytest.mark.slow

KINDS = ("core", "grams", "words", "texts", "names")
PAGE_SCRIPT = "search/ko/page.js?h="
HOOK = Path(__file__).parents[2] / "korean_search" / "hook.py"
PAGES = {
    "index.md": "# 첫 화면\n\n층을 쌓는다.\n",
    "deep/long.md": "# 긴 물음을 그대로 적은 제목\n\n학습률을 낮춘다.\n",
    "deep/plain.md": "---\ntitle: 머리의 제목\n---\n\n# 이름 없는 쪽\n\n글.\n",
}
NAV = ["index.md", {"걸음의 크기": "deep/long.md"}, "deep/plain.md"]


class Project:
    """`mkdocs.yml`과 글 몇 쪽이 든 폴더."""

    def __init__(self, folder: Path) -> None:
        """쪽을 쓴다."""
        self.folder = folder
        self.site = folder / "site"
        for name, text in PAGES.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        """Docs 안의 파일을 쓴다."""
        file = self.folder / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def build(
        self, dirty: bool = False, added: dict | None = None, **settings: object
    ) -> None:
        """설정을 쓰고 짓는다. `added`가 있으면 그 설정으로 플러그인을 더한다."""
        settings = {
            "site_name": "시험",
            "site_url": "https://example.com/under/",
            "theme": {"name": "material", "language": "ko"},
            "plugins": ["search"],
            "hooks": [str(HOOK)],
            "nav": NAV,
            **settings,
        }
        file = self.folder / "mkdocs.yml"
        file.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
        config = load_config(str(file))
        if added is not None:
            search = config.plugins["korean-search"] = KoreanSearch()
            search.load_config(added, config.config_file_path)
        build(config, dirty=dirty)

    def page(self, name: str) -> BeautifulSoup:
        """지은 쪽을 읽는다."""
        text = (self.site / name).read_text(encoding="utf-8")
        return BeautifulSoup(text, "html.parser")

    @property
    def index(self) -> Path:
        """색인이 놓인 폴더."""
        return self.site / "search/ko"

    def manifest(self) -> dict:
        """작업자가 읽는 목록."""
        return json.loads((self.index / "manifest.json").read_text(encoding="utf-8"))

    def names(self, *kinds: str) -> list[str]:
        """목록에 적힌 파일의 이름."""
        listed = "".join(self.manifest()[kind] for kind in kinds)
        return [f"{name}.ks" for name in re.findall(f".{{{NAME}}}", listed)]

    def pieces(self) -> dict[str, bytes]:
        """색인 파일과 그 내용."""
        return {file.name: file.read_bytes() for file in self.index.glob("*.ks")}

    def rows(self) -> Iterator[list]:
        """절마다 결과에 보일 것."""
        for name in self.names("texts"):
            yield from json.loads(gzip.decompress((self.index / name).read_bytes()))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return Project(tmp_path)


@pytest.mark.parametrize("directories", [True, False])
def test_every_page_asks_our_worker(project: Project, directories: bool) -> None:
    project.build(use_directory_urls=directories)
    home = "https://example.com/under/"
    pages = [file.relative_to(project.site) for file in project.site.rglob("*.html")]
    assert len(pages) == 4
    for name in pages:
        page = project.page(name)
        settings = json.loads(page.select_one("#__config").string)
        address = urljoin(home, name.as_posix())
        worker = urljoin(address, settings["search"])
        assert re.fullmatch(rf"{home}search/ko/worker\.js\?h=[0-9a-f]{{8}}", worker)
        scripts = [urljoin(address, x["src"]) for x in page.select("script[src]")]
        assert re.fullmatch(rf"{home}search/ko/page\.js\?h=[0-9a-f]{{8}}", scripts[-1])
        assert scripts.count(scripts[-1]) == 1
    assert (project.site / "search/ko/worker.js").stat().st_size > 1000
    assert (project.site / "search/ko/page.js").stat().st_size > 1000


def test_our_script_comes_after_the_scripts_of_the_site(project: Project) -> None:
    project.write("own.js", "")
    project.build(extra_javascript=["own.js"])
    scripts = [x["src"] for x in project.page("index.html").select("script[src]")]
    assert scripts[-2] == "own.js"
    assert scripts[-1].startswith(PAGE_SCRIPT)


def test_changed_script_changes_its_address(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def addresses() -> set[str]:
        project.build()
        page = project.page("index.html")
        settings = json.loads(page.select_one("#__config").string)
        return {settings["search"], page.select("script[src]")[-1]["src"]}

    first = addresses()
    assert addresses() == first
    monkeypatch.setattr(plugin, "worker_script", lambda: "self.close()")
    monkeypatch.setattr(plugin, "page_script", lambda: "void 0")
    assert not addresses() & first


def test_building_twice_adds_the_script_once(project: Project) -> None:
    project.build(extra_javascript=[])
    project.build(extra_javascript=[])
    scripts = [x["src"] for x in project.page("index.html").select("script[src]")]
    assert sum(name.startswith(PAGE_SCRIPT) for name in scripts) == 1


def test_index_is_cut_and_the_big_one_emptied(project: Project) -> None:
    project.build()
    assert project.pieces()
    assert {*project.pieces()} == {*project.names(*KINDS)}


def test_file_of_the_theme_says_nothing_that_a_build_changes(project: Project) -> None:
    source = project.site / "search/search_index.json"
    project.build()
    first = source.read_bytes()
    assert json.loads(first)["docs"] == []
    assert len(first) < 300
    project.write("index.md", "# 첫 화면\n\n글이 바뀌었다.\n")
    project.build()
    assert source.read_bytes() == first


def test_names_in_the_menu_are_found(project: Project) -> None:
    project.build()
    labels = {row[0]: row[5] for row in project.rows()}
    assert labels == {"": "", "deep/long/": "걸음의 크기", "deep/plain/": ""}
    project.build(nav=[*NAV[:1], {"다른 이름": "deep/long.md"}, NAV[2]])
    assert {row[5] for row in project.rows()} == {"", "다른 이름"}


def test_only_changed_texts_are_analyzed_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.build()
    seen: list[str] = []
    split = Analyzer.split

    def watch(self: Analyzer, texts: list[str]) -> list:
        seen.extend(texts)
        return split(self, texts)

    monkeypatch.setattr(Analyzer, "split", watch)
    project.build()
    assert seen == []
    project.write("index.md", "# 첫 화면\n\n층을 두 번 쌓는다.\n")
    project.build()
    assert seen == ["층을 두 번 쌓는다."]


def test_kept_analysis_gives_the_same_index(project: Project) -> None:
    project.build(extra={"korean_search": {"cache": "kept/here"}})
    first = project.pieces()
    (kept,) = (project.folder / "kept/here").glob("*.sqlite")
    kept.write_bytes(kept.read_bytes()[:5000])
    project.build(extra={"korean_search": {"cache": "kept/here"}})
    assert project.pieces() == first
    assert not (project.folder / ".cache").exists()


def test_index_of_an_earlier_build_is_removed(project: Project) -> None:
    project.build()
    first = {*project.pieces()}
    other, old = project.index / "notes", project.index / "0123456789"
    for folder, name in ((other, "index.html"), (old, "g1.ks")):
        folder.mkdir()
        (folder / name).write_text("다른 것", encoding="utf-8")
    project.write("index.md", "# 첫 화면\n\n글이 바뀌었다.\n")
    project.build(dirty=True)
    second = {*project.pieces()}
    assert second - first
    assert first - second
    assert second == {*project.names(*KINDS)}
    assert (other / "index.html").exists()
    assert not old.exists()


def test_index_is_read_after_any_plugin_wrote_it() -> None:
    assert KoreanSearch().on_post_build.mkdocs_priority < 0


GLOSSARY = "glossary.yml"
ENGLISH = {"theme": {"name": "material", "language": "en"}}


def options(value: object) -> dict:
    return {"extra": {"korean_search": value}}


@pytest.mark.parametrize(
    ("value", "korean", "english"),
    [
        (
            {"glossary": "none.yml"},
            r"mkdocs\.yml:3: 용어집 .*none\.yml이 없어요.*길을 .*적으세요",
            r"mkdocs\.yml:3: There is no glossary .*none\.yml\. Write the path",
        ),
        (
            {"glossary": 3},
            r"mkdocs\.yml:3: `extra\.korean_search\.glossary`에는 .* 지금은 `3`",
            r"mkdocs\.yml:3: `extra\.korean_search\.glossary` must be a path.*`3` now",
        ),
        (
            {"cache": ["a"]},
            r"mkdocs\.yml:3: `extra\.korean_search\.cache`에는 길을 글로 적으세요",
            r"mkdocs\.yml:3: `extra\.korean_search\.cache` must be a path",
        ),
        (
            {"glosary": "a.yml"},
            r"mkdocs\.yml:3: .*glosary`이라는 설정은 없어요. `glossary`, `cache`",
            r"mkdocs\.yml:3: There is no option .*glosary`\. Use one of `glossary`",
        ),
        (
            "glossary.yml",
            r"mkdocs\.yml:2: .*에는 설정의 이름과 값을 .* 지금은 `glossary\.yml`",
            r"mkdocs\.yml:2: .* must hold names and values\. It is `glossary\.yml` now",
        ),
    ],
)
def test_wrong_option_stops_the_build_in_the_language_of_the_pages(
    project: Project,
    value: object,
    korean: str,
    english: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for settings, said in (({}, korean), (ENGLISH, english)):
        caplog.clear()
        with pytest.raises(Abort):
            project.build(**options(value), **settings)
        assert re.search(said, caplog.text)
    assert not project.index.exists()


@pytest.mark.parametrize(
    ("text", "korean", "english"),
    [
        (
            "a: [b\n",
            r"yml:2: YAML로 읽을 수 없어요.*보세요",
            r"yml:2: This is not YAML",
        ),
        ("a: b", r"yml:1: 용어의 목록이어야.*적으세요", r"yml:1: This must be a list"),
        (
            "- term: a\n- english: b",
            r"yml:2: 2번째 항목에 `term`을 적으세요",
            r"yml:2: Entry 2 needs a `term`",
        ),
    ],
)
def test_wrong_glossary_stops_the_build_with_its_line(
    project: Project,
    text: str,
    korean: str,
    english: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (project.folder / GLOSSARY).write_text(text, encoding="utf-8")
    for settings, said in (({}, korean), (ENGLISH, english)):
        caplog.clear()
        with pytest.raises(Abort):
            project.build(**options({"glossary": GLOSSARY}), **settings)
        assert re.search(said, caplog.text)
    assert not project.site.exists()


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("deep/long.md#part", "deep/long/#part"),
        ("index.md", ""),
        ("없는 쪽.md#part", ""),
    ],
)
def test_place_of_a_term_becomes_its_address(page: str, address: str) -> None:
    places = {"deep/long.md": "deep/long/", "index.md": "./"}
    assert located(Term("층", ("층",), page=page), places).page == address


def test_glossary_leads_to_the_page_that_treats_a_term(project: Project) -> None:
    text = "- {term: 보폭, page: deep/long.md}\n- {term: 층}\n"
    (project.folder / GLOSSARY).write_text(text, encoding="utf-8")
    seen: list[list[Term]] = []

    class Watched(Builder):
        def __init__(self, sections: list, terms: list, analyzer: Analyzer) -> None:
            seen.append(terms)
            super().__init__(sections, terms, analyzer)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plugin, "Builder", Watched)
        project.build(**options({"glossary": GLOSSARY}))
    assert [term.page for term in seen[-1]] == ["deep/long/", ""]


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ({"name": "mkdocs", "locale": "ko"}, "한국어 검색은 Material for MkDocs에서만"),
        ("mkdocs", "Korean search needs Material for MkDocs"),
    ],
)
def test_search_of_another_theme_is_left_alone(
    project: Project, theme: object, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    project.build(theme=theme, hooks=[])
    own = {file: file.read_bytes() for file in project.site.rglob("search/*")}
    page = project.page("index.html").select("script[src]")
    assert own
    project.build(theme=theme)
    (warning,) = [one for one in caplog.messages if "Material" in one]
    assert re.search(rf"mkdocs\.yml:\d+: {said}", warning)
    assert "korean_search/hook.py" in warning
    assert {file: file.read_bytes() for file in project.site.rglob("search/*")} == own
    assert project.page("index.html").select("script[src]") == page


def test_search_of_a_site_opened_from_files_is_left_alone(
    project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    project.build(plugins=["search", "offline"], nav=None)
    assert "파일로 열려서" in caplog.text
    assert not project.index.exists()
    text = (project.site / "search/search_index.json").read_text(encoding="utf-8")
    assert json.loads(text)["docs"]


def test_search_that_is_not_listed_is_added(project: Project) -> None:
    project.build(plugins=[])
    assert project.pieces()
    assert project.page("index.html").select_one(".md-search")


def test_search_that_is_switched_off_stays_off(project: Project) -> None:
    project.build(plugins=[{"search": {"enabled": False}}])
    assert not project.page("index.html").select_one(".md-search")
    assert not project.pieces()


def test_failed_build_is_followed_by_a_whole_one(project: Project) -> None:
    with pytest.raises(Abort):
        project.build(**options({"glossary": "none.yml"}))
    project.build()
    assert project.pieces()


def test_preview_loads_kiwi_before_the_first_edit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loaded = Event()
    search = KoreanSearch()
    search.analyzer = Analyzer()
    monkeypatch.setattr(search.analyzer, "split", lambda _: loaded.set())
    search.on_serve(server=None)
    assert loaded.wait(timeout=30)


def test_preview_without_an_index_loads_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(plugin, "Thread", None)
    KoreanSearch().on_serve(server=None)
