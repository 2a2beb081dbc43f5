"""쪽의 상자(`!!! 갈래 "제목"`, `??? 갈래 "제목"`)를 읽는다."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tools.page.markdown import content, line_at

OPENING = re.compile(
    r"^(?P<indent>[ \t]*)(?P<mark>!!!|\?\?\?\+?)[ \t]+(?P<kind>[\w-]+)"
    r'(?:[^"\n]*"(?P<title>[^"\n]*)")?',
    re.M,
)
ANSWER = "abstract"  # 한 줄 답의 상자. 이것이 있으면 노트다


@dataclass(frozen=True)
class Admonition:
    """상자 하나를 여는 줄.

    Attributes:
        line: 줄 번호. 1부터 센다.
        kind: 갈래.
        title: 제목. 없으면 빈 글이다.
        mark: 여는 표시. `!!!`, `???`, `???+` 가운데 하나다.
        indent: 들여 쓴 칸.
    """

    line: int
    kind: str
    title: str
    mark: str
    indent: int

    @property
    def folded(self) -> bool:
        """접을 수 있는 상자인지 답한다."""
        return self.mark.startswith("?")


def admonitions(text: str) -> Iterator[Admonition]:
    """글에 든 상자를 차례로 읽는다."""
    text = content(text)
    for match in OPENING.finditer(text):
        yield Admonition(
            line_at(text, match.start("mark")),
            match["kind"],
            match["title"] or "",
            match["mark"],
            len(match["indent"].expandtabs(4)),
        )


def is_note(text: str) -> bool:
    """한 줄 답이 있는 쪽, 곧 노트인지 본다."""
    return any(one.kind == ANSWER for one in admonitions(text))
