"""쪽의 끼워 넣기와, 끼워 넣을 파일의 절을 읽는다."""

import re
from dataclasses import dataclass
from functools import cache

from tools.page.markdown import line_at

EMBED = re.compile(r'^\s*--8<--\s+"(?P<file>[^":]+)(?::(?P<part>[^"]*))?"', re.M)
SECTION = re.compile(r"--8<--\s*\[\s*(?P<edge>start|end)\s*:\s*(?P<name>[^\]]*?)\s*\]")


@dataclass(frozen=True)
class Embed:
    """파일이나 그 절을 끼워 넣은 줄."""

    line: int
    file: str
    part: str | None


@dataclass(frozen=True)
class Section:
    """절의 처음이나 끝을 알리는 표시 하나."""

    line: int
    edge: str
    name: str


@cache
def embeds(text: str) -> list[Embed]:
    """글에 적힌 끼워 넣기를 차례로 읽는다."""
    return [
        Embed(line_at(text, match.start("file")), match["file"], match["part"])
        for match in EMBED.finditer(text)
    ]


@cache
def sections(text: str) -> list[Section]:
    """파일의 절 표시를 차례로 읽는다."""
    return [
        Section(line_at(text, match.start()), match["edge"], match["name"])
        for match in SECTION.finditer(text)
    ]


def section_lines(text: str, part: str) -> list[str]:
    """절의 줄만 꺼낸다. 없는 절이면 빈 목록이다."""
    lines = text.split("\n")
    edges = {one.edge: one.line for one in sections(text) if one.name == part}
    return lines[edges.get("start", 0) : edges.get("end", 1) - 1]


def shown_lines(text: str, part: str) -> list[str]:
    """절에서 쪽에 실릴 줄만 꺼낸다. 안에 든 다른 절의 표시는 뺀다."""
    return [line for line in section_lines(text, part) if not SECTION.search(line)]
