"""옵티마이저 일곱 가지의 갱신 규칙을 NumPy로 쓰고 케라스와 한 걸음씩 견준다.

초깃값과 epsilon의 자리는 케라스 3과 같다. 식은 다음을 따른다.
Sutskever 외(2013), Duchi 외(2011), Tieleman, Hinton(2012),
Kingma, Ba(2014), Loshchilov, Hutter(2019).
"""

from collections.abc import Callable
from dataclasses import dataclass

import keras
import numpy as np

Array = np.ndarray

EPSILON = 1e-7
TOLERANCE = 1e-5
STEPS = 100


# --8<-- [start:sgd]
@dataclass
class SGD:
    """그레이디언트의 반대쪽으로 학습률만큼 옮긴다."""

    learning_rate: float = 0.01

    def step(self, weight: Array, gradient: Array) -> Array:
        """한 걸음 옮긴 파라미터를 돌려준다."""
        return weight - self.learning_rate * gradient


# --8<-- [end:sgd]


# --8<-- [start:momentum]
@dataclass
class Momentum:
    """지난 걸음을 `momentum`만큼 이어 간다."""

    learning_rate: float = 0.01
    momentum: float = 0.9
    velocity: Array | float = 0.0

    def step(self, weight: Array, gradient: Array) -> Array:
        """한 걸음 옮긴 파라미터를 돌려준다."""
        pull = self.learning_rate * gradient
        self.velocity = self.momentum * self.velocity - pull
        return weight + self.velocity


# --8<-- [end:momentum]


# --8<-- [start:nesterov]
@dataclass
class Nesterov(Momentum):
    """새로 구한 속도로 한 번 더 내다보고 옮긴다."""

    def step(self, weight: Array, gradient: Array) -> Array:
        """한 걸음 옮긴 파라미터를 돌려준다."""
        pull = self.learning_rate * gradient
        self.velocity = self.momentum * self.velocity - pull
        return weight + self.momentum * self.velocity - pull


# --8<-- [end:nesterov]


# --8<-- [start:adagrad]
@dataclass
class AdaGrad:
    """제곱을 모두 더한 값의 제곱근으로 나눈다."""

    learning_rate: float = 0.001
    accumulator: Array | float = 0.1

    def step(self, weight: Array, gradient: Array) -> Array:
        """한 걸음 옮긴 파라미터를 돌려준다."""
        self.accumulator = self.accumulator + gradient**2
        scale = np.sqrt(self.accumulator + EPSILON)
        return (
            weight - self.learning_rate * gradient / scale
        )


# --8<-- [end:adagrad]


# --8<-- [start:rmsprop]
@dataclass
class RMSProp:
    """제곱의 지수 이동 평균의 제곱근으로 나눈다."""

    learning_rate: float = 0.001
    rho: float = 0.9
    average: Array | float = 0.0

    def step(self, weight: Array, gradient: Array) -> Array:
        """한 걸음 옮긴 파라미터를 돌려준다."""
        self.average = (
            self.rho * self.average
            + (1 - self.rho) * gradient**2
        )
        scale = np.sqrt(self.average + EPSILON)
        return (
            weight - self.learning_rate * gradient / scale
        )


# --8<-- [end:rmsprop]


# --8<-- [start:moments]
@dataclass
class Moments:
    """그레이디언트와 그 제곱의 지수 이동 평균을 낸다."""

    learning_rate: float = 0.001
    beta_1: float = 0.9
    beta_2: float = 0.999
    mean: Array | float = 0.0
    square: Array | float = 0.0
    steps: int = 0

    def update(self, gradient: Array) -> None:
        """두 평균에 그레이디언트 하나를 더 넣는다."""
        b1, b2 = self.beta_1, self.beta_2
        self.steps += 1
        self.mean = b1 * self.mean + (1 - b1) * gradient
        self.square = (
            b2 * self.square + (1 - b2) * gradient**2
        )


# --8<-- [end:moments]


# --8<-- [start:adam]
class Adam(Moments):
    """평균을 제곱의 평균의 제곱근으로 나눈다."""

    def step(self, weight: Array, gradient: Array) -> Array:
        """한 걸음 옮긴 파라미터를 돌려준다."""
        self.update(gradient)
        # 0에서 출발해 작게 나오는 만큼을 되돌린다.
        correction = np.sqrt(1 - self.beta_2**self.steps)
        correction /= 1 - self.beta_1**self.steps
        rate = self.learning_rate * correction
        scale = np.sqrt(self.square) + EPSILON
        return weight - rate * self.mean / scale


# --8<-- [end:adam]


# --8<-- [start:adamw]
@dataclass
class AdamW(Adam):
    """파라미터를 먼저 조금 줄이고 Adam의 걸음을 딛는다."""

    weight_decay: float = 0.004

    def step(self, weight: Array, gradient: Array) -> Array:
        """한 걸음 옮긴 파라미터를 돌려준다."""
        decay = self.learning_rate * self.weight_decay
        return super().step(
            weight - decay * weight, gradient
        )


# --8<-- [end:adamw]

RULES: dict[
    str, tuple[Callable, Callable[[float], keras.Optimizer]]
] = {
    "SGD": (SGD, keras.optimizers.SGD),
    "모멘텀": (
        Momentum,
        lambda rate: keras.optimizers.SGD(
            rate, momentum=0.9
        ),
    ),
    "네스테로프": (
        Nesterov,
        lambda rate: keras.optimizers.SGD(
            rate, momentum=0.9, nesterov=True
        ),
    ),
    "AdaGrad": (AdaGrad, keras.optimizers.Adagrad),
    "RMSProp": (RMSProp, keras.optimizers.RMSprop),
    "Adam": (Adam, keras.optimizers.Adam),
    "AdamW": (AdamW, keras.optimizers.AdamW),
}


def bowl_gradient(weight: np.ndarray) -> np.ndarray:
    """손실 `(x² + 10y²) / 2`의 그레이디언트 `(2,)`를 구한다."""
    return np.array([1.0, 10.0]) * weight


# --8<-- [start:compare]
def largest_gap(
    name: str, rate: float = 0.01, steps: int = STEPS
) -> float:
    """우리 파라미터와 케라스 파라미터의 가장 큰 차이.

    Args:
        name: `RULES`의 이름.
        rate: 두 쪽에 똑같이 주는 학습률.
        steps: 걸음 수. 걸음마다 견준다.
    """
    ours, theirs = RULES[name]
    rule, optimizer = ours(rate), theirs(rate)
    weight = np.array([-2.0, 1.0])
    variable = keras.Variable(weight, dtype="float32")
    optimizer.build([variable])
    gaps = []
    for _ in range(steps):
        gradient = bowl_gradient(weight)
        weight = rule.step(weight, gradient)
        optimizer.apply(
            [gradient.astype("float32")], [variable]
        )
        gaps.append(np.abs(weight - variable.numpy()).max())
    return float(max(gaps))


# --8<-- [end:compare]


def main() -> None:
    """일곱 규칙이 케라스와 같은지 출력한다."""
    print(
        f"{STEPS}걸음마다 견준 가장 큰 차이가 {TOLERANCE:.5f}보다 작은가"
    )
    for name in RULES:
        answer = (
            "예"
            if largest_gap(name) < TOLERANCE
            else "아니요"
        )
        print(f"- {name}: {answer}")


if __name__ == "__main__":
    main()
