import numpy as np
import pytest

from snippets.week12.hyperparameter_tuning import bayesian_optimization
from snippets.week12.hyperparameter_tuning.bayesian_optimization import (
    look,
    maximize,
    posterior,
    run,
)
from snippets.week12.hyperparameter_tuning.length_and_margin import (
    BUDGET,
    CANDIDATES,
    SEEDS,
    START,
    best_found,
    bumpy,
    expected_improvement,
    random_average,
    search,
)


def test_defaults_are_the_run_of_the_page() -> None:
    assert search(1.0, 0.0) == pytest.approx(run()[0])
    assert bumpy(CANDIDATES) == pytest.approx(
        [bayesian_optimization.bumpy(x) for x in CANDIDATES]
    )


@pytest.mark.parametrize("length", [0.2, 0.5, 1.0])
@pytest.mark.parametrize("margin", [0.0, 0.5, 2.0])
def test_library_picks_what_the_code_from_scratch_picks(
    length: float, margin: float
) -> None:
    tried, _ = maximize(bumpy, CANDIDATES, START, BUDGET, length=length, margin=margin)
    assert search(length, margin) == pytest.approx(tried)


def test_short_length_stays_on_the_low_hill_and_loses_to_random_search() -> None:
    tried, _ = maximize(bumpy, CANDIDATES, START, BUDGET, length=0.2)
    # 처음의 두 점을 빼면 모두 왼쪽 봉우리를 오르며 이웃만 더듬는다.
    assert ((tried[2:] > -3.5) & (tried[2:] < -2)).all()
    assert bumpy(search(0.2, 0.0)).max() < bumpy(-2) < random_average(BUDGET)


def test_margin_leads_out_of_the_low_hill() -> None:
    tried, values = maximize(bumpy, CANDIDATES, START, BUDGET, length=0.2, margin=2.0)
    assert tried[values.argmax()] == pytest.approx(2)
    assert bumpy(search(0.2, 2.0)).max() == pytest.approx(1, abs=1e-6)


def test_long_length_or_margin_finds_the_high_hill_from_nearly_every_start() -> None:
    for length, margin in ((1.0, 0.0), (0.2, 2.0)):
        best = best_found(length, margin)
        assert best.shape == (len(SEEDS),) == (30,)
        assert best.mean() > 0.95 > random_average(BUDGET) + 0.03
        # 낮은 봉우리의 꼭대기가 0.6이다.
        assert (best > 0.65).all()
        assert (best > 0.9).mean() > 0.9


def test_short_length_without_margin_is_stuck_from_some_starts() -> None:
    best = best_found(0.2, 0.0)
    assert best.min() < 0.65
    assert 1 <= (best < 0.9).sum() <= 12


def test_start_is_where_the_search_starts() -> None:
    assert search(1.0, 0.0, [3, 70])[:2] == pytest.approx(CANDIDATES[[3, 70]])
    assert search(1.0, 0.0, START) == pytest.approx(search(1.0, 0.0))


def test_length_reaches_the_surrogate_and_margin_the_improvement() -> None:
    tried, values = np.array([-3.0, 0.0, 1.0]), np.array([0.2, 0.9, 0.4])
    scale = values.std()
    scaled = (values - values.mean()) / scale
    mean, deviation = posterior(tried, scaled, CANDIDATES, length=0.5)
    found = look(tried, values, CANDIDATES, length=0.5, margin=0.3)
    assert found[0] == pytest.approx(values.mean() + scale * mean)
    assert found[1] == pytest.approx(scale * deviation)
    plain = look(tried, values, CANDIDATES, length=0.5)[2]
    assert (found[2] <= plain).all()
    # 아는 것이 하나도 없는 곳에서 여유만큼 목표가 멀어진다.
    far = look(tried, values, np.array([100.0]), length=0.5, margin=0.3)[2]
    draws = np.random.default_rng(0).normal(values.mean(), scale, 400_000)
    goal = values.max() + 0.3 * scale
    assert far == pytest.approx(np.maximum(draws - goal, 0).mean(), abs=1e-3)


def test_ties_go_to_the_first_candidate() -> None:
    # 평가한 점에서 먼 후보는 모두 비긴다. 끝자리에 흔들리면 기기마다 달라진다.
    tried, _ = maximize(bumpy, CANDIDATES, START, 3, length=0.01)
    assert tried[2] == CANDIDATES[0]


@pytest.mark.parametrize("trials", [1, 3, 12])
def test_average_of_random_search_equals_its_simulation(trials: int) -> None:
    random = np.random.default_rng(0)
    values = np.array([bumpy(x) for x in CANDIDATES])
    best = [values[random.permutation(81)[:trials]].max() for _ in range(20_000)]
    assert random_average(trials) == pytest.approx(np.mean(best), abs=0.01)


def test_trying_everything_finds_the_top() -> None:
    assert random_average(81) == max(map(bumpy, CANDIDATES))


def test_larger_margin_favours_what_is_less_known() -> None:
    mean, deviation = np.array([0.9, 0.5]), np.array([0.1, 0.4])
    shares = [
        gain[1] / gain.sum()
        for margin in np.linspace(0, 0.4, 9)
        for gain in [expected_improvement(mean, deviation, 0.8 + margin)]
    ]
    assert shares[0] < 0.5 < shares[-1]
    assert (np.diff(shares) > 0).all()
