"""저장소의 주소를 git과 환경 변수에서 알아내고, 남의 비밀은 옮기지 않는지 확인한다."""

import subprocess
from pathlib import Path

import pytest

from tools.data.repository import address

NAME = "https://github.com/someone/a.notes"


def with_origin(folder: Path, origin: str) -> Path:
    """`origin`이 이 주소인 저장소."""
    for command in (["init", "-q"], ["remote", "add", "origin", origin]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


@pytest.mark.parametrize("ending", ["", ".git", "/"])
@pytest.mark.parametrize(
    "start",
    [
        "https://github.com/",
        "http://github.com/",
        "git@github.com:",
        "ssh://git@github.com/",
        "https://user@github.com/",
        "https://user:secret@github.com/",
        "https://x-access-token:secret@github.com/",
    ],
)
def test_origin_on_github_becomes_one_address(
    tmp_path: Path, start: str, ending: str
) -> None:
    origin = f"{start}someone/a.notes{ending}"
    assert address(with_origin(tmp_path, origin), {}) == NAME


@pytest.mark.parametrize(
    "origin",
    [
        "https://gitlab.com/someone/a.notes.git",
        "git@gitlab.com:someone/a.notes.git",
        "https://user:secret@example.com/someone/a.notes.git",
        "https://github.com.example.com/someone/a.notes",
        "https://github.com/someone",
        "/srv/git/a.notes.git",
        "../a.notes",
    ],
)
def test_origin_elsewhere_is_no_address(tmp_path: Path, origin: str) -> None:
    assert address(with_origin(tmp_path, origin), {}) == ""


def test_folder_without_git_or_origin_has_no_address(tmp_path: Path) -> None:
    assert address(tmp_path, {}) == ""
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    assert address(tmp_path, {"REPO_URL": " "}) == ""


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("https://github.com/other/b", "https://github.com/other/b"),
        ("https://github.com/other/b.git", "https://github.com/other/b"),
        ("git@github.com:other/b.git", "https://github.com/other/b"),
        ("https://git.example/other/b.git", "https://git.example/other/b"),
        ("https://git.example/other/b/", "https://git.example/other/b"),
        ("https://git.example/other/b.git/", "https://git.example/other/b"),
        ("https://me:secret@git.example/other/b", "https://git.example/other/b"),
    ],
)
def test_what_is_given_wins(tmp_path: Path, given: str, expected: str) -> None:
    with_origin(tmp_path, "https://github.com/someone/a.notes")
    assert address(tmp_path, {"REPO_URL": given}) == expected
