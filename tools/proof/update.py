"""코드를 돌려 출력과 그림을 새로 쓰는 명령."""

import argparse
import tempfile
import traceback
from pathlib import Path

from tools.proof.environment import close_figures, prepare, start_afresh

EXAMPLE = "예: python -m tools outputs snippets/week12/optimizers"


def arguments(parser: argparse.ArgumentParser) -> None:
    """돌릴 코드를 고르는 인자를 더한다."""
    parser.add_argument(
        "paths",
        nargs="*",
        help="돌릴 파일이나 폴더. 안 적으면 snippets 전체",
    )


def run(options: argparse.Namespace) -> int:
    """바뀐 출력을 알리고, 돌리다 멈춘 코드가 있으면 1을 돌려준다."""
    root = options.root
    chosen = [root / path for path in options.paths or ["snippets"]]
    missing = [path for path in chosen if not path.exists()]
    if missing:
        print(f"'{missing[0]}'이(가) 없습니다. 이름을 고치세요.")
        return 2
    snippets = sorted(
        {
            file
            for path in chosen
            for file in (path.rglob("*.py") if path.is_dir() else [path])
        }
    )
    failed = False
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        prepare(Path(scratch), root / ".cache")
        for snippet in snippets:
            failed |= not update(root, snippet)
    return int(failed)


def update(root: Path, snippet: Path) -> bool:
    """코드 하나의 출력과 그림을 새로 쓴다. 코드가 멈추면 거짓이다."""
    from tools.proof import outputs

    name = snippet.relative_to(root).as_posix()
    start_afresh()
    try:
        module = outputs.load(root, snippet)
        fresh = {".txt": outputs.run_main(module)}
        if outputs.has_figure(snippet):
            fresh[".svg"] = outputs.draw(module)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        line = next(
            (x.lineno for x in reversed(frames) if Path(x.filename) == snippet), 1
        )
        print(f"{name}:{line}: 코드를 돌리다 멈췄습니다({error}). 이 줄을 고치세요.")
        return False
    finally:
        close_figures()
    for ending, text in fresh.items():
        file = snippet.with_suffix(ending)
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8", newline="\n")
            print(f"{file.relative_to(root).as_posix()}을(를) 새로 썼습니다.")
    return True
