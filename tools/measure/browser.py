"""시험에 쓸 브라우저를 찾고, 없으면 내려받는다."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import Browser, Error, Playwright

CHANNELS = ("chrome", "msedge")
COMMANDS = ("chromium", "chromium-browser", "google-chrome-stable", "microsoft-edge")

NOT_FOUND = """\
시험에 쓸 브라우저를 열지 못했습니다. 다음 가운데 하나를 하고 다시 돌리세요.
  1. Chrome, Edge, Chromium 가운데 하나를 설치하기
  2. python -m playwright install --with-deps chromium
해 본 것:
{tried}"""


def installed() -> Iterator[dict[str, str]]:
    """이 기기에 이미 있을 만한 브라우저를 차례로 낸다."""
    for channel in CHANNELS:
        yield {"channel": channel}
    for command in COMMANDS:
        if path := shutil.which(command):
            yield {"executable_path": path}
    yield {}  # 전에 playwright로 내려받은 것


def downloads() -> Iterator[list[list[str]]]:
    """브라우저를 새로 들이는 방법을 차례로 낸다. 한 방법은 명령 몇 개로 이루어진다."""
    install = [sys.executable, "-m", "playwright", "install"]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    yield [[*install, "--with-deps", "chromium"] if is_root else [*install, "chromium"]]
    if is_root and shutil.which("apt-get"):
        apt = ["apt-get", "-qq"]
        yield [[*apt, "update"], [*apt, "install", "--yes", "chromium"]]


def launch(playwright: Playwright) -> Browser:
    """크로미움 계열 브라우저를 연다.

    Raises:
        RuntimeError: 설치된 것도 없고 내려받을 수도 없을 때.
    """
    tried: list[str] = []
    if browser := launch_installed(playwright, tried):
        return browser
    for commands in downloads():
        if all(succeeds(command, tried) for command in commands) and (
            browser := launch_installed(playwright, tried)
        ):
            return browser
    raise RuntimeError(NOT_FOUND.format(tried="\n".join(f"  - {x}" for x in tried)))


def launch_installed(playwright: Playwright, tried: list[str]) -> Browser | None:
    for options in installed():
        try:
            return playwright.chromium.launch(**options)
        except Error as error:
            name = next(iter(options.values()), "playwright의 chromium")
            tried.append(f"{name}: {error.message.splitlines()[0]}")
    return None


def succeeds(command: list[str], tried: list[str]) -> bool:
    try:
        result = subprocess.run(
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=600,
            check=False,
        )
    except subprocess.TimeoutExpired:
        tried.append(f"{' '.join(command)}: 10분이 지나도 끝나지 않음")
        return False
    if result.returncode:
        lines = (result.stderr or result.stdout).splitlines()
        reason = next(
            (x for x in lines if "rror" in x), f"종료 코드 {result.returncode}"
        )
        tried.append(f"{' '.join(command)}: {reason.strip()}")
    return result.returncode == 0
