"""쪽의 문장을 지키는 시험을, 시드를 옮겨 가며 다시 돌려 몇 번 성립하는지 센다."""

import argparse
import ast
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

from tools.check.claims import read as read_claims
from tools.data.claims import ENOUGH, Claim, Kind
from tools.data.robustness import Rerun, current, read, write
from tools.finding import Finding
from tools.page.project import Project
from tools.processes import run as run_process

EXAMPLE = "예: python -m tools robustness --shifts 1000 2000 --only optimizers"
SEEDS = "SEEDS"
# 이보다 적은 몫에서 성립하는 문장은 고친다.
BAR = 0.95


def arguments(parser: argparse.ArgumentParser) -> None:
    """옮길 만큼과 코드를 고른다."""
    parser.add_argument(
        "--shifts",
        type=int,
        nargs="+",
        default=[1000, 2000, 3000],
        help="시드에 더할 수. 하나마다 모두 한 번씩 돌린다",
    )
    parser.add_argument("--only", default="", help="이 글이 든 코드만")


def wanted(root: Path, only: str) -> dict[str, list[str]]:
    """근거로 쓰인 코드 가운데 시드를 옮길 수 있는 것에서, 문장을 지키는 시험으로."""
    found: dict[str, list[str]] = {}
    for snippet, claim in experiments(root, only):
        if has_seeds(root, snippet):
            tests = found.setdefault(snippet, [])
            names = (f"{claim.test_file}::{name}" for name in claim.tests)
            tests += (name for name in names if name not in tests)
    return dict(sorted(found.items()))


def fixed(root: Path, only: str) -> list[Finding]:
    """여러 번 되풀이한 근거인데 시드를 옮길 수 없는 코드. 하나마다 한 번씩 알린다."""
    found = {
        Finding(
            snippet,
            1,
            "되풀이한 실험의 시드를 옮길 수 없어 다시 돌리지 않았습니다.",
            "시드를 모듈에 'SEEDS = range(10)'처럼 따로 적고, "
            "나누기와 처음 가중치를 그 시드로 정하세요.",
        )
        for snippet, claim in experiments(root, only)
        if claim.seeds * claim.splits >= ENOUGH and not has_seeds(root, snippet)
    }
    return sorted(found)


def experiments(root: Path, only: str) -> Iterator[tuple[str, Claim]]:
    """코드를 돌려 얻은 근거와 그 코드의 자리."""
    for _, claims in read_claims(Project(root)):
        for claim in claims:
            snippet = f"snippets/{claim.evidence}"
            if claim.kind is Kind.RUN and only in snippet:
                yield snippet, claim


def has_seeds(root: Path, snippet: str) -> bool:
    """모듈에 `SEEDS = range(…)`라는 줄이 있는 코드인지 본다."""
    for node in ast.parse((root / snippet).read_text(encoding="utf-8")).body:
        match node:
            case ast.Assign(
                targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id="range"))
            ) if name == SEEDS:
                return True
    return False


def held(root: Path, tests: list[str], shift: int) -> set[str]:
    """시드를 옮긴 채 통과한 시험.

    Args:
        root: 저장소의 맨 위.
        tests: `파일::함수` 꼴의 이름.
        shift: 시드에 더할 수.

    Returns:
        인자를 바꾸어 가며 모두 통과한 함수의 이름.

    Raises:
        RuntimeError: 시험을 시작하지 못했을 때. pytest가 한 말을 담는다.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        result = run_process(
            root,
            *(sys.executable, "-m", "pytest", "-q", "--numprocesses=0"),
            *("-p", "tools.proof.shifted", f"--shift-seeds={shift}"),
            *(f"--junitxml={report}", *tests),
        )
        if result.returncode not in (0, 1):
            raise RuntimeError(f"시험을 돌리지 못했습니다.\n{result.stdout}")
        return passed(ElementTree.parse(report).iter("testcase"))


def passed(cases: Iterable[ElementTree.Element]) -> set[str]:
    """실패한 적이 없는 함수의 이름."""
    run, failed = set(), set()
    for case in cases:
        name = case.attrib["name"].partition("[")[0]
        run.add(name)
        if any(x.tag in ("failure", "error") for x in case):
            failed.add(name)
    return run - failed


def run(options: argparse.Namespace) -> int:
    """모두 다시 돌려 표로 찍고 적는다. 모자란 문장이 있으면 1을 준다."""
    reruns, failed = read(options.root), False
    for finding in fixed(options.root, options.only):
        print(finding, file=sys.stderr)
    chosen = wanted(options.root, options.only)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(
            lambda row: rerun(options.root, *row, options.shifts), chosen.items()
        )
        for snippet, result in zip(chosen, found, strict=True):
            reruns[snippet] = result
            for name, count in result.held.items():
                print(snippet, name, f"{count}/{len(result.shifts)}", sep="\t")
                sys.stdout.flush()
                failed |= count < BAR * len(result.shifts)
            write(options.root, reruns)
    return int(failed)


def rerun(root: Path, snippet: str, tests: list[str], shifts: list[int]) -> Rerun:
    """코드 하나를 옮길 만큼마다 다시 돌린다."""
    counted = Counter(name for shift in shifts for name in held(root, tests, shift))
    names = [test.partition("::")[2] for test in tests]
    return Rerun(
        current(root, snippet), shifts, {name: counted[name] for name in names}
    )
