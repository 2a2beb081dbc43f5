"""층마다의 출력을 꺼내, 훈련이 막힌 층을 찾는다."""

import functools

import keras
import numpy as np
from sklearn.datasets import load_digits

FIRST_BIASES = {"멀쩡한 모델": 0.0, "고장 낸 모델": -5.0}


def build_model(bias: float) -> keras.Model:
    """ReLU 층 세 개를 쌓은 숫자 분류 모델을 만든다. `(batch, 64)` → `(batch, 10)`.

    Args:
        bias: 둘째 층의 편향을 시작할 값. 크게 음수면 ReLU가 늘 0을 낸다.
    """
    x = image = keras.Input(shape=(64,), name="image")
    for number in (1, 2, 3):
        x = keras.layers.Dense(
            32,
            activation="relu",
            bias_initializer=keras.initializers.Constant(
                bias if number == 2 else 0
            ),
            name=f"hidden_{number}",
        )(x)
    answer = keras.layers.Dense(
        10, activation="softmax", name="answer"
    )(x)
    return keras.Model(image, answer)


# --8<-- [start:probe]
def layer_outputs(
    model: keras.Model, images: np.ndarray
) -> dict[str, np.ndarray]:
    """같은 그래프에서 출력만 늘려 층마다의 값을 얻는다."""
    probe = keras.Model(
        inputs=model.input,
        outputs={
            layer.name: layer.output
            for layer in model.layers[1:]
        },
    )
    return {
        name: keras.ops.convert_to_numpy(value)
        for name, value in probe(images).items()
    }


# --8<-- [end:probe]


def dead_share(activations: np.ndarray) -> float:
    """어떤 표본에서도 켜지지 않는 유닛의 비율을 구한다.

    Args:
        activations: ReLU 층의 출력 `(n, units)`.

    Returns:
        0과 1 사이의 비율. 1이면 층 전체가 죽었다.
    """
    return float(np.mean(np.all(activations == 0, axis=0)))


@functools.cache
def diagnose() -> dict[str, dict[str, float]]:
    """둘째 층의 편향마다 훈련 정확도와, 층마다의 죽은 유닛 비율을 돌려준다."""
    images, digits = load_digits(return_X_y=True)
    images = (images / 16).astype("float32")
    result = {}
    for label, bias in FIRST_BIASES.items():
        keras.utils.set_random_seed(0)
        model = build_model(bias)
        model.compile(
            keras.optimizers.Adam(3e-3),
            "sparse_categorical_crossentropy",
        )
        model.fit(
            images,
            digits,
            epochs=5,
            batch_size=64,
            verbose=0,
        )
        outputs = layer_outputs(model, images)
        correct = (
            outputs.pop("answer").argmax(axis=1) == digits
        )
        result[label] = {
            "accuracy": float(np.mean(correct))
        } | {
            name: dead_share(value)
            for name, value in outputs.items()
        }
    return result


def main() -> None:
    """훈련 정확도와 층마다의 죽은 유닛 비율을 출력한다."""
    for label, row in diagnose().items():
        print(f"{label}: 훈련 정확도 {row['accuracy']:.2f}")
        for number in (1, 2, 3):
            name = f"hidden_{number}"
            print(f"  {name} 죽은 유닛 {row[name]:.2f}")


if __name__ == "__main__":
    main()
