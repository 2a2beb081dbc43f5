"""레이블마다 알맞은 분류기가 다르면 따로 골라 쓸 수 있음을 보인다."""

from functools import cache

import numpy as np
from scipy.stats import ttest_1samp
from sklearn.base import ClassifierMixin
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier

SEEDS = range(20)
LABELS = ("직선 위쪽", "동그라미 안")
CLASSIFIERS: dict[str, ClassifierMixin] = {
    "로지스틱 회귀": LogisticRegression(),
    "최근접 이웃": KNeighborsClassifier(),
}


# --8<-- [start:data]
def make_shapes(
    rows: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """점이 직선 위인지, 동그라미 안인지를 레이블로 둔다.

    Args:
        rows: 점의 수.
        rng: 난수 생성기.

    Returns:
        점 `(rows, 2)`와 레이블 `(rows, 2)`.
    """
    points = rng.uniform(-1, 1, size=(rows, 2))
    above = points.sum(axis=1) > 0
    inside = (points**2).sum(axis=1) < 0.5
    return points, np.stack([above, inside], axis=1).astype(
        int
    )


# --8<-- [end:data]


# --8<-- [start:train]
def accuracies(seed: int) -> np.ndarray:
    """분류기를 레이블마다 따로 훈련해 잰 정확도.

    `(classifiers, labels)` 배열이다.
    """
    rng = np.random.default_rng(seed)
    points, labels = make_shapes(100, rng)
    new_points, answers = make_shapes(2000, rng)
    return np.array(
        [
            [
                model.fit(points, labels[:, i]).score(
                    new_points, answers[:, i]
                )
                for i in range(len(LABELS))
            ]
            for model in CLASSIFIERS.values()
        ]
    )


# --8<-- [end:train]


def commonest(labels: np.ndarray) -> np.ndarray:
    """레이블마다 더 흔한 답만 낼 때의 정확도 `(labels,)`."""
    rate = labels.mean(axis=0)
    return np.maximum(rate, 1 - rate)


@cache
def results() -> np.ndarray:
    """시드마다 잰 `(seeds, classifiers, labels)` 배열."""
    return np.array([accuracies(seed) for seed in SEEDS])


def main() -> None:
    """레이블마다 두 분류기의 정확도와 차이의 신뢰구간을 출력한다."""
    means = results().mean(axis=0)
    low, high = ttest_1samp(
        np.diff(-results(), axis=1), 0
    ).confidence_interval()
    naive = commonest(
        make_shapes(100_000, np.random.default_rng(0))[1]
    )
    print(f"테스트 정확도, 시드 {len(SEEDS)}개의 평균")
    for i, label in enumerate(LABELS):
        pairs = zip(CLASSIFIERS, means[:, i], strict=True)
        cells = ", ".join(
            f"{name} {mean:.2f}" for name, mean in pairs
        )
        print(
            f"{label}: {cells}, 더 흔한 답만 {naive[i]:.2f}"
        )
        print(
            "  로지스틱 회귀가 최근접 이웃보다 높은 만큼, 95% 신뢰구간: "
            f"{low[0, i]:z.2f}~{high[0, i]:z.2f}"
        )


if __name__ == "__main__":
    main()
