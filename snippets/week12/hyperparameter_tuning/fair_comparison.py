"""그리드, 랜덤, TPE, 베이지안 최적화를 같은 횟수와 같은 데이터로, 짝을 지어 비교한다.

시드마다 데이터를 훈련, 검증, 테스트로 새로 나눈다. 검증 정확도로 고르고,
고를 때 보지 않은 테스트 데이터로 다시 잰다.
"""

from collections.abc import Callable
from functools import cache

import matplotlib.pyplot as plt
import numpy as np
import optuna
from matplotlib.figure import Figure
from scipy.stats import norm, ttest_1samp
from sklearn.datasets import load_digits
from sklearn.gaussian_process import (
    GaussianProcessRegressor,
)
from sklearn.gaussian_process.kernels import RBF
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

BUDGET = 25
SEEDS = range(12)
NAMES = ("그리드", "랜덤", "TPE", "베이지안")
MARGIN = 0.03

Objective = Callable[[np.ndarray], float]


def split(seed: int) -> list[np.ndarray]:
    """헷갈리기 쉬운 숫자 3, 5, 8, 9를 훈련할 100장과 나머지로 나눈다.

    Returns:
        훈련 입력, 나머지 입력, 훈련 정답, 나머지 정답.
    """
    x, y = load_digits(return_X_y=True)
    hard = np.isin(y, (3, 5, 8, 9))
    return train_test_split(
        x[hard] / 16,
        y[hard],
        train_size=100,
        random_state=seed,
    )


# --8<-- [start:task]
def make_task(seed: int) -> tuple[Objective, Objective]:
    """검증 정확도와 테스트 정확도를 재는 함수를 만든다.

    0과 1 사이의 점 `(2,)`를 C와 gamma로 바꿔 100장으로 훈련한다.

    Returns:
        검증 정확도를 돌려주는 함수와 테스트 정확도를 돌려주는 함수.
    """
    train_x, rest_x, train_y, rest_y = split(seed)

    def accuracy(point: np.ndarray, rows: slice) -> float:
        model = SVC(
            C=10 ** (-2 + 5 * point[0]),
            gamma=10 ** (-4 + 5 * point[1]),
        )
        model.fit(train_x, train_y)
        return model.score(rest_x[rows], rest_y[rows])

    return (
        lambda point: accuracy(point, slice(150)),
        lambda point: accuracy(point, slice(150, None)),
    )


# --8<-- [end:task]


