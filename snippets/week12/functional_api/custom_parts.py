"""서브클래싱으로 만든 층과 모델을 함수형 모델에 끼우고, 저장했다가 다시 연다.

층은 Broomhead와 Lowe(1988)의 방사 기저 함수(radial basis function)다.
"""

import functools
import tempfile
from pathlib import Path
from typing import Any

import keras
import numpy as np
from keras import layers, ops
from sklearn.datasets import make_moons

Tensor = keras.KerasTensor


# --8<-- [start:layer]
@keras.saving.register_keras_serializable(package="week12")
class RadialBasis(layers.Layer):
    """배운 중심에 가까울수록 1에 가까운 값을 내는 층.

    `(batch, features)`를 받아 `(batch, units)`를 낸다.
    """

    def __init__(self, units: int, **kwargs: Any) -> None:
        """중심의 수를 정한다."""
        super().__init__(**kwargs)
        self.units = units

    def build(self, shape: tuple[int | None, int]) -> None:
        """입력의 모양을 알게 된 때에 중심을 만든다."""
        self.centers = self.add_weight(
            (self.units, shape[-1]), "random_normal"
        )

    def call(self, inputs: Tensor) -> Tensor:
        """중심까지의 거리의 제곱으로 값을 구한다."""
        gaps = ops.expand_dims(inputs, 1) - self.centers
        return ops.exp(-ops.sum(gaps**2, axis=-1))


# --8<-- [end:layer]


# --8<-- [start:gate]
@keras.saving.register_keras_serializable(package="week12")
class Gate(keras.Model):
    """두 입력을 0과 1 사이의 비율로 섞는 모델."""

    def __init__(self, **kwargs: Any) -> None:
        """비율을 내는 층을 둔다."""
        super().__init__(**kwargs)
        self.ratio = layers.Dense(1, activation="sigmoid")

    def call(self, inputs: list[Tensor]) -> Tensor:
        """`(batch, n)` 두 개를 섞는다."""
        first, second = inputs
        both = ops.concatenate([first, second], axis=1)
        ratio = self.ratio(both)
        return ratio * first + (1 - ratio) * second


# --8<-- [end:gate]


# --8<-- [start:model]
def build_model() -> keras.Model:
    """직접 만든 층과 모델을 케라스의 층과 이어 붙인다."""
    point = keras.Input(shape=(2,))
    near = RadialBasis(16, name="radial_basis")(point)
    straight = layers.Dense(
        16, activation="relu", name="straight"
    )(point)
    mixed = Gate(name="gate")([near, straight])
    answer = layers.Dense(1, activation="sigmoid")(mixed)
    return keras.Model(point, answer)


# --8<-- [end:model]


# --8<-- [start:save]
def save_and_load(model: keras.Model) -> keras.Model:
    """파일 하나로 저장했다가 그 파일만으로 다시 연다."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model.keras"
        model.save(file)
        return keras.saving.load_model(file)


# --8<-- [end:save]


@functools.cache
def run() -> dict[str, float]:
    """훈련하고, 저장했다가 다시 연 모델과 비교한다."""
    points, classes = make_moons(
        600, noise=0.15, random_state=0
    )
    points = points.astype("float32")
    keras.utils.set_random_seed(0)
    model = build_model()
    model.compile(
        keras.optimizers.Adam(0.03), "binary_crossentropy"
    )
    model.fit(
        points[:400],
        classes[:400],
        epochs=20,
        batch_size=50,
        verbose=0,
    )
    answers = keras.ops.convert_to_numpy(
        model(points[400:])
    )[:, 0]
    loaded = save_and_load(model)
    loaded = keras.ops.convert_to_numpy(
        loaded(points[400:])
    )[:, 0]
    return {
        "accuracy": float(
            np.mean((answers > 0.5) == (classes[400:] == 1))
        ),
        "gap": float(np.max(np.abs(answers - loaded))),
    }


def main() -> None:
    """층마다의 파라미터 수와 테스트 정확도, 다시 연 모델과의 차이를 출력한다."""
    for layer in build_model().layers[1:]:
        kind, size = (
            type(layer).__name__,
            layer.count_params(),
        )
        print(
            f"{kind}: {layer.output.shape}, 파라미터 {size}"
        )
    print(f"테스트 정확도 {run()['accuracy']:.2f}")
    print(f"다시 연 모델과의 차이 {run()['gap']:.2f}")


if __name__ == "__main__":
    main()
