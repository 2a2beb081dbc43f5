"""행의 수와 양성의 수 가운데 어느 쪽이 모자랄 때 점수가 낮아지는지 본다."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

FEATURES = 20
SHIFT = 0.4
ROWS = (400, 2_000)
POSITIVES = (5, 10, 20, 50, 100, 200)


# --8<-- [start:data]
def make_label(
    positives: int, rows: int, random: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """양성의 수를 정해 레이블 하나짜리 데이터를 만든다.

    Args:
        positives: 양성의 수.
        rows: 양성과 음성을 더한 표본의 수.
        random: 난수 생성기.

    Returns:
        특성 `(rows, 20)`와 레이블 `(rows,)`. 양성은 모든 특성이 0.4만큼 크다.
    """
    labels = (np.arange(rows) < positives).astype(int)
    noise = random.normal(size=(rows, FEATURES))
    return noise + SHIFT * labels[:, None], labels


# --8<-- [end:data]


# --8<-- [start:score]
@cache
def ranking_score(positives: int, rows: int, repeats: int = 9) -> float:
    """훈련 데이터를 여러 번 새로 뽑아 시험 ROC AUC의 중앙값을 구한다."""
    random = np.random.default_rng(0)
    X_test, y_test = make_label(1_000, 2_000, random)
    scores = []
    for _ in range(repeats):
        model = LogisticRegression().fit(*make_label(positives, rows, random))
        scores.append(roc_auc_score(y_test, model.decision_function(X_test)))
    return float(np.median(scores))


# --8<-- [end:score]


def draw() -> Figure:
    """양성의 수를 가로축에 두고 행의 수마다 점수를 그린다."""
    figure, axes = plt.subplots()
    for rows, color, marker in zip(ROWS, ("C1", "C0"), "so", strict=True):
        scores = [ranking_score(p, rows) for p in POSITIVES]
        axes.plot(POSITIVES, scores, color=color, marker=marker)
        axes.plot([], [], color=color, marker=marker, label=f"{rows:,}행")
    axes.legend(loc="lower right")
    axes.set(xscale="log", xlim=(4, 250), ylim=(0.6, 1))
    axes.set(xlabel="양성의 수", ylabel="ROC AUC")
    axes.set_xticks(POSITIVES, [str(p) for p in POSITIVES])
    axes.minorticks_off()
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    first, last = POSITIVES[0], POSITIVES[-1]
    parts = [
        f"{rows:,}행에서는 {ranking_score(first, rows):.2f}에서 "
        f"{ranking_score(last, rows):.2f}로"
        for rows in ROWS
    ]
    return (
        f"양성이 {first}개에서 {last}개로 늘 때 ROC AUC. "
        f"{', '.join(parts)} 오른다. 행이 다섯 배여도 두 선은 가깝다."
    )


def main() -> None:
    """양성의 수와 행의 수마다 점수를 출력한다."""
    for positives in POSITIVES:
        few, many = (ranking_score(positives, rows) for rows in ROWS)
        print(f"양성 {positives:>3}개: 400행 {few:.2f}, 2,000행 {many:.2f}")


if __name__ == "__main__":
    main()
