"""마크다운의 링크와 그림을 읽는다."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# 주소에는 한 겹의 괄호까지 들 수 있다. 위키백과의 주소가 그렇다.
LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\((?P<inside>(?:[^()\n]|\n(?![ \t]*\n)|\([^()\n]*\))*)\)"
)
DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]]+\]:\s*<?(?P<target>[^\s>]+)", re.M)
TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*$""")


@dataclass(frozen=True)
class Link:
    """링크나 그림 하나.

    Attributes:
        start: 글에서 시작하는 자리.
        text: 대괄호 안의 글. 그림이면 설명이다.
        target: 가리키는 주소.
        image: 그림인지.
    """

    start: int
    text: str
    target: str
    image: bool


def links(text: str) -> Iterator[Link]:
    """글에 든 링크와 그림을 차례로 읽는다. 따로 적은 주소(`[이름]: 주소`)도 든다."""
    for match in LINK.finditer(text):
        target = TITLE.sub("", f" {match['inside']}").strip()
        if target.startswith("<"):
            target = target[1:].partition(">")[0]
        yield Link(match.start(), match["text"], target, bool(match["image"]))
        for inner in LINK.finditer(match["text"]):  # 그림에 건 링크
            if inner["image"]:
                found = next(links(inner[0]))
                start = match.start("text") + inner.start()
                yield Link(start, found.text, found.target, image=True)
    for match in DEFINITION.finditer(text):
        yield Link(match.start(), match["target"], match["target"], image=False)


def without_addresses(text: str) -> str:
    """링크를 그 글로 바꾸고, 그림은 뺀다. 줄의 수는 그대로다."""
    return LINK.sub(label, text)


def label(match: re.Match[str]) -> str:
    """링크 하나의 글. 그림이면 줄바꿈만 남는다."""
    shown = "" if match["image"] else match["text"]
    return shown + "\n" * (match[0].count("\n") - shown.count("\n"))
