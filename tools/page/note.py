"""원문 노트에 고친 곳을 적용해 문장으로 나눈다."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tools.finding import Finding
from tools.page import mends
from tools.page.blocks import PROSE, Block, blocks
from tools.page.markdown import inline
from tools.page.text import squeeze

SENTENCE_END = re.compile(r"(?<=다\.)\s+")
ITEM = re.compile(r"^(?:\d+\.|-)\s+")
BOLD_LEAD = re.compile(r"^\*\*(?P<lead>[^*]+)\*\*(?::\s*|$)")
PLAIN_LEAD = re.compile(r"^(?P<lead>[^:.]+\([^)]*\)):\s+")


class Sentence(NamedTuple):
    """원문의 문장 하나. `line`은 고친 원문에서 센 줄이다."""

    line: int
    text: str


@dataclass(frozen=True)
class Note:
    """주차 하나의 원문.

    Attributes:
        text: 고친 곳을 적용한 글.
        problems: 고친 곳의 목록에서 틀린 곳.
    """

    text: str
    problems: Sequence[Finding]


def week_folders(tests: Path) -> list[Path]:
    """원문을 갖춘 주차의 폴더를 모두 찾는다."""
    return sorted(path.parent for path in tests.glob("week*/source/note.md"))


def mended(note: str, file: str, listed: str) -> Note:
    """고친 곳을 차례로 적용한다.

    Args:
        note: 원문의 글.
        file: 고친 곳의 목록이 저장소에서 있는 자리.
        listed: 고친 곳의 목록의 글. 없으면 빈 글이다.
    """
    found, unread = mends.read(file, listed)
    text, failed = mends.apply(file, note, found)
    return Note(text, [*unread, *failed])


def mended_note(folder: Path) -> str:
    """폴더에 든 원문에 고친 곳을 차례로 적용한다.

    Raises:
        ValueError: 고친 곳의 목록을 읽을 수 없거나, 원문에 없는 것을 고치라고 할 때.
    """
    file = folder / "mends.toml"
    listed = file.read_text(encoding="utf-8") if file.is_file() else ""
    original = (folder / "note.md").read_text(encoding="utf-8")
    note = mended(original, file.as_posix(), listed)
    for finding in note.problems:
        raise ValueError(str(finding))
    return note.text


@cache
def located(note: str) -> list[Sentence]:
    """제목, 굵은 앞머리, 문장을 하나씩, 적힌 줄과 함께 떼어 낸다."""
    return [
        Sentence(block.line, squeeze(text))
        for block in blocks(note)
        if block.kind in PROSE
        for text in pieces(block.text)
        if text.strip()
    ]


def things(note: str) -> list[Block]:
    """글이 아닌 덩이: 코드, 수식, 그림, 표의 행."""
    return [block for block in blocks(note) if block.kind not in PROSE]


def pieces(line: str) -> list[str]:
    """한 줄을 제목이나 앞머리와 문장으로 나눈다."""
    if line.startswith("#"):
        return [inline(line.lstrip("# "))]
    line = ITEM.sub("", line)
    found = []
    if lead := BOLD_LEAD.match(line) or PLAIN_LEAD.match(line):
        found.append(inline(lead["lead"]))
        line = line[lead.end() :]
    return [*found, *SENTENCE_END.split(inline(line))]


def sentences(note: str) -> list[str]:
    """제목, 굵은 앞머리, 문장을 하나씩 떼어 낸다."""
    return [sentence.text for sentence in located(note)]
