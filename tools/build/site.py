"""사이트를 한 번 짓는 동안 모든 걸음이 함께 쓰는 것."""

import ast
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, urljoin

from korean_search.store import Store
from tools.build.cache import Cache
from tools.build.files import cards
from tools.data import claims, concepts, glossary, history, robustness
from tools.data.terms import Finder
from tools.page import note
from tools.page.admonitions import is_note
from tools.page.embeds import sections
from tools.page.page import Source
from tools.proof import verified


@dataclass
class Page:
    """쪽 하나. 걸음이 더한 것도 담는다.

    Attributes:
        source: docs에서 본 원본의 이름.
        edited: 저장소에서 본, 손으로 고치는 파일. 만들어진 쪽은 그 바탕이 된 파일이다.
        url: 사이트 맨 위에서 본 주소.
        label: 차례에 적힌 이름.
        title: 창에 보일 제목.
        description: 한 문장 설명.
        section: 차례에서 이 쪽이 든 묶음. 없으면 빈 글이다.
        minutes: 읽는 데 걸리는 분.
        notebook: 노트북의 글. 코드가 없는 쪽이면 None이다.
        styles: 이 쪽에만 필요한 스타일의 자리.
    """

    source: str
    edited: str
    url: str
    label: str
    title: str
    description: str
    section: str = ""
    minutes: int = 1
    notebook: str | None = None
    styles: list[str] = field(default_factory=list)

    def file(self, ending: str) -> str:
        """쪽 곁에 놓을 파일의 자리. 원본과 같은 이름이라 어떻게 지어도 같다."""
        return self.source.removesuffix("md") + ending


class Titles(dict[str, str]):
    """코드의 자리에서 그 모듈을 설명하는 첫 문장으로. 처음 찾을 때 읽는다."""

    def __init__(self, root: Path) -> None:
        """저장소의 맨 위를 기억한다."""
        self.root = root

    def __missing__(self, file: str) -> str:
        """독스트링의 첫 줄. 없으면 파일의 이름이다."""
        tree = ast.parse((self.root / file).read_text(encoding="utf-8"))
        first = (ast.get_docstring(tree) or file.rpartition("/")[2]).split("\n")[0]
        return self.setdefault(file, first.removesuffix("."))


