"""코드와 글의 모양을 검사한다."""

import pytest

from tests.paths import ROOT
from tools.processes import run, tool

CHECKS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "--diff", "."],
    "rumdl": ["rumdl", "check", "."],
    # 없을 수도 있는 shellcheck에 결과가 달라지지 않게 한다.
    "jactionlint": ["jactionlint", "--shellcheck="],
    "zizmor": ["zizmor", "--offline", "--no-progress", ".github"],
}


@pytest.mark.parametrize("name", CHECKS)
def test_nothing_to_complain_about(name: str) -> None:
    command, *arguments = CHECKS[name]
    result = run(ROOT, tool(command), *arguments)
    assert result.returncode == 0, result.stdout + result.stderr
