"""저장소의 사본을 만든다. 사본은 마음껏 망가뜨려도 된다."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import ROOT

COPIED = ("docs", "snippets")
FILES = (
    *("CITATION.cff", "LICENSE", "README.md", "mkdocs.yml", "pyproject.toml"),
    "tests/search/queries.tsv",
)


def copy_to(folder: Path) -> Path:
    """검사에 필요한 것만 옮긴다."""
    weeks = [path.relative_to(ROOT) for path in ROOT.glob("tests/week*")]
    for one in [*COPIED, *weeks]:
        shutil.copytree(
            ROOT / one,
            folder / one,
            ignore=shutil.ignore_patterns("__pycache__"),
        )
    for file in FILES:
        (folder / file).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / file, folder / file)
    return folder


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """검사에 필요한 것만 옮긴 사본의 맨 위."""
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
