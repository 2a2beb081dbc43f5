import numpy as np
import pytest
from scipy.stats import ttest_1samp

from snippets.week12.multi_label.different_classifiers import (
    CLASSIFIERS,
    LABELS,
    SEEDS,
    accuracies,
    commonest,
    make_shapes,
    results,
)


def test_labels_are_a_line_and_a_circle() -> None:
    points, labels = make_shapes(4000, np.random.default_rng(0))
    assert points.shape == labels.shape == (4000, len(LABELS))
    assert np.abs(points).max() <= 1
    assert points.min() < -0.9
    assert (labels[:, 0] == (points[:, 0] > -points[:, 1])).all()
    inside = np.hypot(*points.T) < np.sqrt(0.5)
    assert (labels[:, 1] == inside).all()
    assert labels.mean(axis=0) == pytest.approx([0.5, np.pi / 8], abs=0.03)


def test_commonest_answer_is_the_larger_share() -> None:
    labels = np.array([[1, 0], [1, 0], [1, 0], [0, 0]])
    assert commonest(labels) == pytest.approx([0.75, 1])


def test_results_are_kept_by_seed() -> None:
    assert len(SEEDS) >= 10
    assert results().shape == (len(SEEDS), len(CLASSIFIERS), len(LABELS))
    assert (results()[5] == accuracies(SEEDS[5])).all()
    assert not (results()[5] == results()[6]).all()


def test_each_label_wants_another_classifier() -> None:
    linear, near = results().swapaxes(0, 1)
    low, high = ttest_1samp(linear - near, 0).confidence_interval()
    assert low[0] > 0.005
    assert high[1] < -0.2


def test_only_the_line_is_within_reach_of_the_linear_model() -> None:
    naive = np.array([0.5, 1 - np.pi / 8])
    linear, near = results().mean(axis=0)
    assert linear[0] > naive[0] + 0.3
    assert linear[1] < naive[1] + 0.02
    assert (near > naive + 0.2).all()
