import numpy as np
import pytest
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

from snippets.week12.hyperparameter_tuning.fair_comparison import (
    BUDGET,
    MARGIN,
    NAMES,
    SEEDS,
    bayesian,
    compare,
    describe,
    draw,
    grid,
    make_task,
    paired,
    random_search,
    spreads,
    tpe,
)

METHODS = (grid, random_search, tpe, bayesian)


def hill(point: np.ndarray) -> float:
    return float(np.exp(-(((point - 0.37) / 0.2) ** 2).sum()))


def test_task_trains_on_100_rows_and_judges_on_others() -> None:
    validate, examine = make_task(3)
    x, y = load_digits(return_X_y=True)
    hard = np.isin(y, (3, 5, 8, 9))
    train_x, rest_x, train_y, rest_y = train_test_split(
        x[hard] / 16, y[hard], train_size=100, random_state=3
    )
    model = SVC(C=10**0.5, gamma=10**-1.5).fit(train_x, train_y)
    point = np.array([0.5, 0.5])
    assert validate(point) == model.score(rest_x[:150], rest_y[:150])
    assert examine(point) == model.score(rest_x[150:], rest_y[150:])
    skewed = SVC(C=0.1, gamma=1.0).fit(train_x, train_y)
    assert validate(np.array([0.2, 0.8])) == skewed.score(rest_x[:150], rest_y[:150])


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
    assert points[:5] == pytest.approx(random_search(hill, 2)[0][:5])
    assert values.max() > 0.98
    better = [
        bayesian(hill, seed)[1].max() > random_search(hill, seed)[1].max()
        for seed in range(5)
    ]
    assert all(better)


def test_comparison_keeps_the_best_so_far() -> None:
    best, test = compare()
    assert best.shape == (len(NAMES), len(SEEDS), BUDGET) == (4, 12, 25)
    assert test.shape == (4, 12)
    assert (np.diff(best, axis=2) >= 0).all()
    validate, examine = make_task(SEEDS[2])
    points, values = random_search(validate, SEEDS[2])
    assert best[1, 2] == pytest.approx(np.maximum.accumulate(values))
    assert test[1, 2] == examine(points[values.argmax()])


def test_no_method_differs_from_random_search_by_three_points() -> None:
    """동등성 검정: 95% 구간이 통째로 ±MARGIN 안에 들면 그만큼도 다르지 않다."""
    _, test = compare()
    for row in (0, 2, 3):
        mean, low, high = paired(test[row], test[1])
        assert -MARGIN < low < mean < high < MARGIN == 0.03
    assert test.mean() > 0.9


def test_interval_is_that_of_student() -> None:
    gaps = np.array([0.01, -0.02, 0.03, 0.02])
    mean, low, high = paired(gaps + 0.9, np.full(4, 0.9))
    # 자유도 3의 t 분포에서 위쪽 2.5%의 자리다.
    half = 3.182446 * gaps.std(ddof=1) / 2
    assert (mean, low, high) == pytest.approx(
        (0.01, 0.01 - half, 0.01 + half), rel=1e-4
    )


def test_pairing_narrows_the_spread() -> None:
    _, test = compare()
    alone, together = spreads(test[2], test[1])
    assert together < 0.9 * alone
    same = np.array([0.8, 0.9, 0.7])
    assert spreads(same + 0.1, same)[1] == pytest.approx(0)
    assert spreads(same, same)[0] == pytest.approx(np.sqrt(2) * 0.1)


def test_picture_shows_every_gap_and_its_interval() -> None:
    _, test = compare()
    (axes,) = draw().axes
    points = [line for line in axes.lines if line.get_marker() == "o"]
    bars = [line for line in axes.lines if line.get_marker() == "None"][1:]
    for line, bar, row in zip(points, bars, (0, 2, 3), strict=True):
        assert line.get_xdata() == pytest.approx(test[row] - test[1])
        assert list(bar.get_xdata()) == pytest.approx(paired(test[row], test[1])[1:])
        assert f"{NAMES[row]} {paired(test[row], test[1])[0]:.3f}" in describe()
