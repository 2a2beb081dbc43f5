"""레이블마다 알맞은 분류기가 다르면 따로 골라 쓸 수 있음을 보인다."""

import numpy as np
from sklearn.base import ClassifierMixin
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier

LABELS = ("직선 위쪽", "동그라미 안")


# --8<-- [start:data]
def make_shapes(rows: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """평면의 점이 직선 위쪽인지, 동그라미 안인지를 레이블로 둔다.

    Args:
        rows: 점의 수.
        seed: 난수 씨앗.

    Returns:
        점 `(rows, 2)`와 레이블 `(rows, 2)`.
    """
    points = np.random.default_rng(seed).uniform(-1, 1, size=(rows, 2))
    above = points.sum(axis=1) > 0
    inside = (points**2).sum(axis=1) < 0.5
    return points, np.stack([above, inside], axis=1).astype(int)


# --8<-- [end:data]


# --8<-- [start:train]
def accuracies(classifiers: list[ClassifierMixin]) -> list[float]:
    """레이블마다 정해 준 분류기를 따로 훈련하고 시험 정확도를 잰다."""
    points, labels = make_shapes(rows=100, seed=0)
    new_points, answers = make_shapes(rows=2000, seed=1)
    return [
        model.fit(points, labels[:, i]).score(new_points, answers[:, i])
        for i, model in enumerate(classifiers)
    ]


# --8<-- [end:train]


def main() -> None:
    """분류기를 고르는 세 방법의 레이블별 정확도를 출력한다."""
    linear, near = LogisticRegression(), KNeighborsClassifier()
    choices = {
        "모두 로지스틱 회귀": [linear, linear],
        "모두 최근접 이웃": [near, near],
        "레이블마다 따로": [linear, near],
    }
    for name, classifiers in choices.items():
        pairs = zip(LABELS, accuracies(classifiers), strict=True)
        print(f"{name}: " + ", ".join(f"{label} {a:.2f}" for label, a in pairs))


if __name__ == "__main__":
    main()
