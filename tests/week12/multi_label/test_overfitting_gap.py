import numpy as np
import pytest

from snippets.week12.multi_label.overfitting_gap import (
    SEEDS,
    TRAIN,
    cell_accuracies,
    make_data,
    results,
)


def test_data_is_standardised_and_mostly_for_testing() -> None:
    x, y = make_data(0)
    assert x.shape == (1_200, 20)
    assert y.shape == (1_200, 5)
    assert x.mean(axis=0) == pytest.approx(np.zeros(20), abs=1e-9)
    assert x.std(axis=0) == pytest.approx(np.ones(20))
    assert TRAIN == 200
    assert not (y == make_data(1)[1]).all()


def test_results_are_kept_by_kind_and_seed() -> None:
    assert list(SEEDS) == [0, 1, 2]
    assert results().shape == (2, 3, 2)
    assert tuple(results()[0, 2]) == cell_accuracies(separate=False, seed=2)


def test_separate_networks_overfit_more_in_every_run() -> None:
    gaps = results()[..., 0] - results()[..., 1]
    assert (gaps > 0).all()
    assert (gaps[1] > gaps[0] + 0.03).all()


def test_yet_their_test_scores_are_alike() -> None:
    one, many = np.median(results()[..., 1], axis=1)
    assert abs(one - many) < 0.02
