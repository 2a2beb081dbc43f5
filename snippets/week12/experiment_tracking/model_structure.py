"""모델의 구조를 글로 간추리고, 층마다의 파라미터 수를 그린다."""

from functools import cache

import keras
import matplotlib.pyplot as plt
from matplotlib.figure import Figure


# --8<-- [start:build]
@cache
def build() -> keras.Model:
    """8×8 이미지를 읽는 작은 합성곱 신경망을 짓는다."""
    layers = [
        keras.Input((8, 8, 1)),
        keras.layers.Conv2D(
            16, 3, activation="relu", name="conv1"
        ),
        keras.layers.Conv2D(
            32, 3, activation="relu", name="conv2"
        ),
        keras.layers.Flatten(name="flatten"),
        keras.layers.Dense(
            64, activation="relu", name="dense"
        ),
        keras.layers.Dense(
            10, activation="softmax", name="digit"
        ),
    ]
    return keras.Sequential(layers, name="digits")


# --8<-- [end:build]


# --8<-- [start:summary]
def summary(model: keras.Model, width: int = 60) -> str:
    """화면에 찍히는 `summary()`의 글을 받아 온다."""
    lines: list[str] = []
    model.summary(line_length=width, print_fn=lines.append)
    return "\n".join(lines).rstrip()


# --8<-- [end:summary]


def parameters(model: keras.Model) -> dict[str, int]:
    """층마다 (이름, 파라미터의 수)를 센다."""
    return {
        layer.name: layer.count_params()
        for layer in model.layers
    }


def draw() -> Figure:
    """층마다의 파라미터 수를 막대로 그린다."""
    counts = parameters(build())
    figure, axes = plt.subplots()
    axes.barh(
        list(counts), list(counts.values()), color="C0"
    )
    for name, count in counts.items():
        axes.text(
            count + 500,
            name,
            f"{count:,}",
            va="center",
        )
    axes.invert_yaxis()
    axes.set(
        xlabel="파라미터의 수",
        xlim=(0, 42_000),
        xticks=(0, 15_000, 30_000),
    )
    axes.grid(False, axis="y")
    figure.subplots_adjust(left=0.17)
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    counts = parameters(build())
    largest = max(counts, key=counts.get)
    return (
        f"층마다의 파라미터 수. {largest} 층이 {counts[largest]:,}개로, "
        f"모두 {sum(counts.values()):,}개 가운데 대부분을 차지한다."
    )


def main() -> None:
    """모델을 간추린 글을 출력한다."""
    print(summary(build()))


if __name__ == "__main__":
    main()
