"""조기 종료와 체크포인트로 가장 나았던 때의 모델을 남기고 평가한다.

데이터는 scikit-learn에 든 손글씨 숫자다. 과대적합을 보려고 150장만 훈련한다.
"""

import functools
import tempfile
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.stats import ttest_1samp
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

EPOCHS = 60
SEEDS = range(10)


@functools.cache
def load_parts(
    seed: int = 0,
) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """이미지 `(rows, 64)`와 정답 `(rows,)`을 훈련, 검증, 테스트로 나눈다."""
    images, labels = load_digits(return_X_y=True)
    images = (images / 16).astype("float32")
    train, rest, train_labels, rest_labels = (
        train_test_split(
            images,
            labels,
            train_size=150,
            random_state=seed,
            stratify=labels,
        )
    )
    check, test, check_labels, test_labels = (
        train_test_split(
            rest,
            rest_labels,
            train_size=300,
            random_state=seed,
            stratify=rest_labels,
        )
    )
    return {
        "훈련": (train, train_labels),
        "검증": (check, check_labels),
        "테스트": (test, test_labels),
    }


def build_classifier() -> keras.Model:
    """픽셀 64개를 받아 숫자 열 개의 확률을 내고, 손실과 정확도를 재는 모델을 만든다."""
    keras.utils.set_random_seed(12)
    model = keras.Sequential(
        [
            keras.Input(shape=(64,)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.Adam(0.02),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


@functools.cache
def compiled() -> tuple[keras.Model, list[np.ndarray]]:
    """분류기를 한 번 컴파일하고, 훈련하기 전의 옵티마이저의 상태와 함께 돌려준다."""
    model = build_classifier()
    model.optimizer.build(model.trainable_variables)
    state = [
        keras.ops.convert_to_numpy(x)
        for x in model.optimizer.variables
    ]
    return model, state


# --8<-- [start:fit]
def fit(
    callbacks: list | None = None,
) -> tuple[keras.Model, dict[str, list[float]]]:
    """콜백을 넣어 훈련하고 모델과 기록을 돌려준다."""
    parts = load_parts()
    model = build_classifier()
    history = model.fit(
        *parts["훈련"],
        validation_data=parts["검증"],
        epochs=EPOCHS,
        batch_size=150,
        callbacks=callbacks,
        verbose=0,
    )
    return model, history.history


# --8<-- [end:fit]


# --8<-- [start:callbacks]
def useful_callbacks(
    file: Path,
) -> list[keras.callbacks.Callback]:
    """검증 손실을 지켜보는 콜백 둘을 만든다."""
    return [
        keras.callbacks.EarlyStopping(
            monitor="val_loss",
            patience=10,
            restore_best_weights=True,
        ),
        keras.callbacks.ModelCheckpoint(
            file, monitor="val_loss", save_best_only=True
        ),
    ]


# --8<-- [end:callbacks]


@functools.cache
def full_run() -> tuple[
    keras.Model, dict[str, list[float]]
]:
    """콜백 없이 끝까지 훈련한다."""
    return fit()


@functools.cache
def stopped_run() -> tuple[
    keras.Model, keras.Model, dict[str, list[float]]
]:
    """콜백을 넣어 훈련하고, 되살린 모델과 체크포인트에서 읽은 모델을 돌려준다."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "best.keras"
        restored, history = fit(useful_callbacks(file))
        return (
            restored,
            keras.models.load_model(file),
            history,
        )


# --8<-- [start:evaluate]
def scores(
    model: keras.Model, part: str
) -> dict[str, float]:
    """나눈 데이터 하나에서 손실과 정확도를 잰다."""
    return model.evaluate(
        *load_parts()[part], verbose=0, return_dict=True
    )


# --8<-- [end:evaluate]


def restarted(seed: int) -> keras.Model:
    """컴파일한 분류기를 시드로 정한 새 가중치로 되돌린다."""
    keras.utils.set_random_seed(seed)
    model, state = compiled()
    model.set_weights(
        keras.models.clone_model(model).get_weights()
    )
    for variable, value in zip(
        model.optimizer.variables, state, strict=True
    ):
        variable.assign(value)
    return model


# --8<-- [start:compare]
def best_and_last(seed: int, file: Path) -> list:
    """가장 나았던 때와 끝의 테스트 손실과 정확도를 잰다."""
    parts, model = load_parts(seed), restarted(seed)
    _, checkpoint = useful_callbacks(file)
    model.fit(
        *parts["훈련"],
        validation_data=parts["검증"],
        epochs=EPOCHS,
        batch_size=150,
        callbacks=[checkpoint],
        verbose=0,
    )
    last = model.evaluate(*parts["테스트"], verbose=0)
    model.load_weights(file)
    best = model.evaluate(*parts["테스트"], verbose=0)
    return [best, last]


# --8<-- [end:compare]


@functools.cache
def compare() -> np.ndarray:
    """나누기와 처음 가중치를 바꿔 가며, 가장 나았던 때와 끝의 테스트 점수를 잰다.

    Returns:
        (가장 나았던 때와 끝, 손실과 정확도, 시드)인 `(2, 2, 10)`.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "best.keras")
        found = [
            best_and_last(seed, file) for seed in SEEDS
        ]
    return np.array(found).transpose(1, 2, 0)


def draw() -> Figure:
    """끝까지 훈련했을 때의 훈련 손실과 검증 손실을 그린다."""
    _, history = full_run()
    epochs = np.arange(1, EPOCHS + 1)
    figure, axes = plt.subplots()
    axes.plot(
        epochs[1::3],
        history["val_loss"][1::3],
        color="C1",
        linestyle="--",
    )
    axes.plot(
        epochs[1::3], history["loss"][1::3], color="C0"
    )
    axes.text(
        EPOCHS + 1,
        history["val_loss"][-1],
        "검증",
        color="C1",
        va="center",
    )
    axes.text(
        EPOCHS + 1,
        history["loss"][-1],
        "훈련",
        color="C0",
        va="bottom",
    )
    axes.set(
        xlabel="에포크",
        ylabel="손실",
        xlim=(1, 68),
        ylim=(0, 2.1),
    )
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    _, history = full_run()
    return (
        f"에포크마다의 손실. 훈련 손실은 {history['loss'][-1]:.2f}까지 줄지만, "
        f"검증 손실은 {min(history['val_loss']):.2f}까지 줄었다가 "
        f"{history['val_loss'][-1]:.2f}까지 다시 커진다."
    )


def main() -> None:
    """되살린 모델의 검증 손실과, 나누기를 바꿔 잰 테스트 점수의 차이를 출력한다."""
    (_, history), (restored, loaded, stopped) = (
        full_run(),
        stopped_run(),
    )
    print(
        f"{EPOCHS}에포크 전에 멈췄는가: {len(stopped['loss']) < EPOCHS}"
    )
    print(
        f"검증 손실: 끝까지 {history['val_loss'][-1]:.2f}"
    )
    print(
        f"검증 손실: 되살린 모델 {scores(restored, '검증')['loss']:.2f}"
    )
    print(
        f"검증 손실: 체크포인트 {scores(loaded, '검증')['loss']:.2f}"
    )
    print(
        f"나누기 {len(SEEDS)}번의 평균, 가장 나았던 때와 끝"
    )
    # 정확도의 차이는 소수 둘째 자리에서는 보이지 않는다.
    for name, digits, early, late in zip(
        ("테스트 손실", "테스트 정확도"),
        (2, 3),
        *compare(),
        strict=True,
    ):
        gaps = ttest_1samp(
            early - late, 0
        ).confidence_interval(0.95)
        print(
            f"{name}: {early.mean():.{digits}f}, {late.mean():.{digits}f}"
        )
        print(
            f"  차이의 95% 구간: "
            f"{gaps.low:.{digits}f}부터 {gaps.high:.{digits}f}"
        )


if __name__ == "__main__":
    main()
