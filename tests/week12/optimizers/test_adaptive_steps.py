from collections.abc import Callable

import keras
import numpy as np
import pytest

from snippets.week12.optimizers.adaptive_steps import (
    EPSILON,
    adagrad_updates,
    rmsprop_updates,
)


def keras_updates(optimizer: keras.Optimizer, gradients: np.ndarray) -> np.ndarray:
    variable = keras.Variable([0.0])
    optimizer.build([variable])
    positions = [0.0]
    for gradient in gradients:
        optimizer.apply([np.array([gradient], dtype="float32")], [variable])
        positions.append(float(variable.numpy()[0]))
    return -np.diff(positions)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (adagrad_updates, keras.optimizers.Adagrad),
        (rmsprop_updates, keras.optimizers.RMSprop),
    ],
)
def test_every_step_equals_keras(ours: Callable, theirs: type) -> None:
    gradients = np.random.default_rng(0).normal(size=50)
    expected = keras_updates(theirs(learning_rate=0.1), gradients)
    # 케라스는 32비트로 계산한다.
    assert ours(gradients, learning_rate=0.1) == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize("rho", [0.5, 0.99])
def test_rho_means_what_it_means_in_keras(rho: float) -> None:
    gradients = np.random.default_rng(1).normal(size=20)
    expected = keras_updates(keras.optimizers.RMSprop(0.1, rho=rho), gradients)
    assert rmsprop_updates(gradients, 0.1, rho) == pytest.approx(expected, abs=1e-5)


def test_initial_accumulator_means_what_it_means_in_keras() -> None:
    gradients = np.random.default_rng(2).normal(size=20)
    optimizer = keras.optimizers.Adagrad(0.1, initial_accumulator_value=2.0)
    expected = keras_updates(optimizer, gradients)
    assert adagrad_updates(gradients, 0.1, 2.0) == pytest.approx(expected, abs=1e-5)


def test_epsilon_sits_inside_the_root_as_in_keras() -> None:
    assert keras.optimizers.RMSprop().epsilon == EPSILON
    assert keras.optimizers.Adagrad().epsilon == EPSILON
    tiny = np.array([1e-4])
    expected = 1e-4 / np.sqrt(0.1 * 1e-8 + EPSILON)
    assert rmsprop_updates(tiny, learning_rate=1.0) == pytest.approx([expected])
    expected = 1e-4 / np.sqrt(1e-8 + EPSILON)
    assert adagrad_updates(tiny, 1.0, initial=0.0) == pytest.approx([expected])


def test_adagrad_shrinks_without_stopping_and_rmsprop_stays() -> None:
    gradients = np.ones(10_000)
    adagrad = adagrad_updates(gradients, learning_rate=1.0)
    rmsprop = rmsprop_updates(gradients, learning_rate=1.0)
    assert (np.diff(adagrad) < 0).all()
    assert adagrad[-1] / adagrad[0] == pytest.approx(0.01, rel=0.06)
    assert adagrad[-1] > 0
    assert rmsprop[99:] == pytest.approx(1, abs=1e-4)
