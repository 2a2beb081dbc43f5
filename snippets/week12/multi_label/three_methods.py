"""특성이 쓸모 있는 데이터에서 세 방법의 해밍 손실과 부분집합 정확도를 견준다."""

from functools import cache

import numpy as np
from sklearn.base import BaseEstimator
from sklearn.datasets import load_digits, make_multilabel_classification
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.multioutput import ClassifierChain, MultiOutputClassifier

SEEDS = range(5)
METHODS = ("이진 관련성", "분류기 체인", "레이블 멱집합")


# --8<-- [start:data]
def digit_properties() -> tuple[np.ndarray, np.ndarray]:
    """숫자 그림에 성질 네 개를 레이블로 붙인다.

    Returns:
        특성 `(1797, 64)`와 짝수, 5 이상, 소수, 동그라미를 가졌는지의 `(1797, 4)`.
    """
    pixels, digits = load_digits(return_X_y=True)
    groups = ((0, 2, 4, 6, 8), (5, 6, 7, 8, 9), (2, 3, 5, 7), (0, 6, 8, 9))
    labels = [np.isin(digits, group) for group in groups]
    return pixels / 16, np.stack(labels, axis=1).astype(int)


def made_data(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """사이킷런이 만드는 다중 레이블 데이터. 특성 20개, 레이블 5개."""
    return make_multilabel_classification(
        n_samples=1000, n_features=20, n_classes=5, random_state=seed
    )


# --8<-- [end:data]


# --8<-- [start:predict]
def predict(
    method: str, base: BaseEstimator, x: np.ndarray, y: np.ndarray, x_new: np.ndarray
) -> np.ndarray:
    """세 방법 가운데 하나로 훈련하고 예측한다.

    Args:
        method: `METHODS` 가운데 하나.
        base: 방법이 안에서 쓸 분류기.
        x: 훈련 특성 `(rows, features)`.
        y: 훈련 레이블 `(rows, labels)`.
        x_new: 예측할 특성.

    Returns:
        `x_new`의 레이블 `(rows, labels)`.
    """
    if method == "이진 관련성":
        return MultiOutputClassifier(base).fit(x, y).predict(x_new)
    if method == "분류기 체인":
        return ClassifierChain(base).fit(x, y).predict(x_new).astype(int)
    subsets, classes = np.unique(y, axis=0, return_inverse=True)
    return subsets[base.fit(x, classes).predict(x_new)]


# --8<-- [end:predict]


@cache
def scores() -> dict[str, np.ndarray]:
    """데이터마다 `(방법, 씨앗, 점수)` 배열. 점수는 해밍 손실과 부분집합 정확도."""
    base = LogisticRegression(max_iter=1000, tol=1e-3)
    table = {"숫자의 성질": [], "만든 데이터": []}
    for seed in SEEDS:
        data = {"숫자의 성질": digit_properties(), "만든 데이터": made_data(seed)}
        for name, (X, Y) in data.items():
            X, X_test, Y, Y_test = train_test_split(
                X, Y, test_size=0.5, random_state=seed
            )
            row = []
            for method in METHODS:
                wrong = predict(method, base, X, Y, X_test) != Y_test
                row.append((wrong.mean(), 1 - wrong.any(axis=1).mean()))
            table[name].append(row)
    return {name: np.array(rows).swapaxes(0, 1) for name, rows in table.items()}


def main() -> None:
    """씨앗 다섯 개의 중앙값과 가장 낮은 값, 가장 높은 값을 출력한다."""
    for name, table in scores().items():
        print(name)
        for method, runs in zip(METHODS, table, strict=True):
            low, middle, high = np.quantile(runs, (0, 0.5, 1), axis=0)
            print(f"  {method}")
            for i, metric in enumerate(("해밍 손실", "부분집합 정확도")):
                print(f"    {metric} {middle[i]:.2f} ({low[i]:.2f}~{high[i]:.2f})")


if __name__ == "__main__":
    main()
