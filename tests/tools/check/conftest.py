"""저장소의 사본을 만든다. 사본은 마음껏 망가뜨려도 된다."""

import shutil
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
