"""가우시안 프로세스의 길이와 기대 개선의 여유를 바꾸고, 랜덤 탐색과 비교한다."""

from functools import cache
from math import comb

import numpy as np
from scipy.stats import norm
from sklearn.gaussian_process import (
    GaussianProcessRegressor,
)
from sklearn.gaussian_process.kernels import RBF

CANDIDATES = np.linspace(-4, 4, 81)
START = [10, 40]
BUDGET = 12
SEEDS = range(30)
SETTINGS = ((1.0, 0.0), (0.2, 0.0), (0.2, 2.0))


def bumpy(x: np.ndarray) -> np.ndarray:
    """앞에서 쓴, 봉우리가 둘인 함수. 가장 높은 곳은 x = 2 근처다."""
    return np.exp(-((x - 2) ** 2)) + 0.6 * np.exp(
        -((x + 2) ** 2) / 0.5
    )


def expected_improvement(
    mean: np.ndarray, deviation: np.ndarray, goal: float
) -> np.ndarray:
    """후보마다 `goal`보다 얼마나 나아질지 그 기댓값 `(m,)`를 구한다."""
    deviation = np.maximum(deviation, 1e-12)
    z = (mean - goal) / deviation
    return (mean - goal) * norm.cdf(
        z
    ) + deviation * norm.pdf(z)


def expected_gain(
    model: GaussianProcessRegressor, goal: float
) -> np.ndarray:
    """모든 후보의 기대 개선 `(len(CANDIDATES),)`를 대리 모델로 구한다."""
    mean, deviation = model.predict(
        CANDIDATES[:, None], return_std=True
    )
    return expected_improvement(mean, deviation, goal)


def pick(gain: np.ndarray, tried: list[int]) -> int:
    """아직 시도하지 않은 후보 가운데 기대 개선이 가장 큰 것의 번호를 고른다.

    끝자리만 다른 후보는 비긴 것으로 보아, 어느 기기에서나 앞의 것을 고른다.
    """
    left = gain.copy()
    left[tried] = -1.0
    return int(np.argmax(left >= left.max() * (1 - 1e-9)))


# --8<-- [start:settings]
def search(
    length: float,
    margin: float,
    start: list[int] | None = None,
) -> np.ndarray:
    """두 점에서 시작해 열두 번 시도한다.

    Args:
        length: 값이 비슷하다고 볼 거리.
        margin: 지금의 최고보다 이만큼은 나아야 나아졌다고 보는 여유.
            값의 표준편차를 1로 잰다.
        start: 처음에 시도할 후보의 번호 둘. 안 주면 앞에서 쓴 출발점이다.

    Returns:
        시도한 차례대로 점 `(BUDGET,)`.
    """
    model = GaussianProcessRegressor(
        RBF(length),
        alpha=1e-6,
        optimizer=None,
        normalize_y=True,
    )
    tried = list(start or START)
    while len(tried) < BUDGET:
        values = bumpy(CANDIDATES[tried])
        model.fit(CANDIDATES[tried, None], values)
        goal = values.max() + margin * values.std()
        gain = expected_gain(model, goal)
        tried.append(pick(gain, tried))
    return CANDIDATES[tried]


# --8<-- [end:settings]


def random_average(trials: int) -> float:
    """후보에서 겹치지 않게 무작위로 `trials`번 고를 때 최고의 평균.

    작은 것부터 줄을 세우면 `k`번째 값이 최고가 되는 경우의 수를 셀 수 있다.
    """
    values = np.sort(bumpy(CANDIDATES))
    ways = [comb(k, trials - 1) for k in range(len(values))]
    return float(np.average(values, weights=ways))


@cache
def best_found(length: float, margin: float) -> np.ndarray:
    """출발점을 무작위로 바꿔 가며 찾은 최고 `(len(SEEDS),)`."""
    starts = [
        np.random.default_rng(seed)
        .choice(len(CANDIDATES), 2, replace=False)
        .tolist()
        for seed in SEEDS
    ]
    return np.array(
        [
            bumpy(search(length, margin, start)).max()
            for start in starts
        ]
    )


def main() -> None:
    """길이와 여유마다 최고의 평균과 최저를 출력한다."""
    print(
        f"출발점 {len(SEEDS)}개에서 {BUDGET}번 시도한 뒤의 최고"
    )
    for length, margin in SETTINGS:
        best = best_found(length, margin)
        print(f"- 길이 {length}, 여유 {margin}")
        print(
            f"  평균 {best.mean():.2f}, 가장 낮은 것 {best.min():.2f}"
        )
    print(
        f"- 랜덤 탐색의 평균 {random_average(BUDGET):.2f}"
    )


if __name__ == "__main__":
    main()
