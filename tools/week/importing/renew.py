"""고친 노트를 다시 옮긴다. 원문은 새것으로, 쪽은 사람이 손대지 않은 자리만 바꾼다."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from tools.check import drafts
from tools.check.gate import check
from tools.page.markdown import FENCE, fences
from tools.page.note import mended
from tools.page.project import Project
from tools.week.importing.build import Week
from tools.week.importing.canonical import HEADING, Chunk
from tools.week.importing.pages import Todo, with_boxes
from tools.week.importing.stage import is_ours
from tools.week.importing.todo import line_of
from tools.week.make import read, write

SHOWN = 60
CHANGED = "## 노트가 바뀌어 볼 것"


@dataclass(frozen=True)
class Change:
    """노트에서 바뀐 덩이 하나.

    Attributes:
        before: 바뀌기 전. 새로 생긴 것이면 None이다.
        after: 바뀐 것. 없앤 것이면 None이다.
        above: 새 노트에서 바로 위에 있는 덩이.
    """

    before: Chunk | None
    after: Chunk | None
    above: Chunk | None

    def __str__(self) -> str:
        """앞뒤를 두 줄로 적는다."""
        rows = [("-", self.before), ("+", self.after)]
        return "\n".join(f"  {sign} {shown(x)}" for sign, x in rows if x)


def shown(chunk: Chunk) -> str:
    """덩이의 첫머리."""
    flat = " ".join(chunk.text.split())
    return flat if len(flat) <= SHOWN else f"{flat[:SHOWN]}…"


def read_chunks(note: str) -> list[Chunk]:
    """원문을 덩이로 나눈다. 상자와 항목은 들여 쓴 속까지 한 덩이다."""
    lines = note.rstrip("\n").split("\n")
    inside = {n for x in fences(lines) for n in range(x.line + 1, x.end + 1)}
    rows: list[list[str]] = [[]]
    formula = False
    for number, line in enumerate(lines, start=1):
        whole = number in inside or formula
        starts = line.strip() and not line.startswith(" ") and not whole
        if starts and rows[-1] and not rows[-1][-1].strip():
            rows.append([])
        rows[-1].append(line)
        if line == "$$" and number not in inside:
            formula = not formula
    return [chunk_of("\n".join(row).rstrip("\n")) for row in rows if any(row)]


def chunk_of(text: str) -> Chunk:
    """덩이 하나."""
    heading = HEADING.fullmatch(text)
    if heading:
        return Chunk(text, "heading", len(heading["level"]), heading["title"])
    return Chunk(text, "fence" if FENCE.match(text.split("\n")[0]) else "paragraph")


def changes(before: str, after: str) -> list[Change]:
    """두 원문에서 달라진 덩이."""
    old, new = read_chunks(before), read_chunks(after)
    matcher = SequenceMatcher(
        None, [x.text for x in old], [x.text for x in new], autojunk=False
    )
    found = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            found += paired(old[a:b], new[c:d], new[c - 1] if c else None)
    return found


def paired(
    old: Sequence[Chunk], new: Sequence[Chunk], above: Chunk | None
) -> Iterator[Change]:
    """차례대로 짝을 지은 것. 짝이 없으면 더했거나 뺀 것이다."""
    for number in range(max(len(old), len(new))):
        before = old[number] if number < len(old) else None
        after = new[number] if number < len(new) else None
        yield Change(before, after, above)
        above = after or above


def renew(stage: Path, week: Week) -> tuple[list[Change], list[Todo]]:
    """사본에서 원문을 새로 쓰고, 손대지 않은 자리의 쪽을 바꾼다.

    Args:
        stage: 저장소의 사본.
        week: 새 노트에서 읽은 한 주.

    Returns:
        바뀐 것과, 사람이 볼 것. 바뀐 것이 없으면 둘 다 비었다.
    """
    note = stage / week.source / "note.md"
    old = read(note)
    if old == week.note:
        return [], []
    found = changes(as_on_pages(note, old), as_on_pages(note, week.note))
    write(note, week.note)
    for address, content in week.images.items():
        file = stage / f"docs/week{week.number}" / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    todos = [
        Todo("쪽", f"{week.source}/note.md", 1, f"쪽에도 고치세요. {str(one).strip()}")
        for one in found
        if not carry(stage, week.number, one)
    ]
    todos += [
        Todo("쪽", x.file, x.line, f"{x.problem} {x.mend}")
        for x in check(stage)
        if is_ours(x, week)
    ]
    append(stage / week.source / drafts.NAME, todos)
    return found, todos


def as_on_pages(note: Path, text: str) -> str:
    """사람이 받아들인 고침을 적용한 원문. 맞지 않게 된 고침은 검사가 따로 알린다."""
    listed = note.with_name("mends.toml")
    return mended(text, listed.name, read(listed) if listed.is_file() else "").text


def carry(stage: Path, number: int, change: Change) -> bool:
    """바뀐 덩이를 쪽에 옮긴다. 사람이 고친 자리면 그대로 두고 거짓을 준다."""
    for page in Project(stage).under(stage / f"docs/week{number}", ".md"):
        text = read(page)
        after = carried(text, change)
        if after is not None:
            write(page, after)
            return True
    return False


def carried(text: str, change: Change) -> str | None:
    """바꾼 쪽의 글. 옮길 자리가 하나로 정해지지 않으면 None이다."""
    if is_code(change.before) or is_code(change.after):
        return None
    if change.before is None:
        return inserted(text, change)
    old = form(change.before)
    if change.before.level:
        return retitled(text, change)
    if text.count(f"\n{old}\n") != 1:
        return None
    if change.after is None:
        return text.replace(f"\n{old}\n", "\n", 1).replace("\n\n\n", "\n\n")
    if change.after.level:
        return None
    return text.replace(f"\n{old}\n", f"\n{form(change.after)}\n", 1)


def inserted(text: str, change: Change) -> str | None:
    """새 덩이를 바로 위 덩이의 아래에 넣는다."""
    if change.above is None or is_code(change.above) or change.after.level:
        return None
    place = f"\n{form(change.above)}\n"
    if change.above.level:
        heading = re.compile(rf"\n#+ {re.escape(change.above.title)} \{{[^\n]*\n")
        match = heading.search(text)
        place = match[0] if match else place
    if text.count(place) != 1:
        return None
    return text.replace(place, f"{place}\n{form(change.after)}\n", 1)


def retitled(text: str, change: Change) -> str | None:
    """절의 제목을 바꾼다. 쪽의 제목과 단계가 달라진 것은 사람이 정한다."""
    if change.after is None or change.after.level != change.before.level:
        return None
    pattern = re.compile(rf"^(##+) {re.escape(change.before.title)} (\{{[^\n]*)$", re.M)
    if len(pattern.findall(text)) != 1:
        return None
    return pattern.sub(lambda x: f"{x[1]} {change.after.title} {x[2]}", text)


def form(chunk: Chunk) -> str:
    """쪽에 적힌 꼴."""
    return with_boxes(chunk.text)


def is_code(chunk: Chunk | None) -> bool:
    """코드 상자인지 본다. 코드는 시험과 함께 사람이 바꾼다."""
    return chunk is not None and chunk.kind == "fence"


def append(file: Path, todos: Sequence[Todo]) -> None:
    """할 일의 목록 끝에 더한다. 마쳤다고 적은 것은 그대로다."""
    if not todos:
        return
    before = read(file).rstrip() if file.is_file() else "# 사람이 정할 것"
    if CHANGED not in before:
        before += f"\n\n{CHANGED}\n"
    rows = [f"- [ ] {line_of(todo)}" for todo in todos]
    known = set(before.split("\n"))
    fresh = [row for row in rows if row not in known]
    write(file, "\n".join([before, *fresh]) + "\n")
