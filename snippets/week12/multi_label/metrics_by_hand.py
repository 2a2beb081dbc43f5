"""다중 레이블의 점수 다섯 가지를 손으로 셈하고 사이킷런의 값과 견준다."""

import numpy as np
from sklearn import metrics

TRUTH = np.array(
    [[1, 0, 0], [1, 1, 0], [0, 1, 0], [1, 0, 1]]
)
PREDICTED = np.array(
    [[1, 0, 0], [1, 0, 0], [0, 1, 1], [1, 1, 0]]
)


# --8<-- [start:rows]
def hamming_loss(
    truth: np.ndarray, predicted: np.ndarray
) -> float:
    """틀린 칸의 비율. 두 배열은 `(rows, labels)`이다."""
    return float((truth != predicted).mean())


def subset_accuracy(
    truth: np.ndarray, predicted: np.ndarray
) -> float:
    """레이블을 모두 맞힌 행의 비율."""
    return float((truth == predicted).all(axis=1).mean())


# --8<-- [end:rows]


# --8<-- [start:jaccard]
def jaccard(
    truth: np.ndarray, predicted: np.ndarray
) -> float:
    """행마다 교집합을 합집합으로 나눠 평균한다.

    둘 다 비면 1점을 준다.
    """
    both = (truth & predicted).sum(axis=1)
    either = (truth | predicted).sum(axis=1)
    scores = [
        b / e if e else 1.0
        for b, e in zip(both, either, strict=True)
    ]
    return float(np.mean(scores))


# --8<-- [end:jaccard]


# --8<-- [start:f1]
def f1(
    truth: np.ndarray, predicted: np.ndarray, average: str
) -> float:
    """F1을 구한다.

    Args:
        truth: 정답 `(rows, labels)`.
        predicted: 예측. 정답과 같은 모양.
        average: `micro`는 칸을 모두 모아 한 번 세고,
            `macro`는 레이블마다 구해 평균한다.

    Returns:
        0에서 1 사이의 점수.
    """
    hits = (truth & predicted).sum(axis=0)
    wrong = (truth != predicted).sum(axis=0)
    if average == "micro":
        hits, wrong = (
            hits.sum(keepdims=True),
            wrong.sum(keepdims=True),
        )
    scores = [
        2 * h / (2 * h + w) if h + w else 0.0
        for h, w in zip(hits, wrong, strict=True)
    ]
    return float(np.mean(scores))


# --8<-- [end:f1]


def by_hand(
    truth: np.ndarray, predicted: np.ndarray
) -> dict[str, float]:
    """이름과 손으로 셈한 점수."""
    return {
        "해밍 손실": hamming_loss(truth, predicted),
        "부분집합 정확도": subset_accuracy(
            truth, predicted
        ),
        "자카드 점수": jaccard(truth, predicted),
        "마이크로 F1": f1(truth, predicted, "micro"),
        "매크로 F1": f1(truth, predicted, "macro"),
    }


# --8<-- [start:sklearn]
def by_sklearn(
    truth: np.ndarray, predicted: np.ndarray
) -> dict[str, float]:
    """같은 점수를 사이킷런으로 잰다."""
    pair = (truth, predicted)
    return {
        "해밍 손실": metrics.hamming_loss(*pair),
        "부분집합 정확도": metrics.accuracy_score(*pair),
        "자카드 점수": metrics.jaccard_score(
            *pair, average="samples", zero_division=1
        ),
        "마이크로 F1": metrics.f1_score(
            *pair, average="micro", zero_division=0
        ),
        "매크로 F1": metrics.f1_score(
            *pair, average="macro", zero_division=0
        ),
    }


# --8<-- [end:sklearn]


def main() -> None:
    """정답, 예측, 점수를 출력한다."""
    for truth, predicted in zip(
        TRUTH, PREDICTED, strict=True
    ):
        print(
            f"정답 {truth.tolist()}  예측 {predicted.tolist()}"
        )
    theirs = by_sklearn(TRUTH, PREDICTED)
    for name, ours in by_hand(TRUTH, PREDICTED).items():
        print(
            f"{name}: 손으로 {ours:.3f}, 사이킷런 {theirs[name]:.3f}"
        )


if __name__ == "__main__":
    main()
