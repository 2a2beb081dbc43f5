"""AdaGrad와 RMSProp이 그레이디언트의 제곱을 모으는 법과 걸음의 크기를 견준다.

식은 Duchi, Hazan, Singer(2011)의 AdaGrad와
Tieleman, Hinton(2012)의 RMSProp을 따른다.
초깃값과 epsilon의 자리는 케라스 3과 같이, epsilon을 제곱근 안에 더한다.
"""

import numpy as np

EPSILON = 1e-7


# --8<-- [start:adagrad]
def adagrad_updates(
    gradients: np.ndarray, learning_rate: float, initial: float = 0.1
) -> np.ndarray:
    """AdaGrad가 파라미터에서 빼는 값을 차례로 구한다. 제곱을 **모두 더한다**.

    Args:
        gradients: 반복마다의 그레이디언트 `(steps,)`.
        learning_rate: 학습률.
        initial: 누적값의 초깃값. 케라스의 기본값은 0.1이다.

    Returns:
        반복마다 빼는 값 `(steps,)`.
    """
    accumulated = initial + np.cumsum(gradients**2)
    return learning_rate * gradients / np.sqrt(accumulated + EPSILON)


# --8<-- [end:adagrad]


# --8<-- [start:rmsprop]
def rmsprop_updates(
    gradients: np.ndarray, learning_rate: float, rho: float = 0.9
) -> np.ndarray:
    """RMSProp이 파라미터에서 빼는 값을 차례로 구한다. 제곱의 **지수 이동 평균**을 쓴다.

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
        updates[step] = learning_rate * gradient / np.sqrt(average + EPSILON)
    return updates


# --8<-- [end:rmsprop]


def main() -> None:
    """그레이디언트가 늘 1일 때 두 옵티마이저의 걸음을 출력한다."""
    gradients = np.ones(10_000)
    adagrad = adagrad_updates(gradients, learning_rate=1.0)
    rmsprop = rmsprop_updates(gradients, learning_rate=1.0)
    for step in (1, 10, 100, 1_000, 10_000):
        a, r = adagrad[step - 1], rmsprop[step - 1]
        print(f"{step:>6,}번째 걸음: AdaGrad {a:.3f}, RMSProp {r:.3f}")


if __name__ == "__main__":
    main()
