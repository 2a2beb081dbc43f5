"""사진 두 장이 같은 숫자인지 답할 때, 층을 나눠 쓴 모델과 따로 둔 모델을 견준다.

두 입력을 같은 층으로 옮기고 그 차이를 보는 짜임은
Bromley 외(1993)의 샴 네트워크(Siamese network)를 따른다.
"""

import functools

import keras
import numpy as np
from sklearn.datasets import load_digits

SEEDS = (0, 1)
TRAIN_IMAGES = 300


# --8<-- [start:model]
def build_pair_model(*, share: bool) -> keras.Model:
    """사진 두 장이 같은 숫자일 확률을 내는 모델을 만든다.

    Args:
        share: 참이면 사진 두 장을 같은 인코더로, 거짓이면 다른 인코더로 옮긴다.

    Returns:
        `(batch, 64)` 두 개를 받아 `(batch, 1)`을 내는 모델.
    """
    left = keras.Input(shape=(64,), name="left")
    right = keras.Input(shape=(64,), name="right")
    encode_left = keras.layers.Dense(32, activation="relu")
    encode_right = encode_left if share else keras.layers.Dense(32, activation="relu")
    difference = keras.layers.Subtract()([encode_left(left), encode_right(right)])
    same = keras.layers.Dense(1, activation="sigmoid")(keras.ops.square(difference))
    return keras.Model(inputs=[left, right], outputs=same)


# --8<-- [end:model]


def make_pairs(
    images: np.ndarray, digits: np.ndarray, count: int, seed: int
) -> tuple[list[np.ndarray], np.ndarray]:
    """절반은 같은 숫자, 절반은 다른 숫자인 쌍을 만든다.

    Args:
        images: 사진 `(n, 64)`.
        digits: 숫자 `(n,)`.
        count: 쌍의 수. 짝수여야 한다.
        seed: 난수의 씨앗.

    Returns:
        사진 `(count, 64)` 두 개와, 같으면 1인 `(count,)`.
    """
    rng = np.random.default_rng(seed)
    left = rng.integers(0, len(digits), count)
    same = np.arange(count) % 2 == 0
    right = np.array(
        [
            rng.choice(np.flatnonzero((digits == digits[i]) == wanted))
            for i, wanted in zip(left, same, strict=True)
        ]
    )
    return [images[left], images[right]], same.astype("float32")


@functools.cache
def compare() -> dict[bool, dict[str, float]]:
    """나눠 썼는지(참, 거짓)마다 씨앗 두 개의 평균 점수를 돌려준다."""
    images, digits = load_digits(return_X_y=True)
    images = (images / 16).astype("float32")
    cut = TRAIN_IMAGES
    x, y = make_pairs(images[:cut], digits[:cut], count=1000, seed=0)
    test_x, test_y = make_pairs(images[cut:], digits[cut:], count=1000, seed=1)
    result = {}
    for share in (True, False):
        accuracies, gaps = [], []
        for seed in SEEDS:
            keras.utils.set_random_seed(seed)
            model = build_pair_model(share=share)
            model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy")
            model.fit(x, y, epochs=10, batch_size=50, verbose=0)
            answers = np.asarray(model(test_x))[:, 0]
            swapped = np.asarray(model(test_x[::-1]))[:, 0]
            accuracies.append(np.mean((answers > 0.5) == (test_y > 0.5)))
            gaps.append(np.mean(np.abs(answers - swapped)))
        result[share] = {
            "parameters": model.count_params(),
            "accuracy": float(np.mean(accuracies)),
            "swap_gap": float(np.mean(gaps)),
        }
    return result


def main() -> None:
    """파라미터 수, 정확도, 두 사진을 바꿔 넣었을 때의 차이를 출력한다."""
    for share, label in [(True, "나눠 쓴 층"), (False, "따로 둔 층")]:
        row = compare()[share]
        print(
            f"{label}: 파라미터 {row['parameters']:,}, 정확도 {row['accuracy']:.2f}, "
            f"바꿔 넣으면 {row['swap_gap']:.2f}"
        )


if __name__ == "__main__":
    main()
