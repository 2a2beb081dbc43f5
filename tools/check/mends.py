"""원문에서 고친 곳의 목록(`mends.toml`)을 대신 다듬는다."""

from tools.page.mends import straighten
from tools.page.project import Project

STRAIGHTENED = "글을 두른 둥근 따옴표를 곧게 폈습니다."


def fix(project: Project) -> list[tuple[str, str]]:
    """둥근 따옴표를 곧게 편다."""
    mended = []
    for folder in project.notes:
        path = folder / "mends.toml"
        before = project.read(path) if project.has(path) else ""
        after = straighten(before)
        if after != before:
            path.write_text(after, encoding="utf-8", newline="\n")
            mended.append((project.name(path), STRAIGHTENED))
    return mended
