"""손글씨 숫자로 옵티마이저 여섯 가지를 기본 학습률과 고른 학습률에서 견준다.

학습률은 검증 데이터에서 고르고, 점수는 따로 둔 시험 데이터에서 잰다.
"""

import functools
from collections.abc import Callable

import keras
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

RATES = (0.001, 0.01, 0.1, 1.0, 10.0)
SEEDS = (0, 1, 2, 3, 4)
EPOCHS = 12
BATCH = 50
HIDDEN = 32

# --8<-- [start:contenders]
CONTENDERS: dict[str, Callable[[], keras.Optimizer]] = {
    "SGD": keras.optimizers.SGD,
    "모멘텀": lambda: keras.optimizers.SGD(momentum=0.9),
    "AdaGrad": keras.optimizers.Adagrad,
    "RMSProp": keras.optimizers.RMSprop,
    "Adam": keras.optimizers.Adam,
    "AdamW": keras.optimizers.AdamW,
}
# --8<-- [end:contenders]


@functools.cache
def split_digits() -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """손글씨 숫자를 훈련 1,000장, 검증 397장, 시험 400장으로 나눈다.

    Returns:
        이름마다 `(images, 64)` 특성과 `(images,)` 정답.
    """
    digits = load_digits()
    images, labels = (digits.data / 16).astype("float32"), digits.target
    train_x, rest_x, train_y, rest_y = train_test_split(
        images, labels, train_size=1000, stratify=labels, random_state=0
    )
    valid_x, test_x, valid_y, test_y = train_test_split(
        rest_x, rest_y, test_size=400, stratify=rest_y, random_state=0
    )
    return {
        "train": (train_x, train_y),
        "valid": (valid_x, valid_y),
        "test": (test_x, test_y),
    }


