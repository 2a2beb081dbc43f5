"""지수 이동 평균이 지난 그레이디언트의 제곱에 주는 무게를 구한다."""

import keras
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

RHO = 0.9


# --8<-- [start:weights]
def ema_weights(steps: int, rho: float = RHO) -> np.ndarray:
    """k번 전의 제곱에 걸린 무게 `(steps,)`를 구한다."""
    return (1 - rho) * rho ** np.arange(steps)


# --8<-- [end:weights]


# --8<-- [start:keras]
def keras_averages(
    steps: int, rho: float = RHO
) -> np.ndarray:
    """첫 그레이디언트만 1일 때 RMSprop의 평균을 꺼낸다.

    나머지 그레이디언트는 0이다.

    Args:
        steps: 걸음 수.
        rho: 이전 평균을 남기는 비율.

    Returns:
        걸음마다의 평균 `(steps,)`. k번 전의 제곱 하나가 남긴 무게와 같다.
    """
    optimizer = keras.optimizers.RMSprop(rho=rho)
    variable = keras.Variable([0.0])
    optimizer.build([variable])
    (average,) = [
        v
        for v in optimizer.variables
        if "velocity" in v.path
    ]
    kept = []
    for step in range(steps):
        gradient = np.array(
            [1.0 if step == 0 else 0.0], dtype="float32"
        )
        optimizer.apply([gradient], [variable])
        kept.append(average.numpy()[0])
    return np.array(kept)


# --8<-- [end:keras]


def draw() -> Figure:
    """무게를 막대로 그린다."""
    weights = ema_weights(40)
    steps = np.arange(40)
    figure, axes = plt.subplots()
    axes.bar(steps[:10], weights[:10], color="C0")
    axes.bar(
        steps[10:],
        weights[10:],
        color="C1",
        hatch="///",
        edgecolor="#111111",
    )
    recent = 100 * weights[:10].sum()
    axes.text(
        10, 0.075, f"최근 10번 {recent:.0f}%", color="C0"
    )
    axes.text(
        17,
        0.03,
        f"그보다 오래된 것 {100 - recent:.0f}%",
        color="C1",
    )
    axes.set(
        xlabel="몇 번 전인가",
        ylabel="무게",
        xlim=(-0.8, 39.8),
        ylim=(0, 0.11),
    )
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    recent = 100 * ema_weights(10).sum()
    return (
        "지난 그레이디언트의 제곱에 걸린 무게의 막대그래프. 0.1에서 시작해 하나 전으로 "
        "갈 때마다 10%씩 줄고, "
        f"최근 10번이 {recent:.0f}%, 나머지가 {100 - recent:.0f}%이다."
    )


def main() -> None:
    """무게와 케라스에 남은 평균을 나란히 출력한다."""
    weights, kept = ema_weights(31), keras_averages(31)
    for step in (0, 1, 10, 30):
        print(
            f"{step:>2}번 전: 무게 {weights[step]:.4f}, 케라스 {kept[step]:.4f}"
        )
    recent = weights[:10].sum()
    print(
        f"최근 10번의 합 {recent:.2f}, 그보다 오래된 것 {1 - recent:.2f}"
    )


if __name__ == "__main__":
    main()
