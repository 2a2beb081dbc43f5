"""AdaGrad와 RMSProp이 그레이디언트의 제곱을 모으는 법과 걸음의 크기를 견준다.

식은 Duchi, Hazan, Singer(2011)의 AdaGrad와
Tieleman, Hinton(2012)의 RMSProp을 따른다.
초깃값과 epsilon의 자리는 케라스 3과 같이, epsilon을 제곱근 안에 더한다.
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

EPSILON = 1e-7


# --8<-- [start:adagrad]
def adagrad_updates(
    gradients: np.ndarray,
    learning_rate: float,
    initial: float = 0.1,
) -> np.ndarray:
    """제곱을 모두 더하는 AdaGrad의 걸음을 차례로 구한다.

    Args:
        gradients: 반복마다의 그레이디언트 `(steps,)`.
        learning_rate: 학습률.
        initial: 누적값의 초깃값. 케라스의 기본값은 0.1이다.

    Returns:
        반복마다 빼는 값 `(steps,)`.
    """
    accumulated = initial + np.cumsum(gradients**2)
    scales = np.sqrt(accumulated + EPSILON)
    return learning_rate * gradients / scales


# --8<-- [end:adagrad]


# --8<-- [start:rmsprop]
def rmsprop_updates(
    gradients: np.ndarray,
    learning_rate: float,
    rho: float = 0.9,
) -> np.ndarray:
    """지수 이동 평균을 쓰는 RMSProp의 걸음을 구한다.

    Args:
        gradients: 반복마다의 그레이디언트 `(steps,)`.
        learning_rate: 학습률.
        rho: 이전 평균을 남기는 비율.

    Returns:
        반복마다 빼는 값 `(steps,)`.
    """
    average = 0.0
    updates = np.empty_like(gradients)
    for step, gradient in enumerate(gradients):
        average = rho * average + (1 - rho) * gradient**2
        scale = np.sqrt(average + EPSILON)
        updates[step] = learning_rate * gradient / scale
    return updates


# --8<-- [end:rmsprop]


def constant_gradient_updates(
    steps: int,
) -> tuple[np.ndarray, np.ndarray]:
    """그레이디언트가 늘 1일 때 AdaGrad와 RMSProp의 걸음을 각각 `(steps,)`로 구한다."""
    gradients = np.ones(steps)
    return adagrad_updates(gradients, 1.0), rmsprop_updates(
        gradients, 1.0
    )


def draw() -> Figure:
    """그레이디언트가 늘 1일 때 두 옵티마이저의 걸음을 그린다."""
    adagrad, rmsprop = constant_gradient_updates(100)
    steps = np.arange(1, 101)
    figure, axes = plt.subplots()
    axes.plot(steps, rmsprop, color="C0")
    axes.plot(steps, adagrad, color="C1", linestyle="--")
    axes.text(
        101, rmsprop[-1], "RMSProp", color="C0", va="center"
    )
    axes.text(
        101, adagrad[-1], "AdaGrad", color="C1", va="center"
    )
    axes.set(
        xlabel="반복",
        ylabel="걸음의 크기",
        xlim=(1, 118),
        ylim=(0, 3.3),
    )
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    adagrad, rmsprop = constant_gradient_updates(100)
    return (
        f"반복 1에서 100까지 걸음의 크기. AdaGrad는 {adagrad[0]:.2f}에서 "
        f"{adagrad[-1]:.2f}까지 계속 줄고, RMSProp은 {rmsprop[0]:.2f}에서 "
        f"{rmsprop[-1]:.2f}까지 준 다음 그대로다."
    )


def main() -> None:
    """그레이디언트가 늘 1일 때 두 옵티마이저의 걸음을 출력한다."""
    adagrad, rmsprop = constant_gradient_updates(10_000)
    for step in (1, 10, 100, 1_000, 10_000):
        a, r = adagrad[step - 1], rmsprop[step - 1]
        print(
            f"{step:>6,}번째 걸음: AdaGrad {a:.3f}, RMSProp {r:.3f}"
        )


if __name__ == "__main__":
    main()
