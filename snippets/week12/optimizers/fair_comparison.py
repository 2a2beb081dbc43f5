"""손글씨 숫자로 옵티마이저 여섯 가지를 기본 학습률과 고른 학습률에서 비교한다.

시드마다 데이터를 다시 나누고, 학습률은 그 시드의 검증 데이터에서 고르고, 점수는 따로
둔 테스트 데이터에서 잰다.
"""

import functools
from collections.abc import Callable
from typing import NamedTuple

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, ops
from matplotlib.figure import Figure
from scipy.stats import t
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

RATES = (0.001, 0.01, 0.1, 1.0, 10.0)
SEEDS = range(10)
TRAIN, TEST = 1000, 400

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


class Part(NamedTuple):
    """시드마다의 이미지 `(images, seeds, 64)`와 정답 `(images, seeds)`."""

    images: np.ndarray
    labels: np.ndarray


@functools.cache
def split_digits() -> tuple[Part, Part, Part]:
    """시드마다 손글씨 숫자를 훈련 1,000장, 검증 397장, 테스트 400장으로 나눈다."""
    images, labels = load_digits(return_X_y=True)
    parts = []
    for seed in SEEDS:
        rest, test = train_test_split(
            np.arange(len(labels)),
            test_size=TEST,
            stratify=labels,
            random_state=seed,
        )
        train, valid = train_test_split(
            rest,
            train_size=TRAIN,
            stratify=labels[rest],
            random_state=seed,
        )
        parts.append((train, valid, test))
    rows = (
        np.stack(part, axis=1)
        for part in zip(*parts, strict=True)
    )
    return tuple(
        Part((images[x] / 16).astype("float32"), labels[x])
        for x in rows
    )


# --8<-- [start:model]
def build_model(optimizer: keras.Optimizer) -> keras.Model:
    """은닉층 하나짜리 분류기를 시드마다 나란히 둔다.

    `EinsumDense`의 가중치는 시드마다 따로라서, 하나씩 훈련하는 것과 같다.
    """
    seeds = len(SEEDS)
    images = keras.Input((seeds, 64))
    x = layers.EinsumDense(
        "bsi,sio->bso", (seeds, 32), "relu", bias_axes="so"
    )(images)
    x = layers.EinsumDense(
        "bsi,sio->bso", (seeds, 10), bias_axes="so"
    )(x)
    model = keras.Model(images, x)
    loss = keras.losses.SparseCategoricalCrossentropy(
        from_logits=True
    )
    # 손실은 시드끼리도 평균하므로 시드의 수를 곱한다.
    model.compile(optimizer, loss, loss_weights=[seeds])
    return model


# --8<-- [end:model]


# --8<-- [start:train]
def accuracies(
    model: keras.Model, rate: float
) -> np.ndarray:
    """학습률을 정해 훈련하고 정확도를 잰다.

    미니배치의 순서도 늘 같다.

    Returns:
        시드마다의 검증과 테스트 정확도 `(2, seeds)`.
    """
    train, *rest = split_digits()
    keras.utils.set_random_seed(0)
    model.optimizer.learning_rate = rate
    model.fit(*train, epochs=12, batch_size=100, verbose=0)
    return np.array(
        [
            (
                model.predict_on_batch(part.images).argmax(
                    axis=2
                )
                == part.labels
            ).mean(axis=0)
            for part in rest
        ]
    )


# --8<-- [end:train]


def initial_weights() -> list[np.ndarray]:
    """시드마다 다른 처음 가중치. 모든 옵티마이저가 같은 곳에서 출발한다."""
    pairs = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        sizes = ((64, 32), (32, 10))
        pairs.append(
            [
                rng.normal(scale=np.sqrt(2 / s[0]), size=s)
                for s in sizes
            ]
        )
    hidden, answer = (
        np.stack(weights)
        for weights in zip(*pairs, strict=True)
    )
    seeds = len(SEEDS)
    return [
        hidden,
        np.zeros((seeds, 32)),
        answer,
        np.zeros((seeds, 10)),
    ]


def try_rates(name: str) -> tuple[float, np.ndarray]:
    """학습률을 모두 돌려 본다.

    Args:
        name: `CONTENDERS`의 이름.

    Returns:
        기본 학습률, 검증과 테스트 정확도 `(rates, 2, seeds)`.
    """
    model = build_model(CONTENDERS[name]())
    default = round(float(model.optimizer.learning_rate), 6)
    model.optimizer.build(model.trainable_variables)
    variables = model.optimizer.variables
    # 훈련하는 동안 JAX가 다시 쓰는 메모리라서 베껴 둔다.
    fresh = [
        ops.convert_to_numpy(x).copy() for x in variables
    ]
    scores = []
    for rate in RATES:
        # 한 번 컴파일한 모델을 처음의 가중치와 옵티마이저로 되돌린다.
        model.set_weights(initial_weights())
        for variable, value in zip(
            variables, fresh, strict=True
        ):
            variable.assign(value)
        scores.append(accuracies(model, rate))
    return default, np.array(scores)


