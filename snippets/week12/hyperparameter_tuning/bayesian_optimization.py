"""가우시안 프로세스와 기대 개선으로 하는 베이지안 최적화를 NumPy로 처음부터 만든다.

식은 Frazier(2018), "A Tutorial on Bayesian Optimization",
arXiv:1807.02811의 3절과 4.1절을 따른다.
"""

from collections.abc import Callable

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.linalg import cho_factor, cho_solve
from scipy.stats import norm


def rbf_kernel(
    a: np.ndarray, b: np.ndarray, length: float
) -> np.ndarray:
    """두 점이 가까울수록 1에 가까운 공분산 `(len(a), len(b))`를 만든다."""
    return np.exp(
        -0.5 * ((a[:, None] - b[None, :]) / length) ** 2
    )


# --8<-- [start:surrogate]
def posterior(
    tried: np.ndarray,
    values: np.ndarray,
    candidates: np.ndarray,
    length: float = 1.0,
    noise: float = 1e-6,
) -> tuple[np.ndarray, np.ndarray]:
    """대리 모델. 후보의 평균과 표준편차를 예측한다.

    평균이 0이고 분산이 1인 가우시안 프로세스에서 시작한다.

    Args:
        tried: 이미 평가한 점 `(n,)`.
        values: 그 점의 값 `(n,)`.
        candidates: 예측할 점 `(m,)`.
        length: 값이 비슷하다고 볼 거리.
        noise: 관측 잡음의 분산.

    Returns:
        평균 `(m,)`와 표준편차 `(m,)`.
    """
    covariance = rbf_kernel(
        tried, tried, length
    ) + noise * np.eye(len(tried))
    cross = rbf_kernel(candidates, tried, length)
    factor = cho_factor(covariance, lower=True)
    mean = cross @ cho_solve(factor, values)
    variance = 1.0 - np.einsum(
        "ij,ji->i", cross, cho_solve(factor, cross.T)
    )
    return mean, np.sqrt(np.maximum(variance, 0.0))


# --8<-- [end:surrogate]


# --8<-- [start:acquisition]
def expected_improvement(
    mean: np.ndarray, deviation: np.ndarray, best: float
) -> np.ndarray:
    """획득 함수. 지금의 최고보다 나아질 기댓값을 구한다.

    평균이 높은 곳(활용)과 표준편차가 큰 곳(탐색) 모두 값이 커진다.

    Args:
        mean: 예측 평균 `(m,)`. 클수록 좋은 값이다.
        deviation: 예측 표준편차 `(m,)`.
        best: 지금까지의 최고.

    Returns:
        0 이상의 기대 개선 `(m,)`.
    """
    safe = np.maximum(deviation, 1e-12)
    z = (mean - best) / safe
    return np.maximum(
        (mean - best) * norm.cdf(z) + safe * norm.pdf(z),
        0.0,
    )


# --8<-- [end:acquisition]


