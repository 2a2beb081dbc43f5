"""가까운 정도를 재는 층을 직접 정의하고, 저장했다가 다시 불러온다."""

import functools
import tempfile
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import ops
from matplotlib.figure import Figure
from sklearn.datasets import make_circles
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split


# --8<-- [start:layer]
@keras.saving.register_keras_serializable(package="notes")
class Nearness(keras.layers.Layer):
    """점이 배운 중심에 가까울수록 1에 가까운 값을 낸다.

    값은 `exp(-거리의 제곱)`이고, 중심 `(units, features)`를 배운다.
    """

    def __init__(self, units: int, **kwargs) -> None:
        """중심의 수를 정한다."""
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape: tuple) -> None:
        """입력의 특성 수를 보고 중심을 만든다."""
        self.centers = self.add_weight(
            shape=(self.units, input_shape[-1]), initializer="random_normal"
        )

    def call(self, inputs: object) -> object:
        """`(rows, features)`를 받아 `(rows, units)`를 돌려준다."""
        gaps = ops.expand_dims(inputs, 1) - self.centers
        return ops.exp(-ops.sum(ops.square(gaps), axis=-1))

    def get_config(self) -> dict:
        """저장했다가 다시 만들 때 쓸 인자를 돌려준다."""
        return {**super().get_config(), "units": self.units}


# --8<-- [end:layer]


@functools.cache
def load_split() -> list[np.ndarray]:
    """크기가 다른 두 동그라미의 점을 훈련 200개와 시험 200개로 나눈다."""
    points, labels = make_circles(400, factor=0.4, noise=0.1, random_state=0)
    return train_test_split(points, labels, test_size=0.5, random_state=0)


# --8<-- [start:train]
@functools.cache
def train(epochs: int = 60) -> keras.Model:
    """직접 정의한 층을 다른 층과 이어 두 동그라미를 가르도록 훈련한다."""
    keras.utils.set_random_seed(12)
    train_points, _, train_labels, _ = load_split()
    model = keras.Sequential(
        [
            keras.Input(shape=(2,)),
            Nearness(4),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(keras.optimizers.Adam(0.05), "binary_crossentropy")
    model.fit(train_points, train_labels, epochs=epochs, batch_size=50, verbose=0)
    return model


# --8<-- [end:train]


def accuracy(model: keras.Model) -> float:
    """시험할 점의 정확도를 잰다."""
    _, points, _, labels = load_split()
    answers = model.predict(points, verbose=0)[:, 0] > 0.5
    return float((answers == labels).mean())


def straight_line() -> float:
    """곧은 선으로 가르는 로지스틱 회귀의 시험 정확도를 잰다."""
    train_points, points, train_labels, labels = load_split()
    return float(
        LogisticRegression().fit(train_points, train_labels).score(points, labels)
    )


# --8<-- [start:save]
def saved_and_loaded(model: keras.Model) -> keras.Model:
    """모델을 임시 폴더에 저장하고 다시 불러온다."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "circles.keras"
        model.save(file)
        return keras.models.load_model(file)


# --8<-- [end:save]


def draw() -> Figure:
    """시험할 점과, 모델이 확률 0.5로 긋는 경계를 그린다."""
    _, points, _, labels = load_split()
    ticks = np.linspace(-1.5, 1.5, 25)
    x, y = np.meshgrid(ticks, ticks)
    grid = np.column_stack([x.ravel(), y.ravel()])
    heights = train().predict(grid, verbose=0).reshape(x.shape)
    figure, axes = plt.subplots()
    for label, (name, marker) in enumerate((("바깥", "o"), ("안", "^"))):
        some = points[labels == label][:40]
        axes.scatter(*some.T, s=18, color=f"C{label}", marker=marker, label=name)
    axes.contour(x, y, heights, levels=[0.5], colors="#111111", linewidths=2)
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), handletextpad=0.1)
    axes.set(xlim=(-1.5, 1.5), ylim=(-1.5, 1.5), aspect="equal")
    axes.set(xlabel="특성 1", ylabel="특성 2")
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    return (
        "작은 동그라미와 그것을 둘러싼 큰 동그라미의 점. 모델이 배운 경계는 "
        "두 동그라미 사이를 도는 닫힌 선이다. "
        f"시험 정확도는 {accuracy(train()):.2f}이다."
    )


def main() -> None:
    """시험 정확도와, 저장했다가 불러온 모델이 같은 답을 내는지 출력한다."""
    model = train()
    print(f"로지스틱 회귀(곧은 경계): {straight_line():.2f}")
    print(f"직접 정의한 층을 쓴 모델: {accuracy(model):.2f}")
    print(f"배운 중심의 모양: {tuple(model.layers[0].centers.shape)}")
    points = load_split()[1]
    again = saved_and_loaded(model).predict(points, verbose=0)
    same = np.allclose(again, model.predict(points, verbose=0), atol=1e-6)
    print(f"불러온 모델의 답이 같은가: {same}")


if __name__ == "__main__":
    main()
