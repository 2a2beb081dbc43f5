"""통과한 검사를 재료의 해시로 기억한다. 재료가 하나라도 바뀌면 다시 검사한다.

검사마다 파일 하나에 마지막으로 통과한 재료와 날만 적으므로 쌓이지 않는다.
온전하지 않은 파일은 없는 것으로 본다.
"""

import hashlib
import json
import sys
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from tools.build.cache import digest, read, write
from tools.data.history import KOREA

# 지우면 모든 검사를 처음부터 다시 하는 폴더. 저장소의 .cache 아래에 있다.
FOLDERS = ("checks", "jax", "site", "sites")


class Kept:
    """통과한 검사를 담는 폴더."""

    def __init__(self, folder: Path) -> None:
        """폴더는 처음 담을 때 만든다."""
        self.folder = folder

    def passed(self, name: str, inputs: Any) -> str | None:
        """같은 재료로 통과한 날. 통과한 적이 없으면 None이다.

        Args:
            name: 검사의 이름. 폴더 안의 파일 이름이 된다.
            inputs: 재료. JSON으로 적을 수 있는 것이다.
        """
        row = self._read(name)
        return row["date"] if row.get("inputs") == key(name, inputs) else None

    def keep(self, name: str, inputs: Any) -> None:
        """오늘 통과했다고 적는다."""
        today = datetime.now(KOREA).date().isoformat()
        row = {"inputs": key(name, inputs), "date": today}
        write(self._file(name), json.dumps(row))

    def _file(self, name: str) -> Path:
        return self.folder / f"{digest(name)[:16]}.json"

    def _read(self, name: str) -> dict[str, str]:
        text = read(self._file(name))
        return {} if text is None else json.loads(text)


def key(name: str, inputs: Any) -> str:
    """재료와, 재료를 읽는 파이썬과 패키지의 판을 가리키는 값."""
    return digest(json.dumps([name, inputs, installed()], sort_keys=True))


@cache
def installed() -> str:
    """파이썬과 깔린 패키지의 판을 가리키는 값."""
    rows = {f"{found.name} {found.version}" for found in metadata.distributions()}
    return digest("\n".join([sys.version, sys.platform, *sorted(rows)]))


def digest_files(root: Path, files: Iterable[Path]) -> str:
    """파일들의 이름과 내용을 함께 가리키는 값."""
    total = hashlib.sha256()
    for file in sorted(files):
        content = file.read_bytes()
        name = file.relative_to(root).as_posix()
        total.update(f"{name}\n{len(content)}\n".encode() + content)
    return total.hexdigest()


def digest_folder(folder: Path) -> str:
    """폴더에 든 모든 파일을 함께 가리키는 값. 파이썬이 컴파일한 것은 뺀다."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return digest_files(folder, (x for x in files if x.suffix != ".pyc"))
