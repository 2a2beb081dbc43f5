"""통과한 검사만 기억하고, 담아 둔 것으로 답했으면 밝히는지 확인한다."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.paths import ROOT
from tests.remember import Remembered
from tools.proof.kept import Kept
from tools.proof.plan import KEPT


class Check:
    """정한 문제를 찾고, 몇 번 찾았는지 세는 검사."""

    def __init__(self, *problems: str) -> None:
        """찾을 문제를 정한다."""
        self.found = list(problems)
        self.times = 0

    def __call__(self) -> list[str]:
        """문제를 찾는다."""
        self.times += 1
        return self.found


@pytest.fixture
def told() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def remembered(tmp_path: Path, told: list[tuple[str, str]]) -> Remembered:
    path = ROOT / "tests/site/test_looks.py"
    item = SimpleNamespace(path=path, name="test_looks")
    return Remembered(Kept(tmp_path), item, lambda *row: told.append(row))


def test_pass_is_remembered_and_told(
    remembered: Remembered, told: list[tuple[str, str]]
) -> None:
    check = Check()
    assert remembered.problems(["사이트"], check) == []
    assert told == []
    assert remembered.problems(["사이트"], check) == []
    assert check.times == 1
    assert [name for name, _ in told] == [KEPT]
    assert remembered.problems(["바뀐 사이트"], check) == []
    assert check.times == 2


def test_problem_is_found_every_time(
    remembered: Remembered, told: list[tuple[str, str]]
) -> None:
    check = Check("낱말이 끊김")
    for times in (1, 2):
        assert remembered.problems(["사이트"], check) == ["낱말이 끊김"]
        assert check.times == times
    assert told == []


def test_later_problem_takes_the_pass_away(remembered: Remembered) -> None:
    remembered.problems(["처음"], Check())
    assert remembered.problems(["나중"], Check("끊김")) == ["끊김"]
    assert remembered.problems(["나중"], Check("끊김")) == ["끊김"]
