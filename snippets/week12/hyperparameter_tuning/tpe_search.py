"""Optuna의 TPE로 커널의 종류와, 종류에 따라 달라지는 하이퍼파라미터를 함께 고른다.

TPE는 Bergstra 외(2011)의 방법이다. 처음 열 번은 랜덤으로 고르고, 그다음부터는
좋았던 시도와 나머지의 분포를 비교해 다음 값을 고른다. 랜덤 탐색과 짝을 지어 잰다.
"""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
import optuna
from matplotlib.figure import Figure
from scipy.stats import ttest_1samp
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

STARTUP = 10
TRIALS = 30
SEEDS = range(10)
PICTURED = 1


# --8<-- [start:objective]
def suggest(trial: optuna.Trial) -> SVC:
    """시도할 분류기를 만든다.

    커널에 따라 물어보는 하이퍼파라미터가 다르다.
    """
    parameters = {
        "kernel": trial.suggest_categorical(
            "kernel", ["rbf", "sigmoid"]
        ),
        "C": trial.suggest_float("C", 1e-2, 1e3, log=True),
        "gamma": trial.suggest_float(
            "gamma", 1e-4, 1e1, log=True
        ),
    }
    if parameters["kernel"] == "sigmoid":
        parameters["coef0"] = trial.suggest_float(
            "coef0", -1, 1
        )
    return SVC(**parameters)


# --8<-- [end:objective]


def split(seed: int) -> list[np.ndarray]:
    """헷갈리기 쉬운 숫자 3, 5, 8, 9를 훈련 100장과 검증 300장으로 나눈다.

    Returns:
        훈련 입력, 검증 입력, 훈련 정답, 검증 정답.
    """
    x, y = load_digits(return_X_y=True)
    hard = np.isin(y, (3, 5, 8, 9))
    return train_test_split(
        x[hard] / 16,
        y[hard],
        train_size=100,
        test_size=300,
        random_state=seed,
    )


def make_sampler(
    seed: int, tpe: bool
) -> optuna.samplers.BaseSampler:
    """TPE 또는 랜덤으로 고르는 샘플러를 만든다."""
    if tpe:
        return optuna.samplers.TPESampler(
            n_startup_trials=STARTUP, seed=seed
        )
    return optuna.samplers.RandomSampler(seed=seed)


# --8<-- [start:study]
@cache
def search(seed: int, tpe: bool = True) -> optuna.Study:
    """숫자 넷의 검증 정확도가 높은 분류기를 찾는다.

    시드가 같으면 데이터도 처음 `STARTUP`번도 같다. 그 뒤만 TPE 또는 랜덤으로 고른다.
    """
    train_x, val_x, train_y, val_y = split(seed)

    def objective(trial: optuna.Trial) -> float:
        model = suggest(trial).fit(train_x, train_y)
        return float(model.score(val_x, val_y))

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    study = optuna.create_study(
        direction="maximize",
        sampler=make_sampler(seed, tpe),
    )
    study.optimize(objective, n_trials=TRIALS)
    return study


# --8<-- [end:study]


def scores(seed: int, tpe: bool = True) -> np.ndarray:
    """시도한 차례대로 검증 정확도 `(TRIALS,)`를 모은다."""
    return np.array(
        [trial.value for trial in search(seed, tpe).trials]
    )


def is_rbf(seed: int) -> np.ndarray:
    """TPE가 시도한 차례대로 rbf 커널을 골랐는지 `(TRIALS,)`를 모은다."""
    return np.array(
        [
            trial.params["kernel"] == "rbf"
            for trial in search(seed).trials
        ]
    )


# --8<-- [start:gains]
def gains() -> tuple[np.ndarray, np.ndarray]:
    """같은 시드에서 TPE가 랜덤보다 얼마나 높은지 잰다.

    Returns:
        나중 시도의 중앙값의 차이 `(시드,)`와 최고의 차이 `(시드,)`.
    """
    tpe = np.array([scores(seed) for seed in SEEDS])
    random = np.array(
        [scores(seed, tpe=False) for seed in SEEDS]
    )
    later = slice(STARTUP, None)
    usual = np.median(tpe[:, later], axis=1) - np.median(
        random[:, later], axis=1
    )
    return usual, tpe.max(axis=1) - random.max(axis=1)


def interval(gaps: np.ndarray) -> tuple[float, float]:
    """짝지은 차이 `(시드,)`의 평균에 대한 95% 신뢰 구간."""
    found = ttest_1samp(gaps, 0).confidence_interval(0.95)
    return float(found.low), float(found.high)


# --8<-- [end:gains]


def draw() -> Figure:
    """한 시드의 검증 정확도를 시도한 차례대로 찍는다."""
    values, rbf = scores(PICTURED), is_rbf(PICTURED)
    number = np.arange(1, TRIALS + 1)
    figure, axes = plt.subplots()
    axes.plot(number[rbf], values[rbf], "o", color="C0")
    axes.plot(
        number[~rbf],
        values[~rbf],
        "s",
        color="C1",
        fillstyle="none",
    )
    axes.axvline(
        STARTUP + 0.5,
        color="#777777",
        linestyle="--",
        linewidth=1,
    )
    axes.text(STARTUP, 1.06, "랜덤", ha="right")
    axes.text(STARTUP + 1, 1.06, "TPE")
    axes.text(
        TRIALS, 0.58, "rbf 커널", color="C0", ha="right"
    )
    axes.text(
        TRIALS, 0.46, "sigmoid 커널", color="C1", ha="right"
    )
    axes.set(
        xlabel="시도한 차례",
        ylabel="검증 정확도",
        xlim=(0, 31),
        ylim=(0, 1.15),
    )
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    values, rbf = scores(PICTURED), is_rbf(PICTURED)
    return (
        f"시드 하나에서 시도 {TRIALS}번의 검증 정확도. 랜덤으로 고른 처음 "
        f"{STARTUP}번은 중앙값이 {np.median(values[:STARTUP]):.2f}이고, "
        f"TPE가 고른 뒤로는 {np.median(values[STARTUP:]):.2f}이다. "
        f"뒤에서 rbf 커널의 비율은 {rbf[STARTUP:].mean():.2f}다."
    )


def main() -> None:
    """나중 시도의 중앙값과 최고를 TPE와 랜덤에서 재고, 짝지은 차이를 출력한다."""
    tpe = np.array([scores(seed) for seed in SEEDS])
    random = np.array(
        [scores(seed, tpe=False) for seed in SEEDS]
    )
    usual, best = gains()
    later = slice(STARTUP, None)
    print(
        f"시드 {len(SEEDS)}개의 평균. 처음 {STARTUP}번은 두 방법이 같다"
    )
    print(
        f"처음 {STARTUP}번의 최고: {tpe[:, :STARTUP].max(axis=1).mean():.3f}"
    )
    for name, ways, gaps in (
        (
            f"나중 {TRIALS - STARTUP}번의 중앙값",
            [
                np.median(x[:, later], axis=1).mean()
                for x in (tpe, random)
            ],
            usual,
        ),
        (
            f"{TRIALS}번의 최고",
            [x.max(axis=1).mean() for x in (tpe, random)],
            best,
        ),
    ):
        low, high = interval(gaps)
        print(
            f"{name}: TPE {ways[0]:.3f}, 랜덤 {ways[1]:.3f}"
        )
        print(
            f"  차이 {gaps.mean():.3f} (95% 구간 {low:.3f}부터 {high:.3f})"
        )


if __name__ == "__main__":
    main()
