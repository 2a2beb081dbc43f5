import keras
import numpy as np
import pytest
from matplotlib import pyplot as plt

from snippets.week12.optimizers.fair_comparison import (
    CONTENDERS,
    RATES,
    SEEDS,
    TEST,
    TRAIN,
    baseline,
    build_model,
    describe,
    draw,
    initial_weights,
    interval,
    results,
    split_digits,
)


def test_three_parts_share_no_image_and_keep_the_shares() -> None:
    parts = split_digits()
    assert [len(part.labels) for part in parts] == [TRAIN, 397, TEST]
    for seed in range(len(SEEDS)):
        rows = np.concatenate([part.images[:, seed] for part in parts])
        assert rows.shape == (1797, 64)
        assert len(np.unique(rows, axis=0)) == 1797
        for part in parts:
            shares = np.bincount(part.labels[:, seed], minlength=10) / len(part.labels)
            assert shares == pytest.approx(np.full(10, 0.1), abs=0.01)
    assert parts[0].images.dtype == "float32"
    assert (parts[0].images.min(), parts[0].images.max()) == (0, 1)
    assert not np.array_equal(parts[2].labels[:, 0], parts[2].labels[:, 1])


def test_contenders_are_kerass_own() -> None:
    made = {name: make() for name, make in CONTENDERS.items()}
    kinds = {name: type(optimizer).__name__ for name, optimizer in made.items()}
    assert kinds == {
        "SGD": "SGD",
        "모멘텀": "SGD",
        "AdaGrad": "Adagrad",
        "RMSProp": "RMSprop",
        "Adam": "Adam",
        "AdamW": "AdamW",
    }
    assert (made["SGD"].momentum, made["모멘텀"].momentum) == (0.0, 0.9)


def test_seeds_side_by_side_train_as_if_alone() -> None:
    train = split_digits()[0]
    images, labels = train.images[:200], train.labels[:200]
    side = build_model(keras.optimizers.SGD(0.1))
    start = initial_weights()
    side.set_weights(start)
    options = {"epochs": 2, "batch_size": 100, "shuffle": False, "verbose": 0}
    side.fit(images, labels, **options)
    alone = keras.Sequential(
        [
            keras.Input((64,)),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(10),
        ]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    alone.compile(keras.optimizers.SGD(0.1), loss)
    alone.set_weights([weight[3] for weight in start])
    alone.fit(images[:, 3], labels[:, 3], **options)
    for one, many in zip(alone.get_weights(), side.get_weights(), strict=True):
        assert one == pytest.approx(many[3], abs=1e-4)


def test_every_seed_starts_elsewhere() -> None:
    first, bias, second, last = initial_weights()
    seeds = len(SEEDS)
    assert first.shape == (seeds, 64, 32)
    assert second.shape == (seeds, 32, 10)
    assert first.std() == pytest.approx(np.sqrt(2 / 64), rel=0.05)
    assert second.std() == pytest.approx(np.sqrt(2 / 32), rel=0.1)
    assert not bias.any()
    assert not last.any()
    assert not np.allclose(first[0], first[1])
    assert np.array_equal(first, initial_weights()[0])


def test_results_are_kept_by_rate_and_seed() -> None:
    assert len(SEEDS) >= 10
    for result in results().values():
        assert result["valid"].shape == (len(RATES), len(SEEDS))
        assert result["tuned_test"].shape == result["default_test"].shape
        # 가장 좋은 학습률이 격자의 끝이면 더 좋은 것이 밖에 있을 수 있다.
        assert 0 < result["valid"].mean(axis=1).argmax() < len(RATES) - 1


def test_defaults_are_kerass() -> None:
    defaults = {name: result["default"] for name, result in results().items()}
    assert defaults == {
        "SGD": 0.01,
        "모멘텀": 0.01,
        "AdaGrad": 0.001,
        "RMSProp": 0.001,
        "Adam": 0.001,
        "AdamW": 0.001,
    }


def test_tuning_helps_every_one() -> None:
    for name, result in results().items():
        low, _ = interval(result["tuned_test"] - result["default_test"])
        assert low > 0.02, name


def test_tuning_matters_more_than_what_is_left_between_them() -> None:
    adam = results()["Adam"]["tuned_test"]
    for name, result in results().items():
        left = result["tuned_test"] - adam
        assert np.abs(interval(left) if left.any() else 0).max() < 0.06, name
    defaults = [result["default_test"].mean() for result in results().values()]
    tuned = [result["tuned_test"].mean() for result in results().values()]
    assert np.ptp(defaults) > 0.5
    assert np.ptp(tuned) < 0.05
    gains = np.subtract(tuned, defaults)
    assert gains.min() > np.ptp(tuned)


def test_networks_do_not_beat_the_linear_baseline() -> None:
    for result in results().values():
        assert 0.9 < result["tuned_test"].mean() < baseline().mean() + 0.02


def test_interval_counts_the_images_that_splits_share() -> None:
    half = 4.303 * np.sqrt(1 / 3 + TEST / TRAIN)
    found = interval(2 + np.array([-1.0, 0.0, 1.0]))
    assert found == pytest.approx((2 - half, 2 + half), abs=1e-3)


def test_figure_draws_accuracy_by_rate_and_marks_the_default() -> None:
    figure = draw()
    (axes,) = figure.axes
    assert axes.get_xscale() == "log"
    assert len(axes.lines) == 2 * len(CONTENDERS)
    for i, (name, result) in enumerate(results().items()):
        line, mark = axes.lines[2 * i : 2 * i + 2]
        assert line.get_label() == name
        assert line.get_ydata() == pytest.approx(result["valid"].mean(axis=1))
        assert mark.get_xdata() == [result["default"]]
        at = RATES.index(result["default"])
        assert mark.get_ydata() == [pytest.approx(line.get_ydata()[at])]
    plt.close(figure)


def test_description_names_the_best_rate_of_each() -> None:
    for name, result in results().items():
        best = RATES[result["valid"].mean(axis=1).argmax()]
        assert f"{name} {best:g}" in describe()
