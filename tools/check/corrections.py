"""바로잡음이 제목과 출처를 갖추고, 한데 모은 쪽에도 실리는지 본다."""

from collections.abc import Iterator
from pathlib import Path

from tools.check.embeds import Place, places
from tools.finding import Finding
from tools.page.admonitions import Admonition, admonitions
from tools.page.embeds import sections
from tools.page.links import links
from tools.page.project import Project

KIND = "correction"
TITLE = "바로잡음, "
PREFIX = "fix-"
LIST = "corrections.md"


def find(project: Project) -> Iterator[Finding]:
    """쪽마다 바로잡음을 모두 본다."""
    shown = [x for x in places(project) if x.page == project.docs / LIST]
    listed = {(place.file, place.part) for place in shown}
    yield from find_disordered(project, shown)
    for page in project.pages:
        for box in admonitions(project.read(page)):
            if box.kind == KIND:
                yield from find_in_box(project, page, box)
                yield from find_unlisted(project, page, box, listed)


def find_disordered(project: Project, shown: list[Place]) -> Iterator[Finding]:
    """바로잡음 쪽에 두 번 실렸거나, 쪽에 적힌 차례와 다른 것을 찾는다."""
    last: dict[str, int] = {}
    for place in shown:
        source = project.docs / place.file
        if not project.has(source):
            continue
        starts = {x.name: x.line for x in sections(project.read(source))[::-1]}
        line = starts.get(place.part or "", 0)
        if line and line <= last.get(place.file, 0):
            yield Finding(
                project.name(place.page),
                place.line,
                f"바로잡음 '{place.part}'의 차례가 '{place.file}'과(와) 다르거나 "
                "두 번 실렸습니다.",
                "쪽에 적힌 차례대로 한 번씩만 실으세요.",
            )
        last[place.file] = max(line, last.get(place.file, 0))


def find_in_box(project: Project, page: Path, box: Admonition) -> Iterator[Finding]:
    """제목과 출처를 본다."""
    place = project.name(page), box.line
    if not box.title.startswith(TITLE):
        yield Finding(
            *place,
            "바로잡음의 제목이 「바로잡음, 」으로 시작하지 않습니다.",
            f'!!! {KIND} "{TITLE}바른 사실 한마디"처럼 적으세요.',
        )
    text = body(project.lines(page), box.line)
    sources = text.partition("출처")[2]
    if not any(link.target.startswith("https://") for link in links(sources)):
        yield Finding(
            *place,
            "바로잡음에 출처가 없습니다.",
            "상자의 끝에 빈 줄을 두고 '    출처: [글의 제목](https://주소)'를 "
            "네 칸 들여 적으세요.",
        )


def body(lines: list[str], line: int) -> str:
    """상자 안에 들여 쓴 글."""
    inside = []
    for row in lines[line:]:
        if row.strip() and not row.startswith((" ", "\t")):
            break
        inside.append(row)
    return "\n".join(inside)


def find_unlisted(
    project: Project, page: Path, box: Admonition, listed: set[tuple[str, str | None]]
) -> Iterator[Finding]:
    """절로 두르지 않았거나, 한데 모은 쪽에 싣지 않은 것을 찾는다."""
    name = around(project, page, box.line)
    file = page.relative_to(project.docs).as_posix()
    if name is None:
        yield Finding(
            project.name(page),
            box.line,
            "바로잡음을 절로 두르지 않아 바로잡음 쪽에 싣지 못합니다.",
            f"상자의 위에 '<!-- --8<-- [start:{PREFIX}english-name] -->'을, 아래에 "
            f"'<!-- --8<-- [end:{PREFIX}english-name] -->'을 넣고, docs/{LIST}에 "
            f"'--8<-- \"{file}:{PREFIX}english-name\"'을 더하세요.",
        )
    elif (file, name) not in listed:
        yield Finding(
            project.name(page),
            box.line,
            f"바로잡음 '{name}'이(가) 바로잡음 쪽에 없습니다.",
            f"docs/{LIST}에 '--8<-- \"{file}:{name}\"'을 더하세요.",
        )


def around(project: Project, page: Path, line: int) -> str | None:
    """이 줄을 두른 바로잡음의 절 이름. 없으면 None이다."""
    opened = None
    for section in sections(project.read(page)):
        if section.line > line:
            break
        if section.name.startswith(PREFIX):
            opened = section.name if section.edge == "start" else None
    return opened
