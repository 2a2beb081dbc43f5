"""git에서 쪽의 역사를 읽는다. git이 없거나 얕게 받은 저장소면 역사가 없다고 본다."""

import subprocess
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

KOREA = timezone(timedelta(hours=9))
UNCOMMITTED, COMMITTED = "0" * 40, "committer-time "
COMMIT = "\x1e%H\x1f%ct\x1f%s"


@dataclass(frozen=True)
class Change:
    """커밋 하나가 바꾼 것."""

    commit: str
    date: datetime
    subject: str
    files: tuple[str, ...]


def git(root: Path, *arguments: str) -> str | None:
    """git을 부른다. 쓸 수 없으면 None이다."""
    command = ["git", "-c", "core.quotePath=false", *arguments]
    try:
        result = subprocess.run(
            command, cwd=root, capture_output=True, encoding="utf-8", check=False
        )
    except OSError:
        return None
    return result.stdout if result.returncode == 0 else None


def changes(root: Path, folder: str = "docs") -> list[Change]:
    """폴더를 바꾼 커밋을 새것부터 읽는다."""
    shallow = git(root, "rev-parse", "--is-shallow-repository")
    if shallow is None or shallow.strip() != "false":
        return []
    log = git(root, "log", f"--format={COMMIT}", "--name-only", "--", folder)
    found = []
    for block in (log or "").split("\x1e")[1:]:
        header, _, names = block.partition("\n")
        commit, seconds, subject = header.split("\x1f")
        date = datetime.fromtimestamp(int(seconds), KOREA)
        files = tuple(name for name in names.split("\n") if name)
        found.append(Change(commit, date, subject, files))
    return found


def last_line_change(root: Path, file: str, first: int, last: int) -> datetime | None:
    """파일의 줄이 마지막으로 바뀐 때. 아직 커밋하지 않았으면 None이다.

    Args:
        root: 저장소의 맨 위.
        file: 저장소에서 본 파일의 이름.
        first: 첫 줄. 1부터 센다.
        last: 마지막 줄.
    """
    told = git(root, "blame", "--porcelain", f"-L{first},{last}", "--", file)
    lines = (told or "").split("\n")
    if any(line.startswith(UNCOMMITTED) for line in lines):
        return None
    times = [
        int(line.removeprefix(COMMITTED))
        for line in lines
        if line.startswith(COMMITTED)
    ]
    return datetime.fromtimestamp(max(times), KOREA) if times else None


def last_changes(history: list[Change]) -> dict[str, datetime]:
    """파일마다 마지막으로 바뀐 때를 구한다."""
    dates: dict[str, datetime] = {}
    for change in history:
        for name in change.files:
            dates.setdefault(name, change.date)
    return dates


def korean(date: datetime) -> str:
    """2026년 11월 25일처럼 적는다."""
    return f"{date.year}년 {date.month}월 {date.day}일"
