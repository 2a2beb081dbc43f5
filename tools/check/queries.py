"""검색을 재는 물음의 목록이 약속한 꼴인지, 없다고 한 말이 정말 없는지 본다."""

from collections.abc import Iterator

from tools.data.queries import ABSENT, FILE, Query, read
from tools.finding import Finding
from tools.page.project import Project

# 없다고 한 말을 찾아볼 곳. 읽는 사람이 찾을 수 있는 글이다.
SEARCHED = {".md", ".yml", ".py", ".txt"}


def find(project: Project) -> Iterator[Finding]:
    """목록이 있으면 모두 본다."""
    path = project.root / FILE
    if not project.has(path):
        return
    headings = project.headings | generated(project)
    queries, problems = read(project.read(path), headings)
    yield from problems
    yield from find_present(project, queries)


def generated(project: Project) -> dict[str, dict[str, str]]:
    """용어집에서 만들 쪽과 그 절."""
    return {"glossary.md": {entry.id: entry.name for entry in project.glossary[0]}}


def find_present(project: Project, queries: list[Query]) -> Iterator[Finding]:
    """없다고 한 말이 사이트에 있으면 알린다."""
    text = "\n".join(
        project.read(path)
        for path in project.text_files
        if path.suffix in SEARCHED
        and project.name(path).startswith(("docs/", "snippets/"))
    ).casefold()
    for query in (query for query in queries if query.kind == ABSENT):
        found = [x for x in query.text.casefold().split() if x in text]
        if found:
            yield Finding(
                FILE,
                query.line,
                f"없는 말이라고 적은 '{found[0]}'이(가) 이제 사이트에 있습니다.",
                "이 줄의 말을 사이트에 없는 다른 말로 바꾸세요.",
            )
