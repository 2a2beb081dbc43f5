"""검사할 저장소를 읽는다. 글자표가 틀린 파일도 읽어서 나머지 잘못까지 함께 찾는다."""

import codecs
import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

TEXT_ENDINGS = {
    ".css",
    ".html",
    ".js",
    ".json",
    ".md",
    ".py",
    ".svg",
    ".toml",
    ".txt",
    ".yaml",
    ".yml",
}
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

    def name(self, path: Path) -> str:
        """저장소 맨 위에서 본 자리를 `/`로 적는다."""
        return path.relative_to(self.root).as_posix()

    @cached_property
    def files(self) -> list[Path]:
        """잠시 생긴 것을 뺀 모든 파일."""
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
            yield from (Path(folder, name) for name in files)

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

    def under(self, folder: Path, ending: str) -> list[Path]:
        """폴더 아래에서 끝이 같은 파일을 찾는다."""
        return [
            path
            for path in self.files
            if path.suffix == ending and folder in path.parents
        ]

    def read(self, path: Path) -> str:
        """파일의 글을 읽는다."""
        if path not in self._texts:
            self._texts[path] = decode(path.read_bytes())
        return self._texts[path]

    def lines(self, path: Path) -> list[str]:
        """글을 줄로 나눈다. `str.splitlines`와 달리 줄바꿈에서만 나눈다."""
        return self.read(path).split("\n")
