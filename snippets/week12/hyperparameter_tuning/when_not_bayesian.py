"""차원이 늘거나 잡음이 커지면 베이지안 최적화의 이득이 어떻게 되는지 잰다.

목표점까지의 거리를 줄이는 장난감 문제다. 랜덤 탐색에는 같은 횟수와 네 배를 모두 준다.
"""

from functools import cache

import numpy as np
from scipy.stats import norm, ttest_1samp
from sklearn.gaussian_process import (
    GaussianProcessRegressor,
)
from sklearn.gaussian_process.kernels import RBF

BUDGET = 30
SEEDS = range(30)
CONDITIONS = (
    (" 2차원, 잡음 없음", 2, 0.0),
    ("20차원, 잡음 없음", 20, 0.0),
    (" 2차원, 잡음 큼", 2, 0.3),
)


# --8<-- [start:problem]
def distance(
    points: np.ndarray, target: np.ndarray
) -> np.ndarray:
    """목표점까지의 거리. 작을수록 좋다.

    차원 수의 제곱근으로 나눈다.
    """
    return np.sqrt(((points - target) ** 2).mean(axis=-1))


# --8<-- [end:problem]


# --8<-- [start:choose]
def choose(
    surrogate: GaussianProcessRegressor,
    points: np.ndarray,
    rng: np.random.Generator,
) -> np.ndarray:
    """기대 개선이 가장 큰 후보 `(d,)`를 고른다.

    후보 300개의 절반은 어디서나, 절반은 예측이 가장 좋은 점의 둘레에서 뽑는다.
    잡음이 있으면 관측한 최고는 운일 수 있어, 예측의 최고와 비교한다.
    """
    predicted = surrogate.predict(points)
    size = 150, points.shape[1]
    steps = 0.1 * rng.normal(size=size)
    nearby = points[predicted.argmin()] + steps
    anywhere = rng.uniform(size=size)
    candidates = np.vstack([anywhere, nearby.clip(0, 1)])
    mean, deviation = surrogate.predict(
        candidates, return_std=True
    )
    deviation = np.maximum(deviation, 1e-12)
    z = (predicted.min() - mean) / deviation
    gain = deviation * (z * norm.cdf(z) + norm.pdf(z))
    return candidates[gain.argmax()]


# --8<-- [end:choose]


def make_surrogate(
    dimensions: int, noise: float
) -> GaussianProcessRegressor:
    """차원과 잡음에 맞춘 대리 모델을 만든다."""
    return GaussianProcessRegressor(
        RBF(0.3 * np.sqrt(dimensions)),
        alpha=0.5 if noise else 1e-6,
        optimizer=None,
        normalize_y=True,
    )


# --8<-- [start:minimize]
def minimize(
    target: np.ndarray,
    noise: float,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray]:
    """무작위로 다섯 번, 그 뒤로는 골라서 시도한다.

    Returns:
        시도한 점 `(BUDGET, d)`와 잡음이 섞인 관측값 `(BUDGET,)`.
    """
    points = rng.uniform(size=(5, len(target)))
    errors = noise * rng.normal(size=5)
    values = distance(points, target) + errors
    surrogate = make_surrogate(len(target), noise)
    while len(points) < BUDGET:
        surrogate.fit(points, values)
        chosen = choose(surrogate, points, rng)
        error = noise * rng.normal()
        points = np.vstack([points, chosen])
        values = np.append(
            values, distance(chosen, target) + error
        )
    return points, values


# --8<-- [end:minimize]


# --8<-- [start:compare]
@cache
def compare(dimensions: int, noise: float) -> np.ndarray:
    """고른 점의 참 거리를 시드마다 잰다.

    관측한 값이 가장 좋은 점을 고른다.

    Returns:
        `(3, 시드)`. 차례로 베이지안, 같은 횟수의 랜덤, 네 배의 랜덤이다.
    """
    found = np.empty((3, len(SEEDS)))
    for column, seed in enumerate(SEEDS):
        rng = np.random.default_rng(seed)
        target = rng.uniform(0.2, 0.8, size=dimensions)
        points, values = minimize(target, noise, rng)
        found[0, column] = distance(
            points[values.argmin()], target
        )
        points = rng.uniform(size=(4 * BUDGET, dimensions))
        values = distance(
            points, target
        ) + noise * rng.normal(size=4 * BUDGET)
        for row, count in ((1, BUDGET), (2, 4 * BUDGET)):
            chosen = points[values[:count].argmin()]
            found[row, column] = distance(chosen, target)
    return found


# --8<-- [end:compare]


def gap(
    dimensions: int, noise: float, row: int
) -> tuple[float, float, float]:
    """베이지안의 거리에서 같은 시드의 랜덤의 거리를 뺀 평균과 95% 신뢰 구간.

    Args:
        dimensions: 차원의 수.
        noise: 잡음의 표준편차.
        row: `compare`에서 랜덤 탐색의 줄.
    """
    found = compare(dimensions, noise)
    gaps = found[0] - found[row]
    interval = ttest_1samp(gaps, 0).confidence_interval(
        0.95
    )
    return (
        float(gaps.mean()),
        float(interval.low),
        float(interval.high),
    )


def main() -> None:
    """조건마다 평균 거리와, 짝지은 차이를 출력한다."""
    print(
        f"고른 점에서 목표점까지의 거리, 시드 {len(SEEDS)}개의 평균"
    )
    print(
        f"베이지안 {BUDGET}번 / 랜덤 {BUDGET}번 / 랜덤 {4 * BUDGET}번"
    )
    for name, dimensions, noise in CONDITIONS:
        found = compare(dimensions, noise).mean(axis=1)
        print(
            f"{name}: {' / '.join(f'{value:.2f}' for value in found)}"
        )
        mean, low, high = gap(dimensions, noise, row=1)
        print(
            f"  랜덤 {BUDGET}번과의 차이 {mean:.2f}, 95% 구간 {low:.2f}부터 {high:.2f}"
        )


if __name__ == "__main__":
    main()
