"""마크다운에서 글만 남긴다. 가린 자리는 빈칸으로 채워 줄 번호가 그대로다."""

import re
from dataclasses import dataclass

FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<mark>`{3,}|~{3,})(?P<info>.*)$")
INLINE_CODE = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n[ \t]*\n).)+?)(?<!`)\1(?!`)", re.S)
COMMENT = re.compile(r"<!--.*?-->", re.S)
EMBED_LINE = re.compile(r"^[ \t]*-{1,}8<-{1,}.*$", re.M)
# 글에 나올 일이 없는 글자. 코드와 주석이 있던 자리를 알아볼 수 있게 한다.
CODE_MARK = "\x00"


@dataclass(frozen=True)
class Fence:
    """코드 상자 하나. 줄 번호는 1부터 센다."""

    line: int
    info: str
    body: list[str]
    closed: bool


def front_matter_end(lines: list[str]) -> int:
    """머리(`---`로 두른 YAML)가 끝난 다음 줄의 차례를 구한다. 머리가 없으면 0이다."""
    if lines and lines[0].rstrip() == "---":
        for index, line in enumerate(lines[1:], start=1):
            if line.rstrip() in ("---", "..."):
                return index + 1
    return 0


def fences(lines: list[str]) -> list[Fence]:
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


def prose(text: str) -> str:
    """머리, 코드, 주석, 끼워 넣기를 가린다."""
    lines = text.split("\n")
    for index in range(front_matter_end(lines)):
        lines[index] = ""
    for fence in fences(lines):
        end = fence.line + len(fence.body) + fence.closed
        lines[fence.line - 1 : end] = [""] * (end - fence.line + 1)
    masked = "\n".join(lines)
    masked = COMMENT.sub(lambda match: blank(match[0], CODE_MARK), masked)
    masked = EMBED_LINE.sub("", masked)
    return INLINE_CODE.sub(lambda match: blank(match[0], CODE_MARK), masked)


LINK = re.compile(r"\[(?:[^\[\]]|\[[^\]]*\])*\]\([^)]*\)")
ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
TAG = re.compile(r"<[^>]*>")


def readable(masked: str) -> str:
    """링크와 속성과 태그를 빈칸으로 바꾼다. 줄 번호는 그대로다."""
    for pattern in (LINK, ATTRIBUTES, TAG):
        masked = pattern.sub(lambda match: blank(match[0]), masked)
    return masked


def blank(text: str, fill: str = " ") -> str:
    """줄바꿈만 남기고 가린다."""
    return re.sub(r"[^\n]", fill, text)


def line_at(text: str, position: int) -> int:
    """글자의 자리를 1부터 세는 줄 번호로 바꾼다."""
    return text.count("\n", 0, position) + 1
