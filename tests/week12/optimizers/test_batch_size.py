import keras
import numpy as np
import pytest

from snippets.week12.optimizers.batch_size import (
    BATCH_SIZES,
    EPOCHS,
    RATES,
    SEEDS,
    TEST,
    TRAIN,
    baseline,
    best_rate,
    fixed,
    interval,
    losses,
    results,
    sgd,
    split,
    tuned,
)


def test_parts_share_no_row_and_are_scaled_by_the_training_part() -> None:
    parts = split(0)
    assert [len(y) for _, y in parts] == [TRAIN, 71, TEST]
    rows = np.concatenate([np.column_stack(part) for part in parts])
    assert len(np.unique(rows, axis=0)) == 442
    x, y = parts[0]
    assert x.mean(axis=0) == pytest.approx(np.zeros(10), abs=1e-9)
    assert x.std(axis=0) == pytest.approx(np.ones(10))
    assert y.std() == pytest.approx(1)
    assert abs(parts[2][0].mean(axis=0)).max() > 0.01


@pytest.mark.parametrize("batch_size", [300, 30])
def test_sgd_steps_as_keras_does(batch_size: int) -> None:
    (x, y), *_ = split(0)
    rate = RATES.index(0.01)
    ours = sgd(x, y, batch_size, seed=3)[rate]
    weights = keras.Variable(np.zeros(10))
    optimizer = keras.optimizers.SGD(0.01)
    rng = np.random.default_rng(3)
    for _ in range(EPOCHS):
        for rows in rng.permutation(TRAIN).reshape(-1, batch_size):
            errors = x[rows] @ keras.ops.convert_to_numpy(weights) - y[rows]
            gradient = 2 * x[rows].T @ errors / batch_size
            optimizer.apply([gradient.astype("float32")], [weights])
    assert ours == pytest.approx(keras.ops.convert_to_numpy(weights), abs=1e-4)


def test_losses_of_known_weights() -> None:
    part = np.eye(2), np.array([1.0, 2.0])
    found = losses(np.array([[1.0, 0.0], [np.nan, 0.0]]), part)
    assert found == pytest.approx([2, np.inf])


def test_results_are_kept_by_batch_size_and_seed() -> None:
    assert len(SEEDS) >= 10
    assert list(BATCH_SIZES.values()) == [300, 30, 1]
    for runs in results().values():
        assert runs.shape == (len(SEEDS), 2, len(RATES))


def test_at_one_rate_the_full_batch_lags_but_not_once_it_has_its_own() -> None:
    assert interval(fixed("전체 배치") - fixed("미니배치"))[0] > 0.1
    for name in BATCH_SIZES:
        # 평균만 답하면 손실이 1쯤이다.
        assert tuned(name).mean() == pytest.approx(baseline(), abs=0.03)
    low, high = interval(tuned("전체 배치") - tuned("미니배치"))
    assert -0.06 < low < high < 0.06


def test_smaller_batches_want_smaller_rates() -> None:
    full, mini, single = map(best_rate, BATCH_SIZES)
    assert full > mini > single
    chosen = [results()[name][:, 0].argmin(axis=1) for name in BATCH_SIZES]
    for larger, smaller in ((chosen[0], chosen[1]), (chosen[1], chosen[2])):
        assert np.mean(larger > smaller) > 0.7


def test_interval_counts_the_rows_that_splits_share() -> None:
    half = 4.303 * np.sqrt(1 / 3 + TEST / TRAIN)
    found = interval(2 + np.array([-1.0, 0.0, 1.0]))
    assert found == pytest.approx((2 - half, 2 + half), abs=1e-3)
