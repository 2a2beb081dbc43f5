"""쪽의 제목과 그 id를 읽는다."""

import re
from dataclasses import dataclass

from markdown.extensions.toc import slugify

from tools.page.markdown import prose

HEADING = re.compile(
    r"^[ \t]*(?P<level>#{1,6})[ \t]+(?P<title>.*?)"
    r"(?:[ \t]*\{(?P<attributes>[^{}]*)\})?[ \t]*#*[ \t]*$"
)
EXPLICIT = re.compile(r"(?:^|\s)#(?P<id>\S+)")
LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


@dataclass(frozen=True)
class Heading:
    """제목 하나. `id`는 적지 않았으면 제목에서 만들어질 것이다."""

    line: int
    title: str
    id: str
    explicit: bool

    @property
    def text(self) -> str:
        """링크를 글로 바꾼 제목."""
        return LINK.sub(r"\1", self.title)


def headings(text: str) -> list[Heading]:
    """글에서 제목을 모두 찾는다."""
    found = []
    for number, line in enumerate(prose(text).split("\n"), start=1):
        if match := HEADING.match(line):
            given = EXPLICIT.search(match["attributes"] or "")
            made = given["id"] if given else slugify(match["title"], "-")
            found.append(Heading(number, match["title"], made, bool(given)))
    return found
