"""모든 시험이 함께 쓰는 준비."""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import CACHE, ROOT
from tools.proof import kept, plan
from tools.proof.annotations import annotation_lines
from tools.proof.environment import close_figures, prepare, release, start_afresh
from tools.proof.mirror import snippet_of

pytest_plugins = [
    "tools.proof.record",
    "tools.proof.unchanged",
    "tests.remember",
    "tests.servers",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    """담아 둔 것을 버리는 선택과, 노트북을 모두 돌리는 선택을 더한다."""
    parser.addoption(
        "--fresh",
        action="store_true",
        help="전에 담아 둔 것(.cache)을 버리고 모두 처음부터 시험한다",
    )
    parser.addoption(
        "--whole-notebooks",
        action="store_true",
        help="노트북에서 훈련하는 칸까지 모두 돌린다",
    )


def pytest_configure(config: pytest.Config) -> None:
    """케라스를 불러오기 전에 환경을 맞춘다. 임시로 쓴 것은 끝나면 저절로 지워진다."""
    if config.getoption("--fresh") and not hasattr(config, "workerinput"):
        for name in kept.FOLDERS:
            shutil.rmtree(CACHE / name, ignore_errors=True)
    scratch = tempfile.TemporaryDirectory(prefix="notes-", ignore_cleanup_errors=True)
    config.add_cleanup(scratch.cleanup)
    prepare(Path(scratch.name), CACHE)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """빠른 시험만 고르면, 훈련하는 코드는 불러오지도 않는다."""
    return plan.unneeded(ROOT, collection_path, config.option.markexpr) or None


# `-m "not slow"`가 고르기 전에 표시한다.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """오래 걸리는 시험을 표시하고, 돌릴 차례를 정한다."""
    plan.arrange(ROOT, items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """함께 돌 시험을 한 프로세스에 모은다."""
    from tools.proof.schedule import Grouped  # 나누지 않으면 xdist가 없어도 된다

    return Grouped(config, log)


@pytest.fixture(autouse=True)
def clean_start() -> Iterator[None]:
    """시험마다 같은 시드와 빈 상태에서 시작하고, 열어 둔 그림을 닫는다."""
    start_afresh()
    yield
    close_figures()


def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """코드 하나의 시험이 모두 끝나면 그 코드가 쓴 메모리를 내놓는다."""
    snippet = snippet_of(ROOT, item)
    if snippet and (nextitem is None or snippet_of(ROOT, nextitem) != snippet):
        release()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """담아 둔 것으로 답한 검사를 밝히고, GitHub에서는 실패한 줄에 알림을 붙인다."""
    days = Counter(
        value
        for report in terminalreporter.getreports("passed")
        for name, value in report.user_properties
        if name == plan.KEPT
    )
    if days:
        listed = ", ".join(f"{day} {count}개" for day, count in sorted(days.items()))
        terminalreporter.write_line(
            f"검사 {days.total()}개는 재료가 그대로여서 다시 하지 않았습니다. "
            f"통과한 날: {listed}. 모두 다시 하려면 --fresh를 붙이세요."
        )
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return
    failed = terminalreporter.getreports("failed") + terminalreporter.getreports(
        "error"
    )
    for line in annotation_lines(report.longreprtext for report in failed):
        terminalreporter.write_line(line)
