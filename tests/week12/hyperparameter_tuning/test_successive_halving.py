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
    found,
    learning_curves,
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


def test_networks_trained_together_are_those_trained_alone() -> None:
    rates = np.array([0.01, 0.3, 5.0])
    together = learning_curves(rates, seed=1, epochs=3)
    assert together.shape == (3, 3)
    for curve, rate in zip(together, rates, strict=True):
        alone = learning_curves(np.array([rate]), seed=1, epochs=3)
        assert curve == pytest.approx(alone[0], abs=0.01)
    assert learning_curves.__defaults__ == (9,)


def test_network_learns_and_a_tiny_rate_does_not() -> None:
    slow, good = learning_curves(np.array([1e-6, 0.5]), seed=0)
    assert good[-1] > 0.8
    # 열 가운데 하나를 찍으면 0.1이다.
    assert slow[-1] < 0.3
    assert np.ptp(slow) < 0.02


def test_every_step_follows_the_gradient() -> None:
    """같은 구조의 scikit-learn 신경망과 비슷한 곳에 이른다."""
    x, y = load_digits(return_X_y=True)
    train_x, val_x, train_y, val_y = train_test_split(
        x / 16, y, train_size=150, test_size=300, random_state=2
    )
    network = MLPClassifier(
        (16,),
        activation="tanh",
        solver="sgd",
        learning_rate_init=0.5,
        momentum=0,
        nesterovs_momentum=False,
        alpha=0,
        batch_size=15,
        random_state=2,
    )
    for _ in range(9):
        network.partial_fit(train_x, train_y, classes=np.arange(10))
    (curve,) = learning_curves(np.array([0.5]), seed=2)
    # 편향이 없고 처음 가중치가 달라도 같은 곳으로 간다.
    assert curve[-1] == pytest.approx(network.score(val_x, val_y), abs=0.08)


@pytest.mark.parametrize("seed", SEEDS[:3])
def test_halving_runs_the_same_learners_for_a_quarter_of_the_epochs(seed: int) -> None:
    halved, full = compare(seed)
    assert full.shape == (27, 9)
    assert sorted(map(len, halved)) == [1] * 18 + [3] * 6 + [9] * 3
    for history, whole in zip(halved, full, strict=True):
        assert history == pytest.approx(whole[: len(history)])


def test_halving_loses_less_than_trying_fewer_settings() -> None:
    best, halved, fewer = found()
    assert best.shape == (len(SEEDS),) == (50,)
    # 자유도 49의 t 분포에서 위쪽 2.5%의 자리로 구간을 잡는다.
    half = 2.0096 / np.sqrt(50)
    lost = best - halved
    # 같은 기록의 일부만 보므로 더 높을 수는 없다.
    assert (lost >= 0).all()
    assert lost.any()
    assert lost.mean() + half * lost.std(ddof=1) < 0.02
    more = halved - fewer
    assert more.mean() - half * more.std(ddof=1) > 0


def test_picture_shows_where_each_setting_stopped() -> None:
    (axes,) = draw().axes
    ends = [line.get_xdata()[0] for line in axes.lines if line.get_marker() == "o"]
    assert sorted(ends) == [1] * 18 + [3] * 6 + [9] * 3
    assert len(axes.lines) == 54
    text = describe()
    assert "설정 27개" in text
    assert "18개는 1에포크에서, 6개는 3에포크에서 멈추고 3개만 9에포크까지" in text
