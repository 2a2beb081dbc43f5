"""레이블마다 F1이 가장 높아지는 임곗값이 다름을 보인다."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

INTERCEPTS = (0.0, -2.5, -4.5)
NAMES = ("흔함", "드묾", "아주 드묾")
GRID = np.linspace(0.02, 0.9, 45)


def make_data(rows: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """양성 비율이 다른 레이블 세 개를 만든다. 특성 `(rows, 6)`, 레이블 `(rows, 3)`."""
    random = np.random.default_rng(seed)
    X = random.normal(size=(rows, 6))
    weights = np.kron(np.eye(3), [[1.2], [1.2]])
    p = 1 / (1 + np.exp(-(X @ weights + INTERCEPTS)))
    return X, (random.random(p.shape) < p).astype(int)


# --8<-- [start:choose]
def f1_curve(truth: np.ndarray, probability: np.ndarray) -> np.ndarray:
    """임곗값마다 한 레이블의 F1. 정답과 확률은 `(rows,)`이다."""
    return np.array([f1_score(truth, probability >= t, zero_division=0) for t in GRID])


def best_thresholds(truth: np.ndarray, probability: np.ndarray) -> np.ndarray:
    """레이블마다 F1이 가장 높은 임곗값 `(labels,)`을 검증 데이터에서 고른다."""
    curves = [f1_curve(y, p) for y, p in zip(truth.T, probability.T, strict=True)]
    return GRID[np.argmax(curves, axis=1)]


# --8<-- [end:choose]


@cache
def experiment() -> dict[str, np.ndarray]:
    """훈련, 검증, 시험 데이터를 따로 만들어 임곗값을 고르고 시험 F1을 잰다."""
    X, Y = make_data(4_000, seed=0)
    X_valid, Y_valid = make_data(6_000, seed=1)
    X_test, Y_test = make_data(6_000, seed=2)
    models = [LogisticRegression().fit(X, y) for y in Y.T]
    valid, test = (
        np.stack([m.predict_proba(x)[:, 1] for m in models], axis=1)
        for x in (X_valid, X_test)
    )
    chosen = best_thresholds(Y_valid, valid)
    return {
        "prevalence": Y_test.mean(axis=0),
        "thresholds": chosen,
        "half": f1_score(Y_test, test >= 0.5, average=None),
        "tuned": f1_score(Y_test, test >= chosen, average=None),
        "curves": np.array(
            [f1_curve(y, p) for y, p in zip(Y_valid.T, valid.T, strict=True)]
        ),
    }


def draw() -> Figure:
    """레이블마다 임곗값에 따른 F1을 그리고 가장 높은 곳을 찍는다."""
    curves = experiment()["curves"]
    figure, axes = plt.subplots()
    axes.axvline(0.5, color="#777777", linestyle=":", linewidth=1)
    for i, (name, style) in enumerate(zip(NAMES, ("-", "--", "-."), strict=True)):
        axes.plot(GRID, curves[i], color=f"C{i}", linestyle=style)
        best = curves[i].argmax()
        axes.plot(GRID[best], curves[i, best], color=f"C{i}", marker="o")
        axes.annotate(
            name,
            (GRID[best], curves[i, best]),
            (0, -15) if i == 2 else (0, 7),
            textcoords="offset points",
            color=f"C{i}",
            ha="center",
        )
    axes.set(xlabel="임곗값", ylabel="F1", xlim=(0, 0.9), ylim=(0, 1))
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    results = experiment()
    tops = [
        f"{name} 레이블은 임곗값 {t:.2f}에서 {c.max():.2f}"
        for name, t, c in zip(
            NAMES, results["thresholds"], results["curves"], strict=True
        )
    ]
    return f"임곗값에 따른 검증 F1의 꼭대기. {', '.join(tops)}."


def main() -> None:
    """레이블마다 양성 비율, 고른 임곗값, 시험 F1을 출력한다."""
    results = experiment()
    keys = ("prevalence", "thresholds", "half", "tuned")
    for i, name in enumerate(NAMES):
        rate, threshold, half, tuned = (results[key][i] for key in keys)
        print(f"{name}: 양성 비율 {rate:.2f}, 고른 임곗값 {threshold:.2f}")
        print(f"  F1: 임곗값 0.5에서 {half:.2f}, 고른 값에서 {tuned:.2f}")


if __name__ == "__main__":
    main()
