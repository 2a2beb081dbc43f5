"""Optuna의 탐색 기록을 파일에 남기고, 되읽어 하이퍼파라미터마다 그린다."""

import tempfile
import warnings
from functools import cache
from pathlib import Path
from unittest.mock import patch

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import optuna
from matplotlib.figure import Figure
from optuna.importance import (
    FanovaImportanceEvaluator,
    PedAnovaImportanceEvaluator,
    get_param_importances,
)
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend
from optuna.visualization.matplotlib import plot_slice
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC


def objective(trial: optuna.Trial) -> float:
    """서포트 벡터 머신의 `C`와 `gamma`를 로그 눈금에서 골라 검증 정확도를 구한다."""
    images, labels = load_digits(return_X_y=True)
    train_x, valid_x, train_y, valid_y = train_test_split(
        images,
        labels,
        train_size=400,
        test_size=400,
        random_state=0,
    )
    C = trial.suggest_float("C", 0.1, 100, log=True)
    gamma = trial.suggest_float(
        "gamma", 1e-5, 1e-1, log=True
    )
    return (
        SVC(C=C, gamma=gamma)
        .fit(train_x, train_y)
        .score(valid_x, valid_y)
    )


# --8<-- [start:search]
def search(file: Path, trials: int = 30) -> None:
    """탐색하며 시도할 때마다 파일 끝에 JSON을 덧붙인다."""
    study = optuna.create_study(
        study_name="svc",
        storage=JournalStorage(
            JournalFileBackend(str(file))
        ),
        sampler=optuna.samplers.TPESampler(seed=0),
        direction="maximize",
    )
    study.optimize(objective, n_trials=trials)


def reload(file: Path) -> optuna.Study:
    """파일만 보고 탐색 기록을 되살린다."""
    storage = JournalStorage(JournalFileBackend(str(file)))
    return optuna.load_study(
        study_name="svc", storage=storage
    )


# --8<-- [end:search]


@cache
def recorded() -> tuple[str, optuna.Study]:
    """한 번 탐색하고 (남은 파일, 되읽은 기록)을 돌려준다."""
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        search(folder / "journal.log")
        stored = reload(folder / "journal.log")
        (file,) = folder.iterdir()
        # 폴더가 없어져도 쓸 수 있게 메모리로 옮긴다.
        study = optuna.create_study(direction="maximize")
        study.add_trials(stored.trials)
        return file.name, study


# --8<-- [start:importances]
def importances(
    study: optuna.Study,
) -> dict[str, dict[str, float]]:
    """재는 방법마다 중요도를 구한다. 합은 1이다."""
    evaluators = {
        "fANOVA": FanovaImportanceEvaluator(seed=0),
        "PED-ANOVA": PedAnovaImportanceEvaluator(),
    }
    return {
        name: get_param_importances(
            study, evaluator=evaluator
        )
        for name, evaluator in evaluators.items()
    }


# --8<-- [end:importances]


def gain_from_penalty(gamma: float) -> float:
    """`gamma`를 붙들고 `C`만 0.1에서 100으로 키울 때 정확도가 오르는 만큼."""
    low, high = (
        objective(
            optuna.trial.FixedTrial(
                {"C": C, "gamma": gamma}
            )
        )
        for C in (0.1, 100)
    )
    return high - low


def draw() -> Figure:
    """Optuna의 `plot_slice`를 쪽의 글꼴과 색으로 그린다."""
    _, study = recorded()
    # Optuna는 ggplot 양식을 스스로 입힌다. 빈 양식으로 바꿔 둔다.
    with (
        patch.dict(
            plt.style.library, ggplot=mpl.RcParams()
        ),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter(
            "ignore", optuna.exceptions.ExperimentalWarning
        )
        panels = plot_slice(study)
    figure = panels[0].figure
    figure.suptitle("")
    figure.axes[-1].remove()
    for axes in panels:
        points = axes.collections[0]
        points.set(
            array=None,
            facecolor="C0",
            edgecolor="none",
            alpha=0.7,
        )
        points.set_clip_on(False)
        axes.minorticks_off()
        axes.xaxis.set_major_formatter("{x:g}")
        axes.set(ylabel="검증 정확도", ylim=(0, 1.05))
    figure.set_size_inches(4.8, 4.8)
    panels[0].set_position((0.13, 0.61, 0.84, 0.36))
    panels[1].set_position((0.13, 0.11, 0.84, 0.36))
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    _, study = recorded()
    accuracy = np.array(
        [trial.value for trial in study.trials]
    )
    gamma = np.array(
        [trial.params["gamma"] for trial in study.trials]
    )
    big = accuracy[gamma > 0.01]
    middle = accuracy[(gamma > 0.0003) & (gamma < 0.003)]
    return (
        "시도 서른 번의 검증 정확도를 C와 gamma에 나누어 찍은 그림. "
        f"gamma가 0.01보다 크면 정확도는 높아야 {big.max():.2f}이고, "
        f"0.0003과 0.003 사이면 낮아도 {middle.min():.2f}이다."
    )


def main() -> None:
    """남은 파일과 가장 나은 정확도, 하이퍼파라미터의 중요도를 출력한다."""
    file, study = recorded()
    print("파일:", file)
    print(
        f"시도 {len(study.trials)}번, 가장 나은 정확도 {study.best_value:.2f}"
    )
    for method, shares in importances(study).items():
        told = ", ".join(
            f"{name} {share:.1f}"
            for name, share in shares.items()
        )
        print(f"{method}로 잰 중요도: {told}")
    for gamma in (1e-5, 1e-3):
        gain = gain_from_penalty(gamma)
        print(
            f"gamma가 {gamma:.5f}일 때 C가 올리는 정확도: {gain:.2f}"
        )


if __name__ == "__main__":
    main()
