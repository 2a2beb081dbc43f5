"""통과한 검사를 재료가 그대로일 때만 믿는지 확인한다."""

from datetime import datetime
from pathlib import Path

import pytest

from tools.data.history import KOREA
from tools.proof import kept
from tools.proof.kept import Kept, digest_folder


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_same_inputs_passed_today(tmp_path: Path) -> None:
    memory = Kept(tmp_path)
    assert memory.passed("검사", ["가"]) is None
    memory.keep("검사", ["가"])
    today = datetime.now(KOREA).date().isoformat()
    assert Kept(tmp_path).passed("검사", ["가"]) == today
    assert memory.passed("검사", ["나"]) is None
    assert memory.passed("다른 검사", ["가"]) is None


def test_only_the_last_pass_is_kept(tmp_path: Path) -> None:
    memory = Kept(tmp_path)
    memory.keep("검사", ["가"])
    memory.keep("검사", ["나"])
    assert memory.passed("검사", ["가"]) is None
    assert memory.passed("검사", ["나"])
    only_file(tmp_path)


def test_other_packages_ask_for_another_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Kept(tmp_path)
    memory.keep("검사", [])
    monkeypatch.setattr(kept, "installed", lambda: "다른 판")
    assert memory.passed("검사", []) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[:-5],
        lambda text: text.replace("20", "19"),
        lambda text: text.splitlines()[1],
        lambda _: "",
    ],
    ids=["cut", "changed", "without its digest", "empty"],
)
def test_damaged_memory_is_not_believed(damage: object, tmp_path: Path) -> None:
    memory = Kept(tmp_path)
    memory.keep("검사", [])
    file = only_file(tmp_path)
    file.write_text(damage(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert memory.passed("검사", []) is None


def test_folder_is_known_by_its_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("하나", encoding="utf-8")
    before = digest_folder(tmp_path)
    (tmp_path / "a.pyc").write_text("컴파일한 것", encoding="utf-8")
    assert digest_folder(tmp_path) == before
    (tmp_path / "a").rename(tmp_path / "b")
    renamed = digest_folder(tmp_path)
    assert renamed != before
    (tmp_path / "b").write_text("둘", encoding="utf-8")
    assert digest_folder(tmp_path) not in (before, renamed)
