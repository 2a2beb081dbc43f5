import numpy as np
import pytest
from keras import ops

from snippets.week12.multi_label.imbalance_remedies import (
    GRID,
    experiment,
    make_data,
    negatives_per_positive,
    tune,
    weighted_bce,
)

PLAIN, WEIGHTED = "이진 교차 엔트로피", "양성에 가중치"
HALF, TUNED, RANKING, MEAN = (
    "F1, 임곗값 0.5",
    "F1, 고른 임곗값",
    "평균 정밀도",
    "확률의 평균",
)


def test_positives_are_rare() -> None:
    x, y = make_data(20_000, 0)
    assert x.shape == (20_000, 6)
    assert y.shape == (20_000, 3)
    assert x.dtype == y.dtype == "float32"
    assert y.mean(axis=0) == pytest.approx(np.full(3, 0.04), abs=0.01)
    links = np.corrcoef(np.hstack([x, y]).T)[:6, 6:]
    own = np.kron(np.eye(3), [[1], [1]]) == 1
    assert (links[own] > 0.1).all()
    assert (np.abs(links[~own]) < 0.03).all()


def test_weights_multiply_only_the_loss_of_positives() -> None:
    truth = ops.convert_to_tensor([[1.0, 0.0], [0.0, 1.0]])
    probability = ops.convert_to_tensor([[0.5, 0.25], [0.2, 0.1]])
    loss = weighted_bce(np.array([4.0, 10.0]))(truth, probability)
    expected = [
        (-4 * np.log(0.5) - np.log(0.75)) / 2,
        (-np.log(0.8) - 10 * np.log(0.1)) / 2,
    ]
    assert ops.convert_to_numpy(loss) == pytest.approx(expected, rel=1e-4)


def test_weight_is_the_ratio_of_negatives_to_positives() -> None:
    labels = np.array([[1, 1], [0, 1], [0, 1], [0, 0]])
    assert negatives_per_positive(labels) == pytest.approx([3, 1 / 3])


def test_tuning_finds_a_threshold_for_each_label() -> None:
    assert (GRID[0], GRID[-1], len(GRID)) == (0.02, 0.98, 49)
    truth = np.array([[1, 1], [1, 0], [0, 0]])
    probability = np.array([[0.5, 0.9], [0.31, 0.7], [0.1, 0.1]])
    first, second = tune(truth, probability)
    assert 0.1 < first <= 0.31
    assert 0.7 < second <= 0.9


@pytest.mark.parametrize("units", [0, 16])
def test_threshold_or_weights_raise_f1_alike(units: int) -> None:
    plain, weighted = experiment(units)[PLAIN], experiment(units)[WEIGHTED]
    assert plain[HALF] < 0.12
    assert weighted[HALF] > plain[HALF] + 0.05
    # 임곗값을 고른 쪽이 가중치만 둔 쪽보다 높고, 고르고 나면 둘은 비슷하다.
    assert plain[TUNED] > weighted[HALF] + 0.05
    assert weighted[TUNED] > weighted[HALF] + 0.05
    assert plain[TUNED] == pytest.approx(weighted[TUNED], abs=0.06)


@pytest.mark.parametrize("units", [0, 16])
def test_weights_hardly_move_the_ranking_but_break_probabilities(units: int) -> None:
    plain, weighted = experiment(units)[PLAIN], experiment(units)[WEIGHTED]
    assert plain[RANKING] == pytest.approx(weighted[RANKING], abs=0.06)
    rate = make_data(6_000, 6_000)[1].mean()
    assert plain[MEAN] == pytest.approx(rate, abs=0.03)
    assert weighted[MEAN] > 5 * rate
