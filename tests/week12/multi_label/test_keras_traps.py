import keras
import numpy as np
import pytest
from sklearn.metrics import f1_score

from snippets.week12.multi_label.keras_traps import (
    PROBABILITY,
    TRUTH,
    echo_model,
    keras_accuracy,
    keras_f1,
    weight_of_row,
)


def test_echo_model_repeats_its_input() -> None:
    model = echo_model()
    assert np.asarray(model(PROBABILITY)) == pytest.approx(PROBABILITY)
    assert model.loss == "binary_crossentropy"
    assert model.count_params() == 9


def test_accuracy_silently_becomes_categorical() -> None:
    model = echo_model(metrics=["accuracy"])
    model.evaluate(PROBABILITY, TRUTH, verbose=0)
    (chosen,) = model.metrics[1].metrics
    assert isinstance(chosen, keras.metrics.CategoricalAccuracy)
    assert keras_accuracy("accuracy") == keras_accuracy("categorical_accuracy") == 1
    cells = ((PROBABILITY > 0.5) == TRUTH).mean()
    assert keras_accuracy("binary_accuracy") == pytest.approx(cells)
    assert cells == pytest.approx(10 / 12)


def test_f1_without_threshold_keeps_one_cell_a_row() -> None:
    winners = np.eye(3)[PROBABILITY.argmax(axis=1)]
    assert keras_f1(None) == pytest.approx(f1_score(TRUTH, winners, average="micro"))
    answers = PROBABILITY > 0.5
    assert keras_f1(0.5) == pytest.approx(f1_score(TRUTH, answers, average="micro"))
    assert keras_f1(0.5) > keras_f1(None) + 0.1


def test_class_weight_weighs_the_row_by_its_first_positive() -> None:
    weights = {0: 2.0, 1: 10.0, 2: 100.0}
    for row, truth in enumerate(TRUTH):
        expected = weights[int(truth.argmax())]
        assert weight_of_row(row, weights) == pytest.approx(expected, rel=1e-4)
    # 2번 레이블의 무게는 한 번도 쓰이지 않는다.
    assert TRUTH[:, 2].any()
    assert not (TRUTH.argmax(axis=1) == 2).any()
