"""연속 반감법으로 가망 없는 설정을 일찍 멈추고, 쓴 에포크를 센다.

Jamieson, Talwalkar(2016)의 방법이다. 셋 가운데 하나만 남기며 에포크를 세 배로 늘린다.
"""

from collections.abc import Callable
from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.special import softmax
from scipy.stats import ttest_1samp
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

Learner = Callable[[], float]

SEEDS = range(50)


# --8<-- [start:halving]
def successive_halving(
    learners: list[Learner], most: int, factor: int = 3
) -> list[list[float]]:
    """더 훈련하고 정확도가 높은 1/factor만 남긴다.

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
            history[i] += [
                learners[i]()
                for _ in range(epochs - len(history[i]))
            ]
        if epochs == most:
            return history
        alive.sort(
            key=lambda i: history[i][-1], reverse=True
        )
        alive = alive[: max(1, len(alive) // factor)]
        epochs = min(most, epochs * factor)


# --8<-- [end:halving]


def learning_curves(
    rates: np.ndarray, seed: int, epochs: int = 9
) -> np.ndarray:
    """학습률만 다른 신경망 여럿을 NumPy로 함께 훈련한다.

    Args:
        rates: 학습률 `(k,)`.
        seed: 데이터를 나누고 가중치를 정할 시드.
        epochs: 에포크 수.

    Returns:
        신경망마다 에포크별 검증 정확도 `(k, epochs)`.
    """
    x, y = load_digits(return_X_y=True)
    train_x, val_x, train_y, val_y = train_test_split(
        x / 16,
        y,
        train_size=150,
        test_size=300,
        random_state=seed,
    )
    rng = np.random.default_rng(seed)
    steps, onehot = rates[:, None, None], np.eye(10)
    first = np.repeat(
        rng.normal(scale=0.125, size=(1, 64, 16)),
        len(rates),
        axis=0,
    )
    second = np.repeat(
        rng.normal(scale=0.25, size=(1, 16, 10)),
        len(rates),
        axis=0,
    )
    accuracies = []
    for _ in range(epochs):
        for rows in rng.permutation(150).reshape(10, 15):
            hidden = np.tanh(train_x[rows] @ first)
            error = (
                softmax(hidden @ second, axis=-1)
                - onehot[train_y[rows]]
            ) / 15
            back = (error @ second.transpose(0, 2, 1)) * (
                1 - hidden**2
            )
            second -= steps * (
                hidden.transpose(0, 2, 1) @ error
            )
            first -= steps * (train_x[rows].T @ back)
        answers = (np.tanh(val_x @ first) @ second).argmax(
            axis=-1
        )
        accuracies.append((answers == val_y).mean(axis=1))
    return np.array(accuracies).T


@cache
def compare(
    seed: int,
) -> tuple[list[list[float]], np.ndarray]:
    """설정 27개를 모두 끝까지 훈련하고, 같은 기록에서 연속 반감법을 돌린다.

    Returns:
        연속 반감법의 기록과, 모두 9에포크씩 훈련한 기록 `(27, 9)`.
    """
    rates = 10 ** np.random.default_rng(seed).uniform(
        -4, 1, size=27
    )
    full = learning_curves(rates, seed)
    # 멈춘 설정은 다시 훈련하지 않으므로, 기록을 앞에서부터 읽는 것과 같다.
    halved = successive_halving(
        [iter(curve).__next__ for curve in full], most=9
    )
    return halved, full


def found() -> np.ndarray:
    """찾은 최고 검증 정확도 `(3, 시드)`.

    차례로 27개를 모두 끝까지, 27개를 연속 반감법으로, 7개만 끝까지 훈련한 것이다.
    """
    runs = [compare(seed) for seed in SEEDS]
    return np.array(
        [
            [full.max() for _, full in runs],
            [max(map(max, halved)) for halved, _ in runs],
            [full[:7].max() for _, full in runs],
        ]
    )


def draw() -> Figure:
    """설정마다의 검증 정확도를, 멈춘 자리까지 그린다."""
    halved, _ = compare(0)
    figure, axes = plt.subplots()
    for history in sorted(halved, key=len):
        style = {
            1: ("#777777", 1),
            3: ("C1", 1),
            9: ("C0", 2),
        }[len(history)]
        epochs = np.arange(1, len(history) + 1)
        axes.plot(
            epochs,
            history,
            color=style[0],
            linewidth=style[1],
        )
        axes.plot(
            epochs[-1],
            history[-1],
            "o",
            color=style[0],
            markersize=4,
        )
    axes.text(
        1.2,
        0.04,
        "18개는 1에포크에서 멈춤",
        color="#777777",
    )
    axes.text(
        3.2, 0.45, "6개는 3에포크에서 멈춤", color="C1"
    )
    axes.text(
        9, 0.75, "3개만 9에포크까지", color="C0", ha="right"
    )
    axes.set(
        xlabel="에포크",
        ylabel="검증 정확도",
        xlim=(0.8, 9.2),
        ylim=(0, 1),
    )
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
    """쓴 에포크와 찾은 검증 정확도, 모두 훈련한 것과의 짝지은 차이를 출력한다."""
    best, halved, fewer = found()
    spent = sum(map(len, compare(SEEDS[0])[0]))
    print(f"시드 {len(SEEDS)}개의 평균 검증 정확도")
    print(
        f"설정 27개, 모두 끝까지: {27 * 9}에포크, {best.mean():.3f}"
    )
    for name, epochs, values in (
        ("설정 27개, 연속 반감법", spent, halved),
        ("설정 7개, 모두 끝까지", 7 * 9, fewer),
    ):
        low, high = ttest_1samp(
            values - best, 0
        ).confidence_interval(0.95)
        print(
            f"{name}: {epochs}에포크, {values.mean():.3f}"
        )
        print(
            f"  맨 위와의 차이의 95% 구간: {low:.3f}부터 {high:.3f}"
        )


if __name__ == "__main__":
    main()
