"""코드와 글의 모양을 검사한다."""

import os
import shutil
import subprocess
import sysconfig

import pytest

from tests.paths import ROOT

CHECKS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "--diff", "."],
    "rumdl": ["rumdl", "check", "."],
}


def tool(name: str) -> str:
    """가상 환경이든 사용자 폴더든 pip이 놓아 둔 실행 파일을 찾는다."""
    user = sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user"))
    folders = [sysconfig.get_path("scripts"), user, os.environ.get("PATH", "")]
    found = shutil.which(name, path=os.pathsep.join(folders))
    assert found, f"{name}이(가) 없습니다. requirements-test.txt를 다시 설치하세요."
    return found


@pytest.mark.parametrize("name", CHECKS)
def test_nothing_to_complain_about(name: str) -> None:
    command, *arguments = CHECKS[name]
    result = subprocess.run(
        [tool(command), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
