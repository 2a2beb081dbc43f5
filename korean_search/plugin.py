"""MkDocs의 사건에 맞추어 색인을 만들고, 테마가 부르는 작업자를 우리 것으로 바꾼다.

이 꾸러미에서 MkDocs를 아는 것은 이 파일과 hook.py뿐이다.
"""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

from jinja2 import pass_context
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger

from korean_search.analysis import Analyzer
from korean_search.glossary import Term, dictionary, load_glossary
from korean_search.index import Builder, Index
from korean_search.sections import read_sections
from korean_search.store import Store
from korean_search.worker_files import page_script, worker_script

FOLDER = "search/ko"
MANIFEST = "manifest.json"
THEME_WORKER = "assets/javascripts/workers/search."
CACHE = ".cache/korean_search"
NO_INDEX = (
    "한국어 검색에는 `search` 플러그인이 있어야 해요. `plugins`에 `search`를 적으세요."
)
OTHER_THEME = (
    "이 테마는 Material의 검색 작업자를 쓰지 않아 한국어 검색을 붙일 수 없어요. "
    "`theme`의 `name`을 `material`로 적거나 `hooks`에서 korean_search를 빼세요."
)


class KoreanSearch:
    """한 사이트의 검색. 지을 때마다 `on_config`에서 처음부터 시작한다."""

    analyzer: Analyzer | None = None

    def on_config(self, config: Any) -> None:
        """설정을 읽고, 검색창 곁에서 안내를 보여 줄 스크립트를 쪽에 더한다."""
        self.options = config.extra.get("korean_search") or {}
        self.root = Path(config.config_file_path).parent
        self.named: list = []
        self.labels: dict[str, str] = {}
        self.asked = False
        self.scripts = {"worker.js": worker_script(), "page.js": page_script()}
        page = self.address("page.js")
        if page not in config.extra_javascript:
            config.extra_javascript.append(page)

    def address(self, name: str) -> str:
        """스크립트의 주소. 새 쪽이 브라우저가 간직한 것을 쓰지 않게 해시를 붙인다."""
        code = hashlib.sha256(self.scripts[name].encode()).hexdigest()
        return f"{FOLDER}/{name}?h={code[:8]}"

    def on_nav(self, nav: Any, **_: object) -> None:
        """차례가 이름을 붙인 쪽을 안다. 글을 읽고 나면 제목에서 온 이름과 섞인다."""
        self.named = [page for page in nav.pages if page.title]

    def on_env(self, env: Any, **_: object) -> None:
        """차례에 적힌 이름을 모으고, 테마가 묻는 작업자의 주소를 바꾼다."""
        self.labels = {page.url: page.title for page in self.named}
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

    # `search` 플러그인이 색인을 쓴 다음이어야 한다. 플러그인은 어떤 차례로도 적는다.
    @event_priority(-100)
    def on_post_build(self, config: Any) -> None:
        """`search` 플러그인이 쓴 색인을 읽어 작은 파일로 나눈다.

        Raises:
            PluginError: `search` 플러그인이나 Material 테마, 용어집이 없을 때.
        """
        site = Path(config.site_dir)
        source = site / "search" / "search_index.json"
        if not source.exists():
            raise PluginError(f"{config.config_file_path}: {NO_INDEX}")
        if not self.asked:
            raise PluginError(f"{config.config_file_path}: {OTHER_THEME}")
        index = json.loads(source.read_text(encoding="utf-8"))
        built = self._build(index)
        write(site / FOLDER, built, self.scripts)
        # 테마가 기다리는 파일이다. 지을 때마다 바뀌는 것을 적으면, 브라우저가 간직한
        # 것이 사라진 색인을 가리킨다.
        small = {"config": index["config"], "docs": []}
        source.write_text(json.dumps(small, ensure_ascii=False), encoding="utf-8")
        get_plugin_logger("korean_search").debug(
            "절 %d개의 색인을 파일 %d개로 나눴어요.",
            len(index["docs"]),
            len(built.files),
        )

    def on_serve(self, server: Any, **_: object) -> None:  # noqa: ARG002
        """미리 보기가 뜬 다음 Kiwi를 불러 두어, 처음 고친 사람이 기다리지 않게 한다."""
        warm = Thread(target=self.analyzer.split, args=([""],), daemon=True)
        warm.start()

    def _build(self, index: dict) -> Index:
        terms = self._glossary()
        store = Store(self.root / self.options.get("cache", CACHE))
        analyzer = Analyzer(dictionary(terms), store)
        # 미리 보기에서는 앞서 지을 때의 기억을 그대로 쓴다.
        if not self.analyzer or not self.analyzer.same(analyzer):
            self.analyzer = analyzer
        return Builder(read_sections(index, self.labels), terms, self.analyzer).build()

    def _glossary(self) -> list[Term]:
        if not (name := self.options.get("glossary")):
            return []
        file = self.root / name
        if not file.exists():
            raise PluginError(
                f"{file}: 용어집이 없어요. "
                "`extra.korean_search.glossary`의 길을 고치세요."
            )
        try:
            return load_glossary(file)
        except ValueError as error:
            raise PluginError(str(error)) from error


def write(folder: Path, index: Index, scripts: dict[str, str]) -> None:
    """색인과 스크립트를 쓰고, 전에 지은 색인을 지운다.

    Args:
        folder: 사이트 안의 우리 폴더.
        index: 이번에 지은 색인.
        scripts: 이름과 내용.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in index.files.items():
        (folder / f"{name}.ks").write_bytes(content)
    manifest = json.dumps(index.manifest, separators=(",", ":"))
    for name, text in {MANIFEST: manifest, **scripts}.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    _clean(folder, {f"{name}.ks" for name in index.files})


def _clean(folder: Path, wanted: set[str]) -> None:
    """이름이 `wanted`에 없는 색인 파일과, 앞선 판이 쓰던 색인 폴더를 지운다."""
    for old in list(folder.iterdir()):
        if old.is_dir() and _ours(old):
            shutil.rmtree(old)
        elif old.suffix == ".ks" and old.name not in wanted:
            old.unlink()


def _ours(folder: Path) -> bool:
    return all(file.suffix == ".ks" for file in folder.iterdir())
