"""손글씨 숫자 이미지를 작은 합성곱 신경망으로 분류한다.

데이터는 scikit-learn에 든 손글씨 숫자(8×8픽셀, 1,797장)다.
"""

import keras
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

Split = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


def load_split(seed: int = 0) -> Split:
    """숫자 이미지를 0과 1 사이로 맞추고 훈련용과 시험용으로 나눈다.

    Returns:
        훈련 이미지, 시험 이미지 `(rows, 8, 8, 1)`와 훈련 정답, 시험 정답 `(rows,)`.
    """
    digits = load_digits()
    images = digits.images[..., None].astype("float32") / 16
    return train_test_split(
        images, digits.target, test_size=0.25, random_state=seed, stratify=digits.target
    )


# --8<-- [start:model]
def build_classifier() -> keras.Model:
    """8×8 흑백 이미지를 받아 숫자 열 개의 확률을 내는 합성곱 신경망을 만든다."""
    inputs = keras.Input(shape=(8, 8, 1))
    x = keras.layers.Conv2D(16, kernel_size=3, activation="relu")(inputs)
    x = keras.layers.Conv2D(32, kernel_size=3, activation="relu")(x)
    x = keras.layers.Flatten()(x)
    outputs = keras.layers.Dense(10, activation="softmax")(x)
    return keras.Model(inputs, outputs)


# --8<-- [end:model]


# --8<-- [start:train]
def train_and_score(split: Split, epochs: int = 10) -> float:
    """분류기를 훈련하고, 보지 않은 이미지에서 정확도(0에서 1)를 잰다."""
    train_images, test_images, train_labels, test_labels = split
    model = build_classifier()
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    model.fit(train_images, train_labels, epochs=epochs, batch_size=32, verbose=0)
    return model.evaluate(test_images, test_labels, verbose=0, return_dict=True)[
        "accuracy"
    ]


# --8<-- [end:train]


def main() -> None:
    """훈련용과 시험용의 크기, 시험 정확도를 출력한다."""
    keras.utils.set_random_seed(12)
    split = load_split()
    print(f"훈련 {len(split[0])}장, 시험 {len(split[1])}장")
    print(f"시험 정확도: {train_and_score(split):.2f}")


if __name__ == "__main__":
    main()
