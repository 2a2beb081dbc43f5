"""저장소 안의 자리."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
SNIPPETS = ROOT / "snippets"
TESTS = ROOT / "tests"
# 다음에도 쓸 것을 담는다. 지워도 된다.
CACHE = ROOT / ".cache"


def relative(path: Path) -> str:
    """저장소 맨 위에서 본 자리를 `/`로 적는다."""
    return path.relative_to(ROOT).as_posix()


def snippet_files() -> list[Path]:
    """쪽에 실리는 파이썬 파일을 모두 찾는다."""
    return sorted(SNIPPETS.rglob("*.py"))


def document_files() -> list[Path]:
    """사이트가 되는 마크다운 파일을 모두 찾는다."""
    return sorted(DOCS.rglob("*.md"))
