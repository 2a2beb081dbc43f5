"""손글씨 숫자 이미지를 합성곱 신경망으로 분류하고 로지스틱 회귀와 견준다.

데이터는 scikit-learn에 든 손글씨 숫자(8×8픽셀, 1,797장)다.
"""

import functools

import keras
import numpy as np
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
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
def train(images: np.ndarray, labels: np.ndarray, epochs: int = 10) -> keras.Model:
    """이미지 `(rows, 8, 8, 1)`와 정답 `(rows,)`로 분류기를 훈련한다."""
    keras.utils.set_random_seed(12)
    model = build_classifier()
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    model.fit(images, labels, epochs=epochs, batch_size=32, verbose=0)
    return model


# --8<-- [end:train]


# --8<-- [start:shift]
def shift_right(images: np.ndarray) -> np.ndarray:
    """이미지 `(rows, 8, 8, 1)`를 오른쪽으로 한 픽셀 옮기고 빈 칸을 0으로 채운다."""
    shifted = np.zeros_like(images)
    shifted[:, :, 1:] = images[:, :, :-1]
    return shifted


# --8<-- [end:shift]


@functools.cache
def accuracies() -> dict[str, tuple[float, float]]:
    """모델마다 그대로 둔 시험 이미지와 옮긴 시험 이미지의 정확도를 잰다."""
    train_images, test_images, train_labels, test_labels = load_split()
    network = train(train_images, train_labels)
    flat = train_images.reshape(len(train_images), -1)
    simple = LogisticRegression(max_iter=1000).fit(flat, train_labels)
    scores: dict[str, list[float]] = {"합성곱 신경망": [], "로지스틱 회귀": []}
    for images in (test_images, shift_right(test_images)):
        answers = network.predict(images, verbose=0).argmax(axis=1)
        scores["합성곱 신경망"].append(float((answers == test_labels).mean()))
        flat = images.reshape(len(images), -1)
        scores["로지스틱 회귀"].append(float(simple.score(flat, test_labels)))
    return {name: (same, moved) for name, (same, moved) in scores.items()}


def main() -> None:
    """훈련용과 시험용의 크기, 두 모델의 시험 정확도를 출력한다."""
    train_images, test_images, *_ = load_split()
    print(f"훈련 {len(train_images)}장, 시험 {len(test_images)}장")
    for name, (same, moved) in accuracies().items():
        print(f"{name}: 그대로 {same:.2f}, 한 픽셀 옮기면 {moved:.1f}")


if __name__ == "__main__":
    main()
