"""주차가 없는 작은 저장소와, 거기에 노트를 옮기는 법."""

import shutil
from pathlib import Path

import pytest

from tests.paths import ROOT
from tools.cli import main

HOME = "# 집 { #home }\n\n글이다.\n"


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """주차가 없는 저장소."""
    root = tmp_path / "bare"
    (root / "docs").mkdir(parents=True)
    (root / "docs/index.md").write_text(HOME, encoding="utf-8")
    config = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:\n")
    nav = f"{config[0]}{config[1]}  - 첫 화면: index.md\n"
    (root / "mkdocs.yml").write_text(nav, encoding="utf-8")
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


def bring(root: Path, *arguments: str | Path) -> int:
    return main(["import", *map(str, arguments), "--root", str(root)])


def note_file(folder: Path, text: str) -> Path:
    path = folder / "note" / "노트.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
