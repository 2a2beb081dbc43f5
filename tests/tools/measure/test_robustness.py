"""다른 시드에서 성립한 횟수를 바르게 세는지 확인한다."""

import argparse
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tools.data.robustness import read
from tools.measure import robustness

CODE = "\nSEEDS = range(2)\n"
TEST = """\
import pytest
from snippets.week1.a.draw import SEEDS


def test_always():
    assert len(SEEDS) == 2


@pytest.mark.parametrize("bar", [5, 1500])
def test_small(bar):
    assert max(SEEDS) < bar + 1000
"""
CLAIMS = """\
a.md:
  - sentence: 늘 그렇다.
    run: week1/a/{name}.py
    tests: [test_always, test_small]
    seeds: 2
    splits: 5
    effect: 둘
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in {
        "docs/week1/a.md": "# 쪽\n\n늘 그렇다.\n",
        "docs/week1/claims.yml": CLAIMS.format(name="draw"),
        "snippets/week1/a/draw.py": CODE,
        "snippets/week1/a/plain.py": "VALUE = 1\n",
        "tests/week1/a/test_draw.py": TEST,
        "pyproject.toml": '[tool.pytest.ini_options]\npythonpath = ["."]\n',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def options(root: Path) -> argparse.Namespace:
    return argparse.Namespace(root=root, shifts=[1, 2000], only="")


def test_sentence_that_fails_elsewhere_is_told(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[3]))
    assert robustness.run(options(root)) == 1
    assert capsys.readouterr().out.splitlines() == [
        "snippets/week1/a/draw.py\ttest_always\t2/2",
        "snippets/week1/a/draw.py\ttest_small\t1/2",
    ]
    (rerun,) = read(root).values()
    assert rerun.held == {"test_always": 2, "test_small": 1}


def test_only_code_with_seeds_is_run_again(root: Path) -> None:
    (tests,) = robustness.wanted(root, "").values()
    assert tests == [
        "tests/week1/a/test_draw.py::test_always",
        "tests/week1/a/test_draw.py::test_small",
    ]
    assert robustness.wanted(root, "other") == {}
    claims = root / "docs/week1/claims.yml"
    claims.write_text(CLAIMS.format(name="plain"), encoding="utf-8")
    assert robustness.wanted(root, "") == {}


def test_line_of_seeds_may_be_the_first_or_have_a_neighbour(root: Path) -> None:
    code = root / "snippets/week1/a/draw.py"
    code.write_text("SEEDS = range(2)\n", encoding="utf-8")
    assert robustness.wanted(root, "")
    code.write_text("EPOCHS = 8\nSEEDS = range(2)\n", encoding="utf-8")
    assert robustness.wanted(root, "")


@pytest.mark.parametrize(
    "code", ["EPOCHS, SEEDS = 8, range(2)\n", "SEEDS = [0, 1]\n", "VALUE = 1\n"]
)
def test_repeated_experiment_whose_seeds_cannot_move_is_told(
    code: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert robustness.fixed(root, "") == []
    (root / "snippets/week1/a/draw.py").write_text(code, encoding="utf-8")
    assert robustness.run(options(root)) == 0
    told = capsys.readouterr()
    assert told.out == ""
    (line,) = told.err.splitlines()
    assert line.startswith("snippets/week1/a/draw.py:1: ")
    assert "시드를 옮길 수 없어" in line
    assert "SEEDS = range(10)" in line
    assert robustness.fixed(root, "other") == []


def test_single_run_needs_no_seeds(root: Path) -> None:
    (root / "snippets/week1/a/draw.py").write_text("VALUE = 1\n", encoding="utf-8")
    claims = root / "docs/week1/claims.yml"
    text = CLAIMS.format(name="draw").replace("splits: 5", "splits: 1")
    claims.write_text(text + "    why: 난수가 없다.\n", encoding="utf-8")
    assert robustness.fixed(root, "") == []


def test_run_that_cannot_start_is_not_counted(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[3]))
    with pytest.raises(RuntimeError, match="시험을 돌리지 못했습니다"):
        robustness.held(root, ["tests/gone.py::test_gone"], 1)


def test_one_failing_case_fails_the_function() -> None:
    cases = ElementTree.fromstring(
        "<s><testcase name='test_a[1]'/><testcase name='test_a[2]'><failure/>"
        "</testcase><testcase name='test_b'/></s>"
    )
    assert robustness.passed(cases) == {"test_b"}
