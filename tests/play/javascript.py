"""쪽에서 움직이는 그림의 자바스크립트를 파이썬에서 부른다."""

import json
import shutil
from pathlib import Path

from tests.paths import DOCS
from tools.processes import node

PLAY = DOCS / "assets" / "play"
RUN = Path(__file__).with_name("run.mjs")


def broken(folder: Path, file: str, right: str, wrong: str) -> Path:
    """식 하나를 틀리게 고친 사본의 폴더."""
    shutil.copytree(PLAY, folder, dirs_exist_ok=True)
    source = (folder / file).read_text(encoding="utf-8")
    assert right in source
    (folder / file).write_text(source.replace(right, wrong), encoding="utf-8")
    return folder


def call(calls: list[tuple], folder: Path = PLAY) -> list:
    """자바스크립트의 함수를 차례로 부르고 결과를 모은다.

    Args:
        calls: 함수의 이름과 인수.
        folder: 모듈이 있는 폴더.
    """
    result = node(str(RUN), folder.as_posix(), given=json.dumps(calls))
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)
