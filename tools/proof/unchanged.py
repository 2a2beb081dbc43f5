"""통과한 뒤로 재료가 그대로인 느린 시험을 다시 돌리지 않는 pytest 플러그인.

코드를 살피는 시험의 재료는 그 코드와 시험과 출력이고, 다른 느린 시험의 재료는 저장소
전체다. 패키지나 환경이나 브라우저가 달라져도 다시 돌린다. 빠른 시험은 늘 돌린다.
기록하거나, 시드를 옮기거나, 노트북을 모두 돌리거나, 지나간 줄을 셀 때도 모두 돌린다.
"""

import os
from collections.abc import Generator, Mapping
from functools import cached_property, partial
from pathlib import Path

import pytest

from tools.proof import verified
from tools.proof.kept import Kept, digest_files, digest_folder
from tools.proof.mirror import OUTPUTS, snippet_of
from tools.proof.plan import KEPT

# 정말로 돌려야 뜻이 있는 선택.
REAL = ("record", "shift_seeds", "cov_source", "whole_notebooks")
# 결과를 바꿀 수 있는 환경 변수의 머리.
RUNTIME = ("CUDA_", "JAX_ENABLE", "KERAS_BACKEND", "MKL_", "OMP_", "OPENBLAS_",
           "TF_", "XLA_")  # fmt: skip


class Unchanged:
    """느린 시험을 지켜보며, 통과한 것을 재료와 함께 기억한다."""

    def __init__(self, root: Path, kept: Kept) -> None:
        """시험이 함께 쓰는 것의 해시를 구한다."""
        self.root = root
        self.kept = kept
        helpers = [*(root / "tests").glob("*.py"), root / OUTPUTS]
        self.shared = [
            digest_files(root, set(helpers)),
            digest_folder(root / "tools/proof"),
            runtime(os.environ),
        ]
        self.inputs: dict[str, list[object]] = {}
        self.digests: dict[str, str] = {}

    # 느린 시험을 표시한 다음이다.
    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """통과한 적이 있는 시험은 준비도 하지 않고 지나가게 한다."""
        for item in items:
            if (inputs := self.inputs_of(item)) is None:
                continue
            if day := self.kept.passed(item.nodeid, inputs):
                item.setup = lambda: None
                item.runtest = partial(item.user_properties.append, (KEPT, day))
            else:
                self.inputs[item.nodeid] = inputs

    def inputs_of(self, item: pytest.Item) -> list[object] | None:
        """시험의 재료. 늘 돌릴 시험이면 None이다."""
        if snippet := snippet_of(self.root, item):
            return [self.digest(snippet), *self.shared]
        return self.everything if item.get_closest_marker("slow") else None

    def digest(self, snippet: str) -> str:
        """코드와 시험과 출력을 가리키는 값."""
        if snippet not in self.digests:
            self.digests[snippet] = verified.digest(self.root, snippet)
        return self.digests[snippet]

    @cached_property
    def everything(self) -> list[object]:
        """저장소의 모든 파일과 역사, 브라우저와 환경을 가리키는 값."""
        # 코드만 든 저장소에서는 쪽을 읽는 것이 없어도 된다.
        from tools.data.history import git
        from tools.page.project import Project

        return [
            digest_files(self.root, Project(self.root).files),
            git(self.root, "rev-parse", "HEAD"),
            browsers(),
            runtime(os.environ),
        ]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """방금 통과한 시험을 기억한다."""
        report = yield
        if call.when == "call" and report.passed and item.nodeid in self.inputs:
            self.kept.keep(item.nodeid, self.inputs[item.nodeid])
        return report


def browsers() -> list[str]:
    """이 기기의 브라우저와, 그것을 깐 때."""
    from tools.measure.browser import installed  # 브라우저를 쓰는 시험이 있을 때만

    paths = [x["executable_path"] for x in installed() if "executable_path" in x]
    return [f"{path} {Path(path).stat().st_mtime_ns}" for path in paths]


def runtime(variables: Mapping[str, str]) -> dict[str, str]:
    """결과를 바꿀 수 있는 환경 변수."""
    return {name: x for name, x in variables.items() if name.startswith(RUNTIME)}


# 환경을 맞추는 conftest.py의 준비가 먼저다.
@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """정말로 돌려야 하는 때가 아니면 지켜보기 시작한다."""
    if not any(config.getoption(name, None) for name in REAL):
        kept = Kept(config.rootpath / ".cache/checks")
        config.pluginmanager.register(Unchanged(config.rootpath, kept), "unchanged")
