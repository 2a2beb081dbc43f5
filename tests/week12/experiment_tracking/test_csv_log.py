from pathlib import Path

import keras
import numpy as np
import pytest

from snippets.week12.experiment_tracking.csv_log import (
    describe,
    draw,
    read_log,
    recorded,
    train_with_log,
)


def test_file_holds_what_the_history_holds(tmp_path: Path) -> None:
    log_file = tmp_path / "training.csv"
    history = train_with_log(log_file, epochs=4)
    log = read_log(log_file)
    assert log.pop("epoch") == [0, 1, 2, 3]
    assert set(log) == {"accuracy", "loss", "val_accuracy", "val_loss"}
    assert set(log) == set(history.history)
    for name, values in log.items():
        assert values == pytest.approx(history.history[name])
    # 시드를 함수 안에서 정하므로 다시 돌려도 같은 곡선이다.
    assert log["val_loss"] == pytest.approx(recorded()["val_loss"][:4], rel=1e-4)

    model = history.model
    assert [layer.units for layer in model.layers] == [16, 1]
    activations = [layer.activation for layer in model.layers]
    assert activations == [keras.activations.relu, keras.activations.sigmoid]
    assert isinstance(model.optimizer, keras.optimizers.Adam)
    assert float(model.optimizer.learning_rate) == pytest.approx(0.01)
    # 569명 가운데 398명으로 훈련하고 한 묶음은 32명이다.
    assert int(model.optimizer.iterations) == 4 * 13
    assert model.count_params() == 30 * 16 + 16 + 16 + 1


def test_training_loss_falls_while_validation_loss_turns_up() -> None:
    log = recorded()
    assert len(log["epoch"]) == 40
    assert log["loss"][-1] < 0.03
    lowest = int(np.argmin(log["val_loss"]))
    assert 0 < lowest < 39
    assert log["val_loss"][-1] > 1.2 * log["val_loss"][lowest]
    assert log["val_accuracy"][-1] > 0.93


def test_columns_of_a_hand_written_file(tmp_path: Path) -> None:
    log_file = tmp_path / "training.csv"
    log_file.write_text("epoch,loss\n0,0.5\n1,0.25\n", encoding="utf-8")
    assert read_log(log_file) == {"epoch": [0, 1], "loss": [0.5, 0.25]}


def test_figure_shows_the_two_losses_from_the_first_epoch() -> None:
    log = recorded()
    (axes,) = draw().axes
    train, valid = axes.lines
    assert list(train.get_xdata()) == list(range(1, 41))
    assert list(train.get_ydata()) == log["loss"]
    assert list(valid.get_ydata()) == log["val_loss"]
    assert [text.get_text() for text in axes.texts] == ["훈련", "검증"]
    ends = [text.get_position() for text in axes.texts]
    assert ends == [(40.7, log["loss"][-1]), (40.7, log["val_loss"][-1])]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("에포크", "손실")
    low, last = min(log["val_loss"]), log["val_loss"][-1]
    assert describe().endswith(f"{low:.2f}까지 줄었다가 {last:.2f}까지 늘었다.")
