"""드문 레이블만 있는 데이터에서 아무것도 찾지 않는 예측이 받는 점수를 잰다."""

import numpy as np
from sklearn.metrics import f1_score


# --8<-- [start:labels]
def make_rare_labels(
    rows: int, labels: int, prevalence: float, seed: int = 0
) -> np.ndarray:
    """양성 비율이 정확히 같은 멀티-핫 정답을 만든다.

    Args:
        rows: 표본의 수.
        labels: 레이블의 수.
        prevalence: 레이블마다 양성인 표본의 비율. 0과 1 사이.
        seed: 난수의 시드.

    Returns:
        0과 1로 이루어진 `(rows, labels)` 정수 배열.
    """
    random = np.random.default_rng(seed)
    column = np.zeros(rows, dtype=int)
    column[: round(rows * prevalence)] = 1
    return np.stack(
        [random.permutation(column) for _ in range(labels)],
        axis=1,
    )


# --8<-- [end:labels]


# --8<-- [start:scores]
def score(
    truth: np.ndarray, predicted: np.ndarray
) -> dict[str, float]:
    """칸 정확도, 부분집합 정확도, 매크로 F1을 잰다.

    Args:
        truth: 정답. `(rows, labels)` 배열.
        predicted: 예측. 정답과 같은 모양의 배열.

    Returns:
        이름과 0에서 1 사이의 점수.
    """
    return {
        "칸 정확도": float((truth == predicted).mean()),
        "부분집합 정확도": float(
            (truth == predicted).all(axis=1).mean()
        ),
        "매크로 F1": float(
            f1_score(
                truth,
                predicted,
                average="macro",
                zero_division=0,
            )
        ),
    }


# --8<-- [end:scores]


def main() -> None:
    """양성이 10%인 레이블 다섯 개에서 모두 0이라고 답했을 때의 점수를 출력한다."""
    truth = make_rare_labels(
        rows=1000, labels=5, prevalence=0.1
    )
    for name, value in score(
        truth, np.zeros_like(truth)
    ).items():
        print(f"{name}: {value:.2f}")


if __name__ == "__main__":
    main()
