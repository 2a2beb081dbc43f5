"""MkDocs의 사건에 맞추어 색인을 만들고, 테마가 부르는 작업자를 우리 것으로 바꾼다.

이 꾸러미에서 MkDocs를 아는 것은 이 파일뿐이다. 설치하면 `KoreanSearch`가 플러그인이
되고, 설치하지 않으면 hook.py가 `Hook`을 쓴다.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

from jinja2 import pass_context
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger

from korean_search.analysis import Analyzer
from korean_search.config_lines import place_of
from korean_search.glossary import GlossaryError, Term, dictionary, load_glossary
from korean_search.index import Builder, Index
from korean_search.messages import language_of, say
from korean_search.sections import read_sections
from korean_search.site_files import empty, write
from korean_search.store import Store
from korean_search.worker_files import page_script, worker_script

FOLDER = "search/ko"
THEME_WORKER = "assets/javascripts/workers/search."
CACHE = ".cache/korean_search"
SEARCH = ("search", "material/search")
OFFLINE = "material/offline"
TAGS = "material/tags"
# i18n은 언어마다 사이트를 다시 짓고 끝에 색인을 합친다. 그보다 나중이어야 한다.
AFTER_ALL = event_priority(-200)
log = get_plugin_logger("korean_search")


class Options(Config):
    """적을 수 있는 설정.

    Attributes:
        glossary: 용어집의 길. `mkdocs.yml`이 있는 폴더부터 적는다.
        cache: 분석한 것을 담아 둘 폴더의 길.
    """

    glossary = config_options.Optional(config_options.Type(str))
    cache = config_options.Type(str, default=CACHE)


class KoreanSearch(BasePlugin[Options]):
    """한 사이트의 검색. 짓기 시작할 때마다 `on_config`에서 처음부터 시작한다."""

    path: tuple[str, ...] = ("plugins", "korean-search")
    added_as = "korean-search"

    def __init__(self) -> None:
        """아직 아무것도 짓지 않은 채로 시작한다."""
        super().__init__()
        self.analyzer: Analyzer | None = None
        self.startup = {"command": "build", "dirty": False}
        self.wrong: list[tuple[str, tuple[str, ...], Any]] = []
        self.depth = 0

    def load_config(
        self, options: dict, config_file_path: str | None = None
    ) -> tuple[list, list]:
        """설정을 읽는다. 어느 말로 할지 아직 모르므로, 틀린 것은 적어만 둔다."""
        errors, warnings = super().load_config(options, config_file_path)
        self.wrong = [("type", (key,), options[key]) for key, _ in errors]
        self.wrong += [("unknown", (key,), None) for key, _ in warnings]
        return [], []

    def on_startup(self, **startup: Any) -> None:
        """무엇을 하려고 시작했는지 기억한다."""
        self.startup = startup

    # 더한 플러그인이 제 차례에 설정을 읽도록 맨 먼저 한다.
    @event_priority(100)
    def on_config(self, config: Any) -> None:
        """짓기 시작한다. 짓는 가운데 i18n이 다시 짓는 것은 이어서 한다."""
        self.depth += 1
        if self.depth > 1:
            return
        self.file = Path(config.config_file_path)
        self.labels: dict[str, str] = {}
        self.listed: set[str] = set()
        self.places: dict[str, str] = {}
        self.asked = False
        self.scripts = {"worker.js": worker_script(), "page.js": page_script()}
        self._read_options(config)
        if not any(name in config.plugins for name in SEARCH):
            self._add_search(config)

    # 언어와 테마는 다른 플러그인이 정하기도 하므로 다 정해진 다음에 본다.
    def on_pre_build(self, config: Any) -> None:
        """설정이 맞는지 보고, 검색창 곁에서 안내를 보여 줄 스크립트를 쪽에 더한다.

        Raises:
            PluginError: 설정이나 용어집이 틀렸을 때. 파일과 줄, 고칠 법을 말한다.
        """
        theme = config.theme
        if self.depth == 1:
            self.language = language_of(theme.get("language") or theme.get("locale"))
            self._refuse_wrong_options()
            self.aside = self._reason(config)
            if self.aside:
                said = say(self.language, self.aside, place=self.added_as)
                log.warning("%s: %s", place_of(self.file, ("theme",)), said)
            # 틀린 용어집은 쪽을 다 지은 다음이 아니라 지금 알린다.
            self.terms = self._glossary()
        page = self.address("page.js")
        if not self.aside and page not in config.extra_javascript:
            config.extra_javascript.append(page)

    def address(self, name: str) -> str:
        """스크립트의 주소. 새 쪽이 브라우저가 간직한 것을 쓰지 않게 해시를 붙인다."""
        code = hashlib.sha256(self.scripts[name].encode()).hexdigest()
        return f"{FOLDER}/{name}?h={code[:8]}"

    @AFTER_ALL
    def on_nav(self, nav: Any, files: Any, **_: object) -> None:
        """차례가 이름을 붙인 쪽을 안다. 글을 읽고 나면 제목에서 온 이름과 섞인다."""
        self.named = [page for page in nav.pages if page.title]
        self.places |= {file.src_uri: file.url for file in files}

    def on_env(self, env: Any, config: Any, **_: object) -> None:
        """차례에 적힌 이름과 꼬리표의 목록을 모으고, 작업자의 주소를 바꾼다."""
        self.labels |= {page.url: page.title for page in self.named}
        self.listed |= set(_tag_lists(config.plugins.get(TAGS)))
        if not self.aside:
            env.filters["url"] = self.redirected(env.filters["url"])

    def redirected(self, url: Callable[[Any, str], str]) -> Callable[[Any, str], str]:
        """테마의 작업자를 물으면 우리 작업자의 주소를 주는 `url` 필터.

        Args:
            url: MkDocs의 필터. 쪽에서 본 주소를 준다.
        """

        @pass_context
        def filter_(context: Any, value: str) -> str:
            if not str(value).startswith(THEME_WORKER):
                return url(context, value)
            self.asked = True
            return url(context, self.address("worker.js"))

        return filter_

    @AFTER_ALL
    def on_post_build(self, config: Any) -> None:
        """`search` 플러그인이 쓴 색인을 읽어 작은 파일로 나눈다."""
        self.depth -= 1
        source = Path(config.site_dir) / "search" / "search_index.json"
        # `search` 플러그인을 끄면 색인이 없고, 쪽에 검색창도 없다.
        if self.depth or not self.asked or not source.exists():
            return
        index = json.loads(source.read_text(encoding="utf-8"))
        # 꼬리표의 목록은 다른 쪽의 제목을 옮겨 적은 것이라, 그 쪽을 가린다.
        listed = tuple(self.listed)
        index["docs"] = [
            one for one in index["docs"] if not one["location"].startswith(listed)
        ]
        built = self._build(index)
        write(Path(config.site_dir) / FOLDER, built, self.scripts)
        empty(source, index)
        log.debug(
            "절 %d개의 색인을 파일 %d개로 나눴어요.",
            len(index["docs"]),
            len(built.files),
        )

    def on_build_error(self, **_: object) -> None:
        """짓다가 멈췄으면 다음에는 처음부터 시작한다."""
        self.depth = 0

    def on_serve(self, server: Any, **_: object) -> None:  # noqa: ARG002
        """미리 보기가 뜬 다음 Kiwi를 불러 두어, 처음 고친 사람이 기다리지 않게 한다."""
        if self.analyzer:
            warm = Thread(target=self.analyzer.split, args=([""],), daemon=True)
            warm.start()

    def _read_options(self, config: Any) -> None:
        """플러그인의 설정은 MkDocs가 이미 읽었다."""

    def _refuse_wrong_options(self) -> None:
        known = ", ".join(f"`{name}`" for name, _ in self.config_scheme)
        for problem, key, value in self.wrong:
            path = (*self.path, *key)
            option = ".".join(path)
            said = say(self.language, problem, option=option, value=value, known=known)
            raise PluginError(f"{place_of(self.file, path)}: {said}")

    def _reason(self, config: Any) -> str:
        """테마의 검색을 그대로 두어야 하는 까닭. 없으면 빈 글이다."""
        folders = [Path(folder) for folder in config.theme.dirs]
        if not any(any(folder.glob(f"{THEME_WORKER}*")) for folder in folders):
            return "theme"
        offline = config.plugins.get(OFFLINE)
        return "offline" if offline and offline.config.enabled else ""

    def _add_search(self, config: Any) -> None:
        """`plugins`에 적지 않은 `search`를 더한다. 적은 것처럼 테마의 것을 고른다."""
        _, search = type(config).plugins.load_plugin_with_namespace("search", {})
        if hasattr(search, "on_startup"):
            search.on_startup(**self.startup)

    def _build(self, index: dict) -> Index:
        store = Store(self.file.parent / self.config.cache)
        analyzer = Analyzer(dictionary(self.terms), store)
        # 미리 보기에서는 앞서 지을 때의 기억을 그대로 쓴다.
        if not self.analyzer or not self.analyzer.same(analyzer):
            self.analyzer = analyzer
        sections = read_sections(index, self.labels)
        terms = [located(term, self.places) for term in self.terms]
        return Builder(sections, terms, self.analyzer).build()

    def _glossary(self) -> list[Term]:
        if not (name := self.config.glossary):
            return []
        file = self.file.parent / name
        if not file.exists():
            place = place_of(self.file, (*self.path, "glossary"))
            said = say(self.language, "missing", file=file)
            raise PluginError(f"{place}: {said}")
        try:
            return load_glossary(file)
        except GlossaryError as error:
            said = say(self.language, error.problem, number=error.number)
            raise PluginError(f"{error.place}: {said}") from error


def located(term: Term, places: Mapping[str, str]) -> Term:
    """용어를 다룬 곳을 사이트의 주소로 바꾼다. `places`는 원본의 길과 주소다."""
    source, mark, section = term.page.partition("#")
    if source not in places:
        return replace(term, page="")
    address = places[source].removeprefix("./")
    return replace(term, page=f"{address}{mark}{section}")


def _tag_lists(tags: Any) -> Iterator[str]:
    """꼬리표의 목록인 절의 주소가 시작하는 글."""
    for listing in getattr(tags, "listings", None) or ():
        anchor = tags.config.tags_slugify_format.partition("{")[0]
        yield f"{listing.page.url}#{anchor}"


class Hook(KoreanSearch):
    """설치하지 않고 쓰는 검색. 설정을 `extra`에서 읽는다."""

    path = ("extra", "korean_search")
    added_as = "korean_search/hook.py"

    def _read_options(self, config: Any) -> None:
        options = config.extra.get(self.path[-1]) or {}
        if any(isinstance(one, KoreanSearch) for one in config.plugins.values()):
            self.wrong = [("twice", (), None)]
        elif isinstance(options, dict):
            self.load_config(options, config.config_file_path)
        else:
            self.wrong = [("mapping", (), options)]
