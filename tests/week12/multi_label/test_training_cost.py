import pytest

from snippets.week12.multi_label.training_cost import (
    BATCH,
    EPOCHS,
    ROWS,
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
    assert train(*make_data(1)) == steps


@pytest.mark.parametrize("labels", [1, 2, 4])
def test_only_separate_training_grows_with_labels(labels: int) -> None:
    together, apart, ratio = compare(labels)
    assert together == 16
    assert apart == 16 * labels
    assert ratio > 0


def test_separate_training_takes_longer() -> None:
    # 네 번 훈련하므로 네 배쯤이다. 한 번에 드는 시간이 고르지 않은 것을 봐준다.
    assert 2 < compare(4)[2] < 12
