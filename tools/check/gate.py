"""모든 검사를 한 번에 돌린다. 이 폴더에서 `find`가 있는 모듈은 모두 검사다."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from tools.check import (
    characters,
    claims,
    comments,
    curly_quotes,
    drafts,
    embeds,
    glossary,
    korean,
    lint,
    mends,
    queries,
    register,
)
from tools.finding import Finding
from tools.page.project import Project

PAGE_NAME = re.compile(r"docs/[\w/-]+\.md")
# 닫지 않은 주석은 따로 먼저 알린다.
MODULES = [
    import_module(f"tools.check.{module.name}")
    for module in iter_modules([str(Path(__file__).parent)])
    if module.name not in ("command", "comments", "gate")
]
CHECKS = tuple(module for module in MODULES if hasattr(module, "find"))
# 말을 보는 검사. 다듬는 중인 주차에서는 쓴 사람의 글을 나무라지 않는다.
WORDING = (glossary, korean, register)


def check(root: Path) -> list[Finding]:
    """저장소에서 고칠 곳을 모두 찾아 파일과 줄의 차례로 돌려준다.

    닫지 않은 주석이나 상자가 있는 쪽은 그것만 맨 앞에 알린다.
    """
    project = Project(root)
    first = sorted([*comments.find(project), *embeds.find_unclosed(project)])
    unread = {finding.file for finding in first}
    found = {
        finding
        for module in CHECKS
        for finding in module.find(project)
        if module not in WORDING or not drafts.excused(project, finding)
    }
    found |= set(lint.unsaid(project, found))
    return [*first, *sorted(x for x in found if not (names(x) & unread))]


def names(finding: Finding) -> set[str]:
    """찾은 곳과, 그 말이 가리키는 쪽."""
    return {finding.file, *PAGE_NAME.findall(finding.problem)}


def fix(root: Path) -> dict[str, list[str]]:
    """뜻을 바꾸지 않고 고칠 수 있는 것을 고친다.

    Returns:
        고친 파일에서, 무엇을 고쳤는지로.
    """
    mended: dict[str, list[str]] = {}
    project = Project(root)
    for module in (characters, claims, embeds, curly_quotes, lint, mends, queries):
        changed = module.fix(project)
        for name, what in changed:
            mended.setdefault(name, []).append(what)
        project = Project(root) if changed else project
    return dict(sorted(mended.items()))
