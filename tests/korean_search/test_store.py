"""담은 것을 그대로 돌려주고, 온전하지 않은 것은 믿지 않는지 본다."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from korean_search.store import Store

VALUES = {f"key{i}": [["층", i], {"학습률": i}] for i in range(2000)}


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def empty(file: Path) -> None:
    file.write_bytes(b"")


def write_text(file: Path) -> None:
    file.write_text("표가 아니다" * 1000, encoding="utf-8")


def change_columns(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("DROP TABLE kept")
        database.execute("CREATE TABLE kept (key TEXT PRIMARY KEY, other TEXT)")


def swap_rows(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        (other,) = database.execute("SELECT row FROM kept WHERE key = 'key7'")
        database.execute("UPDATE kept SET row = ?", other)


def turn_rows_into_text(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE kept SET row = '글'")


def test_what_was_written_comes_back(tmp_path: Path) -> None:
    Store(tmp_path / "new").write(VALUES)
    assert Store(tmp_path / "new").read([*VALUES, "none"]) == VALUES
    assert Store(tmp_path / "none").read(VALUES) == {}


def test_newer_value_replaces_the_older(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write({"a": 1, "b": 1})
    store.write({"a": 2})
    assert store.read("ab") == {"a": 2, "b": 1}


@pytest.mark.parametrize(
    "damage", [cut, empty, write_text, change_columns, swap_rows, turn_rows_into_text]
)
def test_damaged_file_is_not_believed_and_is_written_again(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    store = Store(tmp_path)
    store.write(VALUES)
    damage(store.file)
    found = store.read(VALUES)
    assert len(found) < 2
    assert all(VALUES[key] == value for key, value in found.items())
    store.write(VALUES)
    assert store.read(VALUES) == VALUES


def test_every_changed_byte_is_noticed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    values = dict(list(VALUES.items())[:40])
    store.write(values)
    whole = store.file.read_bytes()
    for place in range(0, len(whole), 97):
        changed = bytearray(whole)
        changed[place] ^= 0x15
        store.file.write_bytes(changed)
        assert all(values[key] == row for key, row in store.read(values).items())


def test_folder_that_cannot_be_written_is_passed_by(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    store = Store(tmp_path / "file" / "folder")
    store.write(VALUES)
    assert store.read(VALUES) == {}


def test_name_taken_by_a_folder_is_passed_by(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.file.mkdir()
    store.write(VALUES)
    assert store.read(VALUES) == {}
    assert store.file.is_dir()


def test_busy_file_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    store.write(VALUES)
    with closing(sqlite3.connect(store.file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        connect = sqlite3.connect
        monkeypatch.setattr(sqlite3, "connect", lambda file: connect(file, timeout=0))
        assert store.read(VALUES) == {}
        store.write({"key0": 0})
        other.rollback()
    assert store.read(VALUES) == VALUES


def test_file_that_grew_too_large_starts_again(tmp_path: Path) -> None:
    Store(tmp_path).write(VALUES)
    store = Store(tmp_path, largest=1000)
    store.write({"new": 1})
    assert store.read([*VALUES, "new"]) == {"new": 1}


def test_folder_keeps_itself_out_of_the_repository(tmp_path: Path) -> None:
    Store(tmp_path / "kept").write({"a": 1})
    assert (tmp_path / "kept" / ".gitignore").read_text(encoding="utf-8") == "*\n"
