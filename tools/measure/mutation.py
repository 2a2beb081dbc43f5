"""저장소의 사본 안에서 코드를 일부러 고장 내고, 시험이 알아채는지 센다.

`tools/measure/mutants.py`가 사본을 만들어 그 안에서 부른다.
"""

import argparse
import ast
import importlib
import json
import os
import random
import re
import signal
import sys
import time
from pathlib import Path
from typing import NamedTuple

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

HEAVY = ("keras", "matplotlib.pyplot", "optuna", "scipy.stats", "sklearn.ensemble")
ARITHMETIC = "Add|Sub|Mul|Div|FloorDiv|Mod|Pow"
ORDER = "Eq|NotEq|Lt|LtE|Gt|GtE"
# 실수에 비트 연산을 쓰는 것처럼 돌리자마자 멈추는 변이를 빼야 점수가 부풀지 않는다.
KINDS = re.compile(
    rf"core/(ReplaceBinaryOperator_({ARITHMETIC})_({ARITHMETIC})"
    r"|ReplaceBinaryOperator_(BitOr_BitAnd|BitAnd_BitOr)"
    rf"|ReplaceComparisonOperator_({ORDER})_({ORDER})"
    r"|ReplaceComparisonOperator_(Is_IsNot|IsNot_Is|In_NotIn|NotIn_In)"
    r"|ReplaceUnaryOperator_(USub_UAdd|Delete_USub|Delete_Not|Delete_Invert)"
    r"|AddNot|ReplaceTrueWithFalse|ReplaceFalseWithTrue|ReplaceAndWithOr"
    r"|ReplaceOrWithAnd|ReplaceBreakWithContinue|ReplaceContinueWithBreak"
    r"|ExceptionReplacer|NumberReplacer|RemoveDecorator|ZeroIterationForLoop)"
)


class Mutant(NamedTuple):
    """변이 하나. 같은 자리에서 같은 종류로 바꾼 것은 `place`가 같다."""

    place: tuple
    operator: str
    occurrence: int


