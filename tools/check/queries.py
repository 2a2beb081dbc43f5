"""검색을 재는 물음의 목록이 약속한 꼴인지, 없다고 한 말이 정말 없는지 본다."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from tools.data.queries import ABSENT, FILE, KINDS, Query, read
from tools.finding import Finding
from tools.page.project import Project

# 없다고 한 말을 찾아볼 곳. 읽는 사람이 찾을 수 있는 글이다.
FEWEST = 15
LEAST, MOST = 0.5, 0.7  # dev의 몫
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
    yield from find_few(queries)


def generated(project: Project) -> dict[str, dict[str, str]]:
    """용어집에서 만들 쪽과 그 절."""
    return {"glossary.md": {entry.id: entry.name for entry in project.glossary[0]}}


def find_few(queries: list[Query]) -> Iterator[Finding]:
    """갈래마다 물음이 넉넉하고, 고치며 볼 것과 남겨 둘 것이 고른지 본다."""
    for kind in KINDS:
        splits = Counter(query.split for query in queries if query.kind == kind)
        total = splits.total()
        last = max((x.line for x in queries if x.kind == kind), default=1)
        if total < FEWEST:
            yield Finding(
                FILE,
                last,
                f"갈래 {kind}의 물음이 {total}개뿐입니다.",
                f"{FEWEST}개가 되게 물음을 더하세요.",
            )
        elif not LEAST <= splits["dev"] / total <= MOST:
            yield Finding(
                FILE,
                last,
                f"갈래 {kind}의 dev가 {splits['dev']}개, test가 {splits['test']}개로 "
                "치우쳤습니다.",
                "dev를 60%쯤으로 맞추세요.",
            )


def present(project: Project, queries: list[Query]) -> Iterator[tuple[int, str]]:
    """없다고 했는데 사이트에 있는 말을 (줄, 말)로 찾는다."""
    absent = [query for query in queries if query.kind == ABSENT]
    words = frozenset(x for one in absent for x in one.text.casefold().split())
    shown = {
        word
        for path in project.text_files
        if path.suffix in SEARCHED
        and project.name(path).startswith(("docs/", "snippets/"))
        for word in words_in(project.read(path), words)
    }
    for query in absent:
        found = [x for x in query.text.casefold().split() if x in shown]
        if found:
            yield query.line, found[0]


@cache
def words_in(text: str, words: frozenset[str]) -> list[str]:
    """글에 든 말. 대소문자는 가리지 않는다."""
    text = text.casefold()
    return [word for word in words if word in text]


def find_present(project: Project, queries: list[Query]) -> Iterator[Finding]:
    """없다고 한 말이 사이트에 있으면 알린다."""
    for line, word in present(project, queries):
        yield Finding(
            FILE,
            line,
            f"없는 말이라고 적은 '{word}'이(가) 이제 사이트에 있습니다.",
            "이 줄을 지우세요. `python -m tools check --fix`가 지워 줍니다.",
            fixable=True,
        )


def fix(project: Project) -> list[tuple[str, str]]:
    """이제 사이트에 있는 말을 없는 말의 목록에서 지운다."""
    path = project.root / FILE
    if not project.has(path):
        return []
    queries, _ = read(project.read(path), project.headings | generated(project))
    found = dict(present(project, queries))
    if not found:
        return []
    lines = project.lines(path)
    kept = [line for number, line in enumerate(lines, 1) if number not in found]
    path.write_text("\n".join(kept), encoding="utf-8", newline="\n")
    words = ", ".join(f"'{word}'" for word in found.values())
    return [(FILE, f"이제 사이트에 있어서 없는 말에서 지웠습니다: {words}.")]