def look(
    tried: np.ndarray,
    values: np.ndarray,
    candidates: np.ndarray,
    length: float = 1.0,
    margin: float = 0.0,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """지금까지 평가한 값으로 예측한 평균, 표준편차, 기대 개선을 각각 `(m,)`로 구한다.

    값의 눈금을 평균 0, 분산 1로 맞춰 예측하고, 결과를 원래 눈금으로 되돌린다.
    `margin`은 지금의 최고보다 이만큼은 커야 나아졌다고 보는 여유다. 맞춘 눈금으로 잰다.
    """
    center, scale = np.mean(values), np.std(values) or 1.0
    mean, deviation = posterior(
        tried, (values - center) / scale, candidates, length
    )
    mean, deviation = (
        center + scale * mean,
        scale * deviation,
    )
    goal = np.max(values) + scale * margin
    return (
        mean,
        deviation,
        expected_improvement(mean, deviation, goal),
    )


def pick(gain: np.ndarray, tried: list[int]) -> int:
    """아직 평가하지 않은 후보 가운데 값이 가장 큰 것의 번호를 고른다.

    끝자리만 다른 후보는 비긴 것으로 보아, 어느 기기에서나 앞의 것을 고른다.

    Args:
        gain: 후보마다의 기대 개선 `(m,)`.
        tried: 이미 평가한 후보의 번호.
    """
    left = gain.copy()
    left[tried] = -1.0
    return int(np.argmax(left >= left.max() * (1 - 1e-9)))


# --8<-- [start:loop]
def maximize(
    objective: Callable[[float], float],
    candidates: np.ndarray,
    start: list[int],
    budget: int,
    **settings: float,
) -> tuple[np.ndarray, np.ndarray]:
    """값이 가장 클 후보를 찾아 `budget`번 평가한다.

    Args:
        objective: 후보 하나를 평가해 클수록 좋은 값을 돌려주는 함수.
        candidates: 평가할 수 있는 점 `(m,)`.
        start: 처음에 평가할 후보의 번호. 둘 이상이어야 값의 눈금을 맞출 수 있다.
        budget: 처음 것을 포함해 평가할 횟수.
        settings: `look`에 건넬 길이와 여유.

    Returns:
        평가한 점과 그 값. 평가한 차례대로 각각 `(budget,)`.
    """
    tried = list(start)
    values = [objective(candidates[i]) for i in tried]
    while len(tried) < budget:
        seen = candidates[tried], np.array(values)
        *_, gain = look(*seen, candidates, **settings)
        tried.append(pick(gain, tried))
        values.append(objective(candidates[tried[-1]]))
    return candidates[tried], np.array(values)


# --8<-- [end:loop]


def bumpy(x: float) -> float:
    """봉우리가 둘인 장난감 목적 함수. 가장 높은 곳은 x = 2 근처다."""
    return float(
        np.exp(-((x - 2) ** 2))
        + 0.6 * np.exp(-((x + 2) ** 2) / 0.5)
    )


def run() -> tuple[np.ndarray, np.ndarray]:
    """장난감 함수를 두 점에서 시작해 열두 번 평가한다."""
    return maximize(
        bumpy,
        np.linspace(-4, 4, 81),
        start=[10, 40],
        budget=12,
    )


def draw() -> Figure:
    """세 번째부터 열두 번째까지, 다음 점을 고를 때마다 본 것을 한 줄씩 그린다.

    왼쪽은 눈금을 맞춘 예측과 평가한 점, 오른쪽은 높이를 맞춘 획득 함수다.
    """
    tried, values = run()
    figure, (left, right) = plt.subplots(
        1, 2, sharey=True, figsize=(4.8, 8.4)
    )
    figure.subplots_adjust(
        left=0.15,
        right=0.98,
        top=0.96,
        bottom=0.06,
        wspace=0.06,
    )
    gap = np.array([np.nan])  # 한 선을 여러 토막으로 끊는다
    x, means, gains, points, nexts = [], [], [], [], []
    for seen in range(2, 12):
        floor = -6.0 * seen
        line = np.union1d(
            np.linspace(-4, 4, 33), tried[seen]
        )
        center, scale = (
            values[:seen].mean(),
            values[:seen].std(),
        )
        mean, deviation, gain = look(
            tried[:seen], values[:seen], line
        )
        mean = floor + (mean - center) / scale
        band = 2 * deviation / scale
        left.fill_between(
            line,
            mean - band,
            mean + band,
            color="C0",
            alpha=0.2,
            linewidth=0,
        )
        x += [line, gap]
        means += [mean, gap]
        gains += [floor - 2 + 4 * gain / gain.max(), gap]
        points += [
            (
                tried[:seen],
                floor + (values[:seen] - center) / scale,
            )
        ]
        nexts += [
            (
                (tried[seen],) * 3,
                (floor - 2.4, floor + 3, np.nan),
            )
        ]
    left.plot(
        np.hstack(x),
        np.hstack(means),
        color="C0",
        linewidth=1.5,
    )
    left.plot(
        *np.hstack(points),
        "o",
        color="#111111",
        markersize=4,
    )
    right.plot(
        np.hstack(x),
        np.hstack(gains),
        color="C1",
        linewidth=1.5,
    )
    for axes, title in (
        (left, "예측: 평균과 띠"),
        (right, "획득 함수: 기대 개선"),
    ):
        axes.plot(
            *np.hstack(nexts),
            color="#777777",
            linestyle="--",
            linewidth=1.2,
        )
        axes.set_title(title, fontsize=11)
        axes.set(
            xlim=(-4.2, 4.2),
            ylim=(-69.5, -8),
            xticks=[-4, 0, 4],
            xlabel="x",
        )
        axes.grid(visible=False)
        axes.tick_params(left=False)
    left.set_yticks(
        [-6.0 * seen for seen in range(2, 12)],
        [f"{n}번째" for n in range(3, 13)],
    )
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    tried, values = run()
    best = tried[values.argmax()]
    return (
        "다음 점을 고르는 열 단계. 왼쪽은 예측 평균과 표준편차의 두 배 띠와 평가한 점, "
        "오른쪽은 기대 개선이고, 기대 개선이 가장 큰 자리를 다음에 평가한다. "
        f"왼쪽 봉우리를 좁혀 가다 오른쪽으로 건너가 x = {best:.1f}에서 최고를 찾는다."
    )


def main() -> None:
    """장난감 함수를 열두 번 평가한 과정을 출력한다."""
    tried, values = run()
    for step, (x, y) in enumerate(
        zip(tried, values, strict=True), start=1
    ):
        print(
            f"{step}번째: x = {x:4.1f}, 값 {y:.2f}, 최고 {values[:step].max():.2f}"
        )


if __name__ == "__main__":
    main()
