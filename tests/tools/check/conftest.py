"""저장소의 사본을 만든다. 사본은 마음껏 망가뜨려도 된다."""

import shutil
from pathlib import Path

import pytest

from tests.paths import ROOT

COPIED = ("docs", "snippets", "tests/week12")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """검사에 필요한 것만 옮긴 사본의 맨 위."""
    for folder in COPIED:
        shutil.copytree(
            ROOT / folder,
            tmp_path / folder,
            ignore=shutil.ignore_patterns("__pycache__"),
        )
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copy(ROOT / "README.md", tmp_path)
    return tmp_path
