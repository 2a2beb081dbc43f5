"""그리드 탐색과 랜덤 탐색이 중요한 축 하나를 얼마나 촘촘히 보는지 비교한다.

Bergstra, Bengio(2012)의 그림 1을 점수 함수로 옮겨, 목표점을 옮겨 가며 되풀이한다.
"""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

# 목표점과 랜덤 탐색을 뽑는 시드.
SEEDS = range(1)


# --8<-- [start:trials]
def grid_trials(
    side: int, edges: bool = False
) -> np.ndarray:
    """그리드 탐색. 축마다 정한 값의 모든 조합을 만든다.

    축마다 값이 `side`개라서 점은 `(side², 2)`다. 값은 칸의 가운데에 놓는다.
    `edges`면 0과 1을 넣어 양 끝까지 벌린다.
    """
    values = (
        np.linspace(0, 1, side)
        if edges
        else (np.arange(side) + 0.5) / side
    )
    return np.stack(
        np.meshgrid(values, values), axis=-1
    ).reshape(-1, 2)


def random_trials(
    count: int, rng: np.random.Generator
) -> np.ndarray:
    """랜덤 탐색. 점 `(count, 2)`를 균등하게 뽑는다."""
    return rng.uniform(size=(count, 2))


# --8<-- [end:trials]


# --8<-- [start:score]
def score(
    trials: np.ndarray,
    target: np.ndarray,
    importance: tuple[float, float],
) -> np.ndarray:
    """목표점에 가까울수록 1에 가까운 점수 `(n,)`.

    중요하지 않은 축은 세지 않는다.

    Args:
        trials: 시도한 점 `(n, 2)`.
        target: 가장 좋은 점 `(2,)`.
        importance: 두 축의 중요도.
    """
    distance = (
        np.array(importance) * (trials - target) ** 2
    ).sum(axis=1)
    return np.exp(-distance / (2 * 0.1**2))


# --8<-- [end:score]


@cache
def median_best(
    importance: tuple[float, float],
    side: int = 3,
    repeats: int = 2000,
) -> tuple[float, float, float]:
    """목표점을 옮겨 가며 찾은 최고 점수의 중앙값을 구한다.

    Returns:
        칸의 가운데에 놓은 그리드, 양 끝에 놓은 그리드, 랜덤.
    """
    rng = np.random.default_rng(SEEDS.start)
    best = []
    for _ in range(repeats):
        target = rng.uniform(size=2)
        ways = (
            grid_trials(side),
            grid_trials(side, edges=True),
            random_trials(side**2, rng),
        )
        best.append(
            [
                score(trials, target, importance).max()
                for trials in ways
            ]
        )
    return tuple(np.median(best, axis=0).tolist())


def draw() -> Figure:
    """두 탐색이 고른 점 아홉 개와, 중요한 축에서 본 자리를 그린다."""
    target = np.array([0.36, 0.5])
    line = np.column_stack(
        [np.linspace(0, 1, 41), np.full(41, 0.5)]
    )
    figure, axes = plt.subplots(
        2,
        2,
        sharex=True,
        height_ratios=(1, 2.4),
        figsize=(4.8, 3.9),
    )
    figure.subplots_adjust(
        top=0.92, hspace=0.1, wspace=0.15
    )
    both = (
        grid_trials(3),
        random_trials(9, np.random.default_rng(3)),
    )
    for column, (name, trials) in enumerate(
        zip(("그리드", "랜덤"), both, strict=True)
    ):
        top, bottom = axes[:, column]
        top.plot(
            line[:, 0],
            score(line, target, (1, 0)),
            color="#777777",
        )
        heights = score(trials, target, (1, 0))
        top.vlines(
            trials[:, 0], 0, heights, color=f"C{column}"
        )
        top.plot(
            trials[:, 0],
            heights,
            "o",
            color=f"C{column}",
            markersize=5,
        )
        top.set_title(name, fontsize=11, color=f"C{column}")
        top.set(ylim=(0, 1.1), yticks=[])
        bottom.plot(*trials.T, "o", color=f"C{column}")
        bottom.set(
            xlim=(0, 1),
            ylim=(0, 1),
            xticks=[0, 1],
            yticks=[],
            xlabel="중요한 축",
        )
    axes[0, 0].set_ylabel("점수")
    axes[1, 0].set_ylabel("중요하지 않은 축")
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    both = (
        grid_trials(3),
        random_trials(9, np.random.default_rng(3)),
    )
    grid, scattered = (
        len(np.unique(trials[:, 0])) for trials in both
    )
    return (
        "점 아홉 개를 찍었다. 중요한 축에서 보면 그리드는 서로 다른 값 "
        f"{grid}개에 겹치고 랜덤은 {scattered}개로 흩어져, "
        "점수의 봉우리에 더 가까운 것이 있다."
    )


def main() -> None:
    """아홉 번 시도해 찾은 최고 점수를 축의 중요도에 따라 출력한다."""
    print("아홉 번 시도해 찾은 최고 점수의 중앙값")
    for name, importance in (
        ("한 축만 중요할 때  ", (1, 0)),
        ("두 축이 모두 중요할 때", (1, 1)),
    ):
        inside, edges, scattered = median_best(importance)
        print(f"{name}: 랜덤 {scattered:.2f}")
        print(
            f"  그리드, 칸의 가운데 {inside:.2f}, 양 끝 {edges:.2f}"
        )


if __name__ == "__main__":
    main()