def grid(
    objective: Objective, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """그리드 탐색: 5 × 5의 모든 조합을 섞은 차례로 시도한다.

    Returns:
        시도한 점 `(BUDGET, 2)`와 그 값 `(BUDGET,)`.
    """
    values = np.linspace(0, 1, 5)
    points = np.stack(
        np.meshgrid(values, values), axis=-1
    ).reshape(-1, 2)
    points = np.random.default_rng(seed).permutation(points)
    return points, np.array(
        [objective(point) for point in points]
    )


def random_search(
    objective: Objective, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """랜덤 탐색: 균등 분포에서 뽑은 점을 시도한다. 돌려주는 것은 `grid`와 같다."""
    points = np.random.default_rng(seed).uniform(
        size=(BUDGET, 2)
    )
    return points, np.array(
        [objective(point) for point in points]
    )


def tpe(
    objective: Objective, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """Optuna의 TPE를 기본 설정으로 쓴다. 처음 열 번은 랜덤이다."""
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    study = optuna.create_study(
        direction="maximize",
        sampler=optuna.samplers.TPESampler(seed=seed),
    )
    points = np.empty((BUDGET, 2))
    for i in range(BUDGET):
        trial = study.ask()
        points[i] = [
            trial.suggest_float(name, 0, 1)
            for name in ("C", "gamma")
        ]
        study.tell(trial, objective(points[i]))
    return points, np.array(
        [trial.value for trial in study.trials]
    )


def most_promising(
    surrogate: GaussianProcessRegressor,
    best: float,
    rng: np.random.Generator,
) -> np.ndarray:
    """무작위로 뽑은 후보 300개에서 기대 개선이 가장 큰 점 `(2,)`를 고른다.

    Args:
        surrogate: 지금까지의 점으로 맞춘 대리 모델.
        best: 지금의 최고.
        rng: 후보를 뽑을 난수.
    """
    candidates = rng.uniform(size=(300, 2))
    mean, deviation = surrogate.predict(
        candidates, return_std=True
    )
    z = (mean - best) / deviation
    gain = deviation * (z * norm.cdf(z) + norm.pdf(z))
    return candidates[gain.argmax()]


# --8<-- [start:bayesian]
def bayesian(
    objective: Objective, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """랜덤 다섯 번 뒤로는 기대 개선이 큰 점을 시도한다."""
    rng = np.random.default_rng(seed)
    points = rng.uniform(size=(5, 2))
    values = np.array([*map(objective, points)])
    surrogate = GaussianProcessRegressor(
        RBF(0.2),
        alpha=1e-3,
        optimizer=None,
        normalize_y=True,
    )
    while len(points) < BUDGET:
        surrogate.fit(points, values)
        point = most_promising(surrogate, values.max(), rng)
        points = np.vstack([points, point])
        values = np.append(values, objective(point))
    return points, values


# --8<-- [end:bayesian]


# --8<-- [start:compare]
@cache
def compare() -> tuple[np.ndarray, np.ndarray]:
    """네 방법을 같은 데이터에서 같은 횟수로 돌린다.

    Returns:
        그때까지의 최고 검증 정확도 `(방법, 시드, 횟수)`와
        마지막에 고른 점의 테스트 정확도 `(방법, 시드)`.
    """
    best = np.empty((4, len(SEEDS), BUDGET))
    test = np.empty((4, len(SEEDS)))
    for column, seed in enumerate(SEEDS):
        validate, examine = make_task(seed)
        for row, method in enumerate(
            (grid, random_search, tpe, bayesian)
        ):
            points, values = method(validate, seed)
            best[row, column] = np.maximum.accumulate(
                values
            )
            test[row, column] = examine(
                points[values.argmax()]
            )
    return best, test


# --8<-- [end:compare]


# --8<-- [start:paired]
def paired(
    scores: np.ndarray, baseline: np.ndarray
) -> tuple[float, float, float]:
    """짝지어 뺀 차이의 평균과 95% 신뢰 구간을 구한다.

    Args:
        scores: 한 방법의 점수 `(시드,)`.
        baseline: 같은 시드에서 기준이 얻은 점수 `(시드,)`.

    Returns:
        평균, 구간의 아래쪽 끝, 위쪽 끝.
    """
    gaps = scores - baseline
    low, high = ttest_1samp(gaps, 0).confidence_interval()
    return float(gaps.mean()), float(low), float(high)


# --8<-- [end:paired]


def spreads(
    scores: np.ndarray, baseline: np.ndarray
) -> tuple[float, float]:
    """차이의 표준편차를, 서로 다른 데이터에서 쟀다고 칠 때와 짝지을 때로 구한다."""
    alone = np.sqrt(
        scores.var(ddof=1) + baseline.var(ddof=1)
    )
    return float(alone), float(
        (scores - baseline).std(ddof=1)
    )


def draw() -> Figure:
    """테스트 정확도가 랜덤 탐색과 얼마나 다른지, 시드마다 점 하나로 그린다."""
    _, test = compare()
    figure, axes = plt.subplots(figsize=(4.8, 2.6))
    figure.subplots_adjust(left=0.2, bottom=0.2)
    axes.axvspan(
        -MARGIN,
        MARGIN,
        color="#777777",
        alpha=0.12,
        linewidth=0,
    )
    axes.axvline(0, color="#777777", linewidth=1)
    spread = np.linspace(-0.25, 0.1, len(SEEDS))
    others = (0, 2, 3)
    for place, row in enumerate(others):
        mean, low, high = paired(test[row], test[1])
        axes.plot(
            test[row] - test[1],
            place + spread,
            "o",
            color=f"C{row}",
            markersize=3,
        )
        axes.plot(
            [low, high], [place + 0.3] * 2, color=f"C{row}"
        )
        axes.plot(
            mean,
            place + 0.3,
            "s",
            color=f"C{row}",
            markersize=6,
        )
    axes.set_yticks(
        range(3), [NAMES[row] for row in others]
    )
    axes.grid(visible=False, axis="y")
    axes.set(xlabel="랜덤 탐색과의 차이", ylim=(2.6, -0.6))
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    _, test = compare()
    ends = ", ".join(
        f"{NAMES[row]} {paired(test[row], test[1])[0]:.3f}"
        for row in (0, 2, 3)
    )
    return (
        f"같은 데이터에서 랜덤 탐색보다 테스트 정확도가 얼마나 높은지, 시드 "
        f"{len(SEEDS)}개의 점과 평균의 95% 구간. 평균은 {ends}이고, 구간은 모두 "
        f"±{MARGIN}의 띠 안에 있다."
    )


def main() -> None:
    """랜덤 탐색의 점수와, 나머지가 그보다 얼마나 나은지 출력한다."""
    best, test = compare()
    print(
        f"시드 {len(SEEDS)}개, 시도 {BUDGET}번, 랜덤 탐색의 평균 정확도"
    )
    for name, values in (
        ("검증", best[:, :, -1]),
        ("테스트", test),
    ):
        print(f"{name} {values[1].mean():.3f}")
        for row in (0, 2, 3):
            mean, low, high = paired(values[row], values[1])
            print(
                f"  {NAMES[row]}: {mean:.3f} (95% 구간 {low:.3f}부터 {high:.3f})"
            )
    alone, together = spreads(test[2], test[1])
    print(
        f"TPE와 랜덤의 차이의 표준편차: 짝지으면 {together:.3f}, 안 지으면 {alone:.3f}"
    )


if __name__ == "__main__":
    main()
