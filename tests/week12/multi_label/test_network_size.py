import numpy as np
import pytest

from snippets.week12.multi_label.network_size import build_network, parameters


@pytest.mark.parametrize("labels", [1, 10, 100])
def test_parameters_follow_the_arithmetic(labels: int) -> None:
    hidden = 64 * 64 + 64
    together, apart = parameters(labels)
    assert together == hidden + (64 + 1) * labels
    assert apart == labels * (hidden + 64 + 1)


def test_one_network_grows_far_slower_than_many() -> None:
    together, apart = parameters(100)
    assert apart / together > 35


def test_each_label_gets_a_probability_of_its_own() -> None:
    model = build_network(labels=3, features=5, units=7)
    assert model.count_params() == (5 + 1) * 7 + (7 + 1) * 3
    rows = np.random.default_rng(0).normal(size=(50, 5)) * 10
    answers = np.asarray(model(rows))
    assert answers.shape == (50, 3)
    assert ((answers >= 0) & (answers <= 1)).all()
    assert not np.allclose(answers.sum(axis=1), 1)