# --8<-- [start:compare]
def compare(name: str) -> dict[str, np.ndarray | float]:
    """시드마다 검증 정확도가 가장 높은 학습률을 고른다.

    Args:
        name: `CONTENDERS`의 이름.

    Returns:
        기본 학습률 `default`, 기본 학습률과 고른 학습률의 테스트 정확도
        `default_test`와 `tuned_test` `(seeds,)`, 검증 정확도 `valid` `(rates, seeds)`.
    """
    default, scores = try_rates(name)
    valid, test = scores.swapaxes(0, 1)
    best = valid.argmax(axis=0)
    return {
        "default": default,
        "default_test": test[RATES.index(default)],
        "tuned_test": test[best, range(len(SEEDS))],
        "valid": valid,
    }


# --8<-- [end:compare]


@functools.cache
def results() -> dict[str, dict[str, np.ndarray | float]]:
    """여섯 옵티마이저를 모두 비교한다."""
    return {name: compare(name) for name in CONTENDERS}


@functools.cache
def baseline() -> np.ndarray:
    """같은 데이터에서 훈련한 로지스틱 회귀의 테스트 정확도 `(seeds,)`."""
    train, _, test = split_digits()
    return np.array(
        [
            LogisticRegression(max_iter=1000)
            .fit(train.images[:, i], train.labels[:, i])
            .score(test.images[:, i], test.labels[:, i])
            for i in range(len(SEEDS))
        ]
    )


def interval(
    differences: np.ndarray,
) -> tuple[float, float]:
    """짝지어 뺀 값 `(seeds,)`의 95% 신뢰구간.

    나눌 때마다 데이터가 겹치므로 분산을 키운다(Nadeau, Bengio, 2003).
    """
    count = len(differences)
    error = differences.std(ddof=1) * np.sqrt(
        1 / count + TEST / TRAIN
    )
    return t.interval(
        0.95, count - 1, differences.mean(), error
    )


def draw() -> Figure:
    """학습률에 따른 검증 정확도의 평균을 그리고, 기본 학습률을 크게 찍는다."""
    figure, axes = plt.subplots(figsize=(4.8, 3.4))
    styles = ("-", "--", "-.", ":", "-", "--")
    for i, (name, result) in enumerate(results().items()):
        means = result["valid"].mean(axis=1)
        color = f"C{i}"
        axes.plot(
            RATES,
            means,
            color=color,
            linestyle=styles[i],
            label=name,
        )
        at = RATES.index(result["default"])
        axes.plot(
            RATES[at],
            means[at],
            color=color,
            marker="D",
            markersize=7,
        )
    axes.set(
        xscale="log",
        ylim=(0, 1),
        xlabel="학습률",
        ylabel="검증 정확도",
    )
    axes.set_xticks(RATES, [f"{rate:g}" for rate in RATES])
    axes.minorticks_off()
    axes.legend(loc="lower center")
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    tops = ", ".join(
        f"{name} {RATES[result['valid'].mean(axis=1).argmax()]:g}"
        for name, result in results().items()
    )
    return f"학습률에 따른 검증 정확도. 가장 높은 곳의 학습률은 {tops}이다."


def main() -> None:
    """옵티마이저마다 테스트 정확도와, Adam과의 차이의 신뢰구간을 출력한다."""
    print(f"테스트 정확도, 시드 {len(SEEDS)}개의 평균")
    adam = results()["Adam"]["tuned_test"]
    for name, result in results().items():
        default, tuned = (
            result["default_test"],
            result["tuned_test"],
        )
        print(
            f"{name}: 기본 학습률 {result['default']:g}에서 {default.mean():.2f}, "
            f"고른 뒤 {tuned.mean():.2f}"
        )
        low, high = interval(tuned - default)
        print(
            f"  고르면 높아지는 만큼, 95% 신뢰구간: {low:z.2f}~{high:z.2f}"
        )
        if name != "Adam":
            low, high = interval(tuned - adam)
            print(
                f"  고른 Adam보다 높은 만큼, 95% 신뢰구간: {low:z.2f}~{high:z.2f}"
            )
    print(f"로지스틱 회귀: {baseline().mean():.2f}")


if __name__ == "__main__":
    main()
