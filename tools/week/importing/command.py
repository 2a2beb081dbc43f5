"""내보낸 노트 하나를 한 주로 옮기는 명령."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from tools.week.importing.asking import ask_addresses
from tools.week.importing.intake import Answers, Asked
from tools.week.importing.mending import accept
from tools.week.importing.plan import Plan
from tools.week.importing.proposals import FOLDER, MENDS
from tools.week.importing.work import Report, bring
from tools.week.make import Refused

EXAMPLE = "예: python -m tools import 13 내보낸것.zip"


def arguments(parser: argparse.ArgumentParser) -> None:
    """옮길 노트와 답의 인자를 더한다."""
    parser.add_argument("week", type=int, help="몇 주차인지")
    parser.add_argument(
        "export",
        type=Path,
        help="내보낸 zip, 폴더, 마크다운 파일 가운데 하나. "
        f"다듬은 {FOLDER}/{MENDS}를 주면 그 고침을 원문의 목록과 쪽에 적는다",
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="무엇을 쓸지만 보이고 아무것도 쓰지 않는다",
    )
    parser.add_argument(
        "--hidden", action="store_true", help="검색과 첫 화면의 카드에서 뺀다"
    )
    parser.add_argument(
        "--no-run", action="store_true", help="노트의 코드를 돌려 보지 않고 글로 둔다"
    )
    parser.add_argument(
        "--plan", type=Path, help="쪽으로 나누는 계획. 안 적으면 제목을 보고 나눈다"
    )
    parser.add_argument(
        "--yes", action="store_true", help="주소를 묻지 않고 지어 둔 것을 쓴다"
    )
    parser.add_argument(
        "--keep",
        nargs="+",
        default=[],
        help="개인 정보가 아닌 자리. 물음에 적힌 대로다",
    )
    parser.add_argument(
        "--drop",
        nargs="+",
        default=[],
        help="개인 정보라서 뺄 자리. 물음에 적힌 대로다",
    )


def run(options: argparse.Namespace) -> int:
    """옮긴 것을 알리고, 옮기지 못하면 까닭을 말하고 1을 돌려준다."""
    answers = Answers(tuple(options.keep), tuple(options.drop))
    try:
        if options.export.name == MENDS:
            files = accept(options.root, options.week, options.export)
            print("\n".join(["고친 파일", *(f"  {name}" for name in files)]))
            return 0
        report = bring(
            options.root,
            options.week,
            options.export,
            answers,
            plan=options.plan,
            ask=asking(options),
            hidden=options.hidden,
            trying=not options.no_run,
            dry=options.dry_run,
        )
    except Asked as question:
        print(question)
        return 1
    except Refused as reason:
        print(reason)
        return 1
    print(told(report, dry=options.dry_run), end="")
    return 0


def asking(options: argparse.Namespace) -> Callable[[Plan], Plan] | None:
    """사람이 앞에 있고 정말로 쓸 때만 주소를 묻는다."""
    if options.yes or options.dry_run or not sys.stdin.isatty():
        return None
    return lambda plan: ask_addresses(plan, input, print)


def told(report: Report, *, dry: bool) -> str:
    """화면에 찍을 것."""
    parts = []
    if report.dropped:
        rows = [f"  {one}" for one in report.dropped]
        parts.append(
            "\n".join(["개인 정보로 보고 뺀 것(어디에도 적지 않습니다)", *rows])
        )
    if report.left:
        rows = [f"  {name}: {why}" for name, why in report.left]
        parts.append("\n".join(["옮기지 않은 파일", *rows]))
    if report.plan:
        parts.append(f"쪽으로 나눈 계획\n{report.plan.rstrip()}")
    if report.changes:
        parts.append("\n".join(["노트에서 바뀐 것", *report.changes]))
    if report.files:
        title = "쓸 파일" if dry else "만들거나 고친 파일"
        parts.append("\n".join([title, *(f"  {name}" for name in report.files)]))
    parts.append(report.todo.rstrip())
    if dry:
        parts.append("--dry-run이라 아무것도 쓰지 않았습니다.")
    elif report.files:
        parts.append(f"정할 것은 {report.todo_file}에도 적었습니다.")
    return "\n\n".join(filter(None, parts)) + "\n"
