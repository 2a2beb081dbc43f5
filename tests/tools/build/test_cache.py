"""담아 둔 것은 온전하고 재료가 같을 때만 믿는지 확인한다."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.paths import ROOT
from tools.build import cache
from tools.build.cache import Cache, seal


@pytest.fixture
def make(tmp_path: Path) -> Callable[[], Cache]:
    """짓는 코드가 한 줄인 저장소의 담아 두는 곳."""
    for name in cache.CODE:
        (tmp_path / name).mkdir()
    (tmp_path / "tools" / "step.py").write_text("x = 1\n", encoding="utf-8")
    return lambda: Cache(tmp_path / ".cache" / "site", tmp_path)


class Maker:
    """부를 때마다 다른 것을 만들어, 다시 만들었는지 알려 준다."""

    def __init__(self) -> None:
        """아직 만들지 않았다."""
        self.times = 0

    def __call__(self) -> list:
        """만든 횟수를 담아 준다."""
        self.times += 1
        return ["값", self.times]


def files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


def test_same_inputs_are_made_once(make: Callable[[], Cache]) -> None:
    maker = Maker()
    assert make().get("kind", ["글", 1], maker) == ["값", 1]
    assert make().get("kind", ["글", 1], maker) == ["값", 1]
    assert [file.suffix for file in files(make().folder)] == [".json"]


@pytest.mark.parametrize(
    ("kind", "inputs"), [("other", ["글", 1]), ("kind", ["글", 2]), ("kind", ["글 1"])]
)
def test_other_inputs_or_another_kind_are_made_anew(
    make: Callable[[], Cache], kind: str, inputs: list
) -> None:
    maker = Maker()
    make().get("kind", ["글", 1], maker)
    assert make().get(kind, inputs, maker) == ["값", 2]


def change_a_line(root: Path) -> None:
    (root / "tools" / "step.py").write_text("x = 2\n", encoding="utf-8")


def add_a_file(root: Path) -> None:
    (root / "korean_search" / "new.py").write_text("y = 1\n", encoding="utf-8")


def rename_a_file(root: Path) -> None:
    (root / "tools" / "step.py").rename(root / "tools" / "walk.py")


@pytest.mark.parametrize("change", [change_a_line, add_a_file, rename_a_file])
def test_changed_code_makes_all_anew(
    make: Callable[[], Cache], change: Callable[[Path], None]
) -> None:
    maker = Maker()
    make().get("kind", [], maker)
    change(make().root)
    assert make().get("kind", [], maker) == ["값", 2]


def test_another_package_or_python_makes_all_anew(
    make: Callable[[], Cache], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = make().version
    monkeypatch.setattr(cache.metadata, "version", lambda _: "0")
    second = make().version
    monkeypatch.setattr(sys, "version", "4.0")
    assert len({first, second, make().version}) == 3


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-3])


def empty(file: Path) -> None:
    file.write_bytes(b"")


def change_the_value(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "값" in text
    file.write_text(text.replace("값", "딴"), encoding="utf-8")


def write_other_bytes(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")


def write_plain_json(file: Path) -> None:
    file.write_text('["값", 9]', encoding="utf-8")


def become_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(
    "damage",
    [
        cut,
        empty,
        change_the_value,
        write_other_bytes,
        write_plain_json,
        become_a_folder,
    ],
)
def test_damaged_file_is_never_believed(
    make: Callable[[], Cache], damage: Callable[[Path], None]
) -> None:
    maker = Maker()
    make().get("kind", [], maker)
    (file,) = files(make().folder)
    damage(file)
    assert make().get("kind", [], maker) == ["값", 2]


@pytest.mark.parametrize("damage", [cut, empty, change_the_value, write_other_bytes])
def test_damaged_file_is_written_again(
    make: Callable[[], Cache], damage: Callable[[Path], None]
) -> None:
    maker = Maker()
    make().get("kind", [], maker)
    damage(files(make().folder)[0])
    make().get("kind", [], maker)
    assert make().get("kind", [], maker) == ["값", 2]


def test_file_of_other_inputs_under_our_name_is_not_believed(
    make: Callable[[], Cache],
) -> None:
    make().get("kind", ["하나"], lambda: "하나의 것")
    (first,) = files(make().folder)
    make().get("kind", ["둘"], lambda: "둘의 것")
    second = next(file for file in files(make().folder) if file != first)
    second.write_bytes(first.read_bytes())
    assert make().get("kind", ["둘"], lambda: "둘의 것") == "둘의 것"


def test_folder_that_cannot_be_written_does_not_stop_the_build(
    make: Callable[[], Cache],
) -> None:
    folder = make().folder
    folder.parent.mkdir()
    folder.write_text("폴더가 아니라 파일이다", encoding="utf-8")
    maker = Maker()
    assert make().get("kind", [], maker) == ["값", 1]
    assert make().get("kind", [], maker) == ["값", 2]
    assert folder.is_file()


def test_half_written_file_leaves_nothing(
    make: Callable[[], Cache], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", full)
    assert make().get("kind", [], lambda: 1) == 1
    assert files(make().folder) == []


def test_file_begins_with_the_seal_of_its_own(make: Callable[[], Cache]) -> None:
    make().get("kind", [], lambda: {"가": 1})
    (file,) = files(make().folder)
    head, text = file.read_text(encoding="utf-8").split("\n")
    assert json.loads(text) == {"가": 1}
    assert head == seal(file, text)


def test_versions_are_asked_only_of_what_the_site_needs() -> None:
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pinned = {line.partition("==")[0] for line in lock.splitlines() if "==" in line}
    assert set(cache.PACKAGES) <= pinned
