"""같은 옵티마이저에 배치 크기만 바꾸어 넣는다."""

import functools
from collections.abc import Callable

import keras
import numpy as np
from sklearn.datasets import load_diabetes

EPOCHS = 5
BATCH_SIZES = {"전체 배치": 442, "미니배치": 34, "한 개씩": 1}
OPTIMIZERS: dict[str, Callable[[], keras.Optimizer]] = {
    "SGD": lambda: keras.optimizers.SGD(0.01),
    "Adam": lambda: keras.optimizers.Adam(0.01),
}


# --8<-- [start:train]
@functools.cache
def train(optimizer: str, batch_size: int) -> tuple[int, float]:
    """선형 회귀를 다섯 에포크 훈련한다. 바뀌는 것은 `fit`의 `batch_size`뿐이다.

    Args:
        optimizer: `OPTIMIZERS`의 이름.
        batch_size: 한 번 갱신하는 데 쓰는 데이터의 수.

    Returns:
        (갱신 횟수, 훈련 데이터의 평균 제곱 오차).
    """
    data = load_diabetes()
    features = data.data / data.data.std(axis=0)
    target = (data.target - data.target.mean()) / data.target.std()
    keras.utils.set_random_seed(0)
    model = keras.Sequential(
        [keras.Input((10,)), keras.layers.Dense(1, kernel_initializer="zeros")]
    )
    model.compile(optimizer=OPTIMIZERS[optimizer](), loss="mse")
    model.fit(features, target, epochs=EPOCHS, batch_size=batch_size, verbose=0)
    errors = model.predict_on_batch(features)[:, 0] - target
    return int(model.optimizer.iterations), float(np.mean(errors**2))


# --8<-- [end:train]


def main() -> None:
    """옵티마이저와 배치 크기를 모두 엮어 출력한다."""
    for optimizer in OPTIMIZERS:
        for name, batch_size in BATCH_SIZES.items():
            updates, error = train(optimizer, batch_size)
            print(f"{optimizer}, {name}: 갱신 {updates:,}번, 손실 {error:.2f}")


if __name__ == "__main__":
    main()