@dataclass
class Site:
    """한 번 짓는 일. 지을 때마다 새로 만든다.

    Attributes:
        root: 저장소의 맨 위.
        name: 사이트의 이름.
        description: 사이트의 한 문장 설명.
        url: 사이트의 주소. `/`로 끝난다.
        repository: GitHub 저장소의 주소. 모르면 빈 글이다.
        serving: 미리 보기인지. 들고 갈 파일은 만들지 않는다.
        relative: (가는 주소, 있는 주소)를 받아 그 쪽에서 본 주소를 주는 함수.
        urls: 원본의 이름마다 쪽의 주소.
        order: 차례에 적힌 원본의 이름.
        sources: 차례에 오른 쪽의 원본.
        pages: 지은 쪽.
        files: 다 지은 다음 쓸 파일.
        cards: 그릴 그림의 자리에서 적을 제목으로.
        letters: 수식에 쓰인 글자.
    """

    root: Path
    name: str
    description: str
    url: str
    repository: str
    serving: bool
    relative: Callable[[str, str], str]
    urls: dict[str, str] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    files: dict[str, str | bytes] = field(default_factory=dict)
    cards: dict[str, str] = field(default_factory=dict)
    letters: set[str] = field(default_factory=set)

    @cached_property
    def cache(self) -> Cache:
        """글이 같으면 다시 만들지 않을 것."""
        return Cache(self.root / ".cache" / "site", self.root)

    @cached_property
    def changes(self) -> list[history.Change]:
        """docs를 바꾼 커밋. 새것부터다."""
        return history.changes(self.root)

    @cached_property
    def dates(self) -> Mapping[str, datetime]:
        """파일마다 마지막으로 바뀐 때."""
        return history.last_changes(self.changes)

    def corrected(self, source: str, name: str) -> datetime | None:
        """바로잡음이 마지막으로 바뀐 때. 역사를 모르면 None이다."""
        lines = [
            one.line
            for one in sections(self.sources[source].markdown)
            if one.name == name
        ]
        if not self.changes or not lines:
            return None
        file = f"docs/{source}"
        return history.last_line_change(self.root, file, min(lines), max(lines))

    def sentences(self, source: str) -> frozenset[str]:
        """쪽이 든 주차의 원문의 문장. 원문이 없으면 비었다."""
        week = source.partition("/")[0]
        return self._notes.get(week, frozenset())

    @cached_property
    def _notes(self) -> Mapping[str, frozenset[str]]:
        folders = note.week_folders(self.root / "tests")
        return {
            x.parent.name: frozenset(note.sentences(note.mended_note(x)))
            for x in folders
        }

    @cached_property
    def records(self) -> verified.Records:
        """시험이 남긴 기록."""
        return verified.Records(self.root)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """코드 파일마다 사람이 읽을 제목. 모듈을 설명하는 첫 문장이다."""
        return Titles(self.root)

    @cached_property
    def pins(self) -> Mapping[str, str]:
        """시험에 쓰기로 고정한 판."""
        return verified.pins(self.root)

    @cached_property
    def entries(self) -> Mapping[str, glossary.Entry]:
        """이름에서 용어로. 쪽과 절이 모두 있는 것이다."""
        entries = glossary.load(self.root / "docs" / glossary.NAME)
        glossary.check_pages(entries, self.headings.get)
        return {entry.name: entry for entry in entries}

    @cached_property
    def finder(self) -> Finder:
        """글에서 용어를 찾는 것."""
        store = Store(self.root / ".cache" / "korean_search")
        return Finder(self.entries.values(), store)

    @cached_property
    def weeks(self) -> list[concepts.Concepts]:
        """주차마다의 개념 지도."""
        return concepts.load(self.root / "docs", self.headings, self.entries.keys())

    @cached_property
    def claims(self) -> list[claims.Claim]:
        """주장과 근거. 쪽의 차례다."""
        return claims.load(self.root / "docs", self.sources)

    @cached_property
    def reruns(self) -> Mapping[str, robustness.Rerun]:
        """코드마다 시드를 옮겨 다시 돌린 기록."""
        return robustness.read(self.root)

    @property
    def topics(self) -> list[Source]:
        """한 줄 답이 있는 쪽, 곧 노트. 차례의 차례다."""
        return [x for x in self.sources.values() if is_note(x.markdown)]

    @property
    def headings(self) -> Mapping[str, Mapping[str, str]]:
        """쪽에서, 절의 id를 제목으로 바꾸는 표로."""
        return {name: source.headings for name, source in self.sources.items()}

    def read(self, sources: Iterable[Source]) -> None:
        """차례에 오른 쪽을 그 차례로 기억한다.

        Raises:
            ValueError: 용어집이나 개념 지도가 없는 쪽을 가리킬 때.
        """
        self.sources = {source.name: source for source in sources}
        _ = self.weeks  # 틀린 곳이 있으면 쪽을 짓기 전에 알린다

    def week(self, folder: str) -> concepts.Concepts | None:
        """폴더에 놓인 주차의 개념 지도."""
        return next((week for week in self.weeks if week.folder == folder), None)

    def address(self, page: Page, target: str) -> str:
        """docs에서 본 「쪽.md#절」을 이 쪽에서 본 주소로 바꾼다."""
        path, hash_, anchor = target.partition("#")
        return self.relative(self.urls[path], page.url) + hash_ + anchor

    def beside(self, page: Page, ending: str) -> str:
        """쪽 곁에 놓인 파일을 이 쪽에서 본 주소."""
        return self.relative(page.file(ending), page.url)

    def absolute(self, path: str) -> str:
        """사이트 안의 자리를 어디서나 통하는 주소로 바꾼다."""
        return urljoin(self.url, path)

    def card(self, page: Page) -> str | None:
        """주소를 나눌 때 보일 그림의 주소. 그리지 않으면 None이다."""
        if self.serving or cards.korean_font() is None:
            return None
        name = f"assets/cards/{page.file('png')}"
        self.cards[name] = page.title
        return self.absolute(quote(name))

    def code(self, file: str) -> str | None:
        """저장소에 있는 파일을 보는 주소. 저장소를 모르면 None이다."""
        return f"{self.repository}/blob/main/{file}" if self.repository else None
