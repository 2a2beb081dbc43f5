"""없어진 쪽의 옛 주소가 새 쪽으로 이어지는지 본다. 밖에서 건 링크가 끊기지 않는다."""

from collections.abc import Iterator

from tools.data import history
from tools.data.redirects import FILE, NAME, read
from tools.finding import Finding
from tools.page.project import Project


def find(project: Project) -> Iterator[Finding]:
    """옮긴 쪽의 목록과, git의 역사에만 있는 쪽을 본다."""
    path = project.docs / NAME
    moves, problems = read(project.read(path)) if project.has(path) else ([], [])
    yield from problems
    pages = set(project.sources) | project.made
    for move in moves:
        if move.old in pages:
            yield Finding(
                FILE,
                move.line,
                f"옛 이름 '{move.old}'인 쪽이 아직 있습니다.",
                "이 줄을 지우세요.",
            )
        if move.new.partition("#")[0] not in pages:
            yield Finding(
                FILE,
                move.line,
                f"새 이름 '{move.new}'인 쪽이 없습니다.",
                "docs에서 본 폴더와 이름을 .md까지 적으세요.",
            )
    for gone in sorted(published(project) - pages - {move.old for move in moves}):
        yield Finding(
            FILE,
            1,
            f"쪽 '{gone}'이(가) 없어져, 그 주소로 온 사람이 길을 잃습니다.",
            f"쪽을 되살리거나, {FILE}에 '{gone}: 새로 볼 쪽.md' 한 줄을 더하세요.",
        )


def published(project: Project) -> set[str]:
    """git의 역사에 한 번이라도 있었던 쪽. 역사가 없으면 비었다."""
    if not (project.root / ".git").exists():
        return set()
    names = {x for one in history.changes(project.root) for x in one.files}
    return {
        name.removeprefix("docs/")
        for name in names
        if name.startswith("docs/") and name.endswith(".md")
    }
