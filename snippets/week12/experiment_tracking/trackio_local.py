"""W&B와 같은 세 함수로 트랙키오에 기록하고, SQLite 파일을 되읽는다."""

import atexit
import contextlib
import importlib
import io
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.stats import ttest_1samp
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

LABELS = {"raw": "그대로", "scaled": "표준화"}
SEEDS = range(12)


def accuracies(
    scaled: bool, epochs: int = 15, seed: int = 0
) -> Iterator[float]:
    """유방암 진단 데이터를 훈련하며 에포크마다 검증 정확도를 내놓는다.

    표준화에 쓰는 평균과 표준편차는 훈련 데이터에서만 구한다.
    """
    features, labels = load_breast_cancer(return_X_y=True)
    train_x, valid_x, train_y, valid_y = train_test_split(
        features, labels, test_size=0.3, random_state=seed
    )
    if scaled:
        scaler = StandardScaler().fit(train_x)
        train_x, valid_x = (
            scaler.transform(train_x),
            scaler.transform(valid_x),
        )
    model = SGDClassifier(
        learning_rate="constant",
        eta0=0.001,
        random_state=seed,
    )
    for _ in range(epochs):
        model.partial_fit(train_x, train_y, classes=(0, 1))
        yield model.score(valid_x, valid_y)


# --8<-- [start:open]
@cache
def open_trackio() -> tuple[ModuleType, Path]:
    """임시 폴더에 기록하도록 트랙키오를 불러온다.

    기록할 자리는 불러오는 순간 `TRACKIO_DIR`로 정해지고, 나중에 바꾸지 못한다.
    """
    folder = tempfile.mkdtemp()
    atexit.register(
        shutil.rmtree, folder, ignore_errors=True
    )
    with patch.dict(os.environ, {"TRACKIO_DIR": folder}):
        return importlib.import_module("trackio"), Path(
            folder
        )


# --8<-- [end:open]


# --8<-- [start:log]
def log_runs(tracker: ModuleType, project: str) -> None:
    """입력을 그대로 쓴 실험과 표준화한 실험을 남긴다.

    Args:
        tracker: `trackio`나 `wandb`. 셋 다 이름이 같은 함수만 쓴다.
        project: 두 실험을 묶을 이름.
    """
    for name in LABELS:
        tracker.init(
            project=project,
            name=name,
            config={"input": name},
        )
        for accuracy in accuracies(scaled=name == "scaled"):
            tracker.log({"val_accuracy": accuracy})
        tracker.finish()


# --8<-- [end:log]


# --8<-- [start:read]
def read_runs(file: Path) -> dict[str, list[float]]:
    """`sqlite3`만으로 검증 정확도를 되읽는다."""
    query = (
        "SELECT run_name, metrics FROM metrics "
        "ORDER BY run_name, step"
    )
    runs: dict[str, list[float]] = {}
    with contextlib.closing(
        sqlite3.connect(file)
    ) as database:
        for name, metrics in database.execute(query):
            runs.setdefault(name, []).append(
                json.loads(metrics)["val_accuracy"]
            )
    return runs


# --8<-- [end:read]


@cache
def recorded(
    project: str = "cancer",
) -> tuple[str, dict[str, list[float]]]:
    """두 실험을 남기고 (데이터베이스 파일, 되읽은 곡선)을 돌려준다."""
    trackio, folder = open_trackio()
    # 노트북에서는 대시보드를 켜고, 코랩에서는 그 주소를 누구나 볼 수 있게 연다.
    outside_notebook = patch(
        "trackio.utils.is_in_notebook", return_value=False
    )
    # 트랙키오는 기록한 자리를 화면에 알린다.
    with (
        outside_notebook,
        contextlib.redirect_stdout(io.StringIO()),
    ):
        log_runs(trackio, project)
    (file,) = folder.glob(f"{project}*.db")
    return file.name, read_runs(file)


# --8<-- [start:repeat]
@cache
def gains() -> np.ndarray:
    """나누기마다 표준화가 높인 정확도를 잰다.

    마지막 다섯 에포크의 평균끼리 뺀다. 돌려주는 것은 `(시드,)`다.
    """
    last = [
        [
            np.mean(
                list(accuracies(scaled, seed=seed))[-5:]
            )
            for scaled in (True, False)
        ]
        for seed in SEEDS
    ]
    return np.subtract(*np.transpose(last))


# --8<-- [end:repeat]


def draw() -> Figure:
    """되읽은 두 곡선을 겹쳐 그린다."""
    _, runs = recorded()
    figure, axes = plt.subplots()
    styles = {
        "raw": ("C1", "--", "s"),
        "scaled": ("C0", "-", "o"),
    }
    for name, values in runs.items():
        color, style, marker = styles[name]
        epochs = range(1, len(values) + 1)
        axes.plot(
            epochs,
            values,
            color=color,
            linestyle=style,
            marker=marker,
            markersize=4,
        )
        axes.text(
            len(values) + 0.3,
            values[-1],
            LABELS[name],
            color=color,
            va="center",
        )
    axes.set(
        xlabel="에포크",
        ylabel="검증 정확도",
        xlim=(0.5, 18),
        ylim=(0.6, 1),
    )
    axes.set_xticks(range(3, 16, 3))
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    _, runs = recorded()
    raw, scaled = runs["raw"], runs["scaled"]
    return (
        "에포크 열다섯 번의 검증 정확도. 표준화한 입력은 "
        f"{min(scaled):.2f}에서 {max(scaled):.2f} 사이에 머물고, 그대로 쓴 입력은 "
        f"{min(raw):.2f}에서 {max(raw):.2f} 사이를 오르내린다."
    )


def main() -> None:
    """남은 파일과 실험마다 정확도의 범위를 출력한다."""
    file, runs = recorded()
    print("파일:", file)
    for name, values in runs.items():
        low, high = min(values), max(values)
        print(
            f"{LABELS[name]}: {len(values)}줄, 정확도 {low:.2f}~{high:.2f}"
        )
    low, high = ttest_1samp(gains(), 0).confidence_interval(
        0.95
    )
    print(
        f"나누기 {len(gains())}번에서 표준화가 높인 정확도: {gains().mean():.2f}"
    )
    print(f"  95% 구간 {low:.2f}부터 {high:.2f}")


if __name__ == "__main__":
    main()
