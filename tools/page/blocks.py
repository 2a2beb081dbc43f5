"""원문 노트를 덩이로 나눈다: 제목, 문단, 항목, 코드, 수식, 그림, 표."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tools.page.admonitions import OPENING
from tools.page.links import LINK
from tools.page.markdown import fences

FORMULA_EDGE = re.compile(r"^\s*\$\$\s*$")
ROW = re.compile(r"^\s*\|.*\|\s*$")
RULE = re.compile(r"^\s*(?:\|[\s:-]+)+\|\s*$")
ITEM = re.compile(r"^\s*(?:\d+\.|-)\s")
# 목록을 나누려고 넣은 주석과 가로줄은 글이 아니다.
EMPTY = re.compile(r"^\s*(?:---|<!--.*-->)?\s*$")
QUOTE = re.compile(r"^\s*(?:>\s?)+")


class Kind(StrEnum):
    """덩이의 갈래. 값은 알릴 때 쓰는 이름이다."""

    HEADING = "제목"
    PARAGRAPH = "문단"
    ITEM = "항목"
    FENCE = "코드"
    FORMULA = "수식"
    IMAGE = "그림"
    TABLE = "표"


PROSE = (Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM)


@dataclass(frozen=True)
class Block:
    """덩이 하나.

    Attributes:
        kind: 갈래.
        line: 시작하는 줄. 1부터 센다.
        text: 코드와 수식은 두른 표시를 뺀 글, 그림은 주소, 나머지는 적힌 줄.
        info: 코드 상자에 적은 말의 이름. 없으면 빈 글이다.
    """

    kind: Kind
    line: int
    text: str
    info: str = ""


@cache
def blocks(note: str) -> tuple[Block, ...]:
    """덩이를 적힌 차례로 낸다. 문단은 한 줄, 표는 한 행이 한 덩이다."""
    return tuple(read(note.split("\n")))


def read(lines: list[str]) -> Iterator[Block]:
    """줄을 위에서 아래로 읽는다."""
    boxes = {fence.line: fence for fence in fences(lines)}
    number = 0
    while number < len(lines):
        number += 1
        line = lines[number - 1]
        if fence := boxes.get(number):
            yield Block(Kind.FENCE, number, "\n".join(fence.body), fence.info)
            number = fence.end
        elif FORMULA_EDGE.match(line):
            end = formula_end(lines, number)
            yield Block(Kind.FORMULA, number, "\n".join(lines[number : end - 1]))
            number = end
        elif not EMPTY.match(line):
            yield from read_line(number, line)


def formula_end(lines: list[str], start: int) -> int:
    """`$$`로 연 수식을 닫는 줄의 번호. 닫지 않았으면 글의 끝이다."""
    later = range(start + 1, len(lines) + 1)
    return next((n for n in later if FORMULA_EDGE.match(lines[n - 1])), len(lines))


def read_line(number: int, line: str) -> Iterator[Block]:
    """한 줄로 끝나는 덩이를 읽는다."""
    line = QUOTE.sub("", line)
    bare = line.strip()
    image = LINK.fullmatch(ITEM.sub("", line).strip())
    if opened := OPENING.match(line):
        if opened["title"]:
            yield Block(Kind.PARAGRAPH, number, opened["title"])
    elif image and image["image"]:
        yield Block(Kind.IMAGE, number, image["inside"])
    elif ROW.match(line):
        if not RULE.match(line):
            yield Block(Kind.TABLE, number, bare)
    elif bare.startswith("#"):
        yield Block(Kind.HEADING, number, bare)
    elif bare:
        kind = Kind.ITEM if ITEM.match(line) else Kind.PARAGRAPH
        yield Block(kind, number, bare)


def cells(row: str) -> tuple[str, ...]:
    """표 한 행의 칸. 역슬래시를 앞에 둔 `|`는 칸을 나누지 않는다."""
    return tuple(x.strip() for x in re.split(r"(?<!\\)\|", row.strip().strip("|")))
