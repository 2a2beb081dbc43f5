"""레이블마다 F1이 가장 높아지는 임곗값이 다름을 보인다."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.stats import ttest_1samp
from sklearn.linear_model import LogisticRegression

SEEDS = range(20)
ROWS = 4_000
INTERCEPTS = (0.0, -2.5, -4.5)
NAMES = ("흔함", "드묾", "아주 드묾")
GRID = np.linspace(0.02, 0.9, 45)
# --8<-- [start:data]
WEIGHTS = np.kron(np.eye(3), [[1.2], [1.2]])


def make_data(
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray]:
    """양성 비율이 다른 레이블 셋을 만든다.

    특성은 `(4000, 6)`, 레이블은 `(4000, 3)`이다. 레이블마다 제 특성 둘이
    로지스틱 회귀의 확률을 정하고, 그 확률로 양성이 된다.
    """
    X = rng.normal(size=(ROWS, 6))
    p = 1 / (1 + np.exp(-(X @ WEIGHTS + INTERCEPTS)))
    return X, (rng.random(p.shape) < p).astype(int)


# --8<-- [end:data]


# --8<-- [start:choose]
def f1_curve(
    truth: np.ndarray, probability: np.ndarray
) -> np.ndarray:
    """임곗값마다 한 레이블의 F1.

    정답과 확률은 `(rows,)`이다.
    """
    positive = probability >= GRID[:, None]
    hits = (positive * truth).sum(axis=1)
    return 2 * hits / (positive.sum(axis=1) + truth.sum())


# --8<-- [end:choose]


def f1_curves(
    models: list[LogisticRegression],
    data: tuple[np.ndarray, np.ndarray],
) -> np.ndarray:
    """레이블마다의 F1 `(labels, thresholds)`."""
    X, Y = data
    return np.array(
        [
            f1_curve(y, model.predict_proba(X)[:, 1])
            for model, y in zip(models, Y.T, strict=True)
        ]
    )


# --8<-- [start:test]
def tuned_f1(seed: int) -> dict[str, np.ndarray]:
    """검증 데이터에서 고른 임곗값으로 테스트한다."""
    rng = np.random.default_rng(seed)
    (X, Y), valid, test = (make_data(rng) for _ in range(3))
    models = [LogisticRegression().fit(X, y) for y in Y.T]
    curves = f1_curves(models, valid)
    best = curves.argmax(axis=1)
    scores = f1_curves(models, test)
    rate = test[1].mean(axis=0)
    return {
        "rate": rate,
        "all": 2 * rate / (1 + rate),
        "threshold": GRID[best],
        "half": scores[:, GRID.searchsorted(0.5 - 1e-9)],
        "tuned": scores[range(len(NAMES)), best],
        "curve": curves,
    }


# --8<-- [end:test]


@cache
def results() -> dict[str, np.ndarray]:
    """값의 이름마다 `(seeds, labels)` 배열. `curve`에는 임곗값의 축이 더 있다."""
    runs = [tuned_f1(seed) for seed in SEEDS]
    return {
        key: np.array([run[key] for run in runs])
        for key in runs[0]
    }


def draw() -> Figure:
    """레이블마다 임곗값에 따른 F1의 평균을 그리고 가장 높은 곳을 찍는다."""
    curves = results()["curve"].mean(axis=0)
    figure, axes = plt.subplots()
    axes.axvline(
        0.5, color="#777777", linestyle=":", linewidth=1
    )
    for i, (name, style) in enumerate(
        zip(NAMES, ("-", "--", "-."), strict=True)
    ):
        axes.plot(
            GRID, curves[i], color=f"C{i}", linestyle=style
        )
        best = curves[i].argmax()
        axes.plot(
            GRID[best],
            curves[i, best],
            color=f"C{i}",
            marker="o",
        )
        axes.annotate(
            name,
            (GRID[best], curves[i, best]),
            (0, -15) if i == 2 else (0, 7),
            textcoords="offset points",
            color=f"C{i}",
            ha="center",
        )
    axes.set(
        xlabel="임곗값",
        ylabel="F1",
        xlim=(0, 0.9),
        ylim=(0, 1),
    )
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    curves = results()["curve"].mean(axis=0)
    tops = [
        f"{name} 레이블은 임곗값 {GRID[curve.argmax()]:.2f}에서 {curve.max():.2f}"
        for name, curve in zip(NAMES, curves, strict=True)
    ]
    return f"임곗값에 따른 검증 F1의 꼭대기. {', '.join(tops)}."


def main() -> None:
    """레이블마다 고른 임곗값과 테스트 F1을, 오른 만큼의 신뢰구간과 함께 출력한다."""
    means = {
        key: values.mean(axis=0)
        for key, values in results().items()
    }
    gains = results()["tuned"] - results()["half"]
    low, high = ttest_1samp(gains, 0).confidence_interval()
    print(f"시드 {len(SEEDS)}개의 평균")
    for i, name in enumerate(NAMES):
        print(
            f"{name}: 양성 비율 {means['rate'][i]:.2f}, "
            f"가장 높은 검증 F1 {results()['curve'][:, i].max(axis=1).mean():.2f}, "
            f"고른 임곗값 {means['threshold'][i]:.2f}"
        )
        print(
            f"  테스트 F1: 모두 양성 {means['all'][i]:.2f}, "
            f"임곗값 0.5 {means['half'][i]:.2f}, 고른 값 {means['tuned'][i]:.2f}"
        )
        print(
            f"  고른 값이 0.5보다 오른 만큼, 95% 신뢰구간: {low[i]:z.2f}~{high[i]:z.2f}"
        )


if __name__ == "__main__":
    main()
