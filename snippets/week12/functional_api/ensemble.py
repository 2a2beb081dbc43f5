"""따로 훈련한 모델 셋을 함수형 모델 하나로 합친다.

모델을 층처럼 부르는 법은 케라스 함수형 API 안내서의
"All models are callable, just like layers" 절을 따른다.
"""

import functools

import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits

EPOCHS = 6
LOSS = "sparse_categorical_crossentropy"


def make_members() -> list[keras.Model]:
    """짜임이 다른 모델 셋을 만든다. 모두 `(batch, 64)`를 받아 `(batch, 10)`을 낸다."""
    bodies = {
        "shallow": [layers.Dense(16, activation="relu")],
        "deep": [layers.Dense(16, activation="relu") for _ in range(3)],
        "wide": [layers.Dense(64, activation="relu")],
    }
    return [
        keras.Sequential(
            [keras.Input(shape=(64,)), *body, layers.Dense(10, activation="softmax")],
            name=name,
        )
        for name, body in bodies.items()
    ]


# --8<-- [start:merge]
def merge(members: list[keras.Model]) -> keras.Model:
    """입력 하나를 여러 모델로 나눠 보내고, 확률을 평균해 하나로 합친다."""
    image = keras.Input(shape=(64,))
    probabilities = layers.Average()([member(image) for member in members])
    return keras.Model(image, probabilities, name="average")


# --8<-- [end:merge]


def fit(model: keras.Model, images: np.ndarray, digits: np.ndarray) -> None:
    """모델을 정해 둔 만큼 훈련한다."""
    model.compile(keras.optimizers.Adam(3e-3), LOSS)
    model.fit(images, digits, epochs=EPOCHS, batch_size=50, verbose=0)


def score(
    model: keras.Model, images: np.ndarray, digits: np.ndarray
) -> tuple[float, float]:
    """손실과 정확도를 잰다."""
    probabilities = np.asarray(model(images))
    loss = -np.mean(np.log(probabilities[np.arange(len(digits)), digits]))
    accuracy = np.mean(probabilities.argmax(axis=1) == digits)
    return float(loss), float(accuracy)


@functools.cache
def compare() -> dict[str, dict[str, tuple[float, float]]]:
    """따로 훈련했을 때와 합쳐 훈련했을 때, 모델마다의 손실과 정확도를 돌려준다."""
    images, digits = load_digits(return_X_y=True)
    images = (images / 16).astype("float32")
    train, test = slice(1200), slice(1200, None)
    result = {}
    for how in ("따로", "함께"):
        keras.utils.set_random_seed(0)
        members = make_members()
        merged = merge(members)
        for model in members if how == "따로" else [merged]:
            fit(model, images[train], digits[train])
        result[how] = {
            model.name: score(model, images[test], digits[test])
            for model in [*members, merged]
        }
    return result


def main() -> None:
    """모델마다 시험 손실과 정확도를 출력한다."""
    for how, rows in compare().items():
        print(f"{how} 훈련")
        for name, (loss, accuracy) in rows.items():
            print(f"  {name:<8} 손실 {loss:.2f}, 정확도 {accuracy:.2f}")


if __name__ == "__main__":
    main()
