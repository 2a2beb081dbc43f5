import os
from pathlib import Path

import pytest
import wandb
from wandb.proto.wandb_internal_pb2 import Record

from snippets.week12.experiment_tracking import wandb_offline
from snippets.week12.experiment_tracking.wandb_offline import (
    describe,
    draw,
    log_offline,
    read_history,
    recorded,
    train,
)


def framed(record: Record) -> bytes:
    body = record.SerializeToString()
    return bytes(4) + len(body).to_bytes(2, "little") + b"\x01" + body


def test_summary_and_file_hold_what_was_logged(tmp_path: Path) -> None:
    before = dict(os.environ)
    summary = log_offline(tmp_path, epochs=2, rate=0.1)
    assert dict(os.environ) == before
    logged = list(train(2, 0.1))
    assert summary == logged[-1]
    (file,) = tmp_path.glob("wandb/offline-run-*/run-*.wandb")
    assert file.read_bytes().startswith(b":W&B")
    rows = read_history(file)
    assert [row["val_accuracy"] for row in rows] == [
        scores["val_accuracy"] for scores in logged
    ]
    assert [row["_step"] for row in rows] == [0, 1]
    # 설정도 같은 파일에 남는다.
    assert b"learning_rate" in file.read_bytes()
    assert wandb.run is None


def test_every_place_is_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = {}

    def look(epochs: int, rate: float) -> list[dict[str, float]]:
        seen.update({k: v for k, v in os.environ.items() if k.startswith("WANDB_")})
        return [{"accuracy": rate}] * epochs

    monkeypatch.setattr(wandb_offline, "train", look)
    assert log_offline(tmp_path, epochs=1, rate=0.5) == {"accuracy": 0.5}
    for name in ("WANDB_CACHE_DIR", "WANDB_CONFIG_DIR", "WANDB_DATA_DIR"):
        assert seen[name] == str(tmp_path)
    assert seen["WANDB_SILENT"] == "true"


def test_cache_stays_in_the_folder(tmp_path: Path) -> None:
    log_offline(tmp_path, epochs=1)
    assert {file.name for file in tmp_path.iterdir()} == {"wandb"}
    assert list(tmp_path.rglob("core-debug-*.log"))


def test_default_run_is_the_one_on_the_page() -> None:
    summary, kind, rows = recorded()
    assert kind == "wandb/offline-run-…/run-….wandb"
    assert len(rows) == 12
    assert summary["val_accuracy"] == rows[-1]["val_accuracy"]
    assert rows[0]["accuracy"] == next(train(1, 0.01))["accuracy"]
    assert rows[-1]["val_accuracy"] > rows[0]["val_accuracy"] + 0.05
    assert rows[-1]["accuracy"] > rows[-1]["val_accuracy"]


def test_only_history_records_are_read(tmp_path: Path) -> None:
    history, other = Record(), Record()
    history.history.item.add(nested_key=["loss"], value_json="0.5")
    history.history.item.add(nested_key=["valid", "loss"], value_json="0.75")
    other.run.run_id = "abc"
    file = tmp_path / "run.wandb"
    data = b":W&B\xe1\xbe\x00" + framed(other) + framed(history) + framed(other)
    file.write_bytes(data)
    assert read_history(file) == [{"loss": 0.5, "valid/loss": 0.75}]


def test_records_longer_than_a_byte_counts_are_read(tmp_path: Path) -> None:
    record = Record()
    record.history.item.add(nested_key=["x" * 300], value_json="1")
    file = tmp_path / "run.wandb"
    file.write_bytes(bytes(7) + framed(record))
    assert read_history(file) == [{"x" * 300: 1}]


def test_file_of_more_than_one_block_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "run.wandb"
    record = Record()
    record.run.notes = "x" * 32_000
    data = bytes(7) + framed(record)
    filler = Record()
    filler.run.notes = "x" * (32_768 - len(data) - 15)
    file.write_bytes(data + framed(filler))
    while file.stat().st_size < 32_768:
        filler.run.notes += "x"
        file.write_bytes(data + framed(filler))
    assert file.stat().st_size == 32_768
    assert read_history(file) == []
    file.write_bytes(file.read_bytes() + b"\x00")
    with pytest.raises(ValueError, match=r"^한 토막짜리 기록만 읽는다$"):
        read_history(file)


def test_figure_shows_what_the_file_holds() -> None:
    _, _, rows = recorded()
    (axes,) = draw().axes
    train_line, valid_line = axes.lines
    assert list(train_line.get_xdata()) == list(range(1, 13))
    assert list(train_line.get_ydata()) == [row["accuracy"] for row in rows]
    assert list(valid_line.get_ydata()) == [row["val_accuracy"] for row in rows]
    assert [text.get_text() for text in axes.texts] == ["훈련", "검증"]
    ends = [text.get_position() for text in axes.texts]
    assert ends == [(12.3, rows[-1]["accuracy"]), (12.3, rows[-1]["val_accuracy"])]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("에포크", "정확도")
    words = [
        f"{rows[0][name]:.2f}에서 {rows[-1][name]:.2f}로"
        for name in ("accuracy", "val_accuracy")
    ]
    assert describe().endswith(f"훈련은 {words[0]}, 검증은 {words[1]} 올랐다.")
