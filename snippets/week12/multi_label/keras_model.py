"""다중 레이블 모델을 케라스로 만들고, 훈련하고, 임곗값을 골라 테스트한다."""

from functools import cache

import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

NAMES = ("짝수", "5 이상", "소수", "동그라미")
GROUPS = (
    (0, 2, 4, 6, 8),
    (5, 6, 7, 8, 9),
    (2, 3, 5, 7),
    (0, 6, 8, 9),
)
GRID = np.linspace(0.1, 0.9, 17)


def load_data() -> tuple[np.ndarray, ...]:
    """숫자 이미지와 멀티-핫 정답을 훈련 1,000장, 검증 397장, 테스트 400장으로 나눈다.

    Returns:
        이미지 `(images, 64)` 셋 다음에 정답 `(images, 4)` 셋.
    """
    pixels, digits = load_digits(return_X_y=True)
    x = (pixels / 16).astype("float32")
    y = np.stack(
        [np.isin(digits, group) for group in GROUPS], axis=1
    ).astype("float32")
    x, x_test, y, y_test = train_test_split(
        x, y, test_size=400, random_state=0
    )
    x, x_valid, y, y_valid = train_test_split(
        x, y, test_size=397, random_state=0
    )
    return x, x_valid, x_test, y, y_valid, y_test


# --8<-- [start:model]
def build_model(labels: int) -> keras.Model:
    """레이블마다 시그모이드 출력을 하나씩 둔다."""
    inputs = keras.Input(shape=(64,))
    x = layers.Dense(64, activation="relu")(inputs)
    outputs = layers.Dense(labels, activation="sigmoid")(x)
    model = keras.Model(inputs, outputs)
    model.compile(
        keras.optimizers.Adam(0.003),
        loss="binary_crossentropy",
        metrics=[
            "binary_accuracy",
            keras.metrics.F1Score(
                average="macro",
                threshold=0.5,
                name="macro_f1",
            ),
        ],
    )
    return model


# --8<-- [end:model]


# --8<-- [start:train]
def train(
    x: np.ndarray,
    y: np.ndarray,
    valid: tuple[np.ndarray, np.ndarray],
) -> keras.Model:
    """검증 손실이 세 번 이어서 나아지지 않으면 멈춘다.

    Args:
        x: 이미지 `(images, 64)`.
        y: 멀티-핫 정답 `(images, labels)`.
        valid: 검증 데이터의 이미지와 정답.
    """
    model = build_model(labels=y.shape[1])
    stop = keras.callbacks.EarlyStopping(
        patience=3, restore_best_weights=True
    )
    model.fit(
        x,
        y,
        validation_data=valid,
        epochs=40,
        batch_size=50,
        callbacks=[stop],
        verbose=0,
    )
    return model


# --8<-- [end:train]


# --8<-- [start:thresholds]
def choose_thresholds(
    truth: np.ndarray, probability: np.ndarray
) -> np.ndarray:
    """레이블마다 F1이 가장 높은 임곗값 `(labels,)`."""
    scores = [
        f1_score(truth, probability >= t, average=None)
        for t in GRID
    ]
    return GRID[np.argmax(scores, axis=0)]


# --8<-- [end:thresholds]


@cache
def run() -> tuple[
    dict[str, float], np.ndarray, np.ndarray
]:
    """훈련하고 테스트한다.

    Returns:
        임곗값 0.5의 테스트 점수, 고른 임곗값 `(labels,)`, 그때의 F1 `(labels,)`.
    """
    keras.utils.set_random_seed(0)
    x, x_valid, x_test, y, y_valid, y_test = load_data()
    model = train(x, y, (x_valid, y_valid))
    scores = model.evaluate(
        x_test, y_test, return_dict=True, verbose=0
    )
    thresholds = choose_thresholds(
        y_valid, model.predict(x_valid, verbose=0)
    )
    answers = model.predict(x_test, verbose=0) >= thresholds
    f1 = f1_score(y_test, answers, average=None)
    return scores, thresholds, f1


def main() -> None:
    """테스트 점수와 레이블마다의 임곗값, F1을 출력한다."""
    scores, thresholds, f1 = run()
    truth = load_data()[-1]
    naive = f1_score(
        truth, np.ones_like(truth), average=None
    )
    print("임곗값 0.5의 테스트 점수")
    for name in ("binary_accuracy", "macro_f1"):
        print(f"  {name}: {scores[name]:.2f}")
    print("고른 임곗값의 테스트 F1")
    for row in zip(
        NAMES, thresholds, f1, naive, strict=True
    ):
        print(
            "  {}: 임곗값 {:.2f}, F1 {:.2f}, 모두 양성이면 {:.2f}".format(
                *row
            )
        )


if __name__ == "__main__":
    main()
