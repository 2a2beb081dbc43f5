"""Optuna의 TPE로 커널의 종류와, 종류에 따라 달라지는 하이퍼파라미터를 함께 고른다.

TPE는 Bergstra 외(2011)의 방법이다. 처음 열 번은 랜덤으로 고르고, 그다음부터는
좋았던 시험과 나머지의 분포를 견주어 다음 값을 고른다.
"""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
import optuna
from matplotlib.figure import Figure
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

STARTUP = 10
TRIALS = 30
SEEDS = range(6)
PICTURED = 1


# --8<-- [start:objective]
def suggest(trial: optuna.Trial) -> SVC:
    """시험할 분류기를 만든다. 커널에 따라 물어보는 하이퍼파라미터가 다르다."""
    parameters = {
        "kernel": trial.suggest_categorical("kernel", ["rbf", "sigmoid"]),
        "C": trial.suggest_float("C", 1e-2, 1e3, log=True),
        "gamma": trial.suggest_float("gamma", 1e-4, 1e1, log=True),
    }
    if parameters["kernel"] == "sigmoid":
        parameters["coef0"] = trial.suggest_float("coef0", -1, 1)
    return SVC(**parameters)


# --8<-- [end:objective]


# --8<-- [start:study]
@cache
def search(seed: int) -> optuna.Study:
    """손글씨 숫자의 검증 정확도를 높이는 분류기를 TPE로 찾는다."""
    data = load_digits()
    train_x, val_x, train_y, val_y = train_test_split(
        data.data / 16, data.target, train_size=200, test_size=300, random_state=seed
    )
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    sampler = optuna.samplers.TPESampler(n_startup_trials=STARTUP, seed=seed)
    study = optuna.create_study(direction="maximize", sampler=sampler)
    study.optimize(
        lambda trial: suggest(trial).fit(train_x, train_y).score(val_x, val_y),
        n_trials=TRIALS,
    )
    return study


# --8<-- [end:study]


def scores(seed: int) -> np.ndarray:
    """시험한 차례대로 검증 정확도 `(TRIALS,)`를 모은다."""
    return np.array([trial.value for trial in search(seed).trials])


def is_rbf(seed: int) -> np.ndarray:
    """시험한 차례대로 rbf 커널을 골랐는지 `(TRIALS,)`를 모은다."""
    return np.array([trial.params["kernel"] == "rbf" for trial in search(seed).trials])


def draw() -> Figure:
    """한 씨앗의 검증 정확도를 시험한 차례대로 찍는다."""
    values, rbf = scores(PICTURED), is_rbf(PICTURED)
    number = np.arange(1, TRIALS + 1)
    figure, axes = plt.subplots()
    axes.plot(number[rbf], values[rbf], "o", color="C0")
    axes.plot(number[~rbf], values[~rbf], "s", color="C1", fillstyle="none")
    axes.axvline(STARTUP + 0.5, color="#777777", linestyle="--", linewidth=1)
    axes.text(STARTUP, 1.06, "랜덤", ha="right")
    axes.text(STARTUP + 1, 1.06, "TPE")
    axes.text(TRIALS, 0.58, "rbf 커널", color="C0", ha="right")
    axes.text(TRIALS, 0.46, "sigmoid 커널", color="C1", ha="right")
    axes.set(xlabel="시험한 차례", ylabel="검증 정확도", xlim=(0, 31), ylim=(0, 1.15))
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    values, rbf = scores(PICTURED), is_rbf(PICTURED)
    return (
        f"시험 {TRIALS}번의 검증 정확도. 랜덤으로 고른 처음 {STARTUP}번은 중앙값이 "
        f"{np.median(values[:STARTUP]):.2f}이고 넓게 흩어진다. "
        f"TPE가 고른 뒤로는 중앙값이 {np.median(values[STARTUP:]):.2f}이고, "
        f"그 가운데 rbf 커널의 비율은 {rbf[STARTUP:].mean():.2f}다."
    )


def main() -> None:
    """랜덤으로 고른 시험과 TPE가 고른 시험을 씨앗 여섯 개에서 모아 출력한다."""
    values = np.array([scores(seed) for seed in SEEDS])
    rbf = np.array([is_rbf(seed) for seed in SEEDS])
    for name, part in (
        ("랜덤으로 고른 시험", slice(STARTUP)),
        ("TPE가 고른 시험  ", slice(STARTUP, None)),
    ):
        print(
            f"{name}: 중앙값 {np.median(values[:, part]):.2f}, "
            f"rbf 비율 {rbf[:, part].mean():.2f}"
        )
    for count in (STARTUP, TRIALS):
        best = np.median(values[:, :count].max(axis=1))
        print(f"{count}번까지 찾은 최고의 중앙값: {best:.3f}")


if __name__ == "__main__":
    main()