def build_model(optimizer: keras.Optimizer) -> keras.Model:
    """은닉층 하나짜리 분류기를 만들어 컴파일한다."""
    model = keras.Sequential(
        [
            keras.Input((64,)),
            keras.layers.Dense(HIDDEN, activation="relu"),
            keras.layers.Dense(10),
        ]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    # 여러 걸음을 한 번에 돌린다. 결과는 그대로이고 빨라진다.
    model.compile(optimizer=optimizer, loss=loss, steps_per_execution=60)
    return model


def initial_weights(seed: int) -> list[np.ndarray]:
    """씨앗마다 같은 가중치를 만든다. 모든 옵티마이저가 같은 곳에서 출발한다."""
    random = np.random.default_rng(seed)
    return [
        random.normal(scale=np.sqrt(2 / 64), size=(64, HIDDEN)),
        np.zeros(HIDDEN),
        random.normal(scale=np.sqrt(2 / HIDDEN), size=(HIDDEN, 10)),
        np.zeros(10),
    ]


def batch_order(seed: int, images: int) -> np.ndarray:
    """에포크마다 섞은 차례를 이어 `(EPOCHS * images,)`로 만든다."""
    random = np.random.default_rng(seed)
    return np.concatenate([random.permutation(images) for _ in range(EPOCHS)])


# --8<-- [start:train]
def accuracies(model: keras.Model, rate: float, seed: int) -> tuple[float, float]:
    """처음부터 훈련해 검증 정확도와 시험 정확도를 잰다.

    Args:
        model: 컴파일한 모델. 가중치를 새로 넣고 쓴다.
        rate: 학습률.
        seed: 처음 가중치와 미니배치의 차례를 정하는 씨앗.

    Returns:
        (검증 정확도, 시험 정확도).
    """
    data = split_digits()
    images, labels = data["train"]
    order = batch_order(seed, len(images))
    model.set_weights(initial_weights(seed))
    model.optimizer.learning_rate = rate
    model.fit(images[order], labels[order], batch_size=BATCH, shuffle=False, verbose=0)
    rest = np.concatenate([data["valid"][0], data["test"][0]])
    answers = np.argmax(model.predict_on_batch(rest), axis=1)
    valid, test = np.split(answers, [len(data["valid"][1])])
    return (
        float(np.mean(valid == data["valid"][1])),
        float(np.mean(test == data["test"][1])),
    )


# --8<-- [end:train]


# --8<-- [start:compare]
def compare(name: str) -> dict[str, np.ndarray | float]:
    """학습률마다 씨앗 다섯 개로 훈련하고, 검증 중앙값이 가장 높은 학습률을 고른다.

    Args:
        name: `CONTENDERS`의 이름.

    Returns:
        기본 학습률 `default`, 고른 학습률 `tuned`,
        두 학습률의 시험 정확도 `default_test`와 `tuned_test` `(seeds,)`,
        학습률마다의 검증 정확도 중앙값 `valid` `(rates,)`.
    """
    model = build_model(CONTENDERS[name]())
    default = round(float(model.optimizer.learning_rate), 6)
    model.optimizer.build(model.trainable_variables)
    fresh = [variable.numpy() for variable in model.optimizer.variables]
    scores = np.empty((len(RATES), len(SEEDS), 2))
    for row, rate in enumerate(RATES):
        for column, seed in enumerate(SEEDS):
            for variable, value in zip(model.optimizer.variables, fresh, strict=True):
                variable.assign(value)
            scores[row, column] = accuracies(model, rate, seed)
    valid = np.median(scores[:, :, 0], axis=1)
    best = int(np.argmax(valid))
    return {
        "default": default,
        "tuned": RATES[best],
        "default_test": scores[RATES.index(default), :, 1],
        "tuned_test": scores[best, :, 1],
        "valid": valid,
    }


# --8<-- [end:compare]


@functools.cache
def results() -> dict[str, dict[str, np.ndarray | float]]:
    """여섯 옵티마이저를 모두 견준다."""
    return {name: compare(name) for name in CONTENDERS}


def spread(scores: np.ndarray) -> str:
    """정확도의 중앙값과 가장 낮은 값, 가장 높은 값을 적는다."""
    return f"{np.median(scores):.2f} ({scores.min():.2f}~{scores.max():.2f})"


def draw() -> Figure:
    """기본 학습률과 고른 학습률의 시험 정확도를 옵티마이저마다 그린다."""
    figure, axes = plt.subplots(figsize=(4.8, 3.4))
    figure.subplots_adjust(left=0.19)
    kinds = (("default_test", "C1", "D", -0.15), ("tuned_test", "C0", "o", 0.15))
    for key, color, marker, shift in kinds:
        for row, result in enumerate(results().values()):
            scores = result[key]
            ends = [scores.min(), scores.max()]
            axes.plot(ends, [row + shift] * 2, color=color, linewidth=1.5)
            axes.plot(np.median(scores), row + shift, marker, color=color, markersize=6)
    axes.text(0.6, -0.1, "기본 학습률", color="C1", va="center")
    axes.text(0.7, 0.35, "고른 학습률", color="C0", va="center")
    axes.set(xlabel="시험 정확도", xlim=(0.1, 1.02), ylim=(5.5, -0.5))
    axes.set_yticks(range(len(CONTENDERS)), list(CONTENDERS))
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    medians = ", ".join(
        f"{name} {np.median(result['default_test']):.2f}에서 "
        f"{np.median(result['tuned_test']):.2f}"
        for name, result in results().items()
    )
    return f"학습률을 고르기 전과 고른 뒤의 시험 정확도 중앙값. {medians}."


def main() -> None:
    """옵티마이저마다 시험 정확도를 출력한다."""
    print("시험 정확도의 중앙값 (가장 낮은 값~가장 높은 값)")
    for name, result in results().items():
        print(name)
        print(f"  기본 {result['default']:.3f}: {spread(result['default_test'])}")
        print(f"  고른 {result['tuned']:.3f}: {spread(result['tuned_test'])}")


if __name__ == "__main__":
    main()
