"""모든 시험이 함께 쓰는 준비."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.proof.annotations import annotation_lines
from tools.proof.environment import close_figures, prepare, start_afresh

pytest_plugins = ["tools.proof.record"]
# 끝나면 저절로 지워진다.
SCRATCH = tempfile.TemporaryDirectory(prefix="notes-", ignore_cleanup_errors=True)
prepare(Path(SCRATCH.name))


@pytest.fixture(autouse=True)
def clean_start() -> Iterator[None]:
    """시험마다 같은 씨앗과 빈 상태에서 시작하고, 열어 둔 그림을 닫는다."""
    start_afresh()
    yield
    close_figures()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """GitHub에서 돌 때, 실패가 가리키는 파일과 줄에 알림을 붙인다."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return
    failed = terminalreporter.getreports("failed") + terminalreporter.getreports(
        "error"
    )
    for line in annotation_lines(report.longreprtext for report in failed):
        terminalreporter.write_line(line)
