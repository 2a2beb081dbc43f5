"""git에서 쪽의 역사를 읽고, git이 없으면 없다고 하는지 확인한다."""

import os
import subprocess
from pathlib import Path

import pytest

from tools.data import history

IDENTITY = ["-c", "user.name=noname", "-c", "user.email=noname@localhost"]


def git(folder: Path, *arguments: str, date: str = "2026-01-01T00:00:00Z") -> None:
    subprocess.run(
        ["git", *IDENTITY, *arguments],
        cwd=folder,
        env={**os.environ, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date},
        check=True,
        capture_output=True,
    )


def commit(folder: Path, files: dict[str, str], subject: str, date: str) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", subject, date=date)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """쪽 둘을 차례로 고친 저장소."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q")
    commit(
        folder, {"docs/a.md": "1", "docs/나.md": "1"}, "처음", "2026-01-01T20:00:00Z"
    )
    commit(folder, {"docs/a.md": "2"}, "<둘째>", "2026-02-03T00:00:00Z")
    commit(folder, {"README.md": "3"}, "쪽이 아닌 것", "2026-03-03T00:00:00Z")
    return folder


def test_last_change_is_read_in_korean_time(repository: Path) -> None:
    changes = history.changes(repository)
    assert [change.subject for change in changes] == ["<둘째>", "처음"]
    dates = history.last_changes(changes)
    assert history.korean(dates["docs/a.md"]) == "2026년 2월 3일"
    assert history.korean(dates["docs/나.md"]) == "2026년 1월 2일"


def test_shallow_clone_has_no_history(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "shallow")
    assert history.changes(tmp_path / "shallow") == []


def test_folder_without_git_has_no_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert history.changes(tmp_path) == []
    monkeypatch.setenv("PATH", "")
    assert history.changes(tmp_path) == []


def test_last_change_of_lines_is_told_apart(repository: Path) -> None:
    text = "하나\n둘\n"
    commit(repository, {"docs/c.md": text}, "넷", "2026-04-01T00:00:00Z")
    commit(repository, {"docs/c.md": "하나\n셋\n"}, "다섯", "2026-05-01T00:00:00Z")
    dates = [
        history.last_line_change(repository, "docs/c.md", *lines)
        for lines in [(1, 1), (2, 2), (1, 2)]
    ]
    assert [date.month for date in dates] == [4, 5, 5]
    (repository / "docs/c.md").write_text("하나\n여섯\n", encoding="utf-8")
    assert history.last_line_change(repository, "docs/c.md", 1, 2) is None
    assert history.last_line_change(repository, "docs/없다.md", 1, 1) is None
