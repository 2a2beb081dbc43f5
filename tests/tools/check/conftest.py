"""글 검사가 볼 작은 저장소를 만든다. 마음껏 망가뜨려도 된다."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import ROOT

# 얼려 둔 작은 노트. 진짜 쪽을 고쳐 써도 시험은 그대로다.
FROZEN = Path(__file__).with_name("project")
# 규칙은 진짜 저장소의 것을 쓴다.
RULES = "pyproject.toml"
TEST = '"""{}의 시험이 놓일 자리."""\n'


def copy_to(folder: Path) -> Path:
    """얼려 둔 노트를 옮기고, 코드마다 시험의 자리를 만든다."""
    shutil.copytree(FROZEN, folder, dirs_exist_ok=True)
    shutil.copy(ROOT / RULES, folder / RULES)
    for code in (folder / "snippets").rglob("*.py"):
        inner = code.relative_to(folder / "snippets")
        test = folder / "tests" / inner.parent / f"test_{inner.name}"
        test.parent.mkdir(parents=True, exist_ok=True)
        test.write_text(TEST.format(inner.name), encoding="utf-8")
    return folder


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """얼려 둔 노트의 사본."""
    return copy_to(tmp_path)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[Path, bytes]]:
    """함께 쓰는 사본과, 그 파일의 처음 글."""
    root = copy_to(tmp_path_factory.mktemp("edits"))
    return root, {path: path.read_bytes() for path in files(root)}


@pytest.fixture
def place(kept: tuple[Path, dict[Path, bytes]]) -> Iterator[Path]:
    """마음껏 고칠 사본. 끝나면 되돌린다."""
    root, before = kept
    yield root
    for path in files(root):
        if path not in before:
            path.unlink()
    for path, content in before.items():
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)


def files(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]
