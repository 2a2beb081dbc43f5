import numpy as np
import pytest

from snippets.week12.multi_label.training_cost import (
    BATCH,
    EPOCHS,
    REPEATS,
    ROWS,
    build,
    compare,
    make_data,
    train,
)


def test_data_grows_only_in_labels() -> None:
    x, y = make_data(labels=3)
    assert x.shape == (512, 64)
    assert y.shape == (512, 3)
    assert x.dtype == y.dtype == "float32"
    assert set(y.flat) == {0, 1}


def test_updates_follow_the_arithmetic() -> None:
    steps = EPOCHS * ROWS // BATCH
    assert steps == 16
    model = build(1)
    assert model.output_shape == (None, 1)
    assert [train(model, *make_data(1)) for _ in range(2)] == [steps, steps]


@pytest.mark.parametrize("labels", [1, 2, 4])
def test_only_separate_training_grows_with_labels(labels: int) -> None:
    together, apart, ratios = compare(labels)
    assert together == 16
    assert apart == 16 * labels
    assert len(ratios) == REPEATS >= 10


def test_separate_training_takes_longer_without_compiling() -> None:
    # 네 번 훈련하므로 네 배쯤이다. 한 번에 드는 시간이 고르지 않은 것을 봐준다.
    assert 2 < np.median(compare(4)[2]) < 8
    assert np.median(compare(1)[2]) < 2
