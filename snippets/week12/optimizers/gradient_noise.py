"""미니배치 그레이디언트가 전체 그레이디언트를 어림한 값임을 보인다."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.datasets import load_diabetes

# 442로 나누어떨어져서 모든 미니배치의 크기가 같다.
BATCH_SIZES = (1, 13, 34, 442)


def standardized_diabetes() -> tuple[
    np.ndarray, np.ndarray
]:
    """당뇨병 데이터의 특성 `(442, 10)`과 목표 `(442,)`를 평균 0, 분산 1로 맞춘다."""
    data = load_diabetes()
    features = data.data / data.data.std(axis=0)
    return features, (
        data.target - data.target.mean()
    ) / data.target.std()


# --8<-- [start:gradient]
def gradient(
    weight: np.ndarray,
    features: np.ndarray,
    target: np.ndarray,
) -> np.ndarray:
    """선형 회귀의 평균 제곱 오차를 미분한다.

    가중치 `(features,)`, 특성 `(rows, features)`, 목표 `(rows,)`를 받아
    `(features,)`를 돌려준다.
    """
    errors = features @ weight - target
    return 2 * features.T @ errors / len(target)


# --8<-- [end:gradient]


# --8<-- [start:batches]
def batch_gradients(
    batch_size: int, seed: int = 0
) -> np.ndarray:
    """섞은 데이터를 한 바퀴 돌며 미니배치마다 구한다.

    Args:
        batch_size: 미니배치의 크기. 442로 나누어떨어져야 한다.
        seed: 데이터를 섞는 시드.

    Returns:
        출발점(모두 0)에서의 그레이디언트 `(442 / batch_size, 10)`.

    Raises:
        ValueError: 남는 데이터가 있을 때.
    """
    features, target = standardized_diabetes()
    if len(target) % batch_size:
        raise ValueError(
            f"{len(target)}개를 "
            f"{batch_size}개씩 나누면 남는다."
        )
    order = np.random.default_rng(seed).permutation(
        len(target)
    )
    weight = np.zeros(features.shape[1])
    return np.array(
        [
            gradient(weight, features[rows], target[rows])
            for rows in order.reshape(-1, batch_size)
        ]
    )


# --8<-- [end:batches]


def draw() -> Figure:
    """미니배치 그레이디언트 두 성분의 흩어짐을 그린다."""
    figure, axes = plt.subplots()
    for number, (batch_size, marker) in enumerate(
        ((1, "."), (34, "^"))
    ):
        points = batch_gradients(batch_size)[:80]
        axes.scatter(
            points[:, 2],
            points[:, 8],
            s=16,
            color=f"C{number}",
            marker=marker,
        )
    (full,) = batch_gradients(442)
    axes.plot(
        full[2],
        full[8],
        "+",
        color="#111111",
        markersize=14,
    )
    axes.text(-10.5, 3.2, "배치 1", color="C0")
    axes.text(0.3, -2.2, "배치 34", color="C1")
    axes.set(
        xlabel="bmi의 그레이디언트",
        ylabel="s5의 그레이디언트",
    )
    axes.set(xlim=(-11, 7), ylim=(-11, 7))
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    spread = {
        size: batch_gradients(size)
        .std(axis=0)[[2, 8]]
        .mean()
        for size in (1, 34)
    }
    return (
        "특성 둘에 걸린 그레이디언트의 산점도. 전체 그레이디언트를 가운데 두고 "
        f"흩어진다. 표준편차는 배치 1이 {spread[1]:.2f}, "
        f"배치 34가 {spread[34]:.2f}이다."
    )


def main() -> None:
    """배치 크기마다 그레이디언트의 평균과 흩어짐을 출력한다."""
    (full,) = batch_gradients(442)
    for batch_size in BATCH_SIZES:
        gradients = batch_gradients(batch_size)
        bias = np.abs(gradients.mean(axis=0) - full).max()
        noise = gradients.std(axis=0).mean()
        print(
            f"배치 {batch_size:>3}: {len(gradients):>3}개, "
            f"평균의 차이 {bias:.2f}, 표준편차 {noise:.2f}"
        )


if __name__ == "__main__":
    main()
