import numpy as np
import pytest

from snippets.week12.optimizers.weight_decay import (
    LEARNING_RATE,
    SIZES,
    STEPS,
    STRENGTH,
    results,
    shrunk,
)

DECAY = (1 - LEARNING_RATE * STRENGTH) ** STEPS


def bounds(values: np.ndarray) -> tuple[float, float]:
    # 파라미터마다 잡음이 따로라서 평균의 표준오차는 √n으로 줄어든다.
    slack = 4 * values.std() / np.sqrt(len(values))
    return values.mean() - slack, values.mean() + slack


def test_every_parameter_has_its_own_noise() -> None:
    values = shrunk(1.0, decoupled=True, count=50)
    assert values.shape == (50,)
    assert len(np.unique(values)) == 50
    for pair in results().values():
        assert all(len(values) >= 1_000 for values in pair)


@pytest.mark.parametrize("size", SIZES)
def test_adamw_decays_alike_whatever_the_gradients(size: float) -> None:
    low, high = bounds(results()[size][1])
    assert DECAY - 0.02 < low < high < DECAY + 0.02


def test_l2_within_adam_decays_less_where_gradients_are_large() -> None:
    small, middle, large = (bounds(results()[size][0]) for size in SIZES)
    assert small[1] < middle[0] - 0.2
    assert middle[1] < large[0] - 0.05
    assert small[1] < DECAY - 0.2
    assert large[0] > DECAY + 0.05
