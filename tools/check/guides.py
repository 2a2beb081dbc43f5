"""README와 돌보는 법이 저장소와, 또 서로 어긋나지 않는지 본다."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.finding import Finding
from tools.page.markdown import fences, line_at
from tools.page.project import Project

NAMED = re.compile(
    r"`((?:docs|snippets|tests|tools|korean_search|\.ci|\.github)/[^`\s]*)`"
)
PLAIN_NAME = re.compile(r"[\w./-]+")
MAP = "| 자리 | 있는 것 |"
TOOLS = "tools/cli.py"
LOCK = "uv pip compile"


def find(project: Project) -> Iterator[Finding]:
    """두 글에 적은 파일이 있는지, 지도와 잠그는 명령이 서로 같은지 본다."""
    guides = [project.root / "README.md", project.docs / "maintaining.md"]
    guides = [path for path in guides if project.has(path)]
    for path in guides:
        yield from find_missing(project, path)
    if len(guides) == 2:
        yield from find_parted(project, *guides)


def find_missing(project: Project, path: Path) -> Iterator[Finding]:
    """없는 파일이나 폴더를 적은 곳. 글만 옮긴 사본에는 없는 것이 많아 보지 않는다."""
    names = [project.name(file) for file in project.files]
    if TOOLS not in names:
        return
    text = project.read(path)
    for match in NAMED.finditer(text):
        name = match[1]
        if not PLAIN_NAME.fullmatch(name):
            continue
        folder = f"{name.rstrip('/')}/"
        if name not in names and not any(x.startswith(folder) for x in names):
            yield Finding(
                project.name(path),
                line_at(text, match.start()),
                f"'{name}'이(가) 저장소에 없습니다.",
                "있는 파일이나 폴더의 이름으로 고치세요.",
            )


def find_parted(project: Project, one: Path, other: Path) -> Iterator[Finding]:
    """두 글에 똑같이 적은 것 가운데 하나만 고친 것을 찾는다."""
    for what, part in (("폴더의 지도", table), ("잠금 파일을 만드는 명령", lock)):
        (line, here), (_, there) = (part(project.lines(x)) for x in (one, other))
        if here != there:
            yield Finding(
                project.name(one),
                line,
                f"{what}이(가) '{project.name(other)}'와(과) 다릅니다.",
                "한쪽을 고쳤으면 다른 쪽도 똑같이 고치세요.",
            )


def table(lines: list[str]) -> tuple[int, list[str]]:
    """지도의 첫 줄 번호와 줄."""
    start = next((n for n, line in enumerate(lines) if line == MAP), None)
    if start is None:
        return 1, []
    rows = lines[start:]
    end = next((n for n, line in enumerate(rows) if not line.strip()), len(rows))
    return start + 1, rows[:end]


def lock(lines: list[str]) -> tuple[int, list[str]]:
    """잠그는 명령이 든 코드 상자의 줄 번호와 글."""
    found = [x for x in fences(lines) if any(LOCK in row for row in x.body)]
    return (found[0].line, list(found[0].body)) if found else (1, [])
