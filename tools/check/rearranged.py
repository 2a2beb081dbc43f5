"""문장은 그대로인데 수의 자리만 바뀐 것을, 가지가 갈라진 때의 쪽과 견주어 찾는다.

출력은 글과 다른 말을 쓰는 일이 많아, 출력만 보아서는 맞바꾼 두 수를 다 알 수 없다.
출력이 함께 바뀌었으면 수를 새로 적은 것이므로 보지 않는다.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.check.numbers import ANY, SENTENCE, measured_lines, shown
from tools.data.history import git
from tools.finding import Finding
from tools.page.admonitions import is_note
from tools.page.note import sentences
from tools.page.project import Project

MAIN = ("origin/main", "main")
MEND = (
    "출력을 보고 되돌리세요. 이 차례가 맞으면 수는 그대로 두고 말의 자리를 바꿔 "
    "적으세요."
)
Numbers = tuple[str, ...]


def find(project: Project) -> Iterator[Finding]:
    """갈라진 뒤에 고친 노트를 본다. git의 저장소가 아니면 견줄 것이 없다."""
    start = base(project.root)
    if start is None:
        return
    touched = set((git(project.root, "diff", "--name-only", start) or "").split("\n"))
    note = tuple(x for one in project.notes.values() for x in sentences(one.text))
    for page in project.pages:
        if project.name(page) in touched and is_note(project.read(page)):
            outputs = {f"snippets/{name}" for name, _ in shown(project, page)}
            before = git(project.root, "show", f"{start}:{project.name(page)}")
            if before and not outputs & touched:
                yield from find_on_page(project, page, before, note)


def base(root: Path) -> str | None:
    """가지가 `main`에서 갈라진 커밋. `main`이 없으면 마지막 커밋이다."""
    if not (root / ".git").exists():
        return None
    found = (git(root, "merge-base", "HEAD", name) for name in MAIN)
    last = next(filter(None, found), None) or git(root, "rev-parse", "HEAD")
    return last.strip() if last else None


def find_on_page(
    project: Project, page: Path, before: str, note: tuple[str, ...]
) -> Iterator[Finding]:
    """전과 글이 같고 수도 같은데 차례만 다른 문장."""
    old = placed(before, note)
    for line, sentence in spoken(project.read(page), note):
        now = numbers_of(sentence)
        known = old.get(template(sentence), set())
        if now not in known and any(sorted(now) == sorted(x) for x in known):
            yield Finding(
                project.name(page),
                line,
                f"문장은 그대로인데 수 {', '.join(now)}의 자리가 바뀌었습니다. "
                "출력은 그대로입니다.",
                MEND,
            )


def placed(text: str, note: tuple[str, ...]) -> Mapping[str, set[Numbers]]:
    """쪽의 문장에서 수를 뺀 글마다, 거기 있던 수."""
    found: dict[str, set[Numbers]] = {}
    for _, sentence in spoken(text, note):
        found.setdefault(template(sentence), set()).add(numbers_of(sentence))
    return found


def spoken(text: str, note: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """수를 견줄 줄의 문장을 (줄, 문장)으로 낸다."""
    for number, line in measured_lines(text, note):
        for sentence in SENTENCE.split(line):
            yield number, sentence


def template(sentence: str) -> str:
    """문장에서 수의 자리만 비운다."""
    return ANY.sub("\0", sentence)


def numbers_of(sentence: str) -> Numbers:
    """문장에 적은 차례대로의 수."""
    return tuple(ANY.findall(sentence))
