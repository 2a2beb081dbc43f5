"""정답이 0개에서 3개인 이미지에서 시그모이드와 소프트맥스 출력을 견준다."""

from functools import cache

import keras
import numpy as np
from scipy.stats import t
from sklearn.datasets import load_digits

Pictures = tuple[np.ndarray, np.ndarray]

SEEDS = range(10)
EPOCHS, SLOTS = 8, 3
ROWS = (2_000, 1_000, 1_000)
GRID = np.linspace(0.02, 0.9, 45)
SCORES = (
    "임곗값 0.5의 마이크로 F1",
    "고른 임곗값",
    "그때의 마이크로 F1",
    "그때의 부분집합 정확도",
    "빈 이미지를 빼고 잰 부분집합 정확도",
    "한 행의 합의 최댓값",
)
LOSSES = {
    "sigmoid": "binary_crossentropy",
    "softmax": "categorical_crossentropy",
}


# --8<-- [start:data]
def make_pictures(
    images: np.ndarray,
    digits: np.ndarray,
    rows: int,
    seed: int,
) -> Pictures:
    """숫자를 세 자리에 놓고, 있는 숫자를 레이블로 둔다.

    Args:
        images: 숫자 이미지 `(n, 64)`.
        digits: 이미지의 숫자 `(n,)`.
        rows: 만들 표본의 수.
        seed: 난수의 시드. 자리마다 0.4의 확률로 비운다.

    Returns:
        이미지 `(rows, 192)`와 멀티-핫 정답 `(rows, 10)`.
    """
    rng = np.random.default_rng(seed)
    chosen = rng.integers(len(images), size=(rows, SLOTS))
    filled = rng.random((rows, SLOTS)) > 0.4
    pictures = (images[chosen] * filled[..., None]).reshape(
        rows, -1
    )
    labels = (
        np.eye(10)[digits[chosen]] * filled[..., None]
    ).max(axis=1)
    return pictures.astype("float32"), labels.astype(
        "float32"
    )


# --8<-- [end:data]


# --8<-- [start:model]
def build(activation: str) -> keras.Model:
    """출력의 활성화 함수와 그에 맞는 손실을 정한다."""
    model = keras.Sequential(
        [
            keras.Input(shape=(64 * SLOTS,)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation=activation),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.005),
        loss=LOSSES[activation],
    )
    return model


# --8<-- [end:model]


# --8<-- [start:targets]
def for_training(
    activation: str,
    pictures: np.ndarray,
    labels: np.ndarray,
) -> Pictures:
    """출력에 맞는 이미지와 정답을 고른다.

    소프트맥스의 정답은 합이 1이어야 한다. 빈 이미지는 그럴 수 없어 뺀다.
    """
    if activation == "sigmoid":
        return pictures, labels
    filled = labels.any(axis=1)
    labels = labels[filled]
    return pictures[filled], labels / labels.sum(
        axis=1, keepdims=True
    )


# --8<-- [end:targets]


def f1(truth: np.ndarray, positive: np.ndarray) -> float:
    """모든 칸을 모아 잰 마이크로 F1. 두 배열은 `(rows, labels)`이다."""
    return float(
        2
        * (positive * truth).sum()
        / (positive.sum() + truth.sum())
    )


def pick(
    truth: np.ndarray, probability: np.ndarray
) -> float:
    """마이크로 F1이 가장 높은 임곗값 하나를 고른다."""
    return float(
        GRID[
            np.argmax(
                [f1(truth, probability >= t) for t in GRID]
            )
        ]
    )


def measure(
    model: keras.Model, valid: Pictures, test: Pictures
) -> tuple[float, float, float, float, float, float]:
    """검증 데이터에서 임곗값을 고르고, 테스트 데이터에서 `SCORES`를 잰다."""
    threshold = pick(
        valid[1], model.predict(valid[0], verbose=0)
    )
    p, truth = model.predict(test[0], verbose=0), test[1]
    right = ((p >= threshold) == truth).all(axis=1)
    return (
        f1(truth, p >= 0.5),
        threshold,
        f1(truth, p >= threshold),
        float(right.mean()),
        float(right[truth.any(axis=1)].mean()),
        float(p.sum(axis=1).max()),
    )


def split(seed: int) -> tuple[Pictures, Pictures, Pictures]:
    """숫자 이미지를 셋으로 나누어, 훈련과 검증과 테스트의 이미지를 만든다."""
    images, digits = load_digits(return_X_y=True)
    order = np.random.default_rng(seed).permutation(
        len(digits)
    )
    rows = zip(
        np.split(order, [1000, 1300]), ROWS, strict=True
    )
    return tuple(
        make_pictures(
            images[part] / 16, digits[part], count, seed
        )
        for part, count in rows
    )


@cache
def results() -> dict[str, np.ndarray]:
    """활성화 함수마다 `(seeds, SCORES)` 배열."""
    found = {}
    for activation in LOSSES:
        model = build(activation)
        model.optimizer.build(model.trainable_variables)
        # 훈련하는 동안 JAX가 다시 쓰는 메모리라서 베껴 둔다.
        state = [
            v.numpy().copy()
            for v in model.optimizer.variables
        ]
        found[activation] = []
        for seed in SEEDS:
            train, valid, test = split(seed)
            keras.utils.set_random_seed(seed)
            # 한 번 컴파일한 모델을 새 가중치와 처음의 옵티마이저로 되돌린다.
            model.set_weights(
                build(activation).get_weights()
            )
            for variable, value in zip(
                model.optimizer.variables,
                state,
                strict=True,
            ):
                variable.assign(value)
            data = for_training(activation, *train)
            model.fit(
                *data,
                epochs=EPOCHS,
                batch_size=100,
                verbose=0,
            )
            found[activation].append(
                measure(model, valid, test)
            )
    return {
        activation: np.array(rows)
        for activation, rows in found.items()
    }


def interval(
    differences: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """숫자 1,000장으로 훈련하고 497장에서 잰 차이의 95% 신뢰구간.

    나눌 때마다 이미지가 겹치므로 분산을 키운다(Nadeau, Bengio, 2003).

    Args:
        differences: 나눌 때마다 짝지어 뺀 값 `(seeds, ...)`.
    """
    count = len(differences)
    error = differences.std(axis=0, ddof=1) * np.sqrt(
        1 / count + 497 / 1000
    )
    return t.interval(
        0.95, count - 1, differences.mean(axis=0), error
    )


def main() -> None:
    """점수마다 두 쪽의 평균과 차이의 신뢰구간을 출력한다."""
    sigmoid, softmax = (
        results()["sigmoid"],
        results()["softmax"],
    )
    low, high = interval(sigmoid - softmax)
    print(
        f"시드 {len(SEEDS)}개의 평균. 괄호는 차이의 95% 신뢰구간"
    )
    for i, score in enumerate(SCORES):
        print(
            f"{score}: 시그모이드 {sigmoid[:, i].mean():.2f}, "
            f"소프트맥스 {softmax[:, i].mean():.2f} ({low[i]:z.2f}~{high[i]:z.2f})"
        )


if __name__ == "__main__":
    main()
