import keras
import numpy as np
import pytest

from snippets.week12.multi_label.adding_a_label import (
    SEEDS,
    WAYS,
    add_label,
    build_network,
    data,
    interval,
    old_answers,
    scores,
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


def test_network_grows_by_one_sigmoid_on_the_frozen_hidden_layer() -> None:
    old = build_network()
    assert old.output_shape == (None, 2)
    assert old.get_layer("hidden").activation is keras.activations.relu
    assert old.layers[-1].activation is keras.activations.sigmoid
    assert old.count_params() == 65 * 32 + 33 * 2
    x = data()[0][:20]
    before = keras.ops.convert_to_numpy(old(x))
    grown = add_label(old)
    assert grown.output_shape == (None, 3)
    assert [tuple(w.shape) for w in grown.trainable_weights] == [(32, 1), (1,)]
    after = keras.ops.convert_to_numpy(grown(x))
    assert after[:, :2] == pytest.approx(before)
    assert ((after >= 0) & (after <= 1)).all()


def test_training_uses_the_loss_of_independent_labels() -> None:
    model = build_network()
    x, y = data()
    answers = train(model, x[:256], y[:256, :2])
    assert answers.shape == (256, 2)
    assert model.loss == "binary_crossentropy"
    assert float(model.optimizer.learning_rate) == pytest.approx(0.01)
    assert int(model.optimizer.iterations) == 10 * 2


def test_frozen_answers_stay_and_training_all_moves_them() -> None:
    results = old_answers()
    assert results["옛 파라미터"] == 2146
    assert results["얼리면 훈련할 파라미터"] == 33
    assert results["얼렸을 때 옛 답의 변화"] < 1e-6
    assert results["모두 훈련할 때 옛 답의 변화"] > 0.1


def test_interval_counts_the_rows_that_splits_share() -> None:
    differences = 2 + np.array([-1.0, 0.0, 1.0])
    # 표준편차 1, t 0.975 분위수 4.303, 분산에 곱할 값 1/3 + 1/6 = 1/2.
    half = 4.303 * np.sqrt(1 / 2)
    assert interval(differences, 1 / 6) == pytest.approx((2 - half, 2 + half), abs=1e-3)


def test_old_features_serve_the_new_label_less_well() -> None:
    assert len(SEEDS) >= 10
    assert scores().shape == (len(SEEDS), len(WAYS))
    frozen, whole, separate, _ = scores().T
    low, high = interval(whole - frozen, 0.5)
    assert 0 < low < high < 0.15
    assert interval(whole - separate, 0.5)[0] > 0


def test_every_way_beats_calling_everything_positive() -> None:
    rate = data()[1][:, 2].mean()
    naive = scores()[:, 3]
    assert naive == pytest.approx(np.full(len(naive), 2 * rate / (1 + rate)), abs=0.06)
    assert (scores()[:, :3] > naive[:, None] + 0.2).all()
