from pathlib import Path

import keras
import numpy as np
import pytest

from snippets.week12.keras_applications.training_utilities import (
    EPOCHS,
    SEEDS,
    build_classifier,
    compare,
    describe,
    draw,
    full_run,
    load_parts,
    scores,
    stopped_run,
    useful_callbacks,
)


def test_parts_are_disjoint_in_size_and_scaled() -> None:
    parts = load_parts()
    assert {name: len(labels) for name, (_, labels) in parts.items()} == {
        "훈련": 150,
        "검증": 300,
        "테스트": 1347,
    }
    for images, labels in parts.values():
        assert images.shape == (len(labels), 64)
        assert images.dtype == np.float32
        assert (images.min(), images.max()) == (0, 1)
        # 숫자마다 고르게 나뉘었다.
        assert np.bincount(labels).min() >= len(labels) * 0.09


def test_classifier_is_built_and_compiled_the_same_every_time() -> None:
    one, other = build_classifier(), build_classifier()
    assert one.count_params() == 65 * 128 + 129 * 10
    assert [x.activation.__name__ for x in one.layers] == ["relu", "softmax"]
    assert float(one.optimizer.learning_rate) == pytest.approx(0.02)
    for a, b in zip(one.get_weights(), other.get_weights(), strict=True):
        assert np.array_equal(a, b)


def test_callbacks_watch_the_validation_loss(tmp_path: Path) -> None:
    stopping, checkpoint = useful_callbacks(tmp_path / "best.keras")
    assert isinstance(stopping, keras.callbacks.EarlyStopping)
    assert stopping.monitor == checkpoint.monitor == "val_loss"
    assert stopping.patience == 10
    assert stopping.restore_best_weights
    assert isinstance(checkpoint, keras.callbacks.ModelCheckpoint)
    assert checkpoint.save_best_only
    assert checkpoint.filepath == str(tmp_path / "best.keras")


def test_training_to_the_end_overfits() -> None:
    _, history = full_run()
    assert len(history["loss"]) == EPOCHS == 60
    assert history["loss"][-1] < 0.05
    assert history["val_loss"][-1] > min(history["val_loss"]) + 0.05


def test_training_stops_ten_epochs_after_the_best() -> None:
    _, _, history = stopped_run()
    losses = history["val_loss"]
    assert len(losses) == int(np.argmin(losses)) + 1 + 10
    assert len(losses) < EPOCHS


def test_restored_and_saved_models_are_the_best_one() -> None:
    restored, loaded, history = stopped_run()
    best = min(history["val_loss"])
    assert scores(restored, "검증")["loss"] == pytest.approx(best, rel=1e-4)
    assert scores(loaded, "검증")["loss"] == pytest.approx(best, rel=1e-4)


def test_best_moment_has_less_loss_but_no_higher_accuracy() -> None:
    assert compare().shape == (2, 2, len(SEEDS)) == (2, 2, 10)
    best, last = compare()
    loss, accuracy = best - last
    # 자유도 9의 t 분포에서 위쪽 2.5%의 자리다.
    half = 2.2622 / np.sqrt(10)
    assert loss.mean() + half * loss.std(ddof=1) < -0.01
    assert accuracy.mean() - half * accuracy.std(ddof=1) > -0.04
    assert accuracy.mean() + half * accuracy.std(ddof=1) < 0.005


def test_picture_shows_both_losses() -> None:
    _, history = full_run()
    axes = draw().axes[0]
    checked, trained = axes.lines
    assert checked.get_xdata().tolist() == list(range(2, 61, 3))
    assert checked.get_ydata().tolist() == history["val_loss"][1::3]
    assert trained.get_xdata().tolist() == checked.get_xdata().tolist()
    assert trained.get_ydata().tolist() == history["loss"][1::3]
    assert (checked.get_linestyle(), trained.get_linestyle()) == ("--", "-")
    assert [text.get_text() for text in axes.texts] == ["검증", "훈련"]
    for text, line in zip(axes.texts, (checked, trained), strict=True):
        assert text.get_color() == line.get_color()
    # 둘째 에포크부터 그리므로 손실이 모두 축 안에 든다.
    assert axes.get_ylim() == (0, 2.1)
    assert max(history["val_loss"][1:]) < 2.1
    low, last = min(history["val_loss"]), history["val_loss"][-1]
    assert describe().endswith(f"{low:.2f}까지 줄었다가 {last:.2f}까지 다시 커진다.")
