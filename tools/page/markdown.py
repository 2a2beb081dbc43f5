"""마크다운에서 글만 남긴다. 가린 자리는 빈칸으로 채워 줄 번호가 그대로다."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from tools.page import front_matter
from tools.page.links import LINK, without_addresses

FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<mark>`{3,}|~{3,})(?P<info>.*)$")
OPTION = re.compile(r'\b(?P<name>\w+)="(?P<value>[^"\n]*)"')
CODE = r"(?<!`)(?P<ticks>`+)(?!`)(?P<code>(?:(?!\n[ \t]*\n).)+?)(?<!`)(?P=ticks)(?!`)"
INLINE_CODE = re.compile(CODE, re.S)
# 사이트의 확장이 수식으로 보는 것. 빈칸이 붙은 `$`는 돈이다.
FORMULA = re.compile(
    r"(?<![\\$\w])\$\$(?:(?!\n[ \t]*\n).)+?\$\$"
    r"|(?<![\\$\w])\$(?![\s$])[^$\n]*?(?<![\s\\])\$(?!\d)"
    r"|\\\((?:(?!\n[ \t]*\n).)+?\\\)|\\\[(?:(?!\n[ \t]*\n).)+?\\\]",
    re.S,
)
# 닫지 않은 주석이 다음 주석까지 삼키지 않게 한다.
COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.S)
COMMENT_EDGE = re.compile(rf"{CODE}|<!--|-->", re.S)
EMBED_LINE = re.compile(r"^[ \t]*-{1,}8<-{1,}.*$", re.M)
# 수식의 `\frac{a}{b}`는 속성이 아니다.
ATTRIBUTES = re.compile(r"\{:?[ \t]*(?:[#.][^\s{}]|[\w-]+[ \t]*=)[^{}\n]*\}")
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
LEADING_MARK = re.compile(r"^[ \t]*(?:>[ \t]*)*(?:#+|[-*+]|\d+[.)])[ \t]+", re.M)
# 글에 나올 일이 없는 글자. 코드와 주석이 있던 자리를 알아볼 수 있게 한다.
CODE_MARK = "\x00"


@dataclass(frozen=True)
class Fence:
    """코드 상자 하나. 줄 번호는 1부터 센다."""

    line: int
    info: str
    body: Sequence[str]
    closed: bool

    @cached_property
    def options(self) -> Mapping[str, str]:
        """`title="…"`처럼 적은 것."""
        return {x["name"]: x["value"] for x in OPTION.finditer(self.info)}

    @property
    def end(self) -> int:
        """마지막 줄의 번호."""
        return self.line + len(self.body) + self.closed


def fences(lines: Sequence[str]) -> list[Fence]:
    """코드 상자를 차례로 찾는다."""
    found: list[Fence] = []
    opened: tuple[int, str, str] | None = None
    for index, line in enumerate(lines):
        match = FENCE.match(line)
        if opened is None:
            if match and "`" not in match["info"]:
                opened = (index, match["mark"], match["info"].strip())
        elif match and match["mark"].startswith(opened[1]) and not match["info"]:
            start, _, info = opened
            found.append(Fence(start + 1, info, lines[start + 1 : index], closed=True))
            opened = None
    if opened:
        start, _, info = opened
        found.append(Fence(start + 1, info, lines[start + 1 :], closed=False))
    return found


@cache
def without_blocks(text: str) -> str:
    """머리와 코드 상자를 가린다."""
    lines = text.split("\n")
    for index in range(front_matter.end(lines)):
        lines[index] = ""
    for fence in fences(lines):
        lines[fence.line - 1 : fence.end] = [""] * (fence.end - fence.line + 1)
    return "\n".join(lines)


@cache
def content(text: str) -> str:
    """머리, 코드 상자, 주석, 끼워 넣기를 가린다. 글 속의 코드는 남는다."""
    masked = COMMENT.sub(lambda match: blank(match[0], CODE_MARK), without_blocks(text))
    return EMBED_LINE.sub("", masked)


@cache
def prose(text: str) -> str:
    """머리, 코드, 수식, 주석, 끼워 넣기를 가린다."""
    masked = content(text)
    for pattern in (INLINE_CODE, FORMULA):
        masked = pattern.sub(lambda match: blank(match[0], CODE_MARK), masked)
    return masked


def unclosed_comment(text: str) -> int | None:
    """닫지 않은 주석(`<!--`)이 있는 첫 줄. 없으면 None이다."""
    masked = without_blocks(text)
    opened: int | None = None
    for match in COMMENT_EDGE.finditer(masked):
        if match[0] == "-->":
            opened = None
        elif match[0] == "<!--":
            if opened is not None:
                break
            opened = match.start()
    return None if opened is None else line_at(masked, opened)


def readable(masked: str) -> str:
    """링크와 속성과 태그를 빈칸으로 바꾼다. 줄 번호는 그대로다."""
    for pattern in (LINK, ATTRIBUTES, TAG):
        masked = pattern.sub(lambda match: blank(match[0]), masked)
    return masked


def inline(text: str) -> str:
    """글을 꾸미는 표시를 떼어, 읽는 사람에게 보일 글만 남긴다."""
    text = ATTRIBUTES.sub("", without_addresses(text.replace("**", "")))
    return TAG.sub("", INLINE_CODE.sub(lambda match: match["code"], text))


def shown_lines(text: str) -> list[str]:
    """쪽의 줄마다 읽는 사람에게 보일 글. 제목과 목록의 표시도 뗀다."""
    return inline(LEADING_MARK.sub("", content(text).replace(CODE_MARK, ""))).split(
        "\n"
    )


def blank(text: str, fill: str = " ") -> str:
    """줄바꿈만 남기고 가린다."""
    return re.sub(r"[^\n]", fill, text)


def line_at(text: str, position: int) -> int:
    """글자의 자리를 1부터 세는 줄 번호로 바꾼다."""
    return text.count("\n", 0, position) + 1
