"""곡면 네 가지를 케라스의 옵티마이저로 걷고, 길이 갈리는 조건을 찾는다."""

from collections.abc import Callable
from dataclasses import dataclass

import keras
import numpy as np

CURVATURE = np.array([0.1, 2.0])
START = np.array([-9.0, 2.0])
STEPS = 20
OPTIMIZERS: dict[str, Callable[[], keras.Optimizer]] = {
    "SGD": lambda: keras.optimizers.SGD(0.1),
    "모멘텀": lambda: keras.optimizers.SGD(
        0.1, momentum=0.9
    ),
    "RMSProp": lambda: keras.optimizers.RMSprop(0.1),
    "Adam": lambda: keras.optimizers.Adam(0.1),
}


@dataclass(frozen=True)
class Surface:
    """손실과 그 그레이디언트, 출발점."""

    loss: Callable[[np.ndarray], float]
    gradient: Callable[[np.ndarray], np.ndarray]
    start: np.ndarray


def rotation(degrees: float) -> np.ndarray:
    """좌표를 돌리는 행렬 `(2, 2)`."""
    angle = np.radians(degrees)
    return np.array(
        [
            [np.cos(angle), -np.sin(angle)],
            [np.sin(angle), np.cos(angle)],
        ]
    )


def valley(degrees: float) -> Surface:
    """곡률이 한쪽은 0.1, 다른 쪽은 2인 골짜기를 돌린 곡면."""
    turn = rotation(degrees)
    hessian = turn @ np.diag(CURVATURE) @ turn.T
    return Surface(
        lambda place: float(place @ hessian @ place) / 2,
        lambda place: hessian @ place,
        turn @ START,
    )


def banana_loss(place: np.ndarray) -> float:
    """바닥이 굽은 골짜기의 손실. 로젠브록 함수라고 하며 가장 낮은 곳은 (1, 1)이다."""
    x, y = place
    return float((1 - x) ** 2 + 100 * (y - x**2) ** 2)


def banana_gradient(place: np.ndarray) -> np.ndarray:
    """굽은 골짜기의 그레이디언트 `(2,)`."""
    x, y = place
    return np.array(
        [
            -2 * (1 - x) - 400 * x * (y - x**2),
            200 * (y - x**2),
        ]
    )


# --8<-- [start:saddle]
def saddle_loss(place: np.ndarray) -> float:
    """원점이 안장이고, 바닥은 (0, 1)과 (0, -1)이다."""
    x, y = place
    return float(x**2 / 2 - y**2 / 2 + y**4 / 4 + 1 / 4)


def saddle_gradient(place: np.ndarray) -> np.ndarray:
    """안장의 그레이디언트 `(2,)`."""
    x, y = place
    return np.array([x, y**3 - y])


# --8<-- [end:saddle]


def saddle(degrees: float) -> Surface:
    """안장과 그 출발점을 돌린 곡면."""
    turn = rotation(degrees)
    return Surface(
        lambda place: saddle_loss(turn.T @ place),
        lambda place: (
            turn @ saddle_gradient(turn.T @ place)
        ),
        turn @ np.array([-1.5, 0.01]),
    )


SURFACES: dict[str, Surface] = {
    "곧은 골짜기": valley(0),
    "돌린 골짜기": valley(45),
    "굽은 골짜기": Surface(
        banana_loss, banana_gradient, np.array([-1.2, 1.0])
    ),
    "안장": saddle(0),
}


def walk(
    surface: str, optimizer: keras.Optimizer, steps: int
) -> np.ndarray:
    """곡면을 옵티마이저로 걷는다.

    Args:
        surface: `SURFACES`의 이름.
        optimizer: 아직 쓰지 않은 옵티마이저.
        steps: 걸음 수.

    Returns:
        출발점부터의 자리 `(steps + 1, 2)`.
    """
    return descend(SURFACES[surface], optimizer, steps)


# --8<-- [start:descend]
def descend(
    ground: Surface, optimizer: keras.Optimizer, steps: int
) -> np.ndarray:
    """출발점부터 걸은 자리를 `(steps + 1, 2)`로 모은다."""
    position = keras.Variable(ground.start, dtype="float32")
    optimizer.build([position])
    places = [position.numpy()]
    for _ in range(steps):
        gradient = ground.gradient(places[-1])
        optimizer.apply(
            [gradient.astype("float32")], [position]
        )
        places.append(position.numpy())
    return np.array(places)


# --8<-- [end:descend]


# --8<-- [start:leave]
def steps_to_leave(
    optimizer: keras.Optimizer,
    degrees: float = 0,
    limit: int = 100,
) -> int:
    """돌린 안장에서 `|y| > 0.5`가 될 때까지의 걸음 수."""
    places = descend(
        saddle(degrees), optimizer, limit
    ) @ rotation(degrees)
    return int(
        np.flatnonzero(np.abs(places[:, 1]) > 0.5)[0]
    )


# --8<-- [end:leave]


def main() -> None:
    """SGD가 발산하는 학습률과 안장을 벗어나는 걸음 수를 출력한다."""
    print(f"SGD로 {STEPS}걸음 뒤의 손실")
    for rate in (0.9, 1.0, 1.1):
        losses = ", ".join(
            f"{name} {SURFACES[name].loss(places[-1]):.1f}"
            for name in ("곧은 골짜기", "돌린 골짜기")
            for places in [
                walk(
                    name, keras.optimizers.SGD(rate), STEPS
                )
            ]
        )
        print(f"- 학습률 {rate}: {losses}")
    print("학습률이 0.1일 때 안장을 벗어나는 걸음")
    for name, make in OPTIMIZERS.items():
        straight, turned = (
            steps_to_leave(make()),
            steps_to_leave(make(), 45),
        )
        print(
            f"- {name}: 축에 나란하면 {straight}걸음, 45도 돌리면 {turned}걸음"
        )
    print(
        f"SGD의 학습률이 1이면 {steps_to_leave(keras.optimizers.SGD(1.0))}걸음"
    )


if __name__ == "__main__":
    main()
