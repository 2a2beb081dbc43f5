"""옮겨 온 주차에 사람이 정할 것이 남았으면 쪽에 그렇다고 적혔는지 본다."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tools.finding import Finding
from tools.page.admonitions import admonitions, is_note
from tools.page.blocks import Kind, blocks, cells
from tools.page.markdown import fences, inline, shown_lines
from tools.page.note import sentences
from tools.page.project import Project
from tools.page.text import squeeze

NAME = "todo.md"
OPEN = re.compile(r"^\s*- \[ \] ", re.M)
BANNER_TITLE = "아직 다듬는 중"
BANNER = f'!!! warning "{BANNER_TITLE}"'
WORD = re.compile(r"[가-힣A-Za-z]")


def find(project: Project) -> Iterator[Finding]:
    """정할 것이 남은 주차의 노트에 알림이 있고, 다 끝난 주차의 노트에는 없는지 본다."""
    for page in project.pages:
        text = project.read(page)
        if page.parent == project.docs or not is_note(text):
            continue
        shown = [x.line for x in admonitions(text) if x.title == BANNER_TITLE]
        opened = is_draft(project, page.parent.name)
        name = project.name(page)
        if opened and not shown:
            yield Finding(
                name,
                1,
                f"정할 것이 남은 주차인데 「{BANNER_TITLE}」이라는 알림이 없습니다.",
                f"제목 아래에 '{BANNER}'을 되살리거나, "
                f"tests/{page.parent.name}/source/{NAME}의 남은 일을 마치세요.",
            )
        elif shown and not opened:
            yield Finding(
                name,
                shown[0],
                f"정할 것을 모두 마쳤는데 「{BANNER_TITLE}」이라는 알림이 남았습니다.",
                "알림 상자를 지우세요.",
            )


def is_draft(project: Project, week: str) -> bool:
    """주차의 폴더에 사람이 정할 것이 남았는지 본다."""
    path = project.tests / week / "source" / NAME
    return project.has(path) and bool(OPEN.search(project.read(path)))


def excused(project: Project, finding: Finding) -> bool:
    """다듬는 중인 주차에서, 쓴 사람이 적은 그대로인 줄의 말을 나무란 것인지 본다.

    이런 것은 할 일의 목록에 있다. 할 일을 마치면 다시 알린다.
    """
    path = Path(finding.file)
    if path.parts[:1] != ("docs",) or len(path.parts) != 3:
        return False
    note = project.notes.get(project.tests / path.parts[1] / "source")
    if note is None or not is_draft(project, path.parts[1]):
        return False
    page = project.read(project.root / path)
    return finding.line in own_lines(page, note.text)


@cache
def own_lines(page: str, note: str) -> frozenset[int]:
    """쪽에서 쓴 사람의 글만 있는 줄."""
    said = sorted(set(sentences(note)), key=len, reverse=True)
    rows = {
        tuple(squeeze(inline(cell)) for cell in cells(block.text))
        for block in blocks(note)
        if block.kind is Kind.TABLE
    }
    found = set()
    titles = {box.line: box.title for box in admonitions(page)}
    for number, line in enumerate(shown_lines(page), start=1):
        left = squeeze(titles.get(number, line))
        if not left or tuple(squeeze(x) for x in cells(left)) in rows:
            found.add(number)
            continue
        for sentence in said:
            left = left.replace(sentence, " ")
        if not WORD.search(left):
            found.add(number)
    boxes = (set(range(x.line, x.end + 1)) for x in fences(page.split("\n")))
    return frozenset(found.union(*boxes))