class Meaning(ast.NodeTransformer):
    """셈을 바꾸지 않는 것을 지운다. 형 표시, 설명, 저장해 두기, 직접 돌릴 때의 줄."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """형 표시와 `functools.cache`를 지운다."""
        self.generic_visit(node)
        node.returns = None
        cached = ("cache", "functools.cache")
        node.decorator_list = [
            d for d in node.decorator_list if ast.unparse(d) not in cached
        ]
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        """인자의 형 표시를 지운다."""
        node.annotation = None
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """변수의 형 표시를 지운다."""
        node.annotation = ast.Constant(0)
        return self.generic_visit(node)

    def visit_If(self, node: ast.If) -> ast.AST | None:
        """파일을 직접 돌릴 때와 형을 살필 때만 쓰는 줄을 지운다."""
        if ast.unparse(node.test) in ("__name__ == '__main__'", "TYPE_CHECKING"):
            return None
        return self.generic_visit(node)


def meaning(source: str) -> str:
    """셈에 쓰이는 부분만 남긴 구문 트리를 글로 적는다."""
    tree = ast.parse(source)
    if re.search(r"if not __name__|__name__ != |__name__ [<>]|not TYPE_CH", source):
        return ""
    return ast.dump(Meaning().visit(tree))


def mutants(source: str) -> list[Mutant]:
    """한 파일에서 만들 수 있는 뜻있는 변이를 모두 찾는다."""
    original = meaning(source)
    found = []
    for name in sorted(filter(KINDS.fullmatch, operator_names())):
        operator = get_operator(name)()
        places = [
            (node.start_pos, name.split("_")[0])
            for node in ast_nodes(get_ast(source))
            for _ in operator.mutation_positions(node)
        ]
        for occurrence, place in enumerate(places):
            changed = mutate_code(source, operator, occurrence)
            try:
                if changed and meaning(changed) not in ("", original):
                    found.append(Mutant(place, name, occurrence))
            except SyntaxError:
                continue
    return found


def sample(source: str, size: int, seed: str) -> list[Mutant]:
    """자리를 고르게 뽑고, 자리마다 변이 하나를 뽑는다."""
    chance = random.Random(seed)
    places: dict[tuple, list[Mutant]] = {}
    for mutant in mutants(source):
        places.setdefault(mutant.place, []).append(mutant)
    chosen = chance.sample(sorted(places), min(size, len(places)))
    return [chance.choice(places[place]) for place in chosen]


def targets(snippet: Path) -> list[str]:
    """코드를 비추는 시험과, 출력과 그림이 그대로인지 보는 시험."""
    name = snippet.as_posix()
    mirror = Path("tests", *snippet.parts[1:-1], f"test_{snippet.name}")
    fresh = f"tests/test_outputs.py::test_{{}}_is_fresh[{name}]"
    figure = [fresh.format("figure")] if snippet.with_suffix(".svg").exists() else []
    # 시험 전체를 돌릴 때와 같은 차례다.
    return [fresh.format("output"), *figure, mirror.as_posix()]


def run_tests(arguments: list[str], report: Path, seconds: float) -> str:
    """갈라 낸 프로세스에서 시험하고, 처음 실패한 시험의 이름을 돌려준다.

    케라스를 불러온 프로세스를 갈라 쓰므로 변이마다 다시 불러오지 않는다.
    """
    report.write_text("", encoding="utf-8")
    child = os.fork()
    if child == 0:
        os.setsid()
        log = os.open(report.with_suffix(".log"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(log, 1)
        os.dup2(log, 2)
        os._exit(in_child(arguments, report))
    deadline = time.monotonic() + seconds
    while (ended := os.waitpid(child, os.WNOHANG)) == (0, 0):
        if time.monotonic() > deadline:
            os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return "시간 초과"
        time.sleep(0.02)
    if ended[1] == 0:
        return ""
    return report.read_text(encoding="utf-8") or f"끝남 {ended[1]}"


def in_child(arguments: list[str], report: Path) -> int:
    """시험을 돌리고, 처음 실패한 시험의 이름을 남긴다."""
    import pytest

    class Recorder:
        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            self.write(report)

        def pytest_collectreport(self, report: pytest.CollectReport) -> None:
            self.write(report)

        def write(self, result: pytest.TestReport | pytest.CollectReport) -> None:
            if result.failed:
                report.write_text(result.nodeid, encoding="utf-8")

    options = ["-x", "-q", "-n0", "-p", "no:cacheprovider"]
    code = int(pytest.main([*options, *arguments], plugins=[Recorder()]))
    sys.stdout.flush()
    return code


def load_heavy() -> None:
    """오래 걸리는 것을 미리 불러온다. 변이마다 갈라 낸 프로세스가 나눠 쓴다."""
    sys.dont_write_bytecode = True
    for name in HEAVY:
        importlib.import_module(name)


def read_missed(report: Path) -> dict[Path, list[Mutant]]:
    """앞서 놓친 변이를 파일마다 모은다."""
    missed: dict[Path, list[Mutant]] = {}
    for line in report.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if not row["caught_by"]:
            mutant = Mutant(((row["line"], 0), ""), row["operator"], row["occurrence"])
            missed.setdefault(Path(row["file"]), []).append(mutant)
    return missed


def choose(snippet: Path, options: argparse.Namespace) -> list[Mutant]:
    """파일 하나에서 시험할 변이를 고른다."""
    if options.again:
        return read_missed(options.again).get(snippet, [])
    source = snippet.read_text(encoding="utf-8")
    return sample(source, options.each, f"{options.seed} {snippet}")


def time_limit(snippet: Path, report: Path) -> float:
    """고치지 않은 코드가 통과하는지 보고, 변이에 줄 시간을 정한다."""
    started = time.monotonic()
    failed = run_tests(targets(snippet), report, 600)
    if failed:
        sys.exit(f"{snippet}: 고치지 않았는데 실패했습니다. {failed}")
    return 30 + 5 * (time.monotonic() - started)


def try_mutant(snippet: Path, mutant: Mutant, report: Path, seconds: float) -> str:
    """변이 하나를 심어 시험하고 되돌린다. 잡은 시험의 이름을 돌려준다."""
    source = snippet.read_text(encoding="utf-8")
    operator = get_operator(mutant.operator)()
    changed = mutate_code(source, operator, mutant.occurrence)
    snippet.write_text(changed, encoding="utf-8")
    try:
        return run_tests(targets(snippet), report, seconds)
    finally:
        snippet.write_text(source, encoding="utf-8")


def read_options() -> argparse.Namespace:
    """`mutants.py`가 넘긴 인자를 읽는다."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--each", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--only", required=True)
    parser.add_argument("--report", type=Path, required=True)
    parser.add_argument("--again", type=Path)
    return parser.parse_args()


def main() -> None:
    """뽑은 변이를 하나씩 시험하고 점수를 센다."""
    options = read_options()
    load_heavy()
    report = Path("report.txt").resolve()
    plan, limits = [], {}
    for snippet in sorted(Path("snippets").rglob("*.py")):
        chosen = choose(snippet, options) if options.only in snippet.as_posix() else []
        if chosen:
            limits[snippet] = time_limit(snippet, report)
        plan += [(n, snippet, mutant) for n, mutant in enumerate(chosen)]
    caught = 0
    with options.report.open("w", encoding="utf-8") as lines:
        # 중간에 멈춰도 모든 파일에서 고르게 본 것이 되도록 돌아가며 시험한다.
        for done, (_, snippet, mutant) in enumerate(sorted(plan), start=1):
            failed = try_mutant(snippet, mutant, report, limits[snippet])
            caught += bool(failed)
            row = {
                "file": snippet.as_posix(),
                "operator": mutant.operator,
                "occurrence": mutant.occurrence,
                "line": mutant.place[0][0],
                "caught_by": failed,
            }
            print(json.dumps(row, ensure_ascii=False), file=lines, flush=True)
            print(f"{done}/{len(plan)} 잡은 비율 {caught / done:.3f}", flush=True)


if __name__ == "__main__":
    main()
