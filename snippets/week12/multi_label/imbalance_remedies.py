"""드문 레이블에서 임곗값과 양성 가중치가 무엇을 바꾸고 무엇을 못 바꾸는지 본다."""

from collections.abc import Callable
from functools import cache

import keras
import numpy as np
from keras import ops
from scipy.stats import ttest_1samp
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (
    average_precision_score,
    f1_score,
    precision_recall_curve,
)
from sklearn.model_selection import train_test_split

Part = tuple[np.ndarray, np.ndarray]

SEEDS = range(20)
SEPARATIONS = {
    "가르기 쉬운 레이블": 1.0,
    "가르기 어려운 레이블": 0.2,
}
SCORES = (
    "F1, 임곗값 0.5",
    "F1, 고른 임곗값",
    "평균 정밀도",
    "확률의 평균",
)


def negatives_per_positive(
    labels: np.ndarray,
) -> np.ndarray:
    """레이블 `(rows, labels)`마다 음성의 수를 양성의 수로 나눈다."""
    positives = labels.sum(axis=0)
    return (len(labels) - positives) / positives


# --8<-- [start:loss]
def weighted_bce(weights: np.ndarray) -> Callable:
    """양성 칸의 손실만 키운 이진 교차 엔트로피.

    Args:
        weights: 레이블마다 양성에 곱할 값 `(labels,)`.

    Returns:
        정답과 확률 `(batch, labels)`를 받아 행마다의 손실 `(batch,)`을 내는 함수.
        `model.compile(loss=weighted_bce(weights))`처럼 쓴다.
    """

    def loss(
        y_true: keras.KerasTensor, y_pred: keras.KerasTensor
    ):
        cells = ops.binary_crossentropy(y_true, y_pred)
        cells = cells * (
            1
            + y_true
            * ops.convert_to_tensor(
                weights - 1, y_pred.dtype
            )
        )
        return ops.mean(cells, axis=-1)

    return loss


# --8<-- [end:loss]


def best_threshold(
    truth: np.ndarray, probability: np.ndarray
) -> float:
    """F1이 가장 높은 임곗값. 정답과 확률은 `(rows,)`이다."""
    precision, recall, thresholds = precision_recall_curve(
        truth, probability
    )
    f1 = (
        2
        * precision
        * recall
        / np.maximum(precision + recall, 1e-12)
    )
    return thresholds[f1[:-1].argmax()]


def make_data(separation: float, seed: int) -> list[Part]:
    """드문 레이블 하나의 훈련, 검증, 테스트 데이터를 만든다.

    Args:
        separation: 양성과 음성이 떨어진 만큼.
        seed: 데이터를 만들고 나누는 시드.
    """
    X, y = make_classification(
        6_000,
        6,
        weights=[0.96],
        class_sep=separation,
        random_state=seed,
    )
    X, X_test, y, y_test = train_test_split(
        X, y, test_size=1 / 3, random_state=seed
    )
    X, X_valid, y, y_valid = train_test_split(
        X, y, test_size=1 / 2, random_state=seed
    )
    return [(X, y), (X_valid, y_valid), (X_test, y_test)]


# --8<-- [start:compare]
def measure(
    model: LogisticRegression, valid: Part, test: Part
) -> list[float]:
    """검증 데이터로 임곗값을 골라 테스트한다."""
    X, y = valid
    chosen = best_threshold(y, model.predict_proba(X)[:, 1])
    X, y = test
    probability = model.predict_proba(X)[:, 1]
    return [
        f1_score(y, probability >= 0.5),
        f1_score(y, probability >= chosen),
        average_precision_score(y, probability),
        probability.mean(),
    ]


# --8<-- [end:compare]


# --8<-- [start:weights]
def compare(
    separation: float, seed: int
) -> tuple[np.ndarray, float]:
    """그냥, 또 양성에 가중치를 주고 훈련해 잰다.

    로지스틱 회귀의 `class_weight`에 위의 손실과 같은 배수를 준다.

    Returns:
        `(그냥과 가중치, SCORES)` 배열과 테스트 데이터의 양성 비율.
    """
    train, valid, test = make_data(separation, seed)
    (ratio,) = negatives_per_positive(train[1][:, None])
    rows = []
    for weight in (None, {0: 1, 1: ratio}):
        model = LogisticRegression(class_weight=weight)
        rows.append(measure(model.fit(*train), valid, test))
    return np.array(rows), test[1].mean()


# --8<-- [end:weights]


@cache
def results() -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """데이터마다 `(seeds, 그냥과 가중치, SCORES)` 배열과 양성 비율 `(seeds,)`."""
    found = {}
    for name, separation in SEPARATIONS.items():
        tables, rates = zip(
            *(compare(separation, seed) for seed in SEEDS),
            strict=True,
        )
        found[name] = np.array(tables), np.array(rates)
    return found


def main() -> None:
    """평균 점수와, 가중치가 바꾼 만큼의 신뢰구간을 출력한다."""
    print(
        f"시드 {len(SEEDS)}개의 평균. 괄호는 가중치가 바꾼 만큼의 95% 신뢰구간"
    )
    for name, (tables, rates) in results().items():
        naive = np.mean(2 * rates / (1 + rates))
        print(
            f"{name}, 양성 비율 {rates.mean():.2f}, 모두 양성이면 F1 {naive:.2f}"
        )
        low, high = ttest_1samp(
            tables[:, 1] - tables[:, 0], 0
        ).confidence_interval()
        for i, score in enumerate(SCORES):
            plain, weighted = tables[:, :, i].mean(axis=0)
            changed = f"({low[i]:z.2f}~{high[i]:z.2f})"
            print(
                f"  {score}: 그냥 {plain:.2f}, 가중치 {weighted:.2f} {changed}"
            )


if __name__ == "__main__":
    main()
