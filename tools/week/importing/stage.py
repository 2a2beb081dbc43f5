"""저장소의 사본에서 한 주를 만들어 검사하고, 다 되면 옮긴다. 반쯤 쓰인 것은 없다."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.check import drafts, fidelity, queries
from tools.check.gate import WORDING, check
from tools.finding import Finding
from tools.page.note import things
from tools.page.project import Project
from tools.week.importing.build import Week
from tools.week.importing.pages import Todo, boxed
from tools.week.importing.plan import Topic
from tools.week.importing.todo import written
from tools.week.make import Refused, read, write

IGNORED = shutil.ignore_patterns(
    ".git", ".venv", ".*_cache", ".cache", "__pycache__", "node_modules", "site"
)
# 주차의 폴더 밖에서 바뀌는 파일.
SHARED = ("mkdocs.yml", "docs/index.md", queries.FILE)
# 옮기지 못한 덩이를 글 상자로 바꾸며 다시 보는 횟수.
MOST_ROUNDS = 6
# 원문과 견주는 검사의 말머리. 알린 줄이 그 덩이의 줄이 아니어서 따로 찾는다.
LOST = "원래 노트의 "
NOT_MOVED = "쪽에서 「{}」을(를) 찾지 못합니다."
QUOTED = 30


def copied(root: Path, folder: Path) -> Path:
    """저장소의 사본."""
    return Path(shutil.copytree(root, folder / "copy", ignore=IGNORED, symlinks=True))


def clear(root: Path, week: int) -> None:
    """사본에서 앞서 만들어 본 것을 지운다."""
    for folder in ("docs", "snippets", "tests"):
        shutil.rmtree(root / folder / f"week{week}", ignore_errors=True)


def restore(root: Path, stage: Path, week: int) -> None:
    """사본의 한 주를 저장소에 있는 그대로 되돌린다."""
    clear(stage, week)
    for folder in ("docs", "snippets", "tests"):
        if (root / folder / f"week{week}").is_dir():
            shutil.copytree(
                root / folder / f"week{week}",
                stage / folder / f"week{week}",
                ignore=IGNORED,
            )
    for name in SHARED:
        if (root / name).is_file():
            shutil.copy(root / name, stage / name)


def settle(root: Path, week: Week, stage: Path) -> list[Finding]:
    """검사를 통과할 때까지, 옮기지 못한 덩이를 글 상자로 바꾸며 쓴다.

    Args:
        root: 저장소.
        week: 옮길 한 주.
        stage: 저장소의 사본.

    Returns:
        그래도 남은 것. 보통은 비었다.
    """
    found: list[Finding] = []
    for _ in range(MOST_ROUNDS):
        clear(stage, week.number)
        for name in SHARED:
            if (root / name).is_file():
                shutil.copy(root / name, stage / name)
        week.write(stage)
        write(
            stage / week.source / drafts.NAME, written(week.number, week.todos(stage))
        )
        queries.fix(Project(stage))
        found = [x for x in check(stage) if is_ours(x, week) or x.file in SHARED]
        found = without_known(root, found)
        if not found or not quarantine(week, found, stage):
            break
    return found


def is_ours(finding: Finding, week: Week) -> bool:
    """이 주차 때문에 생긴 것인지 본다."""
    return f"week{week.number}/" in f"{finding.file} {finding.problem}"


def without_known(root: Path, found: list[Finding]) -> list[Finding]:
    """함께 쓰는 파일에서 전부터 있던 것은 뺀다. 줄은 밀릴 수 있어 보지 않는다."""
    if not any(x.file in SHARED for x in found):
        return found
    known = {(x.file, x.problem) for x in check(root)}
    return [
        x for x in found if x.file not in SHARED or (x.file, x.problem) not in known
    ]


def quarantine(week: Week, found: Iterable[Finding], stage: Path) -> bool:
    """걸린 덩이를 적힌 그대로 글 상자에 담는다. 담은 것이 없으면 거짓이다."""
    places: dict[tuple[int, int], tuple[Topic, str]] = {}
    for finding in found:
        if not finding.problem.startswith(LOST):
            for topic, number in touched(week, finding):
                places[id(topic), number] = topic, finding.problem
    for line in lost_lines(week, stage):
        if place := week.at(line):
            topic, number = place
            places.setdefault((id(topic), number), (topic, not_moved(week, line)))
    return box_up([(topic, n, why) for (_, n), (topic, why) in places.items()])


def not_moved(week: Week, line: int) -> str:
    """원문의 그 줄을 쪽에서 찾지 못했다는 까닭."""
    return NOT_MOVED.format(week.note.split("\n")[line - 1].strip()[:QUOTED])


def box_up(places: Iterable[tuple[Topic, int, str]]) -> bool:
    """(주제, 차례, 까닭)의 덩이를 글 상자에 담는다. 담은 것이 없으면 거짓이다."""
    changed = False
    for topic, number, problem in places:
        if topic.chunks[number].kind != "fence":
            topic.chunks[number] = boxed(topic.chunks[number].text, problem)
            changed = True
    return changed


def touched(week: Week, finding: Finding) -> Iterator[tuple[Topic, int]]:
    """쪽에서 걸린 줄이 든 덩이를 (쪽, 그 안의 차례)로 낸다."""
    for names, page in zip(week.topics, week.pages, strict=True):
        if finding.file == names.file:
            for number, (start, end) in enumerate(page.spans):
                if start <= finding.line <= end:
                    yield names.topic, number


def lost_lines(week: Week, stage: Path) -> list[int]:
    """쪽에 없는 덩이가 적힌 원문의 줄."""
    project = Project(stage)
    folder = stage / week.source
    shown, note = fidelity.Week(project, folder), project.notes[folder].text
    lines = [group[0].line for group in shown.lost(note)]
    return lines + [
        block.line for block in things(note) if not shown.shown.keeps(block)
    ]


def wording(stage: Path) -> list[Todo]:
    """다듬는 중이라 검사가 그냥 둔 말."""
    project = Project(stage)
    found = (x for module in WORDING for x in module.find(project))
    return [
        Todo("말", x.file, x.line, f"{x.problem} {x.mend}")
        for x in sorted(set(found))
        if drafts.excused(project, x)
    ]


def unsaid(root: Path, stage: Path) -> list[Todo]:
    """이제 사이트에 있어서 없는 말의 목록에서 지운 것."""
    path = root / queries.FILE
    if not path.is_file():
        return []
    left = set(read(stage / queries.FILE).split("\n"))
    return [
        Todo(
            "검색",
            queries.FILE,
            number,
            f"없는 말이던 '{line.split()[1]}'을(를) 지웠습니다.",
        )
        for number, line in enumerate(read(path).split("\n"), start=1)
        if line.strip() and line not in left
    ]


def changes(root: Path, stage: Path) -> list[str]:
    """사본에서 새로 쓰였거나 달라졌거나 지워진 파일."""
    return sorted([*gone(root, stage), *made(root, stage)])


def gone(root: Path, stage: Path) -> Iterator[str]:
    """사본에서 지워진 주차의 파일."""
    for path in root.glob("*/week*/**/*"):
        name = path.relative_to(root).as_posix()
        kept = not any(IGNORED("", [part]) for part in Path(name).parts)
        if path.is_file() and kept and not (stage / name).exists():
            yield name


def made(root: Path, stage: Path) -> Iterator[str]:
    """사본에서 새로 쓰였거나 달라진 파일."""
    return (
        name
        for path in stage.rglob("*")
        if path.is_file() and not IGNORED(str(path.parent), [path.name])
        for name in [path.relative_to(stage).as_posix()]
        if not (root / name).is_file()
        or (root / name).read_bytes() != path.read_bytes()
    )


def move(root: Path, stage: Path, names: Iterable[str]) -> None:
    """사본에서 만든 파일을 저장소로 옮긴다. 다 옮기지 못하면 되돌린다.

    Raises:
        Refused: 쓸 수 없는 자리가 있을 때.
    """
    before: dict[Path, bytes | None] = {}
    try:
        for name in names:
            target = root / name
            before[target] = target.read_bytes() if target.is_file() else None
            if not (stage / name).is_file():
                target.unlink()
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(stage / name, target)
    except OSError as error:
        for target, content in before.items():
            if content is None:
                target.unlink(missing_ok=True)
            else:
                target.write_bytes(content)
        raise Refused(
            f"'{error.filename}'에 쓸 수 없어 아무것도 바꾸지 않았습니다. 파일이 다른 "
            "프로그램에서 열려 있는지 보세요."
        ) from error
