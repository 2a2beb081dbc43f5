import numpy as np
import pytest

from snippets.week12.hyperparameter_tuning.when_not_bayesian import (
    BUDGET,
    SEEDS,
    compare,
    distance,
    gap,
    minimize,
)


def means(dimensions: int, noise: float) -> np.ndarray:
    found = compare(dimensions, noise)
    assert found.shape == (3, len(SEEDS)) == (3, 30)
    return found.mean(axis=1)


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


def test_half_of_the_candidates_lie_near_the_best_point() -> None:
    target = np.full(20, 0.5)
    points, _ = minimize(target, 0.0, np.random.default_rng(0))
    steps = distance(points[6:], points[5:-1])
    # 아무 데서나 뽑은 두 점의 거리는 0.4쯤이다.
    assert steps.min() < 0.15


def test_it_wins_clearly_in_two_smooth_dimensions() -> None:
    bayesian, once, fourfold = means(2, 0.0)
    assert bayesian < 0.1 * once
    assert bayesian < 0.4 * fourfold
    for row in (1, 2):
        assert gap(2, 0.0, row)[2] < -0.015


def test_it_still_wins_in_twenty_dimensions_but_by_a_smaller_share() -> None:
    bayesian, once, fourfold = means(20, 0.0)
    assert 0.6 * once < bayesian < 0.85 * once
    assert bayesian < 0.95 * fourfold
    assert gap(20, 0.0, 1)[2] < -0.02
    assert gap(20, 0.0, 2)[2] < 0


def test_noise_takes_most_of_the_gain() -> None:
    _, once, _ = means(2, 0.3)
    # 잡음이 없을 때 거리의 9할을 줄이던 것이, 절반도 줄이지 못한다.
    assert gap(2, 0.0, 1)[2] < -0.6 * means(2, 0.0)[1]
    assert gap(2, 0.3, 1)[1] > -0.5 * once


def test_random_with_four_times_the_budget_starts_with_the_same_points() -> None:
    found = compare(2, 0.0)
    assert (found[2] <= found[1]).all()


def test_gap_is_the_paired_difference() -> None:
    found = compare(2, 0.0)
    mean, low, high = gap(2, 0.0, 2)
    assert mean == pytest.approx(found[0].mean() - found[2].mean())
    # 자유도 29의 t 분포에서 위쪽 2.5%의 자리다.
    half = 2.04523 * (found[0] - found[2]).std(ddof=1) / np.sqrt(30)
    assert (low, high) == pytest.approx((mean - half, mean + half), rel=1e-4)
