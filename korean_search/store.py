"""분석한 것을 디스크에 담아 두고, 다음에 지을 때 다시 쓴다.

담은 것은 언제 지워도 된다. 온전하지 않으면 버리고, 담지 못하면 그냥 지나간다.
"""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAME = "analysis.sqlite"
LARGEST = 100_000_000
TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, digest TEXT, row BLOB)"


@dataclass(frozen=True)
class Store:
    """열쇠에서 값으로 가는 표. 값은 JSON으로 적을 수 있는 것이다.

    Attributes:
        folder: 담을 폴더. 처음 담을 때 만든다.
        largest: 파일이 이보다 커지면 비우고 새로 담는다. 바이트다.
    """

    folder: Path
    largest: int = LARGEST

    @property
    def file(self) -> Path:
        """담은 파일."""
        return self.folder / NAME

    def read(self, keys: Iterable[str]) -> dict[str, Any]:
        """담아 둔 값을 열쇠에서 값으로 가는 표로 준다. 없거나 바뀐 것은 빠진다."""
        if not self.file.exists():
            return {}
        try:
            with closing(sqlite3.connect(self.file)) as database:
                return dict(_rows(database, keys))
        except sqlite3.Error as error:
            # 다른 프로세스가 쓰는 중이면 파일에는 잘못이 없다.
            if getattr(error, "sqlite_errorname", "") != "SQLITE_BUSY":
                self._drop()
            return {}

    def write(self, values: Mapping[str, Any]) -> None:
        """값을 담는다. 디스크가 찼거나 쓸 수 없는 폴더면 담지 않고 넘어간다."""
        try:
            self._prepare()
            with closing(sqlite3.connect(self.file)) as database, database:
                database.execute(TABLE)
                database.executemany(
                    "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)",
                    ((key, *_pack(key, value)) for key, value in values.items()),
                )
        except (OSError, sqlite3.Error):
            return

    def _prepare(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        # 담아 둔 것이 저장소에 올라가지 않게 한다.
        (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
        if self.file.exists() and self.file.stat().st_size > self.largest:
            self._drop()

    def _drop(self) -> None:
        for file in (self.file, self.file.with_name(f"{NAME}-journal")):
            try:
                file.unlink(missing_ok=True)
            except OSError:
                return


def _rows(
    database: sqlite3.Connection, keys: Iterable[str]
) -> Iterator[tuple[str, Any]]:
    for key in keys:
        found = database.execute("SELECT digest, row FROM kept WHERE key = ?", (key,))
        for digest, row in found:
            if isinstance(row, bytes) and digest == _digest(key, row):
                yield key, json.loads(zlib.decompress(row))


def _pack(key: str, value: object) -> tuple[str, bytes]:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    row = zlib.compress(text.encode(), 1)
    return _digest(key, row), row


def _digest(key: str, row: bytes) -> str:
    return hashlib.sha256(key.encode() + row).hexdigest()
