import numpy as np
import pytest
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF

from snippets.week12.hyperparameter_tuning.bayesian_optimization import (
    bumpy,
    describe,
    draw,
    expected_improvement,
    look,
    maximize,
    posterior,
    rbf_kernel,
    run,
)

CANDIDATES = np.linspace(-4, 4, 81)


def test_kernel_falls_with_distance() -> None:
    kernel = rbf_kernel(np.array([0.0, 2.0]), np.array([0.0, 1.0, 2.0]), length=2.0)
    assert kernel.shape == (2, 3)
    assert kernel[0] == pytest.approx([1, np.exp(-1 / 8), np.exp(-1 / 2)])
    assert kernel[1] == pytest.approx(kernel[0][::-1])


@pytest.mark.parametrize(("length", "noise"), [(1.0, 1e-6), (0.5, 0.1)])
def test_posterior_equals_scikit_learn(length: float, noise: float) -> None:
    random = np.random.default_rng(0)
    tried, values = random.uniform(-4, 4, 6), random.normal(size=6)
    reference = GaussianProcessRegressor(RBF(length), alpha=noise, optimizer=None)
    reference.fit(tried[:, None], values)
    expected = reference.predict(CANDIDATES[:, None], return_std=True)
    mean, deviation = posterior(tried, values, CANDIDATES, length, noise)
    assert mean == pytest.approx(expected[0], abs=1e-6)
    assert deviation == pytest.approx(expected[1], abs=1e-6)


def test_defaults_are_the_ones_that_the_page_states() -> None:
    tried, values = np.array([0.0]), np.array([1.0])
    mean, deviation = posterior(tried, values, np.array([0.0, 1.0, 100.0]))
    assert mean == pytest.approx([1, np.exp(-0.5), 0], abs=1e-5)
    assert deviation[0] == pytest.approx(1e-3, rel=1e-3)
    assert deviation[2] == pytest.approx(1)


def test_improvement_equals_its_simulation() -> None:
    mean, deviation = np.array([0.0, 1.0, -1.0]), np.array([1.0, 0.5, 2.0])
    draws = np.random.default_rng(0).normal(mean, deviation, size=(400_000, 3))
    simulated = np.maximum(draws - 0.5, 0).mean(axis=0)
    exact = expected_improvement(mean, deviation, best=0.5)
    assert exact == pytest.approx(simulated, abs=0.01)


def test_improvement_grows_with_mean_and_with_ignorance() -> None:
    means = expected_improvement(np.linspace(-1, 1, 9), np.ones(9), best=0.0)
    assert (np.diff(means) > 0).all()
    spread = expected_improvement(np.zeros(9), np.linspace(0.1, 2, 9), best=0.0)
    assert (np.diff(spread) > 0).all()


def test_known_points_have_nothing_to_gain() -> None:
    gain = expected_improvement(np.array([1.0, 2.0]), np.zeros(2), best=2.0)
    assert gain == pytest.approx([0, 0], abs=1e-9)
    assert (gain >= 0).all()


def test_it_leaves_the_low_hill_for_the_high_one() -> None:
    tried, values = maximize(bumpy, CANDIDATES, start=[10, 40], budget=12)
    assert tried[:2] == pytest.approx([-3, 0])
    assert len(tried) == len(values) == 12
    assert len(set(tried)) == 12
    assert values == pytest.approx([bumpy(x) for x in tried])
    # 여덟 번째까지는 왼쪽 봉우리가 최고였고, 열두 번 안에 오른쪽 봉우리를 찾았다.
    assert tried[:8][values[:8].argmax()] < 0
    assert tried[values.argmax()] == pytest.approx(2, abs=0.1)


def test_it_beats_random_search_with_the_same_budget() -> None:
    random = np.random.default_rng(0)
    best_of_random = [
        max(bumpy(x) for x in random.choice(CANDIDATES, 12, replace=False))
        for _ in range(200)
    ]
    _, values = maximize(bumpy, CANDIDATES, start=[10, 40], budget=12)
    assert values.max() > np.median(best_of_random)


def test_equal_values_do_not_divide_by_zero() -> None:
    tried, values = maximize(lambda _: 1.0, CANDIDATES, start=[0, 80], budget=5)
    assert len(set(tried)) == 5
    assert (values == 1).all()


def test_toy_function_has_a_low_hill_and_a_high_hill() -> None:
    assert bumpy(2) == pytest.approx(1, abs=1e-3)
    assert bumpy(-2) == pytest.approx(0.6, abs=1e-3)
    assert max(CANDIDATES, key=bumpy) == pytest.approx(2)


def test_looking_keeps_the_scale_of_the_values() -> None:
    tried, values = np.array([-3.0, 0.0, 1.0]), np.array([1.0, 5.0, 3.0])
    mean, deviation, gain = look(tried, values, CANDIDATES)
    assert mean.shape == deviation.shape == gain.shape == (81,)
    at_tried = [np.argmin(abs(CANDIDATES - x)) for x in tried]
    assert mean[at_tried] == pytest.approx(values, abs=1e-4)
    assert gain[at_tried] == pytest.approx(0, abs=1e-3)
    # 눈금을 바꿔도 고르는 점은 같다.
    shifted = look(tried, 10 * values + 7, CANDIDATES)
    assert shifted[0] == pytest.approx(10 * mean + 7)
    assert shifted[1] == pytest.approx(10 * deviation)
    assert shifted[2] == pytest.approx(10 * gain, abs=1e-9)
    assert gain == pytest.approx(expected_improvement(mean, deviation, 5.0))


def test_prediction_far_from_trials_returns_to_their_mean() -> None:
    tried, values = np.array([-1.0, 1.0]), np.array([2.0, 6.0])
    mean, deviation, _ = look(tried, values, np.array([100.0]))
    assert mean == pytest.approx([4])
    assert deviation == pytest.approx([2])


def test_every_choice_is_where_the_improvement_is_largest() -> None:
    tried, values = run()
    for seen in range(2, 12):
        _, _, gain = look(tried[:seen], values[:seen], CANDIDATES)
        gain[np.isin(CANDIDATES, tried[:seen])] = -1
        assert CANDIDATES[gain.argmax()] == tried[seen]


def test_picture_shows_all_ten_choices() -> None:
    tried, values = run()
    left, right = draw().axes
    assert len(left.collections) == 10
    labels = [label.get_text() for label in left.get_yticklabels()]
    assert labels == [f"{n}번째" for n in range(3, 13)]
    marked = left.lines[2].get_xdata()
    assert marked[::3] == pytest.approx(tried[2:])
    # 점선의 자리에서 획득 함수가 가장 높다.
    x, y = right.lines[0].get_data()
    ends = np.flatnonzero(np.isnan(y))
    starts = [0, *(ends[:-1] + 1)]
    peaks = [
        x[start + np.argmax(y[start:end])]
        for start, end in zip(starts, ends, strict=True)
    ]
    assert peaks == pytest.approx(tried[2:], abs=0.06)
    points = left.lines[1].get_xdata()
    assert len(points) == sum(range(2, 12))
    assert f"x = {tried[values.argmax()]:.1f}" in describe()
