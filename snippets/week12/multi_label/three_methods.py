"""특성이 쓸모 있는 데이터에서 세 방법의 해밍 손실과 부분집합 정확도를 견준다."""

from functools import cache

import numpy as np
from scipy.stats import t
from sklearn.base import BaseEstimator
from sklearn.datasets import (
    load_digits,
    make_multilabel_classification,
)
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.multioutput import (
    ClassifierChain,
    MultiOutputClassifier,
)
from sklearn.neighbors import KNeighborsClassifier

SEEDS = range(10)
WRAPPERS = {
    "이진 관련성": MultiOutputClassifier,
    "분류기 체인": ClassifierChain,
}
METHODS = (*WRAPPERS, "레이블 멱집합")
BASES: dict[str, BaseEstimator] = {
    "로지스틱 회귀": LogisticRegression(
        max_iter=1000, tol=1e-3
    ),
    "최근접 이웃": KNeighborsClassifier(),
}
SHARED_ROWS = {"숫자의 성질": 1.0, "만든 데이터": 0.0}


# --8<-- [start:data]
def digit_properties() -> tuple[np.ndarray, np.ndarray]:
    """숫자 이미지에 성질 네 개를 레이블로 붙인다.

    Returns:
        특성 `(1797, 64)`와 짝수, 5 이상, 소수, 동그라미를 가졌는지의 `(1797, 4)`.
    """
    pixels, digits = load_digits(return_X_y=True)
    groups = (
        (0, 2, 4, 6, 8),
        (5, 6, 7, 8, 9),
        (2, 3, 5, 7),
        (0, 6, 8, 9),
    )
    labels = [np.isin(digits, group) for group in groups]
    return pixels / 16, np.stack(labels, axis=1).astype(int)


# --8<-- [end:data]


# --8<-- [start:made]
def made_data(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """특성 20개, 레이블 5개인 데이터를 만든다."""
    return make_multilabel_classification(
        n_samples=600,
        n_features=20,
        n_classes=5,
        random_state=seed,
    )


# --8<-- [end:made]


# --8<-- [start:predict]
def predict(
    method: str,
    base: BaseEstimator,
    x: np.ndarray,
    y: np.ndarray,
    x_new: np.ndarray,
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
    if method in WRAPPERS:
        model = WRAPPERS[method](base).fit(x, y)
        return model.predict(x_new).astype(int)
    subsets, classes = np.unique(
        y, axis=0, return_inverse=True
    )
    return subsets[base.fit(x, classes).predict(x_new)]


# --8<-- [end:predict]


@cache
def scores() -> dict[tuple[str, str], np.ndarray]:
    """데이터와 분류기마다 `(시드, 방법, 점수)` 배열.

    점수는 해밍 손실과 부분집합 정확도다. 숫자는 시드마다 다시 나누고, 만든 데이터는
    시드마다 새로 만든다.
    """
    table = {
        (data, base): []
        for data in SHARED_ROWS
        for base in BASES
    }
    for seed in SEEDS:
        data = {
            "숫자의 성질": digit_properties(),
            "만든 데이터": made_data(seed),
        }
        for (name, base), rows in table.items():
            X, X_test, Y, Y_test = train_test_split(
                *data[name],
                test_size=0.5,
                random_state=seed,
            )
            wrong = [
                predict(m, BASES[base], X, Y, X_test)
                != Y_test
                for m in METHODS
            ]
            rows.append(
                [
                    (w.mean(), 1 - w.any(axis=1).mean())
                    for w in wrong
                ]
            )
    return {
        case: np.array(rows) for case, rows in table.items()
    }


def interval(
    differences: np.ndarray, shared: float
) -> tuple[float, float]:
    """짝지어 뺀 값의 95% 신뢰구간.

    Args:
        differences: 시드마다의 차이 `(seeds,)`.
        shared: 같은 데이터를 다시 나누었으면 테스트 데이터의 수를 훈련 데이터의 수로
            나눈 값. 나눈 것끼리 겹치는 만큼 분산을 키운다(Nadeau, Bengio, 2003).
            시드마다 새 데이터면 0.
    """
    count = len(differences)
    error = differences.std(ddof=1) * np.sqrt(
        1 / count + shared
    )
    return t.interval(
        0.95, count - 1, differences.mean(), error
    )


def main() -> None:
    """평균 점수와, 이진 관련성과의 차이의 신뢰구간을 출력한다."""
    print(
        f"시드 {len(SEEDS)}개의 평균. 괄호는 이진 관련성과의 차이의 95% 신뢰구간"
    )
    for (data, base), runs in scores().items():
        print(f"{data}, {base}")
        for i, method in enumerate(METHODS):
            cells = []
            for j, metric in enumerate(
                ("해밍 손실", "부분집합 정확도")
            ):
                cell = (
                    f"{metric} {runs[:, i, j].mean():.2f}"
                )
                if i:
                    difference = (
                        runs[:, i, j] - runs[:, 0, j]
                    )
                    low, high = interval(
                        difference, SHARED_ROWS[data]
                    )
                    cell += f" ({low:z.2f}~{high:z.2f})"
                cells.append(cell)
            print(f"  {method}: {', '.join(cells)}")


if __name__ == "__main__":
    main()
