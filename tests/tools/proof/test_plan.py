"""시험의 묶음과 차례, 오래 걸린다는 표시가 맞는지 작은 저장소에서 확인한다."""

from pathlib import Path

import pytest

from tests.paths import ROOT
from tools.proof.plan import DICTIONARY, arrange, group, trains, unneeded

TRAINS = '"""보기."""\n\nmodel.fit(x)\n'
PLAIN = '"""보기."""\n\nprint(1)\n'


class Item:
    """pytest의 시험에서 차례를 정하는 데 쓰는 것만 흉내 낸 것."""

    def __init__(self, path: Path, *fixtures: str, order: int | None = None) -> None:
        """표시가 없는 시험에서 시작한다."""
        self.path = path
        self.fixturenames = list(fixtures)
        self.marks = {} if order is None else {"order": pytest.mark.order(order).mark}

    def add_marker(self, mark: pytest.MarkDecorator) -> None:
        """표시를 단다."""
        self.marks[mark.name] = mark.mark

    def get_closest_marker(self, name: str) -> pytest.Mark | None:
        """단 표시를 찾는다."""
        return self.marks.get(name)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, code in (("heavy", TRAINS), ("light", PLAIN)):
        file = tmp_path / f"snippets/week99/{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(code, encoding="utf-8")
    return tmp_path


def items(root: Path) -> dict[str, Item]:
    return {
        "last": Item(root / "tests/site/test_score.py", "browser", order=9),
        "site": Item(root / "tests/site/test_a.py", "site"),
        "heavy": Item(root / "tests/week99/test_heavy.py"),
        "light": Item(root / "tests/week99/test_light.py"),
        "unit": Item(root / "tests/test_lint.py"),
    }


def test_slow_is_what_runs_code_or_opens_the_site(root: Path) -> None:
    found = items(root)
    arrange(root, list(found.values()))
    slow = {name for name, item in found.items() if "slow" in item.marks}
    assert slow == {"heavy", "light", "last", "site"}


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("tests/week99/test_heavy.py::test_a[1]", "snippets/week99/heavy.py"),
        (
            "tests/test_outputs.py::test_output_is_fresh[snippets/week99/heavy.py]",
            "snippets/week99/heavy.py",
        ),
        ("tests/test_outputs.py::test_slack[a]", "tests/test_outputs.py"),
        ("tests/week99/test_lost.py::test_a", "tests/week99/test_lost.py"),
        ("tests/korean_search/test_index.py::test_a", DICTIONARY),
        ("tests/site/test_tooltips.py::test_a", DICTIONARY),
        (
            "tests/site/test_a.py::test_axe_finds_nothing_to_mend[phone-dark]",
            "tests/site/test_a.py::test_axe_finds_nothing_to_mend[phone-dark]",
        ),
        ("tests/site/test_a.py::test_b", "tests/site/test_a.py"),
    ],
)
def test_what_belongs_together_is_one_group(
    test: str, expected: str, root: Path
) -> None:
    assert group(root, test) == expected


def test_quick_ones_come_first_and_the_score_last(root: Path) -> None:
    found = items(root)
    order = list(found.values())
    arrange(root, order)
    names = [next(x for x, y in found.items() if y is item) for item in order]
    assert names == ["unit", "site", "heavy", "light", "last"]


def test_quick_run_does_not_even_load_the_code(root: Path) -> None:
    test = root / "tests/week99/test_heavy.py"
    assert unneeded(root, test, "not slow")
    assert not unneeded(root, test, "")
    assert not unneeded(root, root / "tests/test_lint.py", "not slow")


def test_real_snippets_are_told_apart() -> None:
    folder = ROOT / "snippets/week12"
    assert trains(folder / "functional_api/residual.py")
    assert not trains(folder / "optimizers/adaptive_steps.py")
