import numpy as np
import pytest

from snippets.week12.multi_label.split_traps import (
    iterative_folds,
    make_labels,
    positives,
    refusals,
)


def test_labels_have_the_asked_positives() -> None:
    labels = make_labels()
    assert labels.shape == (200, 3)
    assert labels.sum(axis=0).tolist() == [100, 20, 10]
    assert not labels[:10].all(axis=None)


def test_three_tools_refuse_multi_hot_labels() -> None:
    errors = refusals(make_labels())
    assert set(errors) == {
        "StratifiedKFold",
        "TunedThresholdClassifierCV",
        "train_test_split",
    }
    assert "multilabel-indicator" in errors["StratifiedKFold"]
    assert "multilabel-indicator" in errors["TunedThresholdClassifierCV"]
    # 행을 통째로 한 클래스로 보므로 하나뿐인 조합에서 멈춘다.
    assert "only 1 member" in errors["train_test_split"]


def test_train_test_split_works_when_every_combination_is_common() -> None:
    labels = np.tile([[0, 0], [0, 1], [1, 1]], (10, 1))
    assert set(refusals(labels)) == {"StratifiedKFold", "TunedThresholdClassifierCV"}


def test_every_fold_gets_its_share_of_every_label() -> None:
    labels = make_labels()
    fold_of = iterative_folds(labels, 5)
    assert fold_of.shape == (200,)
    assert set(fold_of) == set(range(5))
    counts = positives(labels, fold_of, 5)
    assert counts.shape == (5, 3)
    assert counts[:, 2].tolist() == [2] * 5
    assert np.abs(counts - labels.sum(axis=0) / 5).max() <= 1
    sizes = np.bincount(fold_of)
    assert sizes.min() >= 38
    assert sizes.max() <= 42


@pytest.mark.parametrize("seed", range(5))
def test_rare_label_is_even_for_every_seed(seed: int) -> None:
    labels = make_labels()
    fold_of = iterative_folds(labels, 5, seed)
    assert positives(labels, fold_of, 5)[:, 2].tolist() == [2] * 5
    assert (fold_of == iterative_folds(labels, 5, seed)).all()


def test_seed_breaks_ties() -> None:
    labels = make_labels()
    assert (iterative_folds(labels, 5) == iterative_folds(labels, 5, 0)).all()
    assert (iterative_folds(labels, 5, 1) != iterative_folds(labels, 5, 2)).any()


def test_rows_without_any_label_fill_the_empty_folds() -> None:
    labels = np.zeros((10, 2), dtype=int)
    labels[0, 0] = 1
    assert np.bincount(iterative_folds(labels, 5)).tolist() == [2] * 5


def test_blind_shuffling_is_uneven() -> None:
    labels = make_labels()
    shuffled = np.random.default_rng(0).permutation(np.arange(200) % 5)
    assert np.ptp(positives(labels, shuffled, 5)[:, 2]) >= 2
