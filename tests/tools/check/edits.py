"""저장소의 사본을 고치는 손과, 고친 것을 문이 어떻게 보는지 확인하는 눈."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tools.check.gate import check, fix
from tools.finding import Finding

MULTI = "docs/week12/multi-label.md"
OPTIMIZERS = "docs/week12/optimizers.md"
TUNING = "docs/week12/hyperparameter-tuning.md"
FUNCTIONAL = "docs/week12/functional-api.md"
CONCEPTS = "docs/week12/concepts.yml"
GLOSSARY = "docs/glossary.yml"
QUERIES = "tests/search/queries.tsv"
MENDS = "tests/week12/source/mends.toml"
NOTE = "tests/week12/source/note.md"
CODE = "snippets/week12/optimizers/adaptive_steps.py"

Edit = Callable[[Path], None]
# 줄의 번호, 줄에 든 글, 또는 글이 든 줄에서 몇 줄 아래.
Where = int | str | tuple[str, int]


def read(root: Path, file: str) -> str:
    """파일의 글을 바이트 그대로 읽는다."""
    return (root / file).read_bytes().decode("utf-8")


def put(root: Path, file: str, content: str | bytes) -> None:
    """폴더가 없으면 만들고, 줄바꿈을 그대로 쓴다."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def write(file: str, content: str | bytes) -> Edit:
    """파일을 새로 쓰거나 올린다."""
    return lambda root: put(root, file, content)


def convert(file: str, change: Callable[[bytes], bytes]) -> Edit:
    """파일의 바이트를 통째로 바꾼다."""

    def edit(root: Path) -> None:
        before = (root / file).read_bytes()
        after = change(before)
        assert after != before
        put(root, file, after)

    return edit


def turned(file: str, change: Callable[[str], str]) -> Edit:
    """파일의 글을 통째로 바꾼다."""
    return convert(file, lambda content: change(content.decode()).encode())


def replace(file: str, before: str, after: str) -> Edit:
    """파일에서 처음 나온 글 하나를 바꾼다."""

    def change(text: str) -> str:
        assert before in text, before
        return text.replace(before, after, 1)

    return turned(file, change)


def under(file: str, line: str, new: str) -> Edit:
    """글이 든 줄의 바로 아래에 새 줄을 넣는다."""

    def change(text: str) -> str:
        end = text.index("\n", text.index(line)) + 1
        return text[:end] + new + text[end:]

    return turned(file, change)


def below(file: str, paragraph: str, new: str) -> Edit:
    """글이 든 문단의 아래에 한 문단을 더한다."""

    def change(text: str) -> str:
        end = text.index("\n\n", text.index(paragraph)) + 1
        return f"{text[:end]}\n{new}\n{text[end:]}"

    return turned(file, change)


def append(file: str, text: str) -> Edit:
    """파일의 끝에 덧붙인다."""
    return turned(file, lambda old: old + text)


def remove(file: str) -> Edit:
    """파일을 지운다."""
    return lambda root: (root / file).unlink()


def moved(before: str, after: str) -> Edit:
    """파일의 이름을 바꾼다."""
    return lambda root: shutil.move(root / before, root / after)


def every(*edits: Edit) -> Edit:
    """차례로 고친다."""

    def edit(root: Path) -> None:
        for one in edits:
            one(root)

    return edit


def entry(before: str, after: str, quotes: str = '""') -> str:
    """mends.toml에 붙이는 네 줄."""
    rows = {"before": before, "after": after, "why": "오탈자"}
    given = [f"{name} = {quotes[0]}{x}{quotes[1]}" for name, x in rows.items()]
    return "\n".join(["", "[[mend]]", *given, ""])


def line_of(root: Path, file: str, part: str) -> int:
    """글이 처음 나오는 줄을 찾는다. 알림이 가리켜야 할 줄이다."""
    lines = (root / file).read_bytes().decode("utf-8", "replace").split("\n")
    return next(number for number, line in enumerate(lines, 1) if part in line)


def told_at(root: Path, found: list[Finding], file: str, where: Where) -> str:
    """파일의 그 줄에서 알린 말을 모두 잇는다."""
    lines = ["", *read(root, file).split("\n")]
    if isinstance(where, tuple):
        text, down = where
        where = line_of(root, file, text) + down
    return "\n".join(
        str(x)
        for x in found
        if x.file == file
        and (x.line == where if isinstance(where, int) else where in lines[x.line])
    )


def refused(root: Path, bad: tuple[Edit, str, Where, str]) -> list[Finding]:
    """틀린 고침을 하고, 그 줄에서 그 말로 알리는지 본다. 찾은 것을 모두 준다."""
    edit, file, where, word = bad
    edit(root)
    fix(root)
    found = check(root)
    assert word in told_at(root, found, file, where), "\n".join(map(str, found))
    return found


def accepted(root: Path, *edits: Edit) -> None:
    """맞는 고침을 하고, 아무것도 알리지 않는지 본다."""
    every(*edits)(root)
    fix(root)
    found = [str(finding) for finding in check(root)]
    assert found == [], "\n".join(found)
