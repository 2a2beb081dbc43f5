"""신경망 하나와 레이블마다 둔 신경망의 훈련 점수와 시험 점수의 차이를 견준다."""

import warnings
from functools import cache

import numpy as np
from sklearn.datasets import make_multilabel_classification
from sklearn.exceptions import ConvergenceWarning
from sklearn.multioutput import MultiOutputClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

TRAIN = 200
SEEDS = range(3)


def make_data(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """표준화한 특성 `(1200, 20)`와 레이블 `(1200, 5)`."""
    X, Y = make_multilabel_classification(
        n_samples=1_200, n_features=20, n_classes=5, random_state=seed
    )
    return StandardScaler().fit_transform(X), Y


# --8<-- [start:gap]
def cell_accuracies(separate: bool, seed: int) -> tuple[float, float]:
    """200행으로 훈련하고 훈련과 시험의 칸 정확도를 잰다.

    Args:
        separate: 참이면 레이블마다 신경망을 따로 둔다.
        seed: 데이터와 초깃값의 난수 씨앗.

    Returns:
        훈련 칸 정확도와 시험 칸 정확도.
    """
    X, Y = make_data(seed)
    model = MLPClassifier((32,), max_iter=250, random_state=seed)
    if separate:
        model = MultiOutputClassifier(model)
    with warnings.catch_warnings():
        # 두 쪽을 같은 에포크에서 멈춰 견준다.
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(X[:TRAIN], Y[:TRAIN])
    right = model.predict(X) == Y
    return float(right[:TRAIN].mean()), float(right[TRAIN:].mean())


# --8<-- [end:gap]


@cache
def results() -> np.ndarray:
    """`(하나와 여럿, 씨앗, 훈련과 시험)` 배열."""
    return np.array([[cell_accuracies(s, i) for i in SEEDS] for s in (False, True)])


def main() -> None:
    """씨앗 세 개의 중앙값과 차이의 범위를 출력한다."""
    for name, runs in zip(("신경망 하나", "신경망 여럿"), results(), strict=True):
        train, test = np.median(runs, axis=0)
        gaps = runs[:, 0] - runs[:, 1]
        print(f"{name}: 훈련 {train:.2f}, 시험 {test:.2f}")
        print(f"  차이 {np.median(gaps):.2f} ({gaps.min():.2f}~{gaps.max():.2f})")


if __name__ == "__main__":
    main()
