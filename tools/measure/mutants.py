"""코드를 일부러 고장 내어 시험이 알아채는지 세는 명령. 저장소의 사본만 고친다.

리눅스와 맥에서 돌아가며, 결과는 한 줄에 하나씩 JSON으로 쓴다.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

EXAMPLE = "예: python -m tools mutants --each 3 --only optimizers"
COPIED = ("docs", "korean_search", "snippets", "tests", "tools")
FILES = ("mkdocs.yml", "pyproject.toml", "requirements-tensorflow.txt")


def arguments(parser: argparse.ArgumentParser) -> None:
    """몇 개를 어디에서 뽑을지 고르는 인자를 더한다."""
    parser.add_argument("--each", type=int, default=6, help="파일마다 뽑을 변이의 수")
    parser.add_argument("--seed", type=int, default=12, help="뽑을 때 쓸 시드")
    parser.add_argument("--only", default="", help="이 글이 든 파일만")
    parser.add_argument(
        "--report", type=Path, default=Path("mutants.jsonl"), help="결과를 쓸 파일"
    )
    parser.add_argument("--again", type=Path, help="이 결과에서 놓친 변이만 다시")


def run(options: argparse.Namespace) -> int:
    """사본을 만들어 그 안에서 세고, 끝난 값을 돌려준다."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as name:
        copy = Path(name)
        for folder in COPIED:
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(options.root / folder, copy / folder, ignore=ignore)
        for file in FILES:
            shutil.copy(options.root / file, copy)
        given = ["--each", options.each, "--seed", options.seed, "--only", options.only]
        given += ["--report", options.report.resolve()]
        if options.again:
            given += ["--again", options.again.resolve()]
        command = [sys.executable, "-m", "tools.measure.mutation", *map(str, given)]
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(
            command, cwd=copy, env=environment, check=False
        ).returncode
