"""양성의 수와 음성의 수 가운데 어느 쪽이 모자랄 때 점수가 낮아지는지 본다."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.stats import ttest_1samp
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

SEEDS = range(20)
FEATURES = 20
SHIFT = 0.4
POSITIVES = (5, 20, 80)
NEGATIVES = (20, 80, 320, 1_280)


# --8<-- [start:data]
def make_label(
    positives: int, negatives: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """양성과 음성의 수를 정해 데이터를 만든다.

    Args:
        positives: 양성의 수.
        negatives: 음성의 수.
        rng: 난수 생성기.

    Returns:
        특성 `(rows, 20)`와 레이블 `(rows,)`. 양성은 모든 특성이 0.4만큼 크다.
    """
    labels = np.repeat([1, 0], [positives, negatives])
    noise = rng.normal(size=(len(labels), FEATURES))
    return noise + SHIFT * labels[:, None], labels


# --8<-- [end:data]


# --8<-- [start:score]
def ranking_scores(seed: int) -> np.ndarray:
    """양성과 음성의 수마다 테스트 ROC AUC를 잰다.

    데이터를 한 번 뽑고 앞에서부터 덜어 쓰므로, 한 시드의 점수끼리는 짝이 맞는다.

    Returns:
        `(len(POSITIVES), len(NEGATIVES))` 배열.
    """
    rng = np.random.default_rng(seed)
    pool, _ = make_label(POSITIVES[-1], NEGATIVES[-1], rng)
    X_test, y_test = make_label(1_000, 1_000, rng)
    scores = np.empty((len(POSITIVES), len(NEGATIVES)))
    for i, positives in enumerate(POSITIVES):
        for j, negatives in enumerate(NEGATIVES):
            rows = [
                *range(positives),
                *range(
                    POSITIVES[-1], POSITIVES[-1] + negatives
                ),
            ]
            y = np.repeat([1, 0], [positives, negatives])
            model = LogisticRegression().fit(pool[rows], y)
            scores[i, j] = roc_auc_score(
                y_test, model.decision_function(X_test)
            )
    return scores


# --8<-- [end:score]


@cache
def results() -> np.ndarray:
    """시드마다 잰 `(seeds, positives, negatives)` 배열."""
    return np.array(
        [ranking_scores(seed) for seed in SEEDS]
    )


def gain(
    before: tuple[int, int], after: tuple[int, int]
) -> np.ndarray:
    """(양성의 수, 음성의 수)를 바꿀 때 같은 시드에서 오른 점수 `(seeds,)`."""
    first, last = (
        results()[
            :,
            POSITIVES.index(positives),
            NEGATIVES.index(negatives),
        ]
        for positives, negatives in (before, after)
    )
    return last - first


def interval(differences: np.ndarray) -> str:
    """평균과 95% 신뢰구간을 적는다."""
    low, high = ttest_1samp(
        differences, 0
    ).confidence_interval()
    return (
        f"{differences.mean():.2f} ({low:z.2f}~{high:z.2f})"
    )


def draw() -> Figure:
    """음성의 수를 가로축에 두고, 양성의 수마다 평균과 신뢰구간을 그린다."""
    figure, axes = plt.subplots()
    for i, (positives, marker) in enumerate(
        zip(POSITIVES, "sdo", strict=True)
    ):
        runs = results()[:, i]
        low, high = ttest_1samp(
            runs, 0
        ).confidence_interval()
        axes.fill_between(
            NEGATIVES,
            low,
            high,
            color=f"C{i}",
            alpha=0.2,
            linewidth=0,
        )
        axes.plot(
            NEGATIVES,
            runs.mean(axis=0),
            color=f"C{i}",
            marker=marker,
            label=f"양성 {positives}개",
        )
    axes.legend(loc="lower right")
    axes.set(
        xscale="log",
        ylim=(0.6, 1),
        xlabel="음성의 수",
        ylabel="ROC AUC",
    )
    axes.set_xticks(
        NEGATIVES, [f"{count:,}" for count in NEGATIVES]
    )
    axes.minorticks_off()
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    means = results().mean(axis=0)
    parts = [
        f"양성 {positives}개는 {row[0]:.2f}에서 {row[-1]:.2f}로"
        for positives, row in zip(
            POSITIVES, means, strict=True
        )
    ]
    return (
        f"음성이 {NEGATIVES[0]}개에서 {NEGATIVES[-1]:,}개로 늘 때의 ROC AUC. "
        f"{', '.join(parts)} 오른다."
    )


def main() -> None:
    """양성과 음성의 수마다 평균을, 늘릴 때마다 오른 점수의 신뢰구간을 출력한다."""
    print(
        f"ROC AUC, 시드 {len(SEEDS)}개의 평균. 무작위로 세우면 0.50"
    )
    for positives, row in zip(
        POSITIVES, results().mean(axis=0), strict=True
    ):
        pairs = zip(NEGATIVES, row, strict=True)
        cells = ", ".join(
            f"음성 {count:,}개 {mean:.2f}"
            for count, mean in pairs
        )
        print(f"  양성 {positives:>2}개: {cells}")
    print("네 배로 늘릴 때 오른 점수와 95% 신뢰구간")
    print(
        f"- 양성 20, 음성 320에서 양성을: {interval(gain((20, 320), (80, 320)))}"
    )
    print(
        f"- 양성 20, 음성 320에서 음성을: {interval(gain((20, 320), (20, 1_280)))}"
    )
    print(
        f"- 양성 20, 음성 20에서 음성을: {interval(gain((20, 20), (20, 80)))}"
    )


if __name__ == "__main__":
    main()
