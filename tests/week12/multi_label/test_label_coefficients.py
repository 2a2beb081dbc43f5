import numpy as np
import pytest

from snippets.week12.multi_label.label_coefficients import (
    FEATURES,
    LABELS,
    TRUE_WEIGHTS,
    make_homes,
    network_weights,
    separate_weights,
)


def test_homes_follow_the_true_weights() -> None:
    x, y = make_homes()
    assert x.shape == (4_000, len(FEATURES))
    assert y.shape == (4_000, len(LABELS))
    assert TRUE_WEIGHTS.tolist() == [[1.5, 0, -2], [0.5, 2, 0], [0, 0, 2.5]]
    dusty = x[:, 2] > 1
    assert y[dusty, 2].mean() > 0.9
    assert y[dusty, 0].mean() < 0.2


@pytest.mark.parametrize("read", [separate_weights, network_weights])
def test_every_weight_is_read_back(read: object) -> None:
    weights = read()
    assert weights.shape == (3, 3)
    # 4,000행에서 계수의 표준오차는 0.05에서 0.08이다.
    assert np.abs(weights - TRUE_WEIGHTS).max() < 0.3
    own = TRUE_WEIGHTS != 0
    assert (np.sign(weights[own]) == np.sign(TRUE_WEIGHTS[own])).all()


def test_network_without_hidden_layer_reads_like_separate_regressions() -> None:
    assert network_weights() == pytest.approx(separate_weights(), abs=0.15)
