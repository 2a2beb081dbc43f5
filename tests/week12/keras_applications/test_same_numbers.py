from pathlib import Path

import numpy as np
import pytest

from snippets.week12.keras_applications import same_numbers
from snippets.week12.keras_applications.same_numbers import (
    fixed_problem,
    keras_step,
    largest_gap,
    numpy_step,
)


def test_problem_is_the_same_everywhere() -> None:
    x, y, weights = fixed_problem()
    assert x.shape == (6, 3)
    assert y.shape == (6, 1)
    assert [w.shape for w in weights] == [(3, 4), (4,), (4, 1), (1,)]
    assert np.array_equal(fixed_problem()[0], x)


@pytest.mark.parametrize("rate", [0.1, 0.5])
def test_keras_equals_numpy_within_a_millionth(rate: float) -> None:
    problem = fixed_problem()
    loss, ours = keras_step(*problem, rate=rate)
    expected, theirs = numpy_step(*problem, rate=rate)
    # 케라스는 32비트로 계산한다. 1에 가까운 값의 끝자리는 0.0000001쯤이다.
    assert loss == pytest.approx(expected, abs=1e-6)
    assert largest_gap(ours, theirs) < 1e-6


def test_a_tenth_is_the_default_rate() -> None:
    problem = fixed_problem()
    assert largest_gap(numpy_step(*problem)[1], numpy_step(*problem, 0.1)[1]) == 0
    assert largest_gap(keras_step(*problem)[1], keras_step(*problem, 0.1)[1]) == 0


def test_one_step_moves_every_weight() -> None:
    x, y, weights = fixed_problem()
    _, moved = numpy_step(x, y, weights)
    assert all((new != old).all() for new, old in zip(moved, weights, strict=True))


def test_numpy_gradient_agrees_with_small_differences() -> None:
    x, y, weights = fixed_problem()
    _, moved = numpy_step(x, y, weights, rate=1.0)
    for place, weight in enumerate(weights):
        up = [w.copy() for w in weights]
        down = [w.copy() for w in weights]
        up[place].flat[0] += 1e-5
        down[place].flat[0] -= 1e-5
        slope = (numpy_step(x, y, up)[0] - numpy_step(x, y, down)[0]) / 2e-5
        assert weight.flat[0] - moved[place].flat[0] == pytest.approx(slope, rel=1e-5)


def test_gap_is_the_largest_over_all_weights() -> None:
    one = [np.array([1.0, 2.0]), np.array([0.0])]
    other = [np.array([1.0, 2.5]), np.array([-3.0])]
    assert largest_gap(one, other) == 3.0


def test_every_backend_prints_the_recorded_text_to_the_last_digit(
    capsys: pytest.CaptureFixture[str],
) -> None:
    same_numbers.main()
    recorded = Path(same_numbers.__file__).with_suffix(".txt")
    assert capsys.readouterr().out == recorded.read_text(encoding="utf-8")
