"""글과 코드를 검사하는 명령. requirements.txt에 적힌 것만 있으면 돌아간다."""

import argparse
import os
from pathlib import Path

from tools.check.gate import check, fix
from tools.check.report import annotations, plain, summary


def arguments(parser: argparse.ArgumentParser) -> None:
    """검사의 인자를 더한다."""
    parser.add_argument(
        "--fix",
        action="store_true",
        help="글자표, 숨은 글자, 빈칸을 대신 고치고, 원문의 오탈자를 고친 것을 적는다",
    )
    parser.add_argument(
        "--format",
        choices=["text", "github"],
        default="text",
        help="github이면 풀 리퀘스트의 그 줄에 붙을 알림으로 적는다",
    )


def run(options: argparse.Namespace) -> int:
    """고칠 곳을 모두 알리고, 있으면 1을 돌려준다."""
    mended = fix(options.root) if options.fix else {}
    findings = check(options.root)
    for name, told in mended.items():
        print(f"{name}: {' '.join(told)}")
    if options.format == "github":
        print(annotations(findings), end="")
        if path := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(path).open("a", encoding="utf-8") as file:
                file.write(summary(findings, mended))
    print(plain(findings), end="")
    return int(bool(findings))
