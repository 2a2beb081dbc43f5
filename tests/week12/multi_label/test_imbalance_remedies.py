import numpy as np
import pytest
from keras import ops
from scipy.stats import ttest_1samp
from sklearn.metrics import f1_score, log_loss

from snippets.week12.multi_label.imbalance_remedies import (
    SCORES,
    SEEDS,
    SEPARATIONS,
    best_threshold,
    compare,
    negatives_per_positive,
    results,
    weighted_bce,
)

EASY, HARD = SEPARATIONS
HALF, TUNED, RANKING, MEAN = range(len(SCORES))


def changes(name: str) -> tuple[np.ndarray, np.ndarray]:
    tables, _ = results()[name]
    differences = tables[:, 1] - tables[:, 0]
    return ttest_1samp(differences, 0).confidence_interval()


def test_weights_multiply_only_the_loss_of_positives() -> None:
    truth = ops.convert_to_tensor([[1.0, 0.0], [0.0, 1.0]])
    probability = ops.convert_to_tensor([[0.5, 0.25], [0.2, 0.1]])
    loss = weighted_bce(np.array([4.0, 10.0]))(truth, probability)
    expected = [
        (-4 * np.log(0.5) - np.log(0.75)) / 2,
        (-np.log(0.8) - 10 * np.log(0.1)) / 2,
    ]
    assert ops.convert_to_numpy(loss) == pytest.approx(expected, rel=1e-4)


def test_class_weight_is_the_same_loss() -> None:
    truth = np.array([1.0, 0.0, 0.0, 1.0])
    probability = np.array([0.6, 0.3, 0.8, 0.1])
    loss = weighted_bce(np.array([7.0]))(
        ops.convert_to_tensor(truth[:, None]),
        ops.convert_to_tensor(probability[:, None]),
    )
    weights = np.where(truth == 1, 7.0, 1.0)
    expected = log_loss(truth, probability, normalize=False, sample_weight=weights)
    assert ops.convert_to_numpy(loss).sum() == pytest.approx(expected, rel=1e-4)


def test_weight_is_the_ratio_of_negatives_to_positives() -> None:
    labels = np.array([[1, 1], [0, 1], [0, 1], [0, 0]])
    assert negatives_per_positive(labels) == pytest.approx([3, 1 / 3])


def test_best_threshold_is_the_best_of_all() -> None:
    truth = np.array([1, 1, 0, 1, 0, 0])
    probability = np.array([0.9, 0.7, 0.6, 0.5, 0.2, 0.1])
    assert best_threshold(truth, probability) == 0.5
    best = f1_score(truth, probability >= 0.5)
    assert all(f1_score(truth, probability >= p) <= best for p in probability)


def test_results_are_kept_by_data_and_seed() -> None:
    assert len(SEEDS) >= 10
    for name, separation in SEPARATIONS.items():
        tables, rates = results()[name]
        assert tables.shape == (len(SEEDS), 2, len(SCORES))
        assert rates == pytest.approx(np.full(len(SEEDS), 0.04), abs=0.02)
        table, rate = compare(separation, SEEDS[2])
        assert (table == tables[2]).all()
        assert rate == rates[2]


def test_weights_raise_f1_at_one_half_only_where_the_label_is_hard() -> None:
    assert changes(EASY)[1][HALF] < -0.05
    assert changes(HARD)[0][HALF] > 0.02


@pytest.mark.parametrize("name", SEPARATIONS)
def test_weights_help_neither_the_ranking_nor_tuned_thresholds(name: str) -> None:
    _, high = changes(name)
    assert high[TUNED] < 0.02
    assert high[RANKING] < 0.01


@pytest.mark.parametrize("name", SEPARATIONS)
def test_tuned_threshold_beats_weights_alone_and_calling_all(name: str) -> None:
    tables, rates = results()[name]
    plain = tables[:, 0, TUNED]
    for other in (tables[:, 1, HALF], 2 * rates / (1 + rates)):
        assert ttest_1samp(plain - other, 0).confidence_interval()[0] > 0


@pytest.mark.parametrize("name", SEPARATIONS)
def test_weights_break_probabilities(name: str) -> None:
    tables, rates = results()[name]
    assert tables[:, 0, MEAN].mean() == pytest.approx(rates.mean(), abs=0.01)
    assert changes(name)[0][MEAN] > 0.1
