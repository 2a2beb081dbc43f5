"""훈련 기록을 CSV 파일에 남기고, 파일만 보고 훈련 곡선을 그린다."""

import csv
import tempfile
from functools import cache
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


# --8<-- [start:scale]
def split_and_scale() -> list[np.ndarray]:
    """유방암 진단 데이터를 나누고 표준화한다.

    Returns:
        훈련 입력, 검증 입력, 훈련 정답, 검증 정답.
    """
    features, labels = load_breast_cancer(return_X_y=True)
    train_x, valid_x, *answers = train_test_split(
        features, labels, test_size=0.3, random_state=0
    )
    # 검증 데이터를 미리 보지 않는다.
    scaler = StandardScaler().fit(train_x)
    scaled = map(scaler.transform, (train_x, valid_x))
    return [*scaled, *answers]


# --8<-- [end:scale]


def build() -> keras.Model:
    """유닛 16개짜리 은닉층이 하나인 분류기를 만든다."""
    model = keras.Sequential(
        [
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.01),
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    return model


# --8<-- [start:train]
def train_with_log(
    log_file: Path, epochs: int = 40
) -> keras.callbacks.History:
    """훈련하며 에포크마다 CSV에 한 줄씩 쓴다.

    Args:
        log_file: 기록을 쓸 CSV 파일.
        epochs: 훈련할 에포크의 수.

    Returns:
        같은 값을 메모리에 담은 케라스의 훈련 기록.
    """
    keras.utils.set_random_seed(12)
    train_x, valid_x, train_y, valid_y = split_and_scale()
    logger = keras.callbacks.CSVLogger(str(log_file))
    return build().fit(
        train_x,
        train_y,
        validation_data=(valid_x, valid_y),
        epochs=epochs,
        callbacks=[logger],
        verbose=0,
    )


# --8<-- [end:train]


# --8<-- [start:read]
def read_log(log_file: Path) -> dict[str, list[float]]:
    """열 이름과 에포크마다의 값을 읽는다."""
    with log_file.open(
        newline="", encoding="utf-8"
    ) as file:
        rows = list(csv.DictReader(file))
    return {
        name: [float(row[name]) for row in rows]
        for name in rows[0]
    }


# --8<-- [end:read]


@cache
def recorded() -> dict[str, list[float]]:
    """한 번 훈련하고, 남은 CSV 파일에서 읽은 값을 돌려준다."""
    with tempfile.TemporaryDirectory() as folder:
        log_file = Path(folder) / "training.csv"
        train_with_log(log_file)
        return read_log(log_file)


# --8<-- [start:draw]
def plot_losses(
    axes: Axes, log: dict[str, list[float]]
) -> None:
    """훈련 손실과 검증 손실을 에포크마다 잇는다."""
    epochs = np.array(log["epoch"]) + 1
    axes.plot(epochs, log["loss"], "C0-")
    axes.plot(epochs, log["val_loss"], "C1--")
    axes.set(xlabel="에포크", ylabel="손실")


# --8<-- [end:draw]


def draw() -> Figure:
    """CSV에서 읽은 훈련 손실과 검증 손실을 그린다."""
    log = recorded()
    figure, axes = plt.subplots()
    plot_losses(axes, log)
    for name, label, color in (
        ("loss", "훈련", "C0"),
        ("val_loss", "검증", "C1"),
    ):
        axes.text(
            log["epoch"][-1] + 1.7,
            log[name][-1],
            label,
            color=color,
            va="center",
        )
    axes.set(xlim=(1, 44), ylim=(0, 0.4))
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    log = recorded()
    return (
        f"에포크 마흔 번의 훈련 곡선. 훈련 손실은 {log['loss'][0]:.2f}에서 "
        f"{log['loss'][-1]:.2f}까지 줄고, 검증 손실은 "
        f"{min(log['val_loss']):.2f}까지 줄었다가 {log['val_loss'][-1]:.2f}까지 늘었다."
    )


def main() -> None:
    """기록 파일의 열과 줄 수, 손실의 흐름을 출력한다."""
    log = recorded()
    print("열:", ", ".join(sorted(log)))
    print("줄:", len(log["epoch"]))
    for name, label in (
        ("loss", "훈련"),
        ("val_loss", "검증"),
    ):
        values = log[name]
        print(
            f"{label} 손실: 처음 {values[0]:.2f}, "
            f"가장 낮을 때 {min(values):.2f}, 끝 {values[-1]:.2f}"
        )


if __name__ == "__main__":
    main()
