import keras
import numpy as np
import pytest

from snippets.week12.multi_label.keras_model import (
    GRID,
    GROUPS,
    NAMES,
    build_model,
    choose_thresholds,
    load_data,
    run,
)


def test_data_is_split_into_three_parts_without_overlap() -> None:
    *images, y, y_valid, y_test = load_data()
    assert [len(x) for x in images] == [1000, 397, 400]
    assert [len(x) for x in (y, y_valid, y_test)] == [1000, 397, 400]
    assert y.shape[1] == len(NAMES) == len(GROUPS)
    assert y.dtype == images[0].dtype == "float32"
    assert set(y.flat) == {0, 1}
    seen = [{row.tobytes() for row in x} for x in images]
    assert not seen[0] & seen[2]
    assert not seen[1] & seen[2]


def test_model_has_a_sigmoid_and_a_loss_for_each_label() -> None:
    model = build_model(4)
    assert model.output_shape == (None, 4)
    assert model.layers[-1].activation is keras.activations.sigmoid
    assert model.loss == "binary_crossentropy"


def test_thresholds_are_chosen_label_by_label() -> None:
    truth = np.array([[1, 1], [1, 0], [0, 0], [0, 0]])
    probability = np.array([[0.52, 0.77], [0.42, 0.67], [0.22, 0.52], [0.12, 0.12]])
    first, second = choose_thresholds(truth, probability)
    assert 0.22 < first <= 0.42
    assert 0.67 < second <= 0.77
    assert (GRID[0], GRID[-1]) == pytest.approx((0.1, 0.9))


def test_model_learns_and_metrics_are_those_named() -> None:
    scores, thresholds, f1 = run()
    assert set(scores) == {"loss", "binary_accuracy", "macro_f1"}
    assert scores["binary_accuracy"] > 0.9
    assert scores["macro_f1"] > 0.9
    assert set(thresholds) <= set(GRID)
    truth = load_data()[-1]
    rate = truth.mean(axis=0)
    assert (f1 > 2 * rate / (1 + rate) + 0.15).all()
