"""브라우저가 없으면 시험 하나만 실패하고, 나머지는 돌지 않음을 확인한다."""

import os
import re
import sys
from pathlib import Path

import pytest

from tests.paths import ROOT
from tools.processes import run

pytestmark = pytest.mark.slow

# 브라우저를 마련하지 못하는 기기. 내려받아 보지도 않는다.
LOST = """
from tools.measure import browser

def ensure(tell):
    tell("브라우저를 내려받는 중")
    raise RuntimeError("시험에 쓸 브라우저를 열지 못했습니다.")

browser.ensure = ensure
"""


@pytest.mark.parametrize("processes", [0, 2])
def test_lost_browser_costs_one_test_and_still_fails(
    processes: int, tmp_path: Path
) -> None:
    (tmp_path / "lost.py").write_text(LOST, encoding="utf-8")
    paths = [str(tmp_path), *sys.path]
    result = run(
        ROOT,
        *(sys.executable, "-m", "pytest", "-rs", "-p", "lost"),
        *(f"--numprocesses={processes}", "tests/site/test_looks.py"),
        *("-k", "found_words"),
        PYTHONPATH=os.pathsep.join(paths),
    )
    told = result.stdout
    assert result.returncode == 1, told
    counted = {name: int(x) for x, name in re.findall(r"(\d+) (\w+)", told)}
    assert (counted["skipped"], counted["error"]) == (5, 1), told
    assert "passed" not in counted
    assert told.count("시험에 쓸 브라우저를 열지 못했습니다.") >= 1
    assert "브라우저를 열지 못해 돌리지 않았습니다" in told
    assert "브라우저를 내려받는 중" in result.stderr
