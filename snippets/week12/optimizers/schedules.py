"""걸음마다 학습률을 바꾸는 스케줄 세 가지를 그린다."""

import functools

import keras
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

STEPS = 100

# --8<-- [start:schedules]
SCHEDULES: dict[
    str, keras.optimizers.schedules.LearningRateSchedule
] = {
    "코사인": keras.optimizers.schedules.CosineDecay(
        0.1, decay_steps=STEPS
    ),
    "웜업과 코사인": keras.optimizers.schedules.CosineDecay(
        0.0,
        decay_steps=STEPS - 10,
        warmup_target=0.1,
        warmup_steps=10,
    ),
    "지수": keras.optimizers.schedules.ExponentialDecay(
        0.1, decay_steps=20, decay_rate=0.5
    ),
}
# --8<-- [end:schedules]


# --8<-- [start:rate]
@functools.cache
def rate(name: str, step: int) -> float:
    """걸음의 번호를 주고 학습률을 구한다.

    첫 걸음이 0번이다.
    """
    return float(SCHEDULES[name](step))


def used_rates(name: str, steps: int) -> np.ndarray:
    """그레이디언트가 1일 때 SGD가 옮긴 거리를 잰다.

    걸음마다의 거리 `(steps,)`를 돌려준다.
    """
    optimizer = keras.optimizers.SGD(
        learning_rate=SCHEDULES[name]
    )
    variable = keras.Variable([0.0])
    optimizer.build([variable])
    places = [0.0]
    for _ in range(steps):
        optimizer.apply(
            [np.ones(1, dtype="float32")], [variable]
        )
        places.append(float(variable.numpy()[0]))
    return -np.diff(places)


# --8<-- [end:rate]


def draw() -> Figure:
    """세 스케줄의 학습률을 그린다."""
    figure, axes = plt.subplots()
    steps = range(0, STEPS + 1, 5)
    styles = (
        ("-", 24, 0.066),
        ("--", 52, 0.062),
        (":", 33, 0.038),
    )
    for number, (name, (line, x, y)) in enumerate(
        zip(SCHEDULES, styles, strict=True)
    ):
        color = f"C{number}"
        values = [rate(name, step) for step in steps]
        axes.plot(
            steps, values, color=color, linestyle=line
        )
        axes.text(x, y, name, color=color)
    axes.set(
        xlabel="걸음",
        ylabel="학습률",
        xlim=(0, STEPS),
        ylim=(0, 0.112),
    )
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    halves = ", ".join(
        f"{name} {rate(name, 50):.2f}" for name in SCHEDULES
    )
    return f"걸음 0에서 {STEPS}까지의 학습률. 50걸음째의 학습률은 {halves}이다."


def main() -> None:
    """걸음 몇 곳의 학습률을 출력한다."""
    print("0, 10, 50, 90, 100걸음째의 학습률")
    for name in SCHEDULES:
        shown = ", ".join(
            f"{rate(name, step):.3f}"
            for step in (0, 10, 50, 90, 100)
        )
        print(f"{name}: {shown}")
    moved = used_rates("코사인", 11)
    print(
        f"코사인 SGD의 첫 걸음 {moved[0]:.3f}, 11번째 걸음 {moved[10]:.3f}"
    )


if __name__ == "__main__":
    main()
