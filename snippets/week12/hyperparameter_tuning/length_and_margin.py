"""가우시안 프로세스의 길이와 기대 개선의 여유를 바꾸고, 랜덤 탐색과 견준다."""

from math import comb

import numpy as np
from scipy.stats import norm
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF

CANDIDATES = np.linspace(-4, 4, 81)
START = [10, 40]
BUDGET = 12


def bumpy(x: np.ndarray) -> np.ndarray:
    """앞에서 쓴, 봉우리가 둘인 함수. 가장 높은 곳은 x = 2 근처다."""
    return np.exp(-((x - 2) ** 2)) + 0.6 * np.exp(-((x + 2) ** 2) / 0.5)


def expected_improvement(
    mean: np.ndarray, deviation: np.ndarray, goal: float
) -> np.ndarray:
    """후보마다 `goal`보다 얼마나 나아질지 그 기댓값 `(m,)`를 구한다."""
    deviation = np.maximum(deviation, 1e-12)
    z = (mean - goal) / deviation
    return (mean - goal) * norm.cdf(z) + deviation * norm.pdf(z)


# --8<-- [start:settings]
def search(length: float, margin: float) -> np.ndarray:
    """두 점에서 시작해 열두 번 시험한다.

    Args:
        length: 값이 비슷하다고 볼 거리.
        margin: 지금의 최고보다 이만큼은 나아야 나아졌다고 보는 여유.
            값의 표준편차를 1로 잰다.

    Returns:
        시험한 차례대로 점 `(BUDGET,)`.
    """
    model = GaussianProcessRegressor(
        RBF(length), alpha=1e-6, optimizer=None, normalize_y=True
    )
    tried = list(START)
    while len(tried) < BUDGET:
        values = bumpy(CANDIDATES[tried])
        model.fit(CANDIDATES[tried, None], values)
        mean, deviation = model.predict(CANDIDATES[:, None], return_std=True)
        goal = values.max() + margin * values.std()
        gain = expected_improvement(mean, deviation, goal)
        gain[tried] = -1.0
        # 끝자리만 다른 후보는 비긴 것으로 보아, 어느 기기에서나 앞의 것을 고른다.
        tried.append(int(np.argmax(gain >= gain.max() * (1 - 1e-9))))
    return CANDIDATES[tried]


def random_average(trials: int) -> float:
    """후보에서 겹치지 않게 아무렇게나 `trials`번 고를 때 최고의 평균.

    작은 것부터 줄을 세우면 `k`번째 값이 최고가 되는 경우의 수를 셀 수 있다.
    """
    values = np.sort(bumpy(CANDIDATES))
    ways = [comb(k, trials - 1) for k in range(len(values))]
    return float(np.average(values, weights=ways))


# --8<-- [end:settings]


def main() -> None:
    """길이와 여유마다 최고를 출력한다."""
    print(f"{BUDGET}번 시험한 뒤의 최고")
    for length, margin in ((1.0, 0.0), (0.2, 0.0), (0.2, 2.0)):
        best = bumpy(search(length, margin)).max()
        print(f"- 길이 {length}, 여유 {margin}: {best:.2f}")
    print(f"- 랜덤 탐색의 평균: {random_average(BUDGET):.2f}")


if __name__ == "__main__":
    main()
