"""고친 노트를 다시 옮긴다. 원문은 새것으로, 쪽은 사람이 손대지 않은 자리만 바꾼다."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from tools.check import drafts
from tools.check.gate import check
from tools.finding import Finding
from tools.page import mends
from tools.page.markdown import FENCE, fences
from tools.page.note import mended
from tools.page.project import Project
from tools.week.importing import stage as staging
from tools.week.importing.build import Week
from tools.week.importing.canonical import HEADING, Chunk
from tools.week.importing.merging import Change, Merger, Piece
from tools.week.importing.pages import BANNER, Todo, boxed
from tools.week.importing.todo import line_of
from tools.week.make import read, write

CHANGED = "## 노트가 바뀌어 볼 것"
# 이만큼 닮았으면 같은 덩이를 고친 것이다.
SAME_PIECE = 0.5


def read_chunks(note: str) -> list[Piece]:
    """원문을 덩이로 나눈다. 상자와 항목은 들여 쓴 속까지 한 덩이다."""
    lines = note.rstrip("\n").split("\n")
    inside = {n for x in fences(lines) for n in range(x.line + 1, x.end + 1)}
    rows: list[tuple[int, list[str]]] = [(1, [])]
    formula = False
    for number, line in enumerate(lines, start=1):
        whole = number in inside or formula
        starts = line.strip() and not line.startswith(" ") and not whole
        if starts and (not rows[-1][1] or not rows[-1][1][-1].strip()):
            rows.append((number, []))
        rows[-1][1].append(line)
        if line == "$$" and number not in inside:
            formula = not formula
    return [piece_of("\n".join(x).rstrip("\n"), n) for n, x in rows if any(x)]


def piece_of(text: str, line: int) -> Piece:
    """덩이 하나."""
    heading = HEADING.fullmatch(text)
    if heading:
        title = heading["title"] or ""
        return Piece(text, "heading", len(heading["level"]), title, line=line)
    kind = "fence" if FENCE.match(text.split("\n")[0]) else "paragraph"
    return Piece(text, kind, line=line)


def changes(before: str, after: str) -> list[Change]:
    """두 원문에서 달라진 덩이."""
    old, new = read_chunks(before), read_chunks(after)
    matcher = SequenceMatcher(
        None, [x.text for x in old], [x.text for x in new], autojunk=False
    )
    found: list[Change] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            found += paired(old[a:b], new[c:d])
    return found


def paired(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[Change]:
    """닮은 것끼리 차례를 지켜 짝을 지은 것. 짝이 없으면 더했거나 뺀 것이다."""
    at = 0
    if [(x.kind, x.level) for x in old] == [(x.kind, x.level) for x in new]:
        yield from map(Change, old, new)
        return
    for before in old:
        match = next((n for n in range(at, len(new)) if alike(before, new[n])), None)
        if match is None:
            yield Change(before, None)
            continue
        yield from (Change(None, x) for x in new[at:match])
        yield Change(before, new[match])
        at = match + 1
    yield from (Change(None, x) for x in new[at:])


def alike(one: Chunk, other: Chunk) -> bool:
    """같은 덩이를 고친 것으로 볼 만큼 닮았는지 본다."""
    if (one.kind, one.level) != (other.kind, other.level):
        return False
    matcher = SequenceMatcher(None, one.text, other.text, autojunk=False)
    return matcher.ratio() >= SAME_PIECE


def renew(root: Path, stage: Path, week: Week) -> tuple[list[Change], list[Todo]]:
    """사본에서 원문을 새로 쓰고, 손대지 않은 자리의 쪽을 바꾼다.

    Args:
        root: 저장소.
        stage: 저장소의 사본.
        week: 새 노트에서 읽은 한 주.

    Returns:
        바뀐 것과, 사람이 볼 것. 바뀐 것이 없으면 둘 다 비었다.
    """
    note = stage / week.source / "note.md"
    old = read(note)
    keep_boxes(week, {x.text for x in read_chunks(old)})
    if old == week.note:
        return [], []
    known = set(check(stage))
    for _ in range(staging.MOST_ROUNDS):
        merger, found = merge(stage, week, old)
        wrong = [x for x in check(stage) if x not in known and staging.is_ours(x, week)]
        if not wrong or not quarantine(week, merger, wrong, stage):
            break
        staging.restore(root, stage, week.number)
    todos = [*merger.resolved(), *told(wrong)]
    append(stage / week.source / drafts.NAME, todos)
    with_banner(stage, week.number)
    return found, todos


def merge(stage: Path, week: Week, old: str) -> tuple[Merger, list[Change]]:
    """원문을 새로 쓰고, 바뀐 덩이를 하나씩 쪽에 옮긴다."""
    note = stage / week.source / "note.md"
    before = as_on_pages(note, old)
    stale = without_stale(note.with_name("mends.toml"), week.note)
    after = as_on_pages(note, week.note)
    found = changes(before, after)
    write(note, week.note)
    week.write_images(stage)
    week.write_plan(stage)
    week.compose()
    merger = Merger(stage, week, read_chunks(after))
    merger.todos += [
        Todo("쪽", f"{week.source}/mends.toml", 1, f"노트에 없어 뺀 고침입니다. {one}")
        for one in stale
    ]
    merger.carry_all(found)
    return merger, found


def keep_boxes(week: Week, known: Collection[str]) -> None:
    """앞서 글 상자에 담은 덩이는 이번에도 담는다."""
    for topic in week.plan.topics:
        for number, chunk in enumerate(topic.chunks):
            held = boxed(chunk.text, "")
            if held.text in known:
                topic.chunks[number] = held


def quarantine(
    week: Week, merger: Merger, wrong: Iterable[Finding], stage: Path
) -> bool:
    """이번에 옮긴 덩이 가운데 걸린 것을 글 상자에 담는다. 없으면 거짓이다."""
    problems = {}
    for finding in wrong:
        for key in merger.touched(finding):
            problems.setdefault(key, finding.problem)
    for line in staging.lost_lines(week, stage):
        for key in merger.holders(line):
            problems.setdefault(key, staging.not_moved(week, line))
    return staging.box_up(merger.chunk_places(problems))


def without_stale(file: Path, note: str) -> list[str]:
    """새 원문에는 없는 글을 고치던 항목을 목록에서 빼고, 그것을 알린다."""
    if not file.is_file():
        return []
    text = read(file)
    dropped, kept = [], []
    for _, part in mends.chunks(text):
        found, _ = mends.read(file.name, part)
        _, failed = mends.apply(file.name, note, found)
        if failed:
            dropped += [f"{x.before} → {x.after}" for x in found]
        else:
            note, _ = mends.apply(file.name, note, found)
            kept.append(part)
    if dropped:
        write(file, "".join(kept))
    return dropped


def as_on_pages(note: Path, text: str) -> str:
    """사람이 받아들인 고침을 적용한 원문. 맞지 않게 된 고침은 검사가 따로 알린다."""
    listed = note.with_name("mends.toml")
    return mended(text, listed.name, read(listed) if listed.is_file() else "").text


def told(wrong: Iterable[Finding]) -> list[Todo]:
    """검사에 새로 걸린 것. 고침의 본보기는 옮기지 않는다."""
    return [
        Todo("쪽", x.file, x.line, f"{x.problem} {x.mend.partition(chr(10))[0]}")
        for x in wrong
    ]


def append(file: Path, todos: Sequence[Todo]) -> None:
    """할 일의 목록 끝에 더한다. 마쳤다고 적은 것은 그대로다."""
    before = read(file).rstrip() if file.is_file() else "# 사람이 정할 것"
    rows = [f"- [ ] {line_of(todo)}" for todo in todos]
    known = set(before.split("\n"))
    fresh = [row for row in dict.fromkeys(rows) if row not in known]
    if not fresh:
        return
    if CHANGED not in before:
        before += f"\n\n{CHANGED}\n"
    write(file, "\n".join([before, *fresh]) + "\n")


def with_banner(stage: Path, number: int) -> None:
    """할 일이 다시 생긴 주차의 쪽에 다듬는 중이라는 알림을 되살린다."""
    project = Project(stage)
    for finding in drafts.find(project):
        page = stage / finding.file
        if page.parent.name == f"week{number}" and finding.line == 1:
            lines = read(page).split("\n")
            at = next(n for n, x in enumerate(lines) if x.startswith("# ")) + 1
            lines[at:at] = ["", *BANNER.rstrip("\n").split("\n")]
            write(page, "\n".join(lines))
