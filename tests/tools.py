"""pip이 놓아 둔 명령을 찾는다."""

import os
import shutil
import sysconfig


def tool(name: str) -> str:
    """가상 환경이든 사용자 폴더든 pip이 놓아 둔 실행 파일을 찾는다."""
    user = sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user"))
    folders = [sysconfig.get_path("scripts"), user, os.environ.get("PATH", "")]
    found = shutil.which(name, path=os.pathsep.join(folders))
    assert found, f"{name}이(가) 없습니다. requirements-test.txt를 다시 설치하세요."
    return found
