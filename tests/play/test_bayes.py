"""자바스크립트의 가우시안 프로세스와 기대 개선이 파이썬과 같은지 확인한다."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import norm

from snippets.week12.hyperparameter_tuning.bayesian_optimization import (
    bumpy,
    expected_improvement,
    look,
    maximize,
    posterior,
)
from snippets.week12.hyperparameter_tuning.length_and_margin import (
    BUDGET,
    CANDIDATES,
    START,
    random_average,
)
from tests.play.javascript import PLAY, broken, call

pytestmark = pytest.mark.slow

TOLERANCE = 1e-6
# 쪽에서 고를 수 있는 길이와 여유.
LENGTHS = (0.2, 0.3, 0.5, 0.7, 1.0, 1.5)
MARGINS = (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0)
SETTINGS = list(product(LENGTHS, MARGINS))


def gaps(folder: Path = PLAY) -> dict[str, float]:
    """평균, 표준편차, 기대 개선의 가장 큰 차이."""
    random = np.random.default_rng(12)
    calls, wanted = [], []
    for _ in range(60):
        tried = random.choice(CANDIDATES, random.integers(1, 13), replace=False)
        values = random.normal(size=len(tried))
        length, noise = random.uniform(0.2, 2), random.choice([1e-6, 1e-4, 0.1])
        mean, deviation = posterior(tried, values, CANDIDATES, length, noise)
        best = values.max() + random.uniform(0, 0.5)
        gain = expected_improvement(mean, deviation, best)
        wanted.append((mean, deviation, gain))
        place = [list(tried), list(values), list(CANDIDATES)]
        calls.append(("posterior", *place, length, noise))
        calls.append(("expectedImprovement", list(mean), list(deviation), best))
    found = call(calls, folder)
    largest = dict.fromkeys(("mean", "deviation", "gain"), 0.0)
    pairs = zip(wanted, found[::2], found[1::2], strict=True)
    for (mean, deviation, gain), told, improvement in pairs:
        for key, ours, theirs in (
            ("mean", mean, told["mean"]),
            ("deviation", deviation, told["deviation"]),
            ("gain", gain, improvement),
        ):
            largest[key] = max(largest[key], np.abs(ours - theirs).max())
    return largest


def test_mean_deviation_and_improvement_equal_the_python_ones() -> None:
    found = gaps()
    assert max(found.values()) < TOLERANCE, found


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        ("gaussian.js", "-0.5 *", "-0.4 *"),
        ("gaussian.js", "1 - dot(row, row)", "1 - 0.999 * dot(row, row)"),
        ("bayes.js", "safe * density(z)", "density(z)"),
        ("normal.js", "term *= (z * z) / k", "term *= (z * z) / (k + 1)"),
    ],
)
def test_a_broken_formula_is_found(
    file: str, right: str, wrong: str, tmp_path: Path
) -> None:
    folder = broken(tmp_path, file, right, wrong)
    assert max(gaps(folder).values()) > TOLERANCE


def test_normal_distribution_keeps_its_digits_in_the_tail() -> None:
    z = np.linspace(-37, 9, 931)
    found = call([*(("cumulative", x) for x in z), *(("density", x) for x in z)])
    assert found[: len(z)] == pytest.approx(norm.cdf(z), rel=1e-10, abs=0)
    assert found[len(z) :] == pytest.approx(norm.pdf(z), rel=1e-10, abs=0)


def test_candidates_are_the_same() -> None:
    (found,) = call([("candidates",)])
    assert found == pytest.approx(CANDIDATES, abs=1e-12)


@pytest.mark.parametrize(("length", "margin"), SETTINGS)
def test_the_same_points_are_tried_in_the_same_order(
    length: float, margin: float
) -> None:
    settings = {"length": length, "margin": margin}
    (picks,) = call([("maximize", settings)])
    tried, _ = maximize(bumpy, CANDIDATES, START, BUDGET, **settings)
    assert CANDIDATES[picks] == pytest.approx(tried)


@pytest.mark.parametrize(("length", "margin"), SETTINGS)
def test_looking_gives_the_same_curves(length: float, margin: float) -> None:
    settings = {"length": length, "margin": margin}
    tried, values = maximize(bumpy, CANDIDATES, START, BUDGET, **settings)
    calls = [
        ("look", list(tried[:n]), list(values[:n]), list(CANDIDATES), settings)
        for n in range(2, BUDGET + 1)
    ]
    for n, found in enumerate(call(calls), start=2):
        wanted = look(tried[:n], values[:n], CANDIDATES, **settings)
        for key, ours in zip(("mean", "deviation", "gain"), wanted, strict=True):
            assert found[key] == pytest.approx(ours, abs=TOLERANCE), (n, key)


def test_average_of_random_search_equals_the_python_one() -> None:
    found = call([("randomAverage", n) for n in range(1, 82)])
    assert found == pytest.approx([random_average(n) for n in range(1, 82)])


def test_random_picks_are_repeatable_never_twice_the_same_and_even() -> None:
    picks = call([("randomPicks", seed) for seed in range(400)])
    assert picks[:5] == call([("randomPicks", seed) for seed in range(5)])
    assert all(len(set(one)) == BUDGET for one in picks)
    counts = np.bincount(np.ravel(picks), minlength=81)
    assert len(counts) == 81
    expected = 400 * BUDGET / 81
    chi_square = ((counts - expected) ** 2 / expected).sum()
    # 자유도 80인 카이제곱 분포에서 만 번에 한 번 나올 값보다 작아야 한다.
    assert chi_square < 130
    best = [max(bumpy(CANDIDATES[i]) for i in one) for one in picks]
    assert np.mean(best) == pytest.approx(random_average(BUDGET), abs=0.02)
