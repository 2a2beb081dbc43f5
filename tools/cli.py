"""명령줄. 명령마다 한 모듈이고, 고른 것만 불러온다."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

# 명령에서 (모듈, 하는 일)로. 모듈은 `arguments(parser)`와 `run(options)`을 갖춘다.
COMMANDS = {
    "check": ("tools.check.command", "글과 코드를 검사한다"),
    "new": ("tools.week.command", "새 쪽이나 주차의 뼈대를 만든다"),
    "import": ("tools.week.importing.command", "내보낸 노트를 한 주로 옮긴다"),
    "outputs": ("tools.proof.update", "코드를 돌려 출력과 그림을 새로 쓴다"),
    "record": ("tools.proof.command", "코드를 시험하고 통과한 것을 기록한다"),
    "links": ("tools.measure.external_links", "바깥 주소가 살아 있는지 묻는다"),
    "scores": ("tools.measure.scores", "Lighthouse 점수를 표로 찍는다"),
    "speed": ("tools.measure.speed", "사이트를 짓는 시간을 기본 테마와 견준다"),
    "search-cost": (
        "tools.measure.search_cost",
        "검색 한 번에 받는 양을 쪽의 수마다 잰다",
    ),
    "robustness": (
        "tools.measure.robustness",
        "쪽의 문장이 다른 시드에서도 성립하는지 센다",
    ),
    "screens": ("tools.measure.screens", "실험 추적 도구의 화면을 찍어 새로 쓴다"),
    "mutants": ("tools.measure.mutants", "코드를 고장 내어 시험이 알아채는지 센다"),
}


class Parser(argparse.ArgumentParser):
    """도움말과 오류를 한국어로 하는 명령줄."""

    def __init__(self, **options: object) -> None:
        """도움말의 제목을 한국어로 바꾼다."""
        super().__init__(add_help=False, **options)
        self._positionals.title = "인자"
        self._optionals.title = "선택"
        self.add_argument("-h", "--help", action="help", help="이 도움말을 찍고 끝낸다")

    def format_usage(self) -> str:
        """쓰는 법 한 줄."""
        return super().format_usage().replace("usage:", "쓰는 법:", 1)

    def format_help(self) -> str:
        """쓰는 법과 인자의 설명."""
        return super().format_help().replace("usage:", "쓰는 법:", 1)

    def error(self, message: str) -> None:
        """무엇이 틀렸는지 말하고 2로 끝낸다."""
        self.exit(
            2,
            f"명령을 알아듣지 못했습니다({message}). "
            f"`{self.prog} --help`를 보고 다시 적으세요.\n",
        )


def parser_of(command: str) -> Parser:
    """명령 하나의 명령줄."""
    name, about = COMMANDS[command]
    module = import_module(name)
    parser = Parser(
        prog=f"python -m tools {command}",
        description=f"{about}.",
        epilog=getattr(module, "EXAMPLE", None),
    )
    parser.add_argument(
        "--root", type=Path, default=Path(), help="저장소의 맨 위. 안 적으면 이 폴더"
    )
    module.arguments(parser)
    parser.set_defaults(run=module.run)
    return parser


def overview() -> str:
    """명령의 목록."""
    rows = [f"  {name:<12}{about}" for name, (_, about) in COMMANDS.items()]
    return "\n".join(
        [
            "쓰는 법: python -m tools 명령 …",
            "",
            *rows,
            "",
            "명령마다 `--help`를 붙이면 쓰는 법이 나옵니다.",
        ]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """명령 하나를 돌리고, 끝난 값을 돌려준다."""
    # 윈도우의 명령 창은 CP949라서 적지 못하는 글자가 있다.
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] in ("-h", "--help"):
        print(overview())
        return 0
    command, *rest = given
    if command not in COMMANDS:
        print(f"'{command}'(이)라는 명령은 없습니다.\n\n{overview()}")
        return 2
    options = parser_of(command).parse_args(rest)
    options.root = options.root.resolve()
    return options.run(options)
