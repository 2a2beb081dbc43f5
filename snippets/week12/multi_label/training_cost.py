"""레이블이 늘 때 신경망 하나와 신경망 여럿이 훈련하는 횟수와 시간을 비교한다."""

import time
from functools import cache

import keras
import numpy as np

ROWS, FEATURES, BATCH, EPOCHS, REPEATS = 512, 64, 64, 2, 10


def make_data(labels: int) -> tuple[np.ndarray, np.ndarray]:
    """특성 `(512, 64)`와 레이블 `(512, labels)`. 시간을 재려고 만든 잡음이다."""
    rng = np.random.default_rng(0)
    X = rng.normal(size=(ROWS, FEATURES)).astype("float32")
    return X, rng.integers(
        0, 2, size=(ROWS, labels)
    ).astype("float32")


def build(labels: int) -> keras.Model:
    """은닉층 하나에 시그모이드 출력을 레이블 수만큼 둔 신경망."""
    model = keras.Sequential(
        [
            keras.Input(shape=(FEATURES,)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(
                labels, activation="sigmoid"
            ),
        ]
    )
    model.compile("adam", loss="binary_crossentropy")
    return model


# --8<-- [start:train]
def train(
    model: keras.Model, x: np.ndarray, y: np.ndarray
) -> int:
    """훈련하고, 가중치를 고친 횟수를 센다."""
    before = int(model.optimizer.iterations)
    model.fit(
        x, y, epochs=EPOCHS, batch_size=BATCH, verbose=0
    )
    return int(model.optimizer.iterations) - before


# --8<-- [end:train]


# --8<-- [start:apart]
def train_together(model: keras.Model, labels: int) -> int:
    """레이블을 신경망 하나에 모아 훈련한다."""
    return train(model, *make_data(labels))


def train_apart(model: keras.Model, labels: int) -> int:
    """레이블마다 따로 훈련하고 횟수를 모두 더한다."""
    X, Y = make_data(labels)
    return sum(
        train(model, X, Y[:, [i]]) for i in range(labels)
    )


# --8<-- [end:apart]


@cache
def compare(labels: int) -> tuple[int, int, list[float]]:
    """하나로, 따로 훈련할 때 고친 횟수와, 프로세서가 일한 시간의 비를 구한다.

    시간은 컴파일을 마친 모델로 열 번 잰다.
    """
    one, single = build(labels), build(1)
    together, apart = (
        train_together(one, labels),
        train_apart(single, labels),
    )
    ratios = []
    for _ in range(REPEATS):
        start = time.process_time()
        train_together(one, labels)
        middle = time.process_time()
        train_apart(single, labels)
        ratios.append(
            (time.process_time() - middle)
            / (middle - start)
        )
    return together, apart, ratios


def main() -> None:
    """레이블의 수마다 횟수를, 네 개일 때 시간이 두 배를 넘는지를 출력한다."""
    for labels in (1, 2, 4):
        together, apart, _ = compare(labels)
        print(
            f"레이블 {labels}개: 하나 {together}번, 따로 {apart}번 고침"
        )
    slower = (
        "예" if np.median(compare(4)[2]) > 2 else "아니요"
    )
    print(
        f"레이블 4개를 따로 훈련하면 시간이 두 배를 넘는가: {slower}"
    )


if __name__ == "__main__":
    main()
