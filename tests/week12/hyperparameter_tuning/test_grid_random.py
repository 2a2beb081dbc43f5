import numpy as np
import pytest

from snippets.week12.hyperparameter_tuning.grid_random import (
    describe,
    draw,
    grid_trials,
    median_best,
    random_trials,
    score,
)

SIXTHS = [1 / 6, 1 / 2, 5 / 6]


def test_grid_tries_every_combination_of_a_few_values() -> None:
    trials = grid_trials(3)
    assert trials.shape == (9, 2)
    for axis in range(2):
        assert np.unique(trials[:, axis]) == pytest.approx(SIXTHS)
    assert len(np.unique(trials, axis=0)) == 9
    assert grid_trials(1) == pytest.approx(np.array([[0.5, 0.5]]))


def test_random_trials_never_repeat_a_value() -> None:
    trials = random_trials(9, np.random.default_rng(0))
    assert trials.shape == (9, 2)
    assert ((trials >= 0) & (trials < 1)).all()
    assert len(np.unique(trials)) == 18


@pytest.mark.parametrize(
    ("importance", "exponent"), [((1, 0), 0.5), ((0, 1), 8), ((1, 1), 8.5), ((2, 0), 1)]
)
def test_only_important_axes_count(
    importance: tuple[float, float], exponent: float
) -> None:
    trials = np.array([[0.1, 0.9], [0.2, 0.5]])
    found = score(trials, np.array([0.2, 0.5]), importance)
    assert found == pytest.approx([np.exp(-exponent), 1])


def test_random_wins_when_one_axis_matters() -> None:
    grid, edges, scattered = median_best((1, 0))
    # 그리드에서 가장 가까운 값까지의 거리는 0에서 1/6까지 고르고, 중앙값은 1/12이다.
    assert grid == pytest.approx(np.exp(-((1 / 12) ** 2) / 0.02), abs=0.04)
    # 점 아홉 개가 모두 r보다 멀 확률 (1 - 2r)⁹이 1/2인 거리다.
    middle = (1 - 0.5 ** (1 / 9)) / 2
    assert scattered == pytest.approx(np.exp(-(middle**2) / 0.02), abs=0.03)
    assert scattered > max(grid, edges) + 0.1


def test_place_of_the_grid_decides_when_both_axes_matter() -> None:
    grid, edges, scattered = median_best((1, 1))
    assert grid > scattered + 0.1
    assert edges < scattered - 0.07


def test_grid_reaches_the_edges_when_asked() -> None:
    trials = grid_trials(3, edges=True)
    assert np.unique(trials) == pytest.approx([0, 0.5, 1])
    assert len(np.unique(trials, axis=0)) == 9


def test_defaults_are_nine_trials_and_two_thousand_targets() -> None:
    assert median_best((1, 0)) == median_best((1, 0), 3, 2000)
    assert median_best((1, 0), 4, 100)[0] > median_best((1, 0), 2, 100)[0]


def test_picture_shows_both_searches() -> None:
    top_grid, top_random, grid, shuffled = draw().axes
    assert grid.lines[0].get_xydata() == pytest.approx(grid_trials(3))
    expected = random_trials(9, np.random.default_rng(3))
    assert shuffled.lines[0].get_xydata() == pytest.approx(expected)
    best = [axes.lines[1].get_ydata().max() for axes in (top_grid, top_random)]
    assert best[0] < best[1]
    assert grid.get_xlim() == grid.get_ylim() == (0, 1)
    assert "3개에 겹치고 랜덤은 9개로" in describe()
