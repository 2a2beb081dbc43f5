"""쪽의 제목과 그 id를 읽는다."""

import re
from dataclasses import dataclass
from functools import cache

from markdown.extensions.toc import slugify

from tools.page.links import without_addresses
from tools.page.markdown import content

HEADING = re.compile(
    r"^[ \t]*(?P<level>#{1,6})[ \t]+(?P<title>.*?)"
    r"(?:[ \t]*\{(?P<attributes>[^{}]*)\})?[ \t]*#*[ \t]*$"
)
EXPLICIT = re.compile(r"(?:^|\s)#(?P<id>\S+)")


@dataclass(frozen=True)
class Heading:
    """제목 하나. `id`는 적지 않았으면 제목에서 만들어질 것이다."""

    line: int
    level: int
    title: str
    id: str
    explicit: bool
    classes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """링크를 글로 바꾼 제목."""
        return without_addresses(self.title)


@cache
def headings(text: str) -> tuple[Heading, ...]:
    """글에서 제목을 모두 찾는다."""
    found = []
    for number, line in enumerate(content(text).split("\n"), start=1):
        if match := HEADING.match(line):
            given = EXPLICIT.search(match["attributes"] or "")
            made = given["id"] if given else slugify(match["title"], "-")
            level = len(match["level"])
            classes = tuple(
                x for x in (match["attributes"] or "").split() if x.startswith(".")
            )
            found.append(
                Heading(number, level, match["title"], made, bool(given), classes)
            )
    return tuple(found)
