import numpy as np
import pytest
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

from snippets.week12.hyperparameter_tuning.fair_comparison import (
    BUDGET,
    NAMES,
    SEEDS,
    bayesian,
    compare,
    describe,
    draw,
    grid,
    make_task,
    shuffled,
    tpe,
)

METHODS = (grid, shuffled, tpe, bayesian)


def hill(point: np.ndarray) -> float:
    return float(np.exp(-(((point - 0.37) / 0.2) ** 2).sum()))


def test_task_trains_on_200_rows_and_judges_on_others() -> None:
    validate, examine = make_task(3)
    data = load_digits()
    train_x, rest_x, train_y, rest_y = train_test_split(
        data.data / 16, data.target, train_size=200, random_state=3
    )
    model = SVC(C=10**0.5, gamma=10**-1.5).fit(train_x, train_y)
    point = np.array([0.5, 0.5])
    assert validate(point) == model.score(rest_x[:300], rest_y[:300])
    assert examine(point) == model.score(rest_x[300:], rest_y[300:])
    skewed = SVC(C=0.1, gamma=1.0).fit(train_x, train_y)
    assert validate(np.array([0.2, 0.8])) == skewed.score(rest_x[:300], rest_y[:300])


@pytest.mark.parametrize("method", METHODS)
def test_every_method_gets_the_same_budget(method) -> None:
    seen = []

    def counting(point: np.ndarray) -> float:
        seen.append(np.array(point))
        return hill(point)

    points, values = method(counting, 0)
    assert len(seen) == BUDGET == 25
    assert points.shape == (25, 2)
    assert points == pytest.approx(np.array(seen))
    assert values == pytest.approx([hill(point) for point in points])
    assert ((points >= 0) & (points <= 1)).all()


@pytest.mark.parametrize("method", METHODS)
def test_seed_decides_the_order(method) -> None:
    first, again, other = (method(hill, seed)[0] for seed in (0, 0, 1))
    assert first == pytest.approx(again)
    assert (first != other).any()


def test_grid_is_five_by_five() -> None:
    points, _ = grid(hill, 0)
    assert len(np.unique(points, axis=0)) == 25
    assert np.unique(points) == pytest.approx([0, 0.25, 0.5, 0.75, 1])


def test_bayesian_starts_from_the_random_points_and_then_climbs() -> None:
    points, values = bayesian(hill, 2)
    assert points[:5] == pytest.approx(shuffled(hill, 2)[0][:5])
    assert values.max() > 0.98
    better = [
        bayesian(hill, seed)[1].max() > shuffled(hill, seed)[1].max()
        for seed in range(5)
    ]
    assert all(better)


def test_comparison_keeps_the_best_so_far() -> None:
    best, test = compare()
    assert best.shape == (len(NAMES), len(SEEDS), BUDGET) == (4, 8, 25)
    assert test.shape == (4, 8)
    assert (np.diff(best, axis=2) >= 0).all()
    validate, examine = make_task(SEEDS[2])
    points, values = shuffled(validate, SEEDS[2])
    assert best[1, 2] == pytest.approx(np.maximum.accumulate(values))
    assert test[1, 2] == examine(points[values.argmax()])


def test_it_ends_in_a_tie() -> None:
    best, test = compare()
    for values in (best[:, :, -1], test):
        low, middle, high = np.quantile(values, (0.25, 0.5, 0.75), axis=1)
        assert np.ptp(middle) < 0.015
        assert low.max() <= high.min()
    # 그리드만 중앙값이 조금 낮다.
    assert np.median(best[0, :, -1]) <= np.median(best[1:, :, -1], axis=1).min()


def test_ten_trials_are_almost_enough() -> None:
    best, _ = compare()
    gained = np.median(best[:, :, -1], axis=1) - np.median(best[:, :, 9], axis=1)
    assert (gained < 0.015).all()


def test_picture_shows_median_and_quartiles_of_each_method() -> None:
    best, _ = compare()
    panels = draw().axes
    assert [axes.get_title() for axes in panels] == list(NAMES)
    for row, axes in enumerate(panels):
        baseline, line = axes.lines
        assert line.get_ydata() == pytest.approx(np.median(best[row], axis=0))
        assert baseline.get_ydata() == pytest.approx(np.median(best[1], axis=0))
        band = axes.collections[0].get_paths()[0].vertices
        last = band[band[:, 0] == 25][:, 1]
        quartiles = np.quantile(best[row, :, -1], (0.25, 0.75))
        assert (last.min(), last.max()) == pytest.approx(tuple(quartiles))
    for name, value in zip(NAMES, np.median(best[:, :, -1], axis=1), strict=True):
        assert f"{name} {value:.3f}" in describe()
