import numpy as np
import pytest
from scipy.stats import ttest_1samp
from sklearn.multioutput import MultiOutputClassifier

from snippets.week12.multi_label.overfitting_gap import (
    CASES,
    SEEDS,
    accuracies,
    baseline,
    gaps,
    interval,
    make_data,
    networks,
    results,
)

SMALL, SMALL_FIVE, LARGE, LARGE_FIVE = CASES


def bounds(differences: np.ndarray) -> tuple[float, float]:
    return ttest_1samp(differences, 0).confidence_interval()


def test_every_seed_draws_its_own_data() -> None:
    x, y = make_data(0)
    assert x.shape == (1_000, 20)
    assert y.shape == (1_000, 5)
    assert not (y == make_data(1)[1]).all()


def test_separate_networks_share_out_the_same_units() -> None:
    for units, separate in CASES.values():
        network = networks(units, 3, separate=separate)
        assert isinstance(network, MultiOutputClassifier) is separate
        one = network.estimator if separate else network
        assert one.hidden_layer_sizes == (units // 5 if separate else units,)
        assert one.random_state == 3


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")
def test_results_are_kept_by_case_and_seed() -> None:
    assert len(SEEDS) >= 10
    assert list(results()) == list(CASES)
    for runs in results().values():
        assert runs.shape == (len(SEEDS), 2)
    assert tuple(results()[SMALL][4]) == accuracies(*CASES[SMALL], SEEDS[4])


def test_interval_is_that_of_the_paired_t_test() -> None:
    # 평균 2, 표준오차 1, 자유도 2의 t 0.975 분위수는 4.303이다.
    differences = 2 + np.sqrt(3) * np.array([-1.0, 0.0, 1.0])
    assert interval(differences) == "2.00 (-2.30~6.30)"


def test_more_units_widen_the_gap_but_splitting_them_does_not() -> None:
    assert bounds(gaps(LARGE) - gaps(SMALL))[0] > 0.005
    assert bounds(gaps(SMALL_FIVE) - gaps(SMALL))[1] < -0.015
    low, high = bounds(gaps(LARGE_FIVE) - gaps(LARGE))
    assert -0.02 < low < high < 0.02


def test_networks_beat_the_commonest_answer() -> None:
    labels = np.array([make_data(seed)[1].mean(axis=0) for seed in SEEDS])
    assert baseline() == pytest.approx(
        np.where(labels > 0.5, labels, 1 - labels).mean()
    )
    for runs in results().values():
        assert runs[:, 1].mean() > baseline() + 0.05
