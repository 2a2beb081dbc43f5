from pathlib import Path

import pytest

from snippets.week12.experiment_tracking.csv_log import read_log, train_with_log


def test_file_holds_what_the_history_holds(tmp_path: Path) -> None:
    log_file = tmp_path / "training.csv"
    history = train_with_log(log_file, epochs=4)
    log = read_log(log_file)
    assert log.pop("epoch") == [0, 1, 2, 3]
    assert set(log) == {"accuracy", "loss", "val_accuracy", "val_loss"}
    assert set(log) == set(history.history)
    for name, values in log.items():
        assert values == pytest.approx(history.history[name])


def test_training_learns(tmp_path: Path) -> None:
    log_file = tmp_path / "training.csv"
    train_with_log(log_file)
    log = read_log(log_file)
    assert len(log["epoch"]) == 20
    assert log["val_loss"][-1] < log["val_loss"][0] / 2
    assert log["val_accuracy"][-1] > 0.93


def test_columns_of_a_hand_written_file(tmp_path: Path) -> None:
    log_file = tmp_path / "training.csv"
    log_file.write_text("epoch,loss\n0,0.5\n1,0.25\n", encoding="utf-8")
    assert read_log(log_file) == {"epoch": [0, 1], "loss": [0.5, 0.25]}
