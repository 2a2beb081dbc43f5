"""차원이 늘거나 잡음이 커지면 베이지안 최적화의 이득이 어떻게 되는지 잰다.

과녁까지의 거리를 줄이는 장난감 문제다. 랜덤 탐색에는 같은 횟수와 두 배를 모두 준다.
"""

from functools import cache

import numpy as np
from scipy.stats import norm
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF

BUDGET = 30
SEEDS = range(10)


# --8<-- [start:problem]
def distance(points: np.ndarray, target: np.ndarray) -> np.ndarray:
    """과녁까지의 거리를 차원 수의 제곱근으로 나눈 값. 작을수록 좋다."""
    return np.sqrt(((points - target) ** 2).mean(axis=-1))


# --8<-- [end:problem]


def minimize(
    target: np.ndarray, noise: float, random: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """가우시안 프로세스와 기대 개선으로 `BUDGET`번 시험한다.

    Returns:
        시험한 점 `(BUDGET, d)`와 잡음이 섞인 관측값 `(BUDGET,)`.
    """
    dimensions = len(target)
    points = random.uniform(size=(5, dimensions))
    values = distance(points, target) + noise * random.normal(size=5)
    surrogate = GaussianProcessRegressor(
        RBF(0.3 * np.sqrt(dimensions)),
        alpha=0.5 if noise else 1e-6,
        optimizer=None,
        normalize_y=True,
    )
    while len(points) < BUDGET:
        candidates = random.uniform(size=(300, dimensions))
        surrogate.fit(points, values)
        mean, deviation = surrogate.predict(candidates, return_std=True)
        # 잡음이 있으면 관측한 최고는 운일 수 있어, 예측의 최고와 견준다.
        best = surrogate.predict(points).min()
        z = (best - mean) / np.maximum(deviation, 1e-12)
        gain = deviation * (z * norm.cdf(z) + norm.pdf(z))
        chosen = candidates[gain.argmax()]
        points = np.vstack([points, chosen])
        value = distance(chosen, target) + noise * random.normal()
        values = np.append(values, value)
    return points, values


# --8<-- [start:compare]
@cache
def compare(dimensions: int, noise: float) -> np.ndarray:
    """고른 점의 참 거리를 씨앗마다 잰다.

    Returns:
        `(3, 씨앗)`. 차례로 베이지안, 같은 횟수의 랜덤, 두 배의 랜덤이다.
    """
    found = np.empty((3, len(SEEDS)))
    for column, seed in enumerate(SEEDS):
        random = np.random.default_rng(seed)
        target = random.uniform(0.2, 0.8, size=dimensions)
        points, values = minimize(target, noise, random)
        found[0, column] = distance(points[values.argmin()], target)
        points = random.uniform(size=(2 * BUDGET, dimensions))
        values = distance(points, target) + noise * random.normal(size=2 * BUDGET)
        for row, count in ((1, BUDGET), (2, 2 * BUDGET)):
            chosen = points[values[:count].argmin()]
            found[row, column] = distance(chosen, target)
    return found


# --8<-- [end:compare]


def main() -> None:
    """조건마다 고른 점의 거리를 씨앗의 중앙값으로 출력한다."""
    print("고른 점에서 과녁까지의 거리 (작을수록 좋다)")
    print("베이지안 30번 / 랜덤 30번 / 랜덤 60번")
    for name, dimensions, noise in (
        (" 2차원, 잡음 없음", 2, 0.0),
        ("20차원, 잡음 없음", 20, 0.0),
        (" 2차원, 잡음 큼  ", 2, 0.3),
    ):
        found = np.median(compare(dimensions, noise), axis=1)
        print(f"{name}: {' / '.join(f'{value:.2f}' for value in found)}")


if __name__ == "__main__":
    main()
