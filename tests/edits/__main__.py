"""글과 코드를 검사한다. requirements.txt에 적힌 것만 있으면 돌아간다."""

import argparse
import os
import sys
from pathlib import Path

from tests.edits.check import check, fix
from tests.edits.report import annotations, plain, summary


def main(arguments: list[str] | None = None) -> int:
    """고칠 곳을 모두 알리고, 있으면 1을 돌려준다."""
    parser = argparse.ArgumentParser(prog="python -m tests.edits", description=__doc__)
    parser.add_argument(
        "root", nargs="?", type=Path, default=Path(), help="검사할 저장소"
    )
    parser.add_argument(
        "--fix", action="store_true", help="글자표, 줄바꿈, 숨은 글자를 대신 고친다"
    )
    parser.add_argument("--format", choices=["text", "github"], default="text")
    options = parser.parse_args(arguments)
    # 윈도우의 명령 창은 CP949라서 적지 못하는 글자가 있다.
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    root = options.root.resolve()
    mended = fix(root) if options.fix else []
    findings = check(root)
    for name in mended:
        print(f"{name}: 글자표, 줄바꿈, 숨은 글자를 고쳤습니다.")
    if options.format == "github":
        print(annotations(findings), end="")
        if path := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(path).open("a", encoding="utf-8") as file:
                file.write(summary(findings, mended))
    print(plain(findings), end="")
    return int(bool(findings))


if __name__ == "__main__":
    sys.exit(main())
