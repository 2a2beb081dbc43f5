"""내보낸 노트를 한 주로 옮기는 일의 차례."""

import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from korean_search.analysis import Analyzer
from tools.check import drafts
from tools.data.glossary import Entry
from tools.page.project import Project, decode
from tools.week.importing import code, stage
from tools.week.importing.addresses import Addresses
from tools.week.importing.build import Week
from tools.week.importing.code import Tried
from tools.week.importing.connecting import connect
from tools.week.importing.intake import Answers, take
from tools.week.importing.locating import in_notes
from tools.week.importing.plan import NAME, Plan, applied, named, split, written
from tools.week.importing.private import Private
from tools.week.importing.proposals import Proposals, Proposer, Written
from tools.week.importing.renew import renew
from tools.week.importing.spelling import Spelling
from tools.week.importing.todo import line_of
from tools.week.importing.todo import written as written_todo
from tools.week.importing.words import Words
from tools.week.make import Refused, read, refuse_without_room, write

NOT_TRIED = Tried(why="돌려 보지 않았습니다")


@dataclass
class Report:
    """옮긴 일의 결과.

    Attributes:
        dropped: 뺀 개인 정보.
        left: 옮기지 않은 파일과 까닭.
        plan: 계획의 글.
        files: 만들거나 고친 파일.
        todo: 사람이 정할 것의 목록.
        todo_file: 그 목록의 자리.
        changes: 다시 옮길 때 노트에서 바뀐 것.
    """

    dropped: list[Private] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    plan: str = ""
    files: list[str] = field(default_factory=list)
    todo: str = ""
    todo_file: str = ""
    changes: list[str] = field(default_factory=list)


def bring(
    root: Path,
    number: int,
    path: Path,
    answers: Answers,
    *,
    plan: Path | None = None,
    ask: Callable[[Plan], Plan] | None = None,
    hidden: bool = False,
    trying: bool = True,
    dry: bool = False,
) -> Report:
    """노트 하나를 한 주로 옮긴다.

    Args:
        root: 저장소의 맨 위.
        number: 몇 주차인지.
        path: 내보낸 것.
        answers: 개인 정보일 수 있는 것을 두고 사람이 한 답.
        plan: 쪽으로 나누는 계획의 파일. 없으면 제목을 보고 나눈다.
        ask: 새로 나눈 쪽의 주소를 사람에게 묻는 함수. 없으면 묻지 않는다.
        hidden: 검색과 첫 화면에서 뺄지.
        trying: 노트의 코드를 돌려 볼지.
        dry: 참이면 아무것도 쓰지 않는다.

    Raises:
        Asked: 개인 정보인지 사람에게 물어야 할 때.
        Refused: 옮길 수 없을 때.
    """
    if number < 1:
        raise Refused(f"{number}주차는 없습니다. 주차는 1부터 적으세요.")
    refuse_without_room(root, number)
    project = Project(root)
    entries, _ = project.glossary
    analyzer = analyzer_of(entries)
    again = is_imported(root, number)
    intake = take(path, answers, Words(analyzer.words))
    addresses = Addresses(entries, analyzer)
    made = split(intake.chunks, intake.name or f"{number}주차 노트")
    listed = root / f"tests/week{number}/source" / NAME if again else plan
    made = named(planned(made, plan or listed), addresses.propose)
    if ask and not listed:
        made = ask(made)
    connect(made)
    week = Week(
        number,
        made,
        intake.images.made,
        addresses.propose,
        attempts(root) if trying else lambda *_: NOT_TRIED,
        hidden=hidden,
    )
    report = Report(intake.dropped, intake.left, written(made))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = stage.copied(root, Path(folder))
        if again:
            finish_again(root, week, copy, report)
        else:
            finish(root, week, copy, report, analyzer, intake.names)
        if not dry:
            stage.move(root, copy, report.files)
    return report


def is_imported(root: Path, number: int) -> bool:
    """이 명령으로 옮긴 주차가 이미 있는지 본다.

    Raises:
        Refused: 다른 길로 만든 주차가 있을 때.
    """
    if not (root / f"docs/week{number}").exists():
        return False
    if (root / f"tests/week{number}/source" / NAME).is_file():
        return True
    raise Refused(
        f"{number}주차가 이미 있습니다. 옮겨서 만든 주차가 아니라 덮어쓰지 않습니다. "
        "다른 번호를 적으세요."
    )


def finish_again(root: Path, week: Week, copy: Path, report: Report) -> None:
    """원문을 새로 쓰고, 손대지 않은 자리의 쪽을 바꾼다."""
    found, todos = renew(root, copy, week)
    report.plan = ""
    report.changes = [str(one) for one in found] or ["  노트가 그대로입니다."]
    report.todo_file = f"{week.source}/{drafts.NAME}"
    report.todo = "\n".join(f"- [ ] {line_of(todo)}" for todo in todos)
    report.files = stage.changes(root, copy)


def finish(
    root: Path,
    week: Week,
    copy: Path,
    report: Report,
    analyzer: Analyzer,
    names: Sequence[str],
) -> None:
    """사본에서 만들어 검사하고, 할 일을 적는다.

    Raises:
        Refused: 만든 것이 검사를 통과하지 못할 때.
    """
    wrong = stage.settle(root, week, copy)
    if wrong:
        rows = "\n".join(f"  {one}" for one in in_notes(week, wrong, names))
        raise Refused(
            "옮긴 쪽이 검사를 통과하지 못해 아무것도 쓰지 않았습니다. 노트에서 이 "
            f"자리를 고쳐 다시 내보내세요.\n{rows}"
        )
    drafted = propose(root, week, copy, analyzer)
    for name, text in drafted.files.items():
        write(copy / name, text)
    todos = [
        *week.todos(copy),
        *stage.wording(copy),
        *drafted.todos,
        *stage.unsaid(root, copy),
    ]
    report.todo_file = f"{week.source}/{drafts.NAME}"
    report.todo = written_todo(week.number, todos)
    write(copy / report.todo_file, report.todo)
    report.files = stage.changes(root, copy)


def propose(root: Path, week: Week, copy: Path, analyzer: Analyzer) -> Proposals:
    """사람이 보고 쓸 초안."""
    entries, _ = Project(root).glossary
    found = Spelling(entries, analyzer).mends(week.note)
    pages = [Written(names, read(copy / names.file)) for names in week.topics]
    return Proposer(week.number, week.source, entries).propose(week.note, found, pages)


def planned(plan: Plan, file: Path | None) -> Plan:
    """사람이 적은 계획이 있으면 따른다."""
    if file is None:
        return plan
    if not file.is_file():
        raise Refused(f"계획 '{file}'이(가) 없습니다. {NAME}의 자리를 다시 적으세요.")
    return applied(plan, decode(file.read_bytes()), str(file))


def analyzer_of(entries: Iterable[Entry]) -> Analyzer:
    """용어의 이름을 이루는 한글을 한 낱말로 아는 형태소 분석기."""
    names = (name for x in entries for name in (x.name, *(y for _, y in x.named)))
    return Analyzer(word for name in names for word in re.findall("[가-힣]{2,}", name))


def attempts(root: Path) -> Callable[[str, Sequence[str]], Tried]:
    """코드를 돌려 보는 함수. 같은 코드는 다시 돌리지 않는다."""
    known: dict[tuple[str, ...], Tried] = {}

    def attempt(body: str, before: Sequence[str]) -> Tried:
        key = (body, *before)
        if key not in known:
            known[key] = code.attempt(root, body, before)
        return known[key]

    return attempt
