"""모든 검사를 한 번에 돌린다."""

from pathlib import Path

from tools.check import (
    characters,
    code,
    concepts,
    configuration,
    embeds,
    glossary,
    heading_ids,
    korean,
    links,
    fidelity,
    numbers,
    privacy,
)
from tools.check.finding import Finding
from tools.page.project import Project

CHECKS = (
    characters,
    code,
    concepts,
    configuration,
    embeds,
    glossary,
    heading_ids,
    korean,
    links,
    fidelity,
    numbers,
    privacy,
)


def check(root: Path) -> list[Finding]:
    """저장소에서 고칠 곳을 모두 찾아 파일과 줄의 차례로 돌려준다."""
    project = Project(root)
    return sorted({finding for module in CHECKS for finding in module.find(project)})


def fix(root: Path) -> list[str]:
    """뜻을 바꾸지 않고 고칠 수 있는 것을 고치고, 고친 파일을 돌려준다."""
    return characters.fix(Project(root))
