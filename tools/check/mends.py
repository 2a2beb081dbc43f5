"""원문에서 고친 곳의 목록(`mends.toml`)을 대신 다듬고, 오탈자를 고친 것을 적는다."""

from pathlib import Path

from tools.check import fidelity
from tools.page.mends import straighten
from tools.page.project import Project

STRAIGHTENED = "글을 두른 둥근 따옴표를 곧게 폈습니다."


def fix(project: Project) -> list[tuple[str, str]]:
    """둥근 따옴표를 곧게 펴고, 쪽에서만 고친 오탈자를 모두 적는다."""
    mended: list[tuple[str, str]] = []
    for folder in project.notes:
        path = folder / "mends.toml"
        before = project.read(path) if project.has(path) else ""
        after = straighten(before)
        if after != before:
            write(path, after)
            mended.append((project.name(path), STRAIGHTENED))
    return mended + add_typos(Project(project.root) if mended else project)


def add_typos(project: Project) -> list[tuple[str, str]]:
    """하나를 적으면 원문이 달라지므로, 적을 것이 없을 때까지 다시 읽는다."""
    added = []
    while found := next(fidelity.typos(project), None):
        folder, mend = found
        path = folder / "mends.toml"
        before = project.read(path) if project.has(path) else ""
        write(path, f"{before.rstrip()}\n\n{mend}\n".lstrip())
        told = (
            f"원문의 「{mend.before}」을(를) 「{mend.after}」(으)로 고친 것을 "
            "적었습니다."
        )
        added.append((project.name(path), told))
        project = Project(project.root)
    return added


def write(path: Path, text: str) -> None:
    """줄바꿈을 LF로 적는다."""
    path.write_text(text, encoding="utf-8", newline="\n")
