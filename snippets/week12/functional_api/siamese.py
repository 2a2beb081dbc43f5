"""이미지 두 장이 같은 숫자인지 답할 때, 층을 공유한 모델과 따로 둔 모델을 비교한다.

두 입력을 같은 층으로 옮기고 그 차이를 보는 짜임은
Bromley 외(1993)의 샴 네트워크(Siamese network)를 따른다.
"""

import functools

import keras
import numpy as np
from keras import ops
from scipy.stats import ttest_1samp
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression

Pairs = tuple[list[np.ndarray], np.ndarray]

SEEDS = range(10)
TRAIN_IMAGES, PAIRS = 300, 1000


# --8<-- [start:model]
def build_pair_model(*, share: bool) -> keras.Model:
    """이미지 두 장이 같은 숫자일 확률을 내는 모델.

    Args:
        share: 참이면 이미지 두 장을 같은 인코더로, 거짓이면 다른 인코더로 옮긴다.

    Returns:
        `(batch, 64)` 두 개를 받아 `(batch, 1)`을 내는 모델.
    """
    left = keras.Input(shape=(64,), name="left")
    right = keras.Input(shape=(64,), name="right")
    encode_left = keras.layers.Dense(32, activation="relu")
    encode_right = (
        encode_left
        if share
        else keras.layers.Dense(32, activation="relu")
    )
    difference = keras.layers.Subtract()(
        [encode_left(left), encode_right(right)]
    )
    same = keras.layers.Dense(1, activation="sigmoid")(
        ops.square(difference)
    )
    return keras.Model(inputs=[left, right], outputs=same)


# --8<-- [end:model]


def make_pairs(
    images: np.ndarray,
    digits: np.ndarray,
    count: int,
    seed: int,
) -> Pairs:
    """절반은 같은 숫자, 절반은 다른 숫자인 쌍을 만든다.

    Args:
        images: 이미지 `(n, 64)`.
        digits: 숫자 `(n,)`.
        count: 쌍의 수. 짝수여야 한다.
        seed: 난수의 시드.

    Returns:
        이미지 `(count, 64)` 두 개와, 같으면 1인 `(count,)`.
    """
    rng = np.random.default_rng(seed)
    left = rng.integers(0, len(digits), count)
    same = np.arange(count) % 2 == 0
    right = np.array(
        [
            rng.choice(
                np.flatnonzero(
                    (digits == digits[i]) == wanted
                )
            )
            for i, wanted in zip(left, same, strict=True)
        ]
    )
    return [images[left], images[right]], same.astype(
        "float32"
    )


def split_pairs(seed: int) -> tuple[Pairs, Pairs]:
    """이미지 300장으로 훈련할 쌍을, 나머지 이미지로 테스트할 쌍을 만든다."""
    images, digits = load_digits(return_X_y=True)
    order = np.random.default_rng(seed).permutation(
        len(digits)
    )
    images, digits = (
        (images[order] / 16).astype("float32"),
        digits[order],
    )
    cut = TRAIN_IMAGES
    return (
        make_pairs(images[:cut], digits[:cut], PAIRS, seed),
        make_pairs(images[cut:], digits[cut:], PAIRS, seed),
    )


def train(share: bool) -> list[tuple[float, float]]:
    """시드마다 다시 훈련해, 정확도와 두 이미지를 바꿔 넣을 때 달라지는 확률을 잰다."""
    model = build_pair_model(share=share)
    model.compile(
        keras.optimizers.Adam(0.01), "binary_crossentropy"
    )
    model.optimizer.build(model.trainable_variables)
    # 훈련하는 동안 JAX가 다시 쓰는 메모리라서 베껴 둔다.
    state = [
        ops.convert_to_numpy(x).copy()
        for x in model.optimizer.variables
    ]
    rows = []
    for seed in SEEDS:
        (x, y), (x_test, y_test) = split_pairs(seed)
        keras.utils.set_random_seed(seed)
        # 한 번 컴파일한 모델을 새 가중치와 처음의 옵티마이저로 되돌린다.
        model.set_weights(
            build_pair_model(share=share).get_weights()
        )
        for variable, value in zip(
            model.optimizer.variables, state, strict=True
        ):
            variable.assign(value)
        model.fit(x, y, epochs=8, batch_size=100, verbose=0)
        answers, swapped = (
            ops.convert_to_numpy(model(pair))[:, 0]
            for pair in (x_test, x_test[::-1])
        )
        accuracy = np.mean(
            (answers > 0.5) == (y_test > 0.5)
        )
        rows.append(
            (
                float(accuracy),
                float(np.abs(answers - swapped).mean()),
            )
        )
    return rows


@functools.cache
def compare() -> dict[bool, np.ndarray]:
    """공유했는지(참, 거짓)마다 `(seeds, 정확도와 바꿔 넣을 때의 차이)` 배열."""
    return {
        share: np.array(train(share))
        for share in (True, False)
    }


@functools.cache
def baseline() -> np.ndarray:
    """픽셀 차이의 제곱을 로지스틱 회귀에 넣은 정확도 `(seeds,)`."""
    found = []
    for seed in SEEDS:
        (x, y), (x_test, y_test) = split_pairs(seed)
        model = LogisticRegression().fit(
            (x[0] - x[1]) ** 2, y
        )
        found.append(
            model.score(
                (x_test[0] - x_test[1]) ** 2, y_test
            )
        )
    return np.array(found)


def main() -> None:
    """파라미터 수, 정확도, 두 이미지를 바꿔 넣었을 때의 차이를 출력한다."""
    print(f"시드 {len(SEEDS)}개의 평균")
    for share, label in [
        (True, "공유한 층"),
        (False, "따로 둔 층"),
    ]:
        accuracy, gap = compare()[share].mean(axis=0)
        parameters = build_pair_model(
            share=share
        ).count_params()
        print(
            f"{label}: 파라미터 {parameters:,}, 정확도 {accuracy:.2f}, "
            f"바꿔 넣으면 {gap:.2f}"
        )
    print(
        f"픽셀 차이의 제곱에 로지스틱 회귀: 정확도 {baseline().mean():.2f}"
    )
    differences = (
        compare()[True][:, 0] - compare()[False][:, 0]
    )
    low, high = ttest_1samp(
        differences, 0
    ).confidence_interval()
    print(
        f"공유한 쪽의 정확도가 높은 만큼, 95% 신뢰구간: {low:z.2f}~{high:z.2f}"
    )


if __name__ == "__main__":
    main()
