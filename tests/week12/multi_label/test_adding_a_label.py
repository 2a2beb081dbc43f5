import keras
import numpy as np
import pytest

from snippets.week12.multi_label.adding_a_label import (
    add_label,
    answers,
    build_network,
    data,
    experiment,
    grow_separate,
    train,
)


def test_data_holds_three_properties_of_digits() -> None:
    x, y = data()
    assert x.shape == (1797, 64)
    assert x.dtype == y.dtype == "float32"
    assert x.max() == 1
    expected = {0: [1, 0, 1], 1: [0, 0, 0], 4: [1, 0, 0], 6: [1, 1, 1], 9: [0, 1, 1]}
    assert {digit: y[digit].tolist() for digit in expected} == expected
    assert y[2].tolist() == y[4].tolist()
    assert y[5].tolist() == y[7].tolist() == [0, 1, 0]
    assert y[8].tolist() == [1, 1, 1]
    assert y[3].tolist() == [0, 0, 0]


def test_separate_classifiers_do_not_know_of_the_new_label() -> None:
    x, y = data()
    x, y = x[:300], y[:300]
    grown = grow_separate(x, y)
    assert len(grown) == 3
    for model, labels in zip(grown, y.T, strict=True):
        assert model.score(x, labels) > 0.9
    other = y.copy()
    other[:, 2] = 1 - other[:, 2]
    again = grow_separate(x, other)
    assert (grown[0].coef_ == again[0].coef_).all()
    assert (grown[1].coef_ == again[1].coef_).all()
    assert not np.allclose(grown[2].coef_, again[2].coef_)


def test_network_grows_by_one_sigmoid_on_the_frozen_hidden_layer() -> None:
    old = build_network()
    assert old.output_shape == (None, 2)
    assert old.get_layer("hidden").activation is keras.activations.relu
    assert old.layers[-1].activation is keras.activations.sigmoid
    assert old.count_params() == 65 * 32 + 33 * 2
    x = data()[0][:20]
    before = answers(old, x)
    grown = add_label(old)
    assert grown.output_shape == (None, 3)
    assert [tuple(w.shape) for w in grown.trainable_weights] == [(32, 1), (1,)]
    after = answers(grown, x)
    assert after[:, :2] == pytest.approx(before)
    assert ((after >= 0) & (after <= 1)).all()


def test_training_uses_the_loss_of_independent_labels() -> None:
    keras.utils.set_random_seed(0)
    model = build_network()
    x, y = data()
    x, y = x[:256], y[:256, :2]
    train(model, x, y)
    assert model.loss == "binary_crossentropy"
    assert float(model.optimizer.learning_rate) == pytest.approx(0.01)
    assert int(model.optimizer.iterations) == 10 * 2


def test_frozen_answers_stay_and_training_all_moves_them() -> None:
    results = experiment()
    assert results["옛 파라미터"] == 2146
    assert results["새로 훈련할 파라미터"] == 33
    assert results["얼렸을 때 옛 답의 변화"] < 1e-6
    assert results["모두 훈련할 때 옛 답의 변화"] > 0.1


def test_old_features_serve_the_new_label_less_well() -> None:
    results = experiment()
    frozen = results["얼렸을 때 새 레이블의 F1"]
    assert 0.5 < frozen < results["모두 훈련할 때 새 레이블의 F1"] - 0.05
