"""훈련 기록을 CSV 파일에 남기고, 파일만 보고 가장 나은 에포크를 고른다."""

import csv
import tempfile
from pathlib import Path

import keras
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


# --8<-- [start:train]
def train_with_log(log_file: Path, epochs: int = 20) -> keras.callbacks.History:
    """유방암 진단 데이터로 분류기를 훈련하며 에포크마다 CSV에 한 줄씩 쓴다.

    Args:
        log_file: 기록을 쓸 CSV 파일.
        epochs: 훈련할 에포크의 수.

    Returns:
        같은 값을 메모리에 담은 케라스의 훈련 기록.
    """
    features, labels = load_breast_cancer(return_X_y=True)
    features = StandardScaler().fit_transform(features)
    train_x, valid_x, train_y, valid_y = train_test_split(
        features, labels, test_size=0.3, random_state=0
    )

    model = keras.Sequential(
        [
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model.fit(
        train_x,
        train_y,
        validation_data=(valid_x, valid_y),
        epochs=epochs,
        callbacks=[keras.callbacks.CSVLogger(str(log_file))],
        verbose=0,
    )


# --8<-- [end:train]


# --8<-- [start:read]
def read_log(log_file: Path) -> dict[str, list[float]]:
    """CSV 기록을 읽어 열 이름과 에포크마다의 값을 돌려준다."""
    with log_file.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {name: [float(row[name]) for row in rows] for name in rows[0]}


# --8<-- [end:read]


def main() -> None:
    """기록 파일의 열과 줄 수, 검증 손실이 줄었는지를 출력한다."""
    keras.utils.set_random_seed(12)
    with tempfile.TemporaryDirectory() as folder:
        log_file = Path(folder) / "training.csv"
        train_with_log(log_file)
        log = read_log(log_file)
    print("열:", ", ".join(sorted(log)))
    print("줄:", len(log["epoch"]))
    print("검증 손실이 줄었는가:", log["val_loss"][-1] < log["val_loss"][0])


if __name__ == "__main__":
    main()
