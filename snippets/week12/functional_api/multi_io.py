"""이미지와 수를 함께 받아 답 두 개를 내는 모델을 훈련한다.

숫자 이미지는 scikit-learn의 digits를 쓰고, 견줄 수는 0부터 9까지 고르게 뽑는다.
입출력을 이름으로 짝짓는 법은 케라스 함수형 API 안내서의
"Models with multiple inputs and outputs" 절을 따른다.
"""

import functools

import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

Arrays = dict[str, np.ndarray]


# --8<-- [start:model]
def build_model() -> keras.Model:
    """이미지의 숫자와, 그것이 수보다 큰지를 답한다.

    Returns:
        `image` `(batch, 8, 8)`과 `number` `(batch, 1)`을 받아
        `digit` `(batch, 10)`과 `larger` `(batch, 1)`을 내는 모델.
    """
    image = keras.Input((8, 8), name="image")
    number = keras.Input((1,), name="number", dtype="int32")
    seen = layers.Flatten()(image)
    seen = layers.Dense(64, activation="relu")(seen)
    digit = layers.Dense(
        10, activation="softmax", name="digit"
    )(seen)
    told = layers.Flatten()(layers.Embedding(10, 8)(number))
    both = layers.Concatenate()([seen, told])
    both = layers.Dense(32, activation="relu")(both)
    larger = layers.Dense(
        1, activation="sigmoid", name="larger"
    )(both)
    return keras.Model(
        inputs={"image": image, "number": number},
        outputs={"digit": digit, "larger": larger},
    )


# --8<-- [end:model]


def load_data() -> tuple[Arrays, Arrays, Arrays, Arrays]:
    """훈련 입력, 테스트 입력, 훈련 정답, 테스트 정답을 만든다.

    Returns:
        입력은 `image` `(n, 8, 8)`과 `number` `(n, 1)`,
        정답은 `digit` `(n,)`과 `larger` `(n, 1)`.
    """
    images, digits = load_digits(return_X_y=True)
    images = images.reshape(-1, 8, 8).astype("float32") / 16
    numbers = np.random.default_rng(0).integers(
        0, 10, len(digits)
    )
    train, test = train_test_split(
        np.arange(len(digits)),
        test_size=597,
        stratify=digits,
        random_state=0,
    )
    x = [
        {"image": images[i], "number": numbers[i, None]}
        for i in (train, test)
    ]
    y = [
        {
            "digit": digits[i],
            "larger": (digits > numbers)[i, None].astype(
                "float32"
            ),
        }
        for i in (train, test)
    ]
    return x[0], x[1], y[0], y[1]


# --8<-- [start:train]
def train_model(
    inputs: Arrays, answers: Arrays
) -> keras.Model:
    """출력마다 손실을 정하고, 더해서 함께 훈련한다."""
    keras.utils.set_random_seed(0)
    model = build_model()
    model.compile(
        optimizer=keras.optimizers.Adam(3e-3),
        loss={
            "digit": "sparse_categorical_crossentropy",
            "larger": "binary_crossentropy",
        },
        loss_weights={"digit": 1.0, "larger": 0.5},
        metrics={"digit": "accuracy", "larger": "accuracy"},
    )
    model.fit(
        inputs, answers, epochs=12, batch_size=50, verbose=0
    )
    return model


# --8<-- [end:train]


def shuffle_input(inputs: Arrays, name: str) -> Arrays:
    """입력 하나만 뒤섞어, 다른 표본의 것과 짝지어지게 한다."""
    order = np.random.default_rng(1).permutation(
        len(inputs[name])
    )
    return {**inputs, name: inputs[name][order]}


@functools.cache
def scores() -> dict[str, dict[str, float]]:
    """테스트 데이터를 그대로, 또 입력을 하나씩 뒤섞어 매긴 점수를 돌려준다."""
    train_x, test_x, train_y, test_y = load_data()
    model = train_model(train_x, train_y)
    cases = {
        "그대로": test_x,
        "수를 뒤섞음": shuffle_input(test_x, "number"),
        "이미지를 뒤섞음": shuffle_input(test_x, "image"),
    }
    return {
        label: model.evaluate(
            x, test_y, return_dict=True, verbose=0
        )
        for label, x in cases.items()
    }


def main() -> None:
    """출력마다의 정확도와 손실을 출력한다."""
    for label, score in scores().items():
        digit, larger = (
            score["digit_accuracy"],
            score["larger_accuracy"],
        )
        print(
            f"{label}: 숫자 {digit:.2f}, 더 큰지 {larger:.2f}"
        )
    score = scores()["그대로"]
    print(
        f"손실: 숫자 {score['digit_loss']:.3f}, 더 큰지 {score['larger_loss']:.3f}, "
        f"합 {score['loss']:.3f}"
    )


if __name__ == "__main__":
    main()
