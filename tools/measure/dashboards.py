"""실험 추적 도구에 코드가 남긴 기록을 주고, 쪽에 적은 명령으로 화면을 띄운다."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tools.processes import APART, run, tool

ADDRESS = re.compile(r"http://(?:127\.0\.0\.1|localhost):\d+/[\w?=&.-]*")
PATIENCE = 180  # 초
EVENTS = """\
import sys
from pathlib import Path
from snippets.week12.experiment_tracking.tensorboard_events import train_with_events
train_with_events(Path(sys.argv[1], "logs", "digits"))
"""
RUNS = """\
import trackio
from snippets.week12.experiment_tracking.trackio_local import log_runs
log_runs(trackio, "cancer")
"""


class Dashboard(NamedTuple):
    """화면이 있는 도구 하나."""

    package: str
    """버전을 고정하는 패키지의 이름."""
    log: str
    """기록을 남기는 파이썬 코드. 기록할 폴더를 첫 인자로 받는다."""
    command: tuple[str, ...]
    """기록한 폴더에서 화면을 띄우는 명령."""
    quietly: tuple[str, ...] = ()
    """다른 화면과 겹치지 않게 띄우려고 명령에 덧붙이는 것."""


TENSORBOARD = Dashboard(
    "tensorboard",
    EVENTS,
    ("tensorboard", "--logdir", "logs"),
    ("--host", "127.0.0.1", "--port", "0"),
)
TRACKIO = Dashboard("trackio", RUNS, ("trackio", "show", "--project", "cancer"))


@contextmanager
def shown(dashboard: Dashboard, root: Path, folder: Path) -> Iterator[str]:
    """코드를 돌려 기록을 남기고, 화면을 띄워 그 주소를 준다.

    Args:
        dashboard: 띄울 도구.
        root: 저장소의 맨 위.
        folder: 기록을 남길 빈 폴더.

    Raises:
        RuntimeError: 코드가 멈추거나 화면이 뜨지 않을 때.
    """
    apart = surroundings(folder)
    logged = run(root, sys.executable, "-c", dashboard.log, str(folder), **apart)
    if logged.returncode:
        raise RuntimeError(
            f"{dashboard.package}에 줄 기록을 남기지 못했습니다.\n{logged.stderr}"
        )
    told = folder / "told.txt"
    program, *options = dashboard.command
    with told.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(
            [tool(program), *options, *dashboard.quietly],
            cwd=folder,
            env={**os.environ, **APART, **apart},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield wait_for_address(dashboard, told, server)
    finally:
        server.terminate()
        server.wait()


def surroundings(folder: Path) -> dict[str, str]:
    """도구를 돌릴 환경. 기록은 폴더에만 남기고, 도구가 창을 따로 열지 못하게 한다."""
    return {
        "TRACKIO_DIR": str(folder / "trackio"),
        "BROWSER": f"{Path(sys.executable).as_posix()} -c pass %s",
        "PYTHONUNBUFFERED": "1",
    }


def wait_for_address(dashboard: Dashboard, told: Path, server: subprocess.Popen) -> str:
    """도구가 화면의 주소를 찍을 때까지 기다린다.

    Raises:
        RuntimeError: 도구가 멈추었거나 너무 오래 걸릴 때.
    """
    deadline = time.monotonic() + PATIENCE
    while not (found := ADDRESS.search(told.read_text("utf-8", errors="replace"))):
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(
                f"{' '.join(dashboard.command)}: 화면이 뜨지 않았습니다. "
                f"requirements-test.txt를 다시 설치하세요.\n{told.read_text('utf-8')}"
            )
        time.sleep(0.1)
    return found[0]
