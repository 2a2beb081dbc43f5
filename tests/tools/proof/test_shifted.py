"""시드를 옮기면 코드가 처음 보는 시드로 도는지 확인한다."""

import sys
from pathlib import Path

import pytest

from tools.processes import run

pytestmark = pytest.mark.slow

CODE = "SEEDS = range(3)\n\ndef used():\n    return list(SEEDS)\n"
TEST = """\
from snippets.week1.a.draw import SEEDS, used


def test_seeds():
    assert used() == list(SEEDS) == [{first}, {first} + 1, {first} + 2]
"""


@pytest.mark.parametrize(("given", "first"), [([], 0), (["--shift-seeds=40"], 40)])
def test_code_runs_with_other_seeds(
    tmp_path: Path, given: list[str], first: int
) -> None:
    for name, text in {
        "snippets/week1/a/draw.py": CODE,
        "snippets/week1/a/plain.py": "VALUE = 1\n",
        "tests/week1/a/test_draw.py": TEST.format(first=first)
        + "\ndef test_plain():\n    from snippets.week1.a import plain\n"
        "    assert plain.VALUE == 1\n",
        "pyproject.toml": '[tool.pytest.ini_options]\npythonpath = ["."]\n',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    root = Path(__file__).parents[3]
    result = run(
        tmp_path,
        *(sys.executable, "-m", "pytest", "-q", "--import-mode=importlib"),
        *("-p", "tools.proof.shifted", *given),
        PYTHONPATH=str(root),
    )
    assert "2 passed" in result.stdout, result.stdout
