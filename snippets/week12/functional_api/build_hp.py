"""하이퍼파라미터를 받아 모델을 찍어 내는 함수와, 만든 뒤에는 굳는 모델을 본다."""

import functools
import itertools
from typing import TypedDict

import keras
from keras import layers
from sklearn.datasets import load_digits


# --8<-- [start:build]
class Hyperparameters(TypedDict):
    """모델을 만들기 전에 정하는 값."""

    depth: int
    units: int
    skip: bool


def build(hp: Hyperparameters) -> keras.Model:
    """하이퍼파라미터대로 숫자 분류 모델을 만든다.

    반복과 조건은 여기서 끝난다.

    Returns:
        `(batch, 64)`를 받아 `(batch, 10)`을 내는 모델.
    """
    image = keras.Input(shape=(64,))
    x = layers.Dense(hp["units"], activation="relu")(image)
    for _ in range(hp["depth"]):
        y = layers.Dense(hp["units"], activation="relu")(x)
        x = layers.Add()([x, y]) if hp["skip"] else y
    return keras.Model(
        image, layers.Dense(10, activation="softmax")(x)
    )


# --8<-- [end:build]


# --8<-- [start:grid]
def grid() -> list[Hyperparameters]:
    """깊이, 폭, 잔차 연결의 조합을 모두 늘어놓는다."""
    return [
        {"depth": depth, "units": units, "skip": True}
        for depth, units in itertools.product(
            (1, 3), (8, 32)
        )
    ]


# --8<-- [end:grid]


@functools.cache
def validation_accuracy(
    depth: int, units: int, *, skip: bool
) -> float:
    """모델 하나를 짧게 훈련하고 검증 정확도를 돌려준다."""
    images, digits = load_digits(return_X_y=True)
    images = (images / 16).astype("float32")
    keras.utils.set_random_seed(0)
    model = build(
        {"depth": depth, "units": units, "skip": skip}
    )
    model.compile(
        keras.optimizers.Adam(3e-3),
        "sparse_categorical_crossentropy",
    )
    model.fit(
        images[:1200],
        digits[:1200],
        epochs=5,
        batch_size=50,
        verbose=0,
    )
    chosen = keras.ops.convert_to_numpy(
        model(images[1200:])
    ).argmax(axis=1)
    return float((chosen == digits[1200:]).mean())


# --8<-- [start:static]
def drop_last_layer(model: keras.Model) -> keras.Model:
    """같은 층들로, 마지막 층이 없는 새 모델을 만든다."""
    return keras.Model(model.input, model.layers[-2].output)


# --8<-- [end:static]


def main() -> None:
    """모델마다의 크기와 검증 정확도, 만든 모델을 바꾸려 한 결과를 출력한다."""
    for hp in grid():
        model = build(hp)
        skip = "잔차" if hp["skip"] else "일렬"
        print(
            f"깊이 {hp['depth']}, 폭 {hp['units']:>2}, {skip}: "
            f"파라미터 {model.count_params():>5,}, "
            f"정확도 {validation_accuracy(**hp):.2f}"
        )
    model.layers.pop()
    print(
        f"layers에서 하나 뺀 뒤의 출력: {model.output_shape}"
    )
    print(
        f"새로 만든 모델의 출력: {drop_last_layer(model).output_shape}"
    )


if __name__ == "__main__":
    main()
