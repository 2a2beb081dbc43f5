"""시험을 통과한 코드를 `snippets/verified/`에 적는다. 쪽의 「검증됨」이 읽는다."""

import os
import platform
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from tools.data.history import KOREA
from tools.proof import verified
from tools.proof.mirror import OUTPUTS, mirrored, place, snippet_of


@cache
def owners() -> Mapping[str, list[str]]:
    """불러오는 이름마다 그것을 배포한 패키지. 모두 훑느라 오래 걸린다."""
    return metadata.packages_distributions()


def packages(code: str, backend: str) -> dict[str, str]:
    """코드가 불러오는 패키지와 백엔드의 판을 지금 깔린 것에서 읽는다."""
    modules = verified.imports(code)
    if "keras" in modules:
        modules.add(backend)
    names = {name for module in modules for name in owners()[module]}
    versions = {canonicalize_name(name): metadata.version(name) for name in names}
    return dict(sorted(versions.items()))


class Recorder:
    """시험을 지켜보다가, 코드마다 모두 통과했으면 적고 하나라도 실패했으면 지운다."""

    def __init__(self, root: Path, backend: str) -> None:
        """아무것도 보지 않은 채로 시작한다."""
        self.root = root
        self.backend = backend
        self.owner: dict[str, str] = {}
        self.digests: dict[str, str] = {}
        self.passed: Counter[str] = Counter()
        self.failed: set[str] = set()
        self.partial: set[str] = set()

    def pytest_deselected(self, items: list[pytest.Item]) -> None:
        """골라내고 남은 것만 돌리면 통과한 것이 아니다."""
        self.partial |= {snippet_of(self.root, item) for item in items}

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """돌릴 시험이 살피는 코드를 적어 둔다."""
        for argument in session.config.args:
            file, inner, _ = argument.partition("::")
            if inner:
                test = place(self.root, Path(file).resolve())
                self.partial.add(mirrored(self.root, test))
        for item in session.items:
            if snippet := snippet_of(self.root, item):
                self.owner[item.nodeid] = snippet
        # 돌리는 동안 고치면 맞지 않는 기록이 되도록, 돌리기 전의 것을 적는다.
        for snippet in set(self.owner.values()):
            self.digests[snippet] = verified.digest(self.root, snippet)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """불러오다 멈춘 시험 파일은 실패다."""
        if report.failed:
            self.failed.add(mirrored(self.root, report.nodeid))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """건너뛴 것도, 실패할 줄 알았던 것도 통과가 아니다."""
        snippet = self.owner.get(report.nodeid)
        if report.failed or (report.skipped and report.when != "teardown"):
            self.failed.add(snippet)
        elif report.when == "teardown":
            self.passed[snippet] += 1

    def pytest_sessionfinish(self) -> None:
        """바뀐 것만 고쳐 적는다."""
        runs = verified.read(self.root, self.backend)
        for snippet in self.failed - {None}:
            runs.pop(snippet, None)
        expected = Counter(self.owner.values())
        for snippet, count in expected.items():
            whole = snippet not in self.partial | self.failed and self.complete(snippet)
            if whole and self.passed[snippet] == count:
                runs[snippet] = self.run(snippet, count)
        verified.write(self.root, self.backend, runs)

    def complete(self, snippet: str) -> bool:
        """코드를 비추는 시험과 출력의 시험이 모두 있었는지 본다."""
        tests = Counter(
            node.partition("::")[0]
            for node, own in self.owner.items()
            if own == snippet
        )
        outputs = verified.outputs_of(self.root, snippet)
        return (
            tests[verified.test_of(snippet)] > 0 and tests[OUTPUTS] == len(outputs) > 0
        )

    def run(self, snippet: str, count: int) -> verified.Run:
        """지금 통과한 일을 적는다."""
        code = (self.root / snippet).read_text(encoding="utf-8")
        return verified.Run(
            date=datetime.now(KOREA).date().isoformat(),
            digest=self.digests[snippet],
            packages=packages(code, self.backend),
            passed=count,
            python=platform.python_version(),
        )


def pytest_addoption(parser: pytest.Parser) -> None:
    """pytest에 선택을 더한다."""
    parser.addoption(
        "--record",
        action="store_true",
        help="모두 통과한 코드를 snippets/verified/에 적는다. 쪽의 「검증됨」이 읽는다",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """기록할 때는 시험을 나누지 않는다. 한 프로세스가 모두 지켜보아야 한다."""
    if config.getoption("--record"):
        config.option.numprocesses, config.option.dist = 0, "no"


# 백엔드를 정하는 conftest.py의 준비가 먼저다.
@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """`--record`를 주었을 때 지켜보기 시작한다."""
    if not config.getoption("--record"):
        return
    backend = os.environ["KERAS_BACKEND"]
    if backend not in verified.BACKENDS:
        known = ", ".join(verified.BACKENDS)
        message = f"{backend} 백엔드의 기록은 적지 않습니다. 적는 것은 {known}입니다."
        raise pytest.UsageError(message)
    config.pluginmanager.register(Recorder(config.rootpath, backend), "recorder")
