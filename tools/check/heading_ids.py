"""제목의 id를 본다. 주소에 쓰이므로 영문이고 한 쪽에 하나뿐이어야 한다."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tools.check.embeds import body
from tools.finding import Finding
from tools.page.embeds import embeds
from tools.page.headings import headings
from tools.page.markdown import line_at, prose
from tools.page.project import Project

ANY_ID = re.compile(
    r"\{[^{}\n]*#(?P<list>[^\s{}]+)[^{}\n]*\}|\bid=[\"'](?P<html>[^\"']+)"
)


def anchors(project: Project, page: Path) -> set[str]:
    """쪽 안의 자리로 쓸 수 있는 id를 모두 모은다. 끼워 넣은 글의 것도 든다."""
    text = project.read(page)
    parts = [
        body(project, embed.file, embed.part)
        for embed in embeds(text)
        if embed.file.endswith(".md")
    ]
    found = set()
    for part in [text, *parts]:
        found |= {heading.id for heading in headings(part)}
        for match in ANY_ID.finditer(prose(part)):
            found.add(match["list"] or match["html"])
    return found


def find(project: Project) -> Iterator[Finding]:
    """제목의 잘못을 모두 찾는다."""
    for page in project.pages:
        name = project.name(page)
        first: dict[str, int] = {}
        for heading in headings(project.read(page)):
            if not heading.explicit and not heading.title.isascii():
                yield Finding(
                    name,
                    heading.line,
                    f"한글 제목 '{heading.title}'에 id가 없어 주소가 '_1'처럼 됩니다.",
                    "제목 뒤에 ' { #english-name }'처럼 영문 id를 적으세요.",
                )
            elif not heading.id.isascii():
                yield Finding(
                    name,
                    heading.line,
                    f"제목의 id '{heading.id}'이(가) 영문이 아닙니다.",
                    "영문 소문자, 숫자, '-'로만 지으세요.",
                )
            elif heading.id in first:
                yield Finding(
                    name,
                    heading.line,
                    f"id '{heading.id}'을(를) {first[heading.id]}번째 줄의 제목이 "
                    "이미 씁니다.",
                    "둘 가운데 하나의 id를 바꾸세요.",
                )
            first.setdefault(heading.id, heading.line)
        for line, given in ids(project.read(page)):
            if given in first:
                yield Finding(
                    name,
                    line,
                    f"id '{given}'을(를) {first[given]}번째 줄이 이미 씁니다.",
                    "둘 가운데 하나의 id를 바꾸세요.",
                )
            first.setdefault(given, line)


@cache
def ids(text: str) -> list[tuple[int, str]]:
    """제목이 아닌 것에 적은 id를 줄과 함께 모은다."""
    hidden = {heading.line for heading in headings(text)}
    masked = prose(text)
    return [
        (line, match["list"] or match["html"])
        for match in ANY_ID.finditer(masked)
        if (line := line_at(masked, match.start())) not in hidden
    ]
