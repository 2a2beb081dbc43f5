"""pip이 놓아 둔 명령을 찾고, 브라우저 드라이버의 Node를 돌린다."""

import os
import shutil
import subprocess
import sysconfig

from playwright._impl._driver import compute_driver_executable


def tool(name: str) -> str:
    """가상 환경이든 사용자 폴더든 pip이 놓아 둔 실행 파일을 찾는다."""
    user = sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user"))
    folders = [sysconfig.get_path("scripts"), user, os.environ.get("PATH", "")]
    found = shutil.which(name, path=os.pathsep.join(folders))
    assert found, f"{name}이(가) 없습니다. requirements-test.txt를 다시 설치하세요."
    return found


def node(
    *arguments: str, given: str = "", **environment: str
) -> subprocess.CompletedProcess:
    """브라우저 드라이버에 든 Node를 돌린다. 따로 설치하지 않아도 된다."""
    return subprocess.run(
        [compute_driver_executable()[0], *arguments],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "NODE_OPTIONS": "", **environment},
        check=False,
    )
