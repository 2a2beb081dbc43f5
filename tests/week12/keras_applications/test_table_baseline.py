import numpy as np
import pytest
from sklearn.datasets import load_breast_cancer

from snippets.week12.keras_applications.table_baseline import (
    Network,
    describe,
    draw,
    fold_scores,
    paired_gap,
)


def test_every_model_gets_five_folds() -> None:
    scores = fold_scores()
    assert list(scores) == [
        "가장 흔한 답",
        "로지스틱 회귀",
        "그레이디언트 부스팅",
        "케라스 신경망",
    ]
    for values in scores.values():
        assert values.shape == (5,)
        assert ((values > 0) & (values <= 1)).all()


def test_most_frequent_answer_is_the_floor() -> None:
    # 569행 가운데 357행이 양성 종양이다.
    assert fold_scores()["가장 흔한 답"].mean() == pytest.approx(357 / 569, abs=0.002)
    for name, values in fold_scores().items():
        assert name == "가장 흔한 답" or values.mean() > 0.95


@pytest.mark.parametrize("name", ["그레이디언트 부스팅", "케라스 신경망"])
def test_no_model_beats_the_simple_one_beyond_the_spread(name: str) -> None:
    gap, spread = paired_gap(name)
    folds = fold_scores()
    difference = folds[name] - folds["로지스틱 회귀"]
    assert gap == pytest.approx(difference.mean())
    assert spread == pytest.approx(difference.std(ddof=1))
    # 겹마다의 정확도는 0.013쯤 흔들리고, 한 겹의 한 행이 0.009다.
    assert gap < 0.015
    assert abs(gap) < 0.02


def test_baseline_can_be_chosen() -> None:
    assert paired_gap("로지스틱 회귀") == (0, 0)
    gap, _ = paired_gap("로지스틱 회귀", baseline="가장 흔한 답")
    assert gap > 0.3


def test_network_scales_by_its_training_rows_and_learns() -> None:
    x, y = load_breast_cancer(return_X_y=True)
    network = Network().fit(x[:64], y[:64])
    assert network.scaler.mean_ == pytest.approx(x[:64].mean(axis=0))
    hidden, output = network.model.layers
    assert (hidden.units, output.units) == (16, 1)
    assert hidden.activation.__name__ == "relu"
    assert output.activation.__name__ == "sigmoid"
    assert network.model.input_shape == (None, 30)
    assert float(network.model.optimizer.learning_rate) == pytest.approx(0.005)
    assert int(network.model.optimizer.iterations) == 20
    assert network.score(x[:64], y[:64]) > 0.85
    # 정답을 뒤집으면 맞던 것이 틀린다.
    flipped = network.score(x[:64], 1 - y[:64])
    assert flipped == pytest.approx(1 - network.score(x[:64], y[:64]))


def test_picture_shows_the_folds_of_three_models() -> None:
    axes = draw().axes[0]
    rows = list(fold_scores().items())[1:]
    assert [label.get_text() for label in axes.get_yticklabels()] == [
        name for name, _ in rows
    ]
    assert len(axes.collections) == len(axes.lines) == 3
    for place, (dots, line, (_, scores)) in enumerate(
        zip(axes.collections, axes.lines, rows, strict=True)
    ):
        points = np.asarray(dots.get_offsets())
        assert points[:, 0] == pytest.approx(scores)
        assert (points[:, 1] == place).all()
        assert line.get_xdata() == pytest.approx([scores.mean()] * 2)
        assert line.get_ydata() == pytest.approx([place - 0.25, place + 0.25])
    left, right = axes.get_xlim()
    everything = np.concatenate([scores for _, scores in rows])
    assert left < everything.min()
    assert everything.max() < right
    assert describe().count("0.9") == 3
