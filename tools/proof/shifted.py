"""코드의 시드를 옮겨 시험하는 pytest 플러그인. `-p tools.proof.shifted`로 부른다.

실험은 `SEEDS = range(n)`의 시드로 되풀이하고, 시드가 데이터를 나누는 일까지 정한다.
시드를 모두 같은 수만큼 옮기면 처음 보는 시드와 분할에서 다시 도는 것과 같다.
"""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType

import pytest

NAME = "SEEDS"
FOLDER = "snippets."


class Loader(SourceFileLoader):
    """코드를 불러온 다음 시드를 옮긴다."""

    def __init__(self, name: str, path: str, by: int) -> None:
        """옮길 만큼을 기억한다."""
        super().__init__(name, path)
        self.by = by

    def exec_module(self, module: ModuleType) -> None:
        """모듈을 돌린다. 시드가 없으면 그대로 둔다."""
        super().exec_module(module)
        seeds = getattr(module, NAME, None)
        if isinstance(seeds, range):
            moved = range(seeds.start + self.by, seeds.stop + self.by, seeds.step)
            setattr(module, NAME, moved)


class Finder:
    """쪽에 실린 코드만 시드를 옮기며 불러오게 한다."""

    def __init__(self, by: int) -> None:
        """옮길 만큼을 기억한다."""
        self.by = by

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: object = None
    ) -> ModuleSpec | None:
        """쪽에 실린 파이썬 파일이면 시드를 옮기는 것으로 바꾼다."""
        if not name.startswith(FOLDER):
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is None or not isinstance(spec.loader, SourceFileLoader):
            return None
        spec.loader = Loader(name, spec.loader.path, self.by)
        return spec


def pytest_addoption(parser: pytest.Parser) -> None:
    """옮길 만큼을 고르는 선택을 더한다."""
    parser.addoption("--shift-seeds", type=int, default=0, help="시드에 더할 수")


def pytest_configure(config: pytest.Config) -> None:
    """시험이 코드를 불러오기 전에 끼어든다."""
    finder = Finder(config.getoption("--shift-seeds"))
    sys.meta_path.insert(0, finder)
    config.add_cleanup(lambda: sys.meta_path.remove(finder))
