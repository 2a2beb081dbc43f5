"""검사할 저장소를 읽는다. 글자표가 틀린 파일도 읽어서 나머지 잘못까지 함께 찾는다."""

import codecs
import os
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path

from tools.data import glossary
from tools.data.glossary import Entry
from tools.finding import Finding
from tools.page.note import Note, mended
from tools.page.page import Source

TEXT_ENDINGS = {
    ".css",
    ".html",
    ".js",
    ".json",
    ".md",
    ".py",
    ".svg",
    ".toml",
    ".tsv",
    ".txt",
    ".yaml",
    ".yml",
}
# 지을 때 만들어지는 쪽의 바탕과 이름.
MADE = {"glossary.yml": "glossary.md", "*/claims.yml": "claims.md"}
HISTORY = "changes.md"  # git의 역사로 만드는 쪽
SKIPPED_FOLDERS = {".cache", ".git", ".venv", "__pycache__", "node_modules"}
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def decode(content: bytes) -> str:
    """UTF-8이 아니면 UTF-16, CP949의 차례로 읽어 보고, 줄바꿈을 하나로 맞춘다."""
    encoding = next(
        (name for mark, name in BYTE_ORDER_MARKS.items() if content.startswith(mark)),
        "utf-8",
    )
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp949", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


@cache
def read_glossary(text: str) -> tuple[list[Entry], list[Finding]]:
    """용어와 틀린 곳을 읽는다. 같은 글은 다시 읽지 않는다."""
    reader = glossary.Reader()
    return reader.read(text), reader.problems


class Project:
    """저장소 하나. 파일은 한 번만 읽는다."""

    def __init__(self, root: Path) -> None:
        """맨 위 폴더를 기억한다."""
        self.root = root
        self.docs = root / "docs"
        self.snippets = root / "snippets"
        self.tests = root / "tests"
        self.config = root / "mkdocs.yml"
        self._texts: dict[Path, str] = {}
        self._contents: dict[Path, bytes] = {}

    def name(self, path: Path) -> str:
        """저장소 맨 위에서 본 자리를 `/`로 적는다."""
        return str(path)[len(str(self.root)) + 1 :].replace(os.sep, "/")

    @cached_property
    def files(self) -> list[Path]:
        """잠시 생긴 것과, 안에 따로 든 저장소를 뺀 모든 파일."""
        return sorted(self._walk())

    def _walk(self) -> Iterator[Path]:
        for folder, names, files in os.walk(self.root):
            names[:] = [
                name
                for name in names
                if name not in SKIPPED_FOLDERS
                and not name.endswith("_cache")
                and Path(folder, name) != self.root / "site"
            ]
            if self.config.name in files and Path(folder) != self.root:
                names.clear()
                continue
            yield from (x for x in (Path(folder, n) for n in files) if x.is_file())

    def has(self, path: Path) -> bool:
        """파일이 있는지 본다. 폴더는 파일이 아니다."""
        return str(path) in self._known

    def at(self, folder: Path, name: str) -> Path | None:
        """폴더에서 본 이름의 파일. 없으면 None이다."""
        return self._known.get(f"{folder}{os.sep}{name.replace('/', os.sep)}")

    def content(self, path: Path) -> bytes:
        """파일의 바이트를 읽는다."""
        if path not in self._contents:
            self._contents[path] = path.read_bytes()
        return self._contents[path]

    @cached_property
    def _known(self) -> dict[str, Path]:
        return {str(path): path for path in self.files}

    @cached_property
    def text_files(self) -> list[Path]:
        """글로 된 파일."""
        return [path for path in self.files if path.suffix in TEXT_ENDINGS]

    @cached_property
    def pages(self) -> list[Path]:
        """사이트가 되는 마크다운 파일."""
        return self.under(self.docs, ".md")

    @cached_property
    def code(self) -> list[Path]:
        """쪽에 실리는 파이썬 파일."""
        return self.under(self.snippets, ".py")

    @cached_property
    def made(self) -> set[str]:
        """지을 때 만들어질 쪽의 이름."""
        return {HISTORY} | {
            page
            for base, page in MADE.items()
            if any(x.relative_to(self.docs).match(base) for x in self.data)
        }

    @cached_property
    def data(self) -> list[Path]:
        """사이트의 글과 함께 두는 YAML 파일."""
        return self.under(self.docs, ".yml")

    def weekly(self, name: str) -> Iterator[tuple[str, Path]]:
        """주차의 폴더마다 있는 자료를 (docs에서 본 이름, 파일)로 낸다."""
        for path in self.data:
            if path.name == name and path.parent.parent == self.docs:
                yield path.relative_to(self.docs).as_posix(), path

    @cached_property
    def sources(self) -> dict[str, Source]:
        """docs에서 본 이름에서 쪽의 원본으로."""
        names = {x.relative_to(self.docs).as_posix(): x for x in self.pages}
        return {name: Source(name, "", self.read(x)) for name, x in names.items()}

    @cached_property
    def headings(self) -> dict[str, dict[str, str]]:
        """쪽에서, 절의 id를 제목으로 바꾸는 표로. 짓는 때와 같은 눈으로 본다."""
        return {name: source.headings for name, source in self.sources.items()}

    @cached_property
    def notes(self) -> dict[Path, Note]:
        """원문이 든 폴더에서, 고친 곳을 적용한 원문으로."""
        found = {}
        for path in self.under(self.tests, ".md"):
            if path.match("week*/source/note.md"):
                file = path.with_name("mends.toml")
                listed = self.read(file) if self.has(file) else ""
                note = mended(self.read(path), self.name(file), listed)
                found[path.parent] = note
        return found

    @cached_property
    def glossary(self) -> tuple[list[Entry], list[Finding]]:
        """용어집의 용어와 틀린 곳. 용어집이 없으면 둘 다 비었다."""
        path = self.docs / glossary.NAME
        if not self.has(path):
            return [], []
        return read_glossary(self.read(path))

    def under(self, folder: Path, ending: str) -> list[Path]:
        """폴더 아래에서 끝이 같은 파일을 찾는다."""
        start = f"{folder}{os.sep}"
        return [
            path
            for path in self.files
            if path.suffix == ending and str(path).startswith(start)
        ]

    def read(self, path: Path) -> str:
        """파일의 글을 읽는다."""
        if path not in self._texts:
            self._texts[path] = decode(self.content(path))
        return self._texts[path]

    def lines(self, path: Path) -> list[str]:
        """글을 줄로 나눈다. `str.splitlines`와 달리 줄바꿈에서만 나눈다."""
        return self.read(path).split("\n")
