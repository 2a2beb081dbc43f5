"""코드를 시험하고 통과한 것을 `snippets/verified/`에 적는 명령."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from tools.proof import verified

EXAMPLE = (
    "예: python -m tools record. 텐서플로로 시험하려면 KERAS_BACKEND=tensorflow로 둔다."
)
OUTPUTS = "tests/test_outputs.py"
KINDS = {".txt": "output", ".svg": "figure"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """무엇을 시험할지 고르는 인자를 더한다."""
    parser.add_argument(
        "--pending",
        choices=list(verified.BACKENDS),
        help="돌리지 않고, 지금의 코드로 돌린 기록이 없는 시험만 한 줄에 하나씩 찍는다",
    )


def run(options: argparse.Namespace) -> int:
    """주차의 시험을 모두 돌려 기록하거나, 남은 시험을 찍는다."""
    root = options.root
    if options.pending:
        for test in pending(root, options.pending):
            print(test)
        return 0
    weeks = sorted(path.relative_to(root) for path in root.glob("tests/week*"))
    command = [sys.executable, "-m", "pytest", *map(str, weeks), OUTPUTS, "--record"]
    return subprocess.run(command, cwd=root, env=os.environ, check=False).returncode


def pending(root: Path, backend: str) -> list[str]:
    """지금의 코드로 시험한 기록이 없는 코드의 시험."""
    tests = []
    for snippet in verified.unverified(root, backend):
        tests.append(verified.test_of(snippet))
        for output in verified.outputs_of(root, snippet):
            kind = KINDS[output[output.rindex(".") :]]
            tests.append(f"{OUTPUTS}::test_{kind}_is_fresh[{snippet}]")
    return tests
