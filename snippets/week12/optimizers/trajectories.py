"""길쭉한 골짜기에서 케라스 옵티마이저 네 가지가 지나는 길을 견준다."""

import functools
from collections.abc import Callable

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import optimizers
from matplotlib.figure import Figure
from matplotlib.patches import Ellipse

CURVATURE = np.array([0.1, 2.0])
START = np.array([-9.0, 2.0])
STEPS = 20
LEVELS = (0.5, 2.0, 6.0)

# --8<-- [start:optimizers]
OPTIMIZERS: dict[str, Callable[[], keras.Optimizer]] = {
    "SGD": lambda: optimizers.SGD(0.9),
    "모멘텀": lambda: optimizers.SGD(0.2, momentum=0.8),
    "AdaGrad": lambda: optimizers.Adagrad(2.0),
    "Adam": lambda: optimizers.Adam(0.5),
}
# --8<-- [end:optimizers]


def rotation(degrees: float) -> np.ndarray:
    """좌표를 돌리는 행렬 `(2, 2)`."""
    angle = np.radians(degrees)
    return np.array(
        [
            [np.cos(angle), -np.sin(angle)],
            [np.sin(angle), np.cos(angle)],
        ]
    )


def hessian(degrees: float) -> np.ndarray:
    """한쪽은 0.1, 다른 쪽은 2만큼 휜 골짜기를 돌린 헤세 행렬 `(2, 2)`."""
    turn = rotation(degrees)
    return turn @ np.diag(CURVATURE) @ turn.T


# --8<-- [start:path]
def path(
    name: str, degrees: float = 0.0, steps: int = STEPS
) -> np.ndarray:
    """골짜기를 내려가는 길을 구한다.

    Args:
        name: `OPTIMIZERS`의 이름.
        degrees: 골짜기와 출발점을 돌린 각도. 단위는 도.
        steps: 걸음 수.

    Returns:
        출발점부터의 자리 `(steps + 1, 2)`.
    """
    optimizer = OPTIMIZERS[name]()
    curve = hessian(degrees).astype("float32")
    position = keras.Variable(
        rotation(degrees) @ START, dtype="float32"
    )
    optimizer.build([position])
    places = [position.numpy()]
    for _ in range(steps):
        optimizer.apply([curve @ places[-1]], [position])
        places.append(position.numpy())
    return np.array(places)


# --8<-- [end:path]


def loss(
    places: np.ndarray, degrees: float = 0.0
) -> np.ndarray:
    """자리 `(..., 2)`마다 손실 `(...)`을 구한다. 가장 낮은 곳은 원점이다."""
    return (
        np.einsum(
            "...i,ij,...j->...",
            places,
            hessian(degrees),
            places,
        )
        / 2
    )


@functools.cache
def straight_paths() -> dict[str, np.ndarray]:
    """축을 따라 놓인 골짜기에서 네 가지가 지나는 길을 모은다."""
    return {name: path(name) for name in OPTIMIZERS}


def draw() -> Figure:
    """네 가지 길을 등고선 위에 하나씩 그린다."""
    figure, panels = plt.subplots(
        2, 2, figsize=(4.8, 3.9), sharex=True, sharey=True
    )
    figure.subplots_adjust(
        left=0.1,
        right=0.98,
        top=0.92,
        bottom=0.13,
        hspace=0.3,
        wspace=0.08,
    )
    for number, (name, places) in enumerate(
        straight_paths().items()
    ):
        axes = panels.flat[number]
        for level in LEVELS:
            width, height = 2 * np.sqrt(
                2 * level / CURVATURE
            )
            line = Ellipse(
                (0, 0),
                width,
                height,
                fill=False,
                edgecolor="#777777",
            )
            axes.add_patch(line)
        axes.plot(
            places[:, 0],
            places[:, 1],
            color=f"C{number}",
            marker="o",
            markersize=2.5,
            linewidth=1.2,
        )
        axes.plot(
            0, 0, color="#111111", marker="+", markersize=9
        )
        axes.set_title(
            name, color=f"C{number}", fontsize=11
        )
        axes.grid(visible=False)
        axes.set(
            xlim=(-10, 4),
            ylim=(-3, 3),
            xticks=[-8, -4, 0],
            yticks=[-2, 0, 2],
        )
    for axes in panels[1]:
        axes.set_xlabel("x")
    for axes in panels[:, 0]:
        axes.set_ylabel("y")
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    swings = {
        name: int(
            (np.diff(np.sign(places[:, 1])) != 0).sum()
        )
        for name, places in straight_paths().items()
    }
    counts = ", ".join(
        f"{name} {count}번"
        for name, count in swings.items()
    )
    return (
        "가로로 길쭉한 골짜기의 등고선과 네 옵티마이저의 길. "
        f"{STEPS}걸음 동안 골짜기 바닥을 가로지른 횟수는 {counts}이다."
    )


def main() -> None:
    """걸음을 마친 뒤의 손실을 곧은 골짜기와 돌린 골짜기에서 출력한다."""
    print(
        f"{STEPS}걸음 뒤의 손실. 출발점의 손실은 {loss(START):.2f}"
    )
    for name, places in straight_paths().items():
        turned = path(name, degrees=45.0)
        print(
            f"- {name}: 곧은 골짜기 {loss(places[-1]):.2f}, "
            f"45도 돌린 골짜기 {loss(turned[-1], 45.0):.2f}"
        )


if __name__ == "__main__":
    main()
