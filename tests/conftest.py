"""모든 시험이 함께 쓰는 준비."""

import os
import sys
import tempfile
from collections.abc import Iterator

import pytest

from tests.annotations import annotation_lines

os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ["MPLBACKEND"] = "agg"
# 작은 계산을 여러 스레드로 나누면 코어가 적은 기기에서 몇 배 느려진다.
os.environ.setdefault("OMP_NUM_THREADS", "1")
# 두 도구는 불러올 때 홈 폴더에 쓰거나 사용 기록을 보낸다.
os.environ["MLFLOW_DISABLE_TELEMETRY"] = "true"
os.environ["TRACKIO_DIR"] = tempfile.mkdtemp(prefix="trackio-")
# 개인 설정(~/.keras)이 결과를 바꾸지 못하게 한다.
os.environ["KERAS_HOME"] = tempfile.mkdtemp(prefix="keras-")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-outputs",
        action="store_true",
        help="코드를 다시 돌려 snippets/의 출력 파일을 새로 쓴다",
    )
    parser.addoption(
        "--record",
        action="store_true",
        help="모두 통과한 코드를 tests/verified/에 적는다. 쪽의 「검증됨」이 읽는다",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--record"):
        from tests import record

        record.register(config)


@pytest.fixture(autouse=True)
def clean_start() -> Iterator[None]:
    """시험마다 같은 씨앗과 빈 상태에서 시작하고, 열어 둔 그림을 닫는다."""
    if "keras" in sys.modules:
        keras = sys.modules["keras"]
        keras.utils.clear_session(free_memory=False)
        keras.utils.set_random_seed(12)
    yield
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """GitHub에서 돌 때, 실패가 가리키는 파일과 줄에 알림을 붙인다."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return
    failed = terminalreporter.getreports("failed") + terminalreporter.getreports(
        "error"
    )
    for line in annotation_lines(report.longreprtext for report in failed):
        terminalreporter.write_line(line)
