"""다중 레이블 모델을 케라스로 만들고, 훈련하고, 임곗값을 골라 테스트한다."""

from functools import cache

import keras
import numpy as np
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


# --8<-- [start:data]
def load_data() -> tuple[np.ndarray, ...]:
    """숫자 그림과 멀티-핫 정답을 훈련 1,000장, 검증 397장, 테스트 400장으로 나눈다.

    Returns:
        그림 `(images, 64)` 셋 다음에 정답 `(images, 4)` 셋.
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


# --8<-- [end:data]


# --8<-- [start:model]
def build_model(labels: int) -> keras.Model:
    """레이블마다 시그모이드 출력을 하나씩 둔 모델을 컴파일한다."""
    model = keras.Sequential(
        [
            keras.Input(shape=(64,)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(
                labels, activation="sigmoid"
            ),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.Adam(0.003),
        loss="binary_crossentropy",
        metrics=[
            "binary_accuracy",
            keras.metrics.F1Score(
                average="macro",
                threshold=0.5,
                name="macro_f1",
            ),
            keras.metrics.AUC(
                multi_label=True,
                num_labels=labels,
                name="auc",
            ),
        ],
    )
    return model


# --8<-- [end:model]


# --8<-- [start:run]
def choose_thresholds(
    truth: np.ndarray, probability: np.ndarray
) -> np.ndarray:
    """레이블마다 검증 F1이 가장 높은 임곗값 `(labels,)`을 고른다."""
    scores = [
        f1_score(truth, probability >= t, average=None)
        for t in GRID
    ]
    return GRID[np.argmax(scores, axis=0)]


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
    model = build_model(labels=y.shape[1])
    stop = keras.callbacks.EarlyStopping(
        patience=3, restore_best_weights=True
    )
    model.fit(
        x,
        y,
        validation_data=(x_valid, y_valid),
        epochs=40,
        batch_size=50,
        callbacks=[stop],
        verbose=0,
    )
    scores = model.evaluate(
        x_test, y_test, return_dict=True, verbose=0
    )
    thresholds = choose_thresholds(
        y_valid, model.predict(x_valid, verbose=0)
    )
    answers = model.predict(x_test, verbose=0) >= thresholds
    return (
        scores,
        thresholds,
        f1_score(y_test, answers, average=None),
    )


# --8<-- [end:run]


def main() -> None:
    """테스트 점수와 레이블마다의 임곗값, F1을 출력한다."""
    scores, thresholds, f1 = run()
    truth = load_data()[-1]
    naive = f1_score(
        truth, np.ones_like(truth), average=None
    )
    print("임곗값 0.5의 테스트 점수")
    for name in ("binary_accuracy", "macro_f1", "auc"):
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
