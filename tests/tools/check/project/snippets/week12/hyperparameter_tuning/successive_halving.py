"""연속 반감법으로 가망 없는 설정을 일찍 멈추고, 쓴 에포크를 센다.

Jamieson, Talwalkar(2016)의 방법이다. 셋 가운데 하나만 남기며 에포크를 세 배로 늘린다.
"""

from collections.abc import Callable
from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

SEEDS = range(5)


# --8<-- [start:halving]
def successive_halving(
    learners: list[Callable[[], float]], most: int, factor: int = 3
) -> list[list[float]]:
    """살아남은 설정을 더 훈련하고, 정확도가 높은 1/factor만 남기기를 되풀이한다.

    Args:
        learners: 한 번 부를 때마다 한 에포크를 훈련해 검증 정확도를 돌려주는 함수들.
        most: 끝까지 남은 설정이 훈련할 에포크.
        factor: 한 번에 줄이는 비율.

    Returns:
        설정마다 에포크별 검증 정확도. 길이가 그 설정에 쓴 에포크다.
    """
    history: list[list[float]] = [[] for _ in learners]
    alive = list(range(len(learners)))
    epochs = 1
    while True:
        for i in alive:
            history[i] += [learners[i]() for _ in range(epochs - len(history[i]))]
        if epochs == most:
            return history
        alive.sort(key=lambda i: history[i][-1], reverse=True)
        alive = alive[: max(1, len(alive) // factor)]
        epochs = min(most, epochs * factor)


# --8<-- [end:halving]


# --8<-- [start:learner]
def make_learner(rate: float, seed: int) -> Callable[[], float]:
    """학습률이 `rate`인 신경망을 한 에포크씩 훈련하는 함수를 만든다."""
    data = load_digits()
    train_x, val_x, train_y, val_y = train_test_split(
        data.data / 16, data.target, train_size=300, test_size=400, random_state=seed
    )
    network = MLPClassifier(
        (16,), solver="sgd", learning_rate_init=rate, batch_size=32, random_state=seed
    )

    def one_epoch() -> float:
        network.partial_fit(train_x, train_y, classes=np.arange(10))
        return float(network.score(val_x, val_y))

    return one_epoch


# --8<-- [end:learner]


@cache
def compare(seed: int) -> tuple[list[list[float]], np.ndarray]:
    """설정 27개를 연속 반감법으로 한 번, 모두 끝까지 한 번 훈련한다.

    Returns:
        연속 반감법의 기록과, 모두 9에포크씩 훈련한 기록 `(27, 9)`.
    """
    rates = 10 ** np.random.default_rng(seed).uniform(-4, 1, size=27)
    halved = successive_halving([make_learner(rate, seed) for rate in rates], most=9)
    full = [make_learner(rate, seed) for rate in rates]
    return halved, np.array([[learner() for _ in range(9)] for learner in full])


def draw() -> Figure:
    """설정마다의 검증 정확도를, 멈춘 자리까지 그린다."""
    halved, _ = compare(0)
    figure, axes = plt.subplots()
    for history in sorted(halved, key=len):
        style = {1: ("#777777", 1), 3: ("C1", 1), 9: ("C0", 2)}[len(history)]
        epochs = np.arange(1, len(history) + 1)
        axes.plot(epochs, history, color=style[0], linewidth=style[1])
        axes.plot(epochs[-1], history[-1], "o", color=style[0], markersize=4)
    axes.text(1.2, 0.04, "18개는 1에포크에서 멈춤", color="#777777")
    axes.text(3.2, 0.45, "6개는 3에포크에서 멈춤", color="C1")
    axes.text(9, 0.75, "3개만 9에포크까지", color="C0", ha="right")
    axes.set(xlabel="에포크", ylabel="검증 정확도", xlim=(0.8, 9.2), ylim=(0, 1))
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    lengths = [len(history) for history in compare(0)[0]]
    return (
        f"설정 {len(lengths)}개의 검증 정확도. {lengths.count(1)}개는 1에포크에서, "
        f"{lengths.count(3)}개는 3에포크에서 멈추고 "
        f"{lengths.count(9)}개만 9에포크까지 간다."
    )


def main() -> None:
    """쓴 에포크와, 찾은 설정의 검증 정확도를 출력한다."""
    runs = [compare(seed) for seed in SEEDS]
    spent = sum(len(history) for history in runs[0][0])
    halved = [max(max(h) for h in run if len(h) == 9) for run, _ in runs]
    best = np.array([full.max() for _, full in runs])
    print("씨앗 다섯 개의 중앙값")
    for name, epochs, found in (
        ("설정 27개, 모두 끝까지", 27 * 9, best),
        ("설정 27개, 연속 반감법", spent, halved),
        ("설정 7개, 모두 끝까지 ", 7 * 9, [full[:7].max() for _, full in runs]),
    ):
        print(f"{name}: {epochs}에포크, 정확도 {np.median(found):.3f}")
        print(f"  맨 위보다 가장 많이 낮은 씨앗의 차이: {(best - found).max():.2f}")


if __name__ == "__main__":
    main()
