import numpy as np
import pytest
from sklearn.datasets import load_breast_cancer

from snippets.week12.keras_applications.table_baseline import (
    OTHERS,
    Network,
    corrected_interval,
    describe,
    draw,
    fold_scores,
    folds,
    paired_gap,
)


def test_every_model_gets_the_same_fifteen_folds() -> None:
    scores = fold_scores()
    assert list(scores) == [
        "가장 흔한 답",
        "로지스틱 회귀",
        "그레이디언트 부스팅",
        "케라스 신경망",
    ]
    x, y = load_breast_cancer(return_X_y=True)
    for values in scores.values():
        assert values.shape == (folds().get_n_splits(x, y),) == (15,)
        assert ((values > 0) & (values <= 1)).all()
    for train, test in folds().split(x, y):
        assert len(test) / len(train) == pytest.approx(0.25, abs=0.003)


def test_most_frequent_answer_is_the_floor() -> None:
    # 569행 가운데 357행이 양성 종양이다.
    assert fold_scores()["가장 흔한 답"].mean() == pytest.approx(357 / 569, abs=0.002)
    for name, values in fold_scores().items():
        assert name == "가장 흔한 답" or values.mean() > 0.95


@pytest.mark.parametrize("name", OTHERS)
def test_no_model_beats_the_simple_one_by_three_points(name: str) -> None:
    low, high = corrected_interval(paired_gap(name))
    assert low < 0 < high < 0.03


def test_interval_is_wider_than_that_of_independent_scores() -> None:
    gaps = np.array([0.01, -0.02, 0.03, 0.02])
    low, high = corrected_interval(gaps)
    # 자유도 3의 t 분포에서 위쪽 2.5%의 자리다.
    half = 3.182446 * gaps.std(ddof=1) * np.sqrt(1 / 4 + 1 / 4)
    assert (low, high) == pytest.approx((0.01 - half, 0.01 + half), rel=1e-5)


def test_gap_is_taken_within_each_fold() -> None:
    scores = fold_scores()
    expected = scores["케라스 신경망"] - scores["로지스틱 회귀"]
    assert paired_gap("케라스 신경망") == pytest.approx(expected)
    assert paired_gap("로지스틱 회귀", baseline="가장 흔한 답").mean() > 0.3


def test_network_scales_by_its_training_rows_and_learns() -> None:
    x, y = load_breast_cancer(return_X_y=True)
    network = Network(30).fit(x[:64], y[:64])
    assert network.scaler.mean_ == pytest.approx(x[:64].mean(axis=0))
    hidden, output = network.model.layers
    assert (hidden.units, output.units) == (16, 1)
    assert hidden.activation.__name__ == "relu"
    assert output.activation.__name__ == "sigmoid"
    assert network.model.input_shape == (None, 30)
    assert float(network.model.optimizer.learning_rate) == pytest.approx(0.005)
    assert int(network.model.optimizer.iterations) == 20
    right = network.score(x[:64], y[:64])
    assert right > 0.85
    # 정답을 뒤집으면 맞던 것이 틀린다.
    assert network.score(x[:64], 1 - y[:64]) == pytest.approx(1 - right)
    # 다시 훈련하면 처음부터다.
    network.fit(x[:64], y[:64])
    assert int(network.model.optimizer.iterations) == 20


def test_picture_shows_every_gap_and_its_interval() -> None:
    (axes,) = draw().axes
    assert [label.get_text() for label in axes.get_yticklabels()] == list(OTHERS)
    points = [line for line in axes.lines if line.get_marker() == "o"]
    bars = [line for line in axes.lines if line.get_marker() == "None"][1:]
    for line, bar, name in zip(points, bars, OTHERS, strict=True):
        assert line.get_xdata() == pytest.approx(paired_gap(name))
        ends = corrected_interval(paired_gap(name))
        assert list(bar.get_xdata()) == pytest.approx(ends)
        assert f"{name} {paired_gap(name).mean():.2f}" in describe()
