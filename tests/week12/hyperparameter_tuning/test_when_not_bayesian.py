import numpy as np
import pytest

from snippets.week12.hyperparameter_tuning.when_not_bayesian import (
    BUDGET,
    SEEDS,
    compare,
    distance,
    minimize,
)


def medians(dimensions: int, noise: float) -> np.ndarray:
    found = compare(dimensions, noise)
    assert found.shape == (3, len(SEEDS)) == (3, 10)
    return np.median(found, axis=1)


def test_distance_does_not_grow_with_dimensions_alone() -> None:
    assert distance(np.array([0.3, 0.7]), np.array([0.6, 0.3])) == pytest.approx(
        np.sqrt(0.125)
    )
    points = np.array([[0.0] * 20, [0.5] * 20])
    assert distance(points, np.full(20, 0.5)) == pytest.approx([0.5, 0])


def test_search_spends_its_budget_inside_the_box() -> None:
    target = np.array([0.4, 0.6])
    points, values = minimize(target, 0.0, np.random.default_rng(0))
    assert points.shape == (BUDGET, 2) == (30, 2)
    assert ((points >= 0) & (points <= 1)).all()
    assert values == pytest.approx(distance(points, target))


def test_first_five_points_are_random() -> None:
    points, _ = minimize(np.array([0.4, 0.6]), 0.0, np.random.default_rng(0))
    expected = np.random.default_rng(0).uniform(size=(5, 2))
    assert points[:5] == pytest.approx(expected)
    assert points[5:].std() < points[:5].std()


def test_noise_is_added_to_what_is_seen() -> None:
    target = np.full(2, 0.5)
    points, values = minimize(target, 0.3, np.random.default_rng(0))
    errors = values - distance(points, target)
    assert errors.std() == pytest.approx(0.3, abs=0.12)


def test_it_wins_clearly_in_two_smooth_dimensions() -> None:
    bayesian, once, twice = medians(2, 0.0)
    assert bayesian < 0.5 * once
    assert bayesian < 0.5 * twice


def test_the_gain_is_small_in_twenty_dimensions() -> None:
    bayesian, once, twice = medians(20, 0.0)
    assert 0.8 * once < bayesian < once
    assert 0.8 * twice < bayesian


def test_the_gain_disappears_under_noise() -> None:
    bayesian, once, twice = medians(2, 0.3)
    assert bayesian > 0.8 * once
    assert bayesian > 0.8 * twice


def test_random_with_twice_the_budget_starts_with_the_same_points() -> None:
    found = compare(2, 0.0)
    assert (found[2] <= found[1]).all()
