from collections.abc import Callable, Iterator

import numpy as np
import pytest
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

from snippets.week12.hyperparameter_tuning.successive_halving import (
    SEEDS,
    compare,
    describe,
    draw,
    make_learner,
    successive_halving,
)


def playing(scores: list[float]) -> Callable[[], float]:
    left: Iterator[float] = iter(scores)
    return lambda: next(left)


def lengths(qualities: list[float], most: int, **options: int) -> list[int]:
    learners = [playing([quality] * 100) for quality in qualities]
    return [len(h) for h in successive_halving(learners, most, **options)]


def test_only_the_best_third_goes_on_each_time() -> None:
    spent = lengths([i / 27 for i in range(27)], most=9)
    assert spent == [1] * 18 + [3] * 6 + [9] * 3
    assert sum(spent) == 63
    assert lengths([0.3, 0.9, 0.1, 0.5, 0.2, 0.4, 0.8, 0.6, 0.7], most=3) == [
        *(1, 3, 1),
        *(1, 1, 1),
        *(3, 1, 3),
    ]


def test_factor_changes_how_many_are_kept() -> None:
    assert lengths([0.1, 0.2, 0.3, 0.4], most=4, factor=2) == [1, 1, 2, 4]


def test_one_is_always_kept_and_no_one_gets_more_than_the_most() -> None:
    assert lengths([0.2, 0.1], most=9) == [9, 1]
    assert lengths([0.2, 0.1, 0.3], most=5) == [1, 1, 5]
    assert lengths([0.2, 0.1, 0.3], most=1) == [1, 1, 1]


def test_history_is_what_the_learner_returned() -> None:
    learners = [playing([0.5, 0.6, 0.7]), playing([0.1, 0.2, 0.3])]
    assert successive_halving(learners, most=3) == [[0.5, 0.6, 0.7], [0.1]]


def test_a_late_bloomer_is_thrown_away() -> None:
    late = [0.1, 0.2, 0.99]
    learners = [playing(late), *(playing([0.5, 0.5, 0.5]) for _ in range(2))]
    assert successive_halving(learners, most=3)[0] == [0.1]


def test_learner_trains_one_epoch_a_call() -> None:
    data = load_digits()
    train_x, val_x, train_y, val_y = train_test_split(
        data.data / 16, data.target, train_size=300, test_size=400, random_state=1
    )
    network = MLPClassifier(
        (16,), solver="sgd", learning_rate_init=0.2, batch_size=32, random_state=1
    )
    learner = make_learner(0.2, seed=1)
    for _ in range(2):
        network.partial_fit(train_x, train_y, classes=np.arange(10))
        assert learner() == network.score(val_x, val_y)


@pytest.mark.parametrize("seed", SEEDS)
def test_halving_runs_the_same_learners_for_a_quarter_of_the_epochs(seed: int) -> None:
    halved, full = compare(seed)
    assert full.shape == (27, 9)
    assert sorted(map(len, halved)) == [1] * 18 + [3] * 6 + [9] * 3
    for history, whole in zip(halved, full, strict=True):
        assert history == pytest.approx(whole[: len(history)])


def test_halving_loses_less_than_trying_fewer_settings() -> None:
    runs = [compare(seed) for seed in SEEDS]
    assert len(runs) == 5
    best = np.array([full.max() for _, full in runs])
    halved = np.array([max(map(max, history)) for history, _ in runs])
    fewer = np.array([full[:7].max() for _, full in runs])
    assert (best - halved).max() < 0.01
    assert (best - fewer).max() > (best - halved).max()


def test_picture_shows_where_each_setting_stopped() -> None:
    (axes,) = draw().axes
    ends = [line.get_xdata()[0] for line in axes.lines if line.get_marker() == "o"]
    assert sorted(ends) == [1] * 18 + [3] * 6 + [9] * 3
    assert len(axes.lines) == 54
    text = describe()
    assert "설정 27개" in text
    assert "18개는 1에포크에서, 6개는 3에포크에서 멈추고 3개만 9에포크까지" in text
