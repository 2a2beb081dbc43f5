"""정답이 0개에서 3개인 그림에서 시그모이드와 소프트맥스 출력을 견준다."""

from functools import cache

import keras
import numpy as np
from sklearn.datasets import load_digits
from sklearn.metrics import accuracy_score, f1_score

GRID = np.linspace(0.02, 0.9, 45)
SLOTS = 3
LOSSES = {"sigmoid": "binary_crossentropy", "softmax": "categorical_crossentropy"}


# --8<-- [start:data]
def make_pictures(
    images: np.ndarray, digits: np.ndarray, rows: int, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """숫자를 세 자리에 늘어놓고, 어떤 숫자가 있는지를 레이블로 둔다.

    Args:
        images: 숫자 그림 `(n, 64)`.
        digits: 그림의 숫자 `(n,)`.
        rows: 만들 표본의 수.
        seed: 난수 씨앗. 자리마다 0.4의 확률로 비운다.

    Returns:
        그림 `(rows, 192)`와 멀티-핫 정답 `(rows, 10)`.
    """
    random = np.random.default_rng(seed)
    chosen = random.integers(len(images), size=(rows, SLOTS))
    filled = random.random((rows, SLOTS)) > 0.4
    pictures = (images[chosen] * filled[..., None]).reshape(rows, -1)
    labels = (np.eye(10)[digits[chosen]] * filled[..., None]).max(axis=1)
    return pictures.astype("float32"), labels.astype("float32")


# --8<-- [end:data]


# --8<-- [start:model]
def build(activation: str) -> keras.Model:
    """출력의 활성화 함수와 그에 맞는 손실을 정한 신경망을 만든다."""
    model = keras.Sequential(
        [
            keras.Input(shape=(64 * SLOTS,)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation=activation),
        ]
    )
    model.compile(keras.optimizers.Adam(0.003), loss=LOSSES[activation])
    return model


# --8<-- [end:model]


# --8<-- [start:targets]
def for_training(
    activation: str, pictures: np.ndarray, labels: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """출력에 맞는 그림과 정답을 고른다.

    소프트맥스의 정답은 합이 1이어야 한다. 빈 그림은 그럴 수 없어 뺀다.
    """
    if activation == "sigmoid":
        return pictures, labels
    filled = labels.any(axis=1)
    labels = labels[filled]
    return pictures[filled], labels / labels.sum(axis=1, keepdims=True)


# --8<-- [end:targets]


def pick(truth: np.ndarray, probability: np.ndarray) -> float:
    """마이크로 F1이 가장 높은 임곗값 하나를 고른다."""
    scores = [f1_score(truth, probability >= t, average="micro") for t in GRID]
    return float(GRID[np.argmax(scores)])


@cache
def experiment() -> dict[str, dict[str, float]]:
    """두 신경망을 훈련하고 시험 점수를 잰다."""
    images, digits = load_digits(return_X_y=True)
    images = images / 16
    X, Y = make_pictures(images[:1000], digits[:1000], rows=4000, seed=0)
    X_valid, Y_valid = make_pictures(images[1000:1300], digits[1000:1300], 1000, 1)
    X_test, Y_test = make_pictures(images[1300:], digits[1300:], 2000, 2)
    results = {}
    for activation in LOSSES:
        keras.utils.set_random_seed(0)
        model = build(activation)
        model.fit(*for_training(activation, X, Y), epochs=15, batch_size=100, verbose=0)
        threshold = pick(Y_valid, model.predict(X_valid, verbose=0))
        p = model.predict(X_test, verbose=0)
        full = Y_test.sum(axis=1, keepdims=True) == SLOTS
        results[activation] = {
            "임곗값 0.5의 마이크로 F1": f1_score(Y_test, p >= 0.5, average="micro"),
            "고른 임곗값": threshold,
            "그때의 마이크로 F1": f1_score(Y_test, p >= threshold, average="micro"),
            "그때의 부분집합 정확도": accuracy_score(Y_test, p >= threshold),
            "정답이 셋일 때 임곗값 0.5의 재현율": float(
                (p >= 0.5)[Y_test * full > 0].mean()
            ),
            "한 행의 합의 평균": float(p.sum(axis=1).mean()),
            "한 행의 합의 최댓값": float(p.sum(axis=1).max()),
        }
    return results


def main() -> None:
    """활성화 함수마다 점수를 출력한다."""
    for name, activation in (("시그모이드", "sigmoid"), ("소프트맥스", "softmax")):
        print(name)
        for metric, value in experiment()[activation].items():
            print(f"  {metric}: {value:.2f}")


if __name__ == "__main__":
    main()
