"""모든 검사를 한 번에 돌린다."""

from pathlib import Path

from tools.check import (
    characters,
    claims,
    code,
    comments,
    concepts,
    configuration,
    corrections,
    embeds,
    fidelity,
    glossary,
    guides,
    heading_ids,
    korean,
    links,
    lint,
    mends,
    numbers,
    overview,
    pasted,
    privacy,
    queries,
    quiz,
    quoted,
    quotes,
    redirects,
    rendered,
    typed,
    uploads,
)
from tools.finding import Finding
from tools.page.project import Project

CHECKS = (
    characters,
    claims,
    code,
    concepts,
    configuration,
    corrections,
    embeds,
    fidelity,
    glossary,
    guides,
    heading_ids,
    korean,
    links,
    lint,
    numbers,
    overview,
    pasted,
    privacy,
    queries,
    quiz,
    quoted,
    quotes,
    redirects,
    rendered,
    typed,
    uploads,
)


def check(root: Path) -> list[Finding]:
    """저장소에서 고칠 곳을 모두 찾아 파일과 줄의 차례로 돌려준다.

    닫지 않은 주석이 있는 파일은 그것만 맨 앞에 알린다.
    """
    project = Project(root)
    first = sorted(comments.find(project))
    unread = {finding.file for finding in first}
    found = {finding for module in CHECKS for finding in module.find(project)}
    found |= set(lint.unsaid(project, found))
    return [*first, *sorted(x for x in found if x.file not in unread)]


def fix(root: Path) -> dict[str, list[str]]:
    """뜻을 바꾸지 않고 고칠 수 있는 것을 고친다.

    Returns:
        고친 파일에서, 무엇을 고쳤는지로.
    """
    mended: dict[str, list[str]] = {}
    project = Project(root)
    for module in (characters, claims, embeds, quotes, lint, mends, queries):
        changed = module.fix(project)
        for name, what in changed:
            mended.setdefault(name, []).append(what)
        project = Project(root) if changed else project
    return dict(sorted(mended.items()))
