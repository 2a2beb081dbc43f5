"""드물게 나오는 그레이디언트를 AdaGrad와 RMSProp이 어떻게 다루는지 본다.

둘째 보기는 Reddi, Kale, Kumar(2018)가 Adam에 든 반례를 RMSProp에 맞춰 고친 것이다.
"""

import functools

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

EPSILON = 1e-7
PERIOD = 100
STEPS = 20_000


# --8<-- [start:scales]
def adagrad_scales(gradients: np.ndarray) -> np.ndarray:
    """AdaGrad가 걸음마다 나누는 값 `(steps,)`."""
    return np.sqrt(0.1 + np.cumsum(gradients**2) + EPSILON)


def rmsprop_scales(
    gradients: np.ndarray, rho: float = 0.9
) -> np.ndarray:
    """RMSProp이 걸음마다 나누는 값 `(steps,)`."""
    average, scales = 0.0, np.empty(len(gradients))
    for step, gradient in enumerate(gradients):
        average = rho * average + (1 - rho) * gradient**2
        scales[step] = np.sqrt(average + EPSILON)
    return scales


# --8<-- [end:scales]


def rare_gradients(
    rare: float, common: float, steps: int
) -> np.ndarray:
    """첫 번째부터 100번마다 `rare`, 나머지는 `common`인 그레이디언트 `(steps,)`."""
    return np.where(
        np.arange(steps) % PERIOD == 0, rare, common
    )


# --8<-- [start:walk]
def walk(
    gradients: np.ndarray,
    scales: np.ndarray,
    rate: float = 0.01,
) -> np.ndarray:
    """-1과 1 사이에서 그레이디언트를 따라 걷는다.

    Args:
        gradients: 걸음마다의 그레이디언트 `(steps,)`.
        scales: 그레이디언트를 나눌 값 `(steps,)`.
        rate: 학습률.

    Returns:
        0에서 출발해 걸음마다 닿은 자리 `(steps,)`.
    """
    position, places = 0.0, np.empty(len(gradients))
    for step, pull in enumerate(rate * gradients / scales):
        position = min(1.0, max(-1.0, position - pull))
        places[step] = position
    return places


# --8<-- [end:walk]


@functools.cache
def rare_but_large() -> dict[str, np.ndarray]:
    """100번에 한 번은 200, 나머지는 -1일 때의 길. 평균은 양수라 -1이 가장 낮다."""
    gradients = rare_gradients(200.0, -1.0, STEPS)
    return {
        "SGD": walk(gradients, np.full(STEPS, 100.0)),
        "AdaGrad": walk(
            gradients, adagrad_scales(gradients)
        ),
        "RMSProp, rho 0.9": walk(
            gradients, rmsprop_scales(gradients)
        ),
        "RMSProp, rho 0.99": walk(
            gradients, rmsprop_scales(gradients, 0.99)
        ),
    }


def draw() -> Figure:
    """AdaGrad와 RMSProp 둘의 자리를 그린다."""
    figure, axes = plt.subplots()
    shown = {
        "RMSProp, rho 0.9": ("C0", "-", 0.86),
        "AdaGrad": ("C1", "--", 0.02),
        "RMSProp, rho 0.99": ("C2", ":", -0.82),
    }
    steps = np.arange(STEPS)[PERIOD - 2 :: 2 * PERIOD]
    for name, (color, line, height) in shown.items():
        places = rare_but_large()[name][steps]
        axes.plot(
            steps, places, color=color, linestyle=line
        )
        axes.text(
            STEPS, height, name, color=color, ha="right"
        )
    axes.axhline(-1, color="#777777", linewidth=0.8)
    axes.text(
        STEPS / 2,
        -1.17,
        "가장 낮은 곳",
        color="#777777",
        ha="center",
    )
    axes.set(
        xlabel="걸음",
        ylabel="자리",
        xlim=(0, STEPS),
        ylim=(-1.2, 1.1),
    )
    axes.set_xticks(
        [0, 5_000, 10_000, 15_000],
        ["0", "5,000", "10,000", "15,000"],
    )
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    places = rare_but_large()
    shown = (name for name in places if name != "SGD")
    ends = ", ".join(
        f"{name} {places[name][-1]:.2f}" for name in shown
    )
    return f"가장 낮은 곳이 -1일 때 걸음마다의 자리. 마지막 자리는 {ends}이다."


def main() -> None:
    """드문 그레이디언트의 걸음과, 드물지만 클 때의 마지막 자리를 출력한다."""
    often, seldom = (
        np.ones(10_001),
        rare_gradients(1.0, 0.0, 10_001),
    )
    print("드문 특성의 걸음은 늘 나오는 특성의 몇 배인가")
    for name, scales in (
        ("AdaGrad", adagrad_scales),
        ("RMSProp", rmsprop_scales),
    ):
        ratio = scales(often)[-1] / scales(seldom)[-1]
        print(f"- {name}: {ratio:.1f}배")
    print(
        "100번에 한 번 200, 나머지 -1일 때의 자리 (답은 -1)"
    )
    for name, places in rare_but_large().items():
        print(f"- {name}: {places[-1]:.2f}")


if __name__ == "__main__":
    main()
