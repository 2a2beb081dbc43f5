"""그리드, 랜덤, TPE, 베이지안 최적화를 같은 횟수로, 씨앗을 바꿔 가며 견준다.

씨앗마다 데이터를 훈련, 검증, 시험으로 새로 나눈다. 검증 정확도로 고르고,
고를 때 보지 않은 시험 데이터로 다시 잰다.
"""

from collections.abc import Callable
from functools import cache

import matplotlib.pyplot as plt
import numpy as np
import optuna
from matplotlib.figure import Figure
from scipy.stats import norm
from sklearn.datasets import load_digits
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

BUDGET = 25
SEEDS = range(8)
NAMES = ("그리드", "랜덤", "TPE", "베이지안")

Objective = Callable[[np.ndarray], float]


# --8<-- [start:task]
def make_task(seed: int) -> tuple[Objective, Objective]:
    """0과 1 사이의 점 `(2,)`를 C와 gamma로 바꿔 훈련하는 두 함수를 만든다.

    Returns:
        검증 정확도를 돌려주는 함수와 시험 정확도를 돌려주는 함수.
    """
    data = load_digits()
    train_x, rest_x, train_y, rest_y = train_test_split(
        data.data / 16, data.target, train_size=200, random_state=seed
    )

    def accuracy(point: np.ndarray, rows: slice) -> float:
        model = SVC(C=10 ** (-2 + 5 * point[0]), gamma=10 ** (-4 + 5 * point[1]))
        model.fit(train_x, train_y)
        return float(model.score(rest_x[rows], rest_y[rows]))

    return (
        lambda point: accuracy(point, slice(300)),
        lambda point: accuracy(point, slice(300, None)),
    )


# --8<-- [end:task]


def grid(objective: Objective, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """그리드 탐색: 5 × 5의 모든 조합을 섞은 차례로 시험한다."""
    values = np.linspace(0, 1, 5)
    points = np.stack(np.meshgrid(values, values), axis=-1).reshape(-1, 2)
    points = np.random.default_rng(seed).permutation(points)
    return points, np.array([objective(point) for point in points])


def shuffled(objective: Objective, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """랜덤 탐색: 고르게 뽑은 점을 시험한다."""
    points = np.random.default_rng(seed).uniform(size=(BUDGET, 2))
    return points, np.array([objective(point) for point in points])


def tpe(objective: Objective, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Optuna의 TPE를 기본 설정으로 쓴다. 처음 열 번은 랜덤이다."""
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    study = optuna.create_study(
        direction="maximize", sampler=optuna.samplers.TPESampler(seed=seed)
    )
    points = np.empty((BUDGET, 2))
    for i in range(BUDGET):
        trial = study.ask()
        points[i] = [trial.suggest_float(name, 0, 1) for name in ("C", "gamma")]
        study.tell(trial, objective(points[i]))
    return points, np.array([trial.value for trial in study.trials])


# --8<-- [start:bayesian]
def bayesian(objective: Objective, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """랜덤 다섯 번 뒤로는, 후보 300개에서 기대 개선이 가장 큰 점을 시험한다."""
    random = np.random.default_rng(seed)
    points = random.uniform(size=(5, 2))
    values = np.array([objective(point) for point in points])
    surrogate = GaussianProcessRegressor(
        RBF(0.2), alpha=1e-3, optimizer=None, normalize_y=True
    )
    while len(points) < BUDGET:
        candidates = random.uniform(size=(300, 2))
        surrogate.fit(points, values)
        mean, deviation = surrogate.predict(candidates, return_std=True)
        z = (mean - values.max()) / deviation
        gain = deviation * (z * norm.cdf(z) + norm.pdf(z))
        points = np.vstack([points, candidates[gain.argmax()]])
        values = np.append(values, objective(points[-1]))
    return points, values


# --8<-- [end:bayesian]


# --8<-- [start:compare]
@cache
def compare() -> tuple[np.ndarray, np.ndarray]:
    """네 방법을 씨앗마다 같은 데이터와 같은 횟수로 돌린다.

    Returns:
        그때까지의 최고 검증 정확도 `(방법, 씨앗, 횟수)`와
        마지막에 고른 점의 시험 정확도 `(방법, 씨앗)`.
    """
    best = np.empty((4, len(SEEDS), BUDGET))
    test = np.empty((4, len(SEEDS)))
    for column, seed in enumerate(SEEDS):
        validate, examine = make_task(seed)
        for row, method in enumerate((grid, shuffled, tpe, bayesian)):
            points, values = method(validate, seed)
            best[row, column] = np.maximum.accumulate(values)
            test[row, column] = examine(points[values.argmax()])
    return best, test


# --8<-- [end:compare]


def draw() -> Figure:
    """그때까지의 최고를 중앙값과 사분위 범위로 그린다. 점선은 랜덤 탐색이다."""
    best, _ = compare()
    number = np.arange(1, BUDGET + 1)
    figure, panels = plt.subplots(2, 2, sharex=True, sharey=True, figsize=(4.8, 4.2))
    figure.subplots_adjust(hspace=0.25, wspace=0.1, top=0.93, bottom=0.12)
    for row, (name, axes) in enumerate(zip(NAMES, panels.flat, strict=True)):
        low, middle, high = np.quantile(best[row], (0.25, 0.5, 0.75), axis=0)
        baseline = np.median(best[1], axis=0)
        axes.plot(number, baseline, color="#777777", linestyle="--", linewidth=1.2)
        axes.fill_between(number, low, high, color=f"C{row}", alpha=0.25, linewidth=0)
        axes.plot(number, middle, color=f"C{row}")
        axes.set_title(name, color=f"C{row}", fontsize=11, pad=4)
        axes.set(xlim=(1, BUDGET), ylim=(0.85, 1), xticks=[1, 10, 25])
    for axes in panels[1]:
        axes.set_xlabel("시험한 횟수")
    for axes in panels[:, 0]:
        axes.set_ylabel("최고 정확도")
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    best, _ = compare()
    last = np.median(best[:, :, -1], axis=1)
    ends = ", ".join(
        f"{name} {value:.3f}" for name, value in zip(NAMES, last, strict=True)
    )
    return (
        "시험한 횟수에 따른 최고 검증 정확도의 중앙값과 사분위 범위. "
        f"{BUDGET}번 뒤의 중앙값은 {ends}. 띠가 서로 겹친다."
    )


def main() -> None:
    """방법마다 중앙값과 사분위 범위를 출력한다."""
    best, test = compare()
    print(f"씨앗 {len(SEEDS)}개의 중앙값 (사분위 범위)")
    for row, name in enumerate(NAMES):
        print(name)
        for label, values in (
            ("10번 뒤 검증", best[row, :, 9]),
            (f"{BUDGET}번 뒤 검증", best[row, :, -1]),
            (f"{BUDGET}번 뒤 시험", test[row]),
        ):
            low, middle, high = np.quantile(values, (0.25, 0.5, 0.75))
            print(f"  {label}: {middle:.3f} ({low:.3f}–{high:.3f})")


if __name__ == "__main__":
    main()
