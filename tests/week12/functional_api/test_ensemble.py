import keras
import numpy as np
import pytest
from keras import ops
from sklearn.datasets import load_digits

from snippets.week12.functional_api.ensemble import (
    LOSS,
    NAMES,
    SEEDS,
    compare,
    interval,
    losses,
    make_members,
    merge,
    trainable,
)


def test_members_differ_in_build() -> None:
    members = make_members()
    assert tuple(member.name for member in members) == NAMES[:3]
    head = 16 * 10 + 10
    first = 64 * 16 + 16
    sizes = [first + head, first + 2 * (16 * 17) + head, 64 * 65 + 64 * 10 + 10]
    assert [member.count_params() for member in members] == sizes
    for member in members:
        names = [layer.activation.__name__ for layer in member.layers]
        assert names == ["relu"] * (len(names) - 1) + ["softmax"]


def test_merged_model_is_the_mean_and_has_no_new_weight() -> None:
    members = make_members()
    merged = merge(members)
    assert merged.count_params() == sum(x.count_params() for x in members)
    x = np.random.default_rng(0).random((4, 64)).astype("float32")
    mean = np.mean([ops.convert_to_numpy(member(x)) for member in members], axis=0)
    assert ops.convert_to_numpy(merged(x)) == pytest.approx(mean, abs=1e-6)


def test_loss_of_a_known_answer() -> None:
    one = [[0.5, 0.5], [0.25, 0.75], [0.9, 0.1]]
    other = [[1.0, 0.0], [0.0, 1.0], [0.0, 1.0]]
    found = losses(np.array([one, other]), np.array([0, 1, 1]))
    assert found == pytest.approx([-np.log([0.5, 0.75, 0.1]).mean(), 0])


def test_three_losses_of_one_model_train_members_as_if_alone() -> None:
    keras.utils.set_random_seed(0)
    members, twins = make_members(), make_members()
    for member, twin in zip(members, twins, strict=True):
        twin.set_weights(member.get_weights())
    x, y = load_digits(return_X_y=True)
    x, y = x[:100].astype("float32") / 16, y[:100]
    options = {"epochs": 2, "batch_size": 100, "verbose": 0}
    trainable(members, "따로").fit(x, [y] * 3, **options)
    for twin in twins:
        twin.compile(keras.optimizers.Adam(0.005), LOSS)
        twin.fit(x, y, **options)
    for member, twin in zip(members, twins, strict=True):
        for one, other in zip(member.get_weights(), twin.get_weights(), strict=True):
            assert one == pytest.approx(other, abs=1e-4)


def test_results_are_kept_by_seed() -> None:
    assert len(SEEDS) >= 10
    for runs in compare().values():
        assert runs.shape == (len(SEEDS), len(NAMES))


def test_loss_of_the_mean_is_never_above_the_mean_loss() -> None:
    for runs in compare().values():
        assert (runs[:, 3] < runs[:, :3].mean(axis=1)).all()


def test_training_together_does_not_lower_the_loss_of_the_mean() -> None:
    apart, together = compare().values()
    assert interval(together[:, 3] - apart[:, 3])[0] > -0.05
    assert (together[:, 3] < np.log(10) / 2).all()


def test_mean_need_not_beat_the_best_member() -> None:
    apart = compare()["따로"]
    assert interval(apart[:, 3] - apart[:, :3].min(axis=1))[0] > 0.02


def test_interval_counts_the_pictures_that_splits_share() -> None:
    half = 4.303 * np.sqrt(1 / 3 + 597 / 1200)
    found = interval(2 + np.array([-1.0, 0.0, 1.0]))
    assert found == pytest.approx((2 - half, 2 + half), abs=1e-3)
