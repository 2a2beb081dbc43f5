"""사람이 남겨 둔 고침을 원문의 목록에 적고, 쪽에도 고친다."""

from collections.abc import Sequence
from pathlib import Path

from tools.page import front_matter, mends
from tools.page.markdown import fences
from tools.page.project import Project
from tools.week.importing.proposals import MENDS
from tools.week.make import Refused, read, write


def accept(root: Path, week: int, draft: Path) -> list[str]:
    """초안에 남은 고침을 모두 받아들인다.

    Args:
        root: 저장소의 맨 위.
        week: 몇 주차인지.
        draft: 고침의 초안. 아닌 것은 사람이 지웠다.

    Returns:
        고친 파일.

    Raises:
        Refused: 초안이 없거나 읽을 수 없을 때.
    """
    source = root / f"tests/week{week}/source"
    for file in (draft, source / "note.md"):
        if not file.is_file():
            raise Refused(f"'{file}'이(가) 없습니다. 자리를 다시 적으세요.")
    found, problems = mends.read(str(draft), read(draft))
    for problem in problems:
        raise Refused(str(problem))
    listed = source / MENDS
    before = read(listed) if listed.is_file() else ""
    body = read(draft).partition("[[mend]]")
    touched = []
    for page in sorted((root / "docs" / f"week{week}").glob("*.md")):
        text = read(page)
        after = mended(text, found)
        if after != text:
            touched.append(write(page, after))
    if found:
        rows = body[1] + body[2]
        touched.append(write(listed, f"{before.rstrip()}\n\n{rows}".lstrip()))
    draft.unlink()
    project = Project(root)
    for problem in project.notes[source].problems:
        raise Refused(str(problem))
    return [path.relative_to(root).as_posix() for path in touched]


def mended(text: str, found: Sequence[mends.Mend]) -> str:
    """코드 상자 밖의 글을 고친 쪽."""
    lines = text.split("\n")
    boxes = {n for box in fences(lines) for n in range(box.line, box.end + 1)}
    head = front_matter.end(lines)
    for number, line in enumerate(lines, start=1):
        if number in boxes or (number <= head and not line.startswith("title:")):
            continue
        for mend in found:
            line = line.replace(mend.before, mend.after)
        lines[number - 1] = line
    return "\n".join(lines)
