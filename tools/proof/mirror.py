"""시험이 어느 코드를 살피는지 찾는다."""

from pathlib import Path

import pytest

OUTPUTS = "tests/test_outputs.py"


def place(root: Path, path: Path) -> str:
    """저장소 맨 위에서 본 자리."""
    inside = path.is_relative_to(root)
    return path.relative_to(root).as_posix() if inside else path.as_posix()


def mirrored(root: Path, test: str) -> str | None:
    """시험 파일이 비추는 코드를 찾는다."""
    folder, _, name = test.removeprefix("tests/").rpartition("/")
    snippet = f"snippets/{folder}/{name.removeprefix('test_')}"
    return snippet if (root / snippet).is_file() else None


def snippet_of(root: Path, item: pytest.Item) -> str | None:
    """시험 하나가 살피는 코드를 찾는다. 코드를 살피지 않으면 None이다."""
    test = place(root, item.path)
    if test == OUTPUTS and hasattr(item, "callspec"):
        snippet = item.callspec.params.get("snippet")
        return place(root, snippet) if isinstance(snippet, Path) else None
    return mirrored(root, test)
