"""마크다운의 끼워 넣기 표시를 읽는다."""

import re
from dataclasses import dataclass
from pathlib import Path

from tests.paths import document_files, relative, snippet_files

EMBED = re.compile(
    r'^\s*--8<--\s+"(?P<file>[^":]+)(?::(?P<part>[^"]*))?"', re.MULTILINE
)
SECTION = re.compile(r"--8<--\s*\[\s*(?P<edge>start|end)\s*:\s*(?P<name>[^\]]*?)\s*\]")
SECTION_NAME = re.compile(r"[a-z][-_0-9a-z]*", re.IGNORECASE)
PYTHON_FENCE = re.compile(
    r"^(?P<indent> *)```+ *python.*?\n(?P<body>.*?)^ *```+", re.M | re.S
)


@dataclass(frozen=True)
class Embed:
    """쪽 하나가 파일이나 그 절을 끼워 넣은 곳."""

    page: Path
    line: int
    file: str
    part: str | None

    @property
    def place(self) -> str:
        """파일과 줄 번호."""
        return f"{relative(self.page)}:{self.line}"


def line_of(text: str, position: int) -> int:
    """글자의 자리를 1부터 세는 줄 번호로 바꾼다."""
    return text.count("\n", 0, position) + 1


def embeds() -> list[Embed]:
    """모든 쪽의 끼워 넣기를 읽는다."""
    found = []
    for page in document_files():
        text = page.read_text(encoding="utf-8")
        for match in EMBED.finditer(text):
            line = line_of(text, match.start("file"))
            found.append(Embed(page, line, match["file"], match["part"]))
    return found


def sections(file: Path) -> list[tuple[int, str, str]]:
    """파일의 절 표시를 (줄, start나 end, 이름)으로 읽는다."""
    text = file.read_text(encoding="utf-8")
    return [
        (line_of(text, match.start()), match["edge"], match["name"])
        for match in SECTION.finditer(text)
    ]


def typed_python() -> list[str]:
    """끼워 넣지 않고 손으로 적은 파이썬 코드 상자의 자리를 찾는다."""
    places = []
    for page in document_files():
        text = page.read_text(encoding="utf-8")
        for fence in PYTHON_FENCE.finditer(text):
            lines = fence["body"].strip().splitlines()
            if not lines or not all(EMBED.match(line) for line in lines):
                places.append(f"{relative(page)}:{line_of(text, fence.start())}")
    return places


def all_sections() -> set[tuple[str, str]]:
    """코드에 있는 절을 (끼워 넣을 때 쓰는 파일 이름, 절 이름)으로 모은다."""
    return {
        (relative(file).removeprefix("snippets/"), name)
        for file in snippet_files()
        for _, edge, name in sections(file)
        if edge == "start"
    }
