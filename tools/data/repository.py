"""이 저장소가 GitHub의 어디에 있는지 알아낸다."""

import re
from collections.abc import Mapping
from pathlib import Path

from tools.data.history import git

# git@github.com:a/b.git, ssh://git@github.com/a/b, https://github.com/a/b.git
GITHUB = re.compile(
    r"(?:https?://(?:[^@/]+@)?|ssh://git@|git@)github\.com[:/]"
    r"(?P<name>[\w.-]+/[\w.-]+?)(?:\.git)?/?"
)

# https://이름:토큰@git.example/a/b
SECRET = re.compile(r"(?<=://)[^@/]+@")


def address(root: Path, environment: Mapping[str, str]) -> str:
    """저장소를 브라우저로 여는 주소. 알 수 없으면 빈 글이다.

    환경 변수 `REPO_URL`을 먼저 보고, 없으면 git의 `origin`이 GitHub일 때 그것을 쓴다.

    Args:
        root: 저장소의 맨 위.
        environment: 환경 변수.
    """
    if given := environment.get("REPO_URL", "").strip():
        plain = SECRET.sub("", given.rstrip("/"))
        return normalize(given) or plain.removesuffix(".git")
    origin = git(root, "remote", "get-url", "origin") or ""
    return normalize(origin.strip())


def normalize(url: str) -> str:
    """GitHub의 주소를 하나의 꼴로 바꾼다. GitHub가 아니면 빈 글이다."""
    match = GITHUB.fullmatch(url)
    return f"https://github.com/{match['name']}" if match else ""
