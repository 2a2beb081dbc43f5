"""가우시안 프로세스와 기대 개선으로 하는 베이지안 최적화를 NumPy로 처음부터 만든다.

식은 Frazier(2018), "A Tutorial on Bayesian Optimization",
arXiv:1807.02811의 3절과 4.1절을 따른다.
"""

from collections.abc import Callable

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.stats import norm


def rbf_kernel(a: np.ndarray, b: np.ndarray, length: float) -> np.ndarray:
    """두 점이 가까울수록 1에 가까운 공분산 `(len(a), len(b))`를 만든다."""
    return np.exp(-0.5 * ((a[:, None] - b[None, :]) / length) ** 2)


# --8<-- [start:surrogate]
def posterior(
    tried: np.ndarray,
    values: np.ndarray,
    candidates: np.ndarray,
    length: float = 1.0,
    noise: float = 1e-6,
) -> tuple[np.ndarray, np.ndarray]:
    """대리 모델: 지금까지의 값으로 후보마다 평균과 표준편차를 예측한다.

    평균이 0이고 분산이 1인 가우시안 프로세스에서 시작한다.

    Args:
        tried: 이미 시험한 점 `(n,)`.
        values: 그 점의 값 `(n,)`.
        candidates: 예측할 점 `(m,)`.
        length: 값이 비슷하다고 볼 거리.
        noise: 관측 잡음의 분산.

    Returns:
        평균 `(m,)`와 표준편차 `(m,)`.
    """
    covariance = rbf_kernel(tried, tried, length) + noise * np.eye(len(tried))
    cross = rbf_kernel(candidates, tried, length)
    factor = cho_factor(covariance, lower=True)
    mean = cross @ cho_solve(factor, values)
    variance = 1.0 - np.einsum("ij,ji->i", cross, cho_solve(factor, cross.T))
    return mean, np.sqrt(np.maximum(variance, 0.0))


# --8<-- [end:surrogate]


# --8<-- [start:acquisition]
def expected_improvement(
    mean: np.ndarray, deviation: np.ndarray, best: float
) -> np.ndarray:
    """획득 함수: 후보마다 지금의 최고보다 얼마나 나아질지 그 기댓값을 구한다.

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
    return np.maximum((mean - best) * norm.cdf(z) + safe * norm.pdf(z), 0.0)


# --8<-- [end:acquisition]


# --8<-- [start:loop]
def maximize(
    objective: Callable[[float], float],
    candidates: np.ndarray,
    start: list[int],
    budget: int,
) -> tuple[np.ndarray, np.ndarray]:
    """값이 가장 클 후보를 찾아 `budget`번 시험한다.

    Args:
        objective: 후보 하나를 시험해 클수록 좋은 값을 돌려주는 함수.
        candidates: 시험할 수 있는 점 `(m,)`.
        start: 처음에 시험할 후보의 번호. 둘 이상이어야 값의 눈금을 맞출 수 있다.
        budget: 처음 것을 포함해 시험할 횟수.

    Returns:
        시험한 점과 그 값. 시험한 차례대로 각각 `(budget,)`.
    """
    tried = list(start)
    values = [objective(candidates[i]) for i in tried]
    while len(tried) < budget:
        scaled = (np.array(values) - np.mean(values)) / (np.std(values) or 1.0)
        mean, deviation = posterior(candidates[tried], scaled, candidates)
        gain = expected_improvement(mean, deviation, scaled.max())
        gain[tried] = -1.0
        tried.append(int(np.argmax(gain)))
        values.append(objective(candidates[tried[-1]]))
    return candidates[tried], np.array(values)


# --8<-- [end:loop]


def bumpy(x: float) -> float:
    """봉우리가 둘인 장난감 목적 함수. 가장 높은 곳은 x = 2 근처다."""
    return float(np.exp(-((x - 2) ** 2)) + 0.6 * np.exp(-((x + 2) ** 2) / 0.5))


def main() -> None:
    """장난감 함수를 열두 번 시험한 과정을 출력한다."""
    tried, values = maximize(bumpy, np.linspace(-4, 4, 81), start=[10, 40], budget=12)
    for step, (x, y) in enumerate(zip(tried, values, strict=True), start=1):
        print(f"{step}번째: x = {x:4.1f}, 값 {y:.2f}, 최고 {values[:step].max():.2f}")


if __name__ == "__main__":
    main()
