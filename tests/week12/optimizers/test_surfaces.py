import keras
import numpy as np
import pytest

from snippets.week12.optimizers import surfaces, trajectories
from snippets.week12.optimizers.surfaces import (
    OPTIMIZERS,
    STEPS,
    SURFACES,
    banana_gradient,
    banana_loss,
    saddle,
    saddle_gradient,
    saddle_loss,
    steps_to_leave,
    walk,
)
from snippets.week12.optimizers.trajectories import CURVATURE, START, loss, path


def final_loss(name: str, optimizer: keras.Optimizer) -> float:
    surface = SURFACES[name]
    return surface.loss(walk(name, optimizer, STEPS)[-1])


@pytest.mark.parametrize("name", SURFACES)
def test_gradient_is_the_slope_of_the_loss(name: str) -> None:
    surface = SURFACES[name]
    for place in np.random.default_rng(0).uniform(-2, 2, size=(50, 2)):
        slope = [
            (surface.loss(place + nudge) - surface.loss(place - nudge)) / 2e-6
            for nudge in 1e-6 * np.eye(2)
        ]
        assert surface.gradient(place) == pytest.approx(slope, rel=1e-5, abs=1e-5)


def test_lowest_places_are_the_ones_named() -> None:
    assert banana_loss(np.array([1.0, 1.0])) == 0
    assert banana_gradient(np.array([1.0, 1.0])).tolist() == [0, 0]
    for y in (1.0, -1.0):
        assert saddle_loss(np.array([0.0, y])) == 0
        assert saddle_gradient(np.array([0.0, y])).tolist() == [0, 0]
    places = np.random.default_rng(0).uniform(-3, 3, size=(1000, 2))
    for place in places:
        assert banana_loss(place) > 0
        assert saddle_loss(place) > 0
    # 안장에서는 한쪽으로 내려가고 다른 쪽으로 올라간다.
    assert saddle_gradient(np.zeros(2)).tolist() == [0, 0]
    assert saddle_loss(np.array([0.0, 0.1])) < saddle_loss(np.zeros(2))
    assert saddle_loss(np.array([0.1, 0.0])) > saddle_loss(np.zeros(2))


def test_valley_is_the_one_of_the_picture() -> None:
    assert (surfaces.CURVATURE == CURVATURE).all()
    assert SURFACES["곧은 골짜기"].start == pytest.approx(START)
    place = np.array([1.0, 2.0])
    assert SURFACES["돌린 골짜기"].loss(place) == pytest.approx(loss(place, 45))
    for name, make in trajectories.OPTIMIZERS.items():
        for surface, degrees in (("곧은 골짜기", 0), ("돌린 골짜기", 45)):
            walked = walk(surface, make(), STEPS)
            assert walked == pytest.approx(path(name, degrees), abs=1e-5)


@pytest.mark.parametrize("name", ["곧은 골짜기", "돌린 골짜기"])
def test_sgd_runs_away_above_two_over_the_curvature(name: str) -> None:
    limit = 2 / CURVATURE.max()
    assert limit == 1
    surface = SURFACES[name]
    first = surface.loss(surface.start)
    below, above = (
        [surface.loss(x) for x in walk(name, keras.optimizers.SGD(rate * limit), 400)]
        for rate in (0.99, 1.01)
    )
    assert below[-1] < 0.01 * first
    assert above[-1] > 100 * first
    # 바로 그 학습률에서는 가파른 쪽을 같은 높이로 오간다.
    at = walk("곧은 골짜기", keras.optimizers.SGD(limit), STEPS)
    assert np.abs(at[:, 1]) == pytest.approx(np.abs(START[1]))
    assert (np.diff(np.sign(at[:, 1])) != 0).all()


def test_turned_saddle_has_the_slope_of_its_loss() -> None:
    surface = saddle(30)
    for place in np.random.default_rng(0).uniform(-2, 2, size=(20, 2)):
        slope = [
            (surface.loss(place + nudge) - surface.loss(place - nudge)) / 2e-6
            for nudge in 1e-6 * np.eye(2)
        ]
        assert surface.gradient(place) == pytest.approx(slope, rel=1e-5, abs=1e-5)
    assert surface.loss(surface.start) == pytest.approx(saddle_loss([-1.5, 0.01]))


@pytest.mark.parametrize("name", ["SGD", "모멘텀"])
def test_turning_the_saddle_changes_nothing_for_sgd(name: str) -> None:
    straight = steps_to_leave(OPTIMIZERS[name]())
    for degrees in (20, 45, 70):
        assert abs(steps_to_leave(OPTIMIZERS[name](), degrees) - straight) <= 1


@pytest.mark.parametrize("name", ["RMSProp", "Adam"])
def test_turning_the_saddle_slows_the_adaptive_rules(name: str) -> None:
    straight = steps_to_leave(OPTIMIZERS[name]())
    assert straight < steps_to_leave(OPTIMIZERS["SGD"]()) / 3
    assert steps_to_leave(OPTIMIZERS[name](), 45) > 5 * straight
    for degrees in (20, 70):
        assert steps_to_leave(OPTIMIZERS[name](), degrees) >= straight


def test_a_larger_rate_lets_sgd_leave_sooner() -> None:
    slow, fast = (steps_to_leave(keras.optimizers.SGD(rate)) for rate in (0.1, 1.0))
    assert fast < slow / 4
    places = walk("안장", OPTIMIZERS["SGD"](), slow)
    assert abs(places[-1, 1]) > 0.5 >= abs(places[-2, 1])


def test_too_few_steps_are_not_called_an_escape() -> None:
    with pytest.raises(IndexError):
        steps_to_leave(OPTIMIZERS["SGD"](), limit=5)


def test_lowest_optimizer_changes_with_the_learning_rate() -> None:
    lowest = []
    for rate in (0.1, 0.9):
        made = {
            "SGD": keras.optimizers.SGD(rate),
            "모멘텀": keras.optimizers.SGD(rate, momentum=0.9),
            "RMSProp": keras.optimizers.RMSprop(rate),
            "Adam": keras.optimizers.Adam(rate),
        }
        losses = {name: final_loss("곧은 골짜기", x) for name, x in made.items()}
        best, second = sorted(losses, key=losses.get)[:2]
        assert losses[best] < 0.7 * losses[second]
        lowest.append(best)
    assert lowest == ["모멘텀", "SGD"]


def test_turned_valley_is_not_always_the_worse_one_for_adam() -> None:
    for rate, sign in ((0.5, 1), (0.9, -1)):
        straight, turned = (
            final_loss(name, keras.optimizers.Adam(rate))
            for name in ("곧은 골짜기", "돌린 골짜기")
        )
        assert sign * (turned - straight) > 0.1
