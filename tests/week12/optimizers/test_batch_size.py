import keras
import numpy as np
import pytest

from snippets.week12.optimizers.batch_size import (
    BATCH_SIZES,
    EPOCHS,
    OPTIMIZERS,
    main,
    train,
)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_batch_size_sets_only_how_often_the_optimizer_is_called(
    optimizer: str,
) -> None:
    updates = [train(optimizer, size)[0] for size in BATCH_SIZES.values()]
    assert list(BATCH_SIZES.values()) == [442, 34, 1]
    assert EPOCHS == 5
    assert updates == [5 * 1, 5 * 13, 5 * 442]


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_every_batch_size_trains_with_every_optimizer(optimizer: str) -> None:
    losses = [train(optimizer, size)[1] for size in BATCH_SIZES.values()]
    # 아무것도 배우지 않으면 목표의 분산인 1이고, 최소 제곱의 답은 0.48쯤이다.
    assert all(0.48 < loss < 0.85 for loss in losses)
    assert losses[1] < losses[0]


def test_full_batch_sgd_equals_gradient_descent_by_hand() -> None:
    from sklearn.datasets import load_diabetes

    data = load_diabetes()
    features = np.column_stack([data.data / data.data.std(axis=0), np.ones(442)])
    target = (data.target - data.target.mean()) / data.target.std()
    weight = np.zeros(11)
    for _ in range(EPOCHS):
        errors = features @ weight - target
        weight -= 0.01 * 2 * features.T @ errors / 442
    expected = np.mean((features @ weight - target) ** 2)
    assert train("SGD", 442)[1] == pytest.approx(expected, rel=1e-4)


def test_both_optimizers_take_the_same_learning_rate() -> None:
    made = {name: make() for name, make in OPTIMIZERS.items()}
    assert isinstance(made["SGD"], keras.optimizers.SGD)
    assert isinstance(made["Adam"], keras.optimizers.Adam)
    for optimizer in made.values():
        assert float(optimizer.learning_rate) == pytest.approx(0.01)


def test_output_pairs_every_optimizer_with_every_batch(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main()
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == [
        f"{optimizer}, {batch}"
        for optimizer in ("SGD", "Adam")
        for batch in ("전체 배치", "미니배치", "한 개씩")
    ]
    assert "갱신 2,210번" in lines[2]
    assert lines[4].endswith(f"손실 {train('Adam', 34)[1]:.2f}")
