"""사전 훈련한 모델의 층을 얼리거나 더 훈련해, 이미지가 몇 장 없는 과제에 다시 쓴다.

얼린 채 새 층만 훈련하고, 그다음 동결을 풀어 작은 학습률로 더 훈련하는 차례는
케라스 전이 학습 안내서를 따른다.
"""

import copy
import functools
import warnings
from typing import NamedTuple

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers
from matplotlib.figure import Figure
from scipy.stats import ttest_1samp
from sklearn.datasets import load_digits
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

COUNTS = (10, 25, 100)
SEEDS = range(10)
METHODS = (
    "처음부터",
    "얼림",
    "미세 조정",
    "픽셀에 로지스틱 회귀",
)


class Task(NamedTuple):
    """사전 훈련에 쓸 데이터와 새 과제의 데이터. 이미지는 `(n, 64)`, 답은 `(n,)`."""

    source_x: np.ndarray
    source_y: np.ndarray
    target_x: np.ndarray
    target_y: np.ndarray


# --8<-- [start:tasks]
def load_tasks(seed: int) -> dict[str, Task]:
    """가까운 과제와 먼 과제를 만든다.

    사전 훈련에 쓴 이미지는 새 과제에 쓰지 않는다.
    """
    rng = np.random.default_rng(seed)
    x, digits = load_digits(return_X_y=True)
    order = rng.permutation(len(digits))
    x = (x[order] / 16).astype("float32")
    digits = digits[order]
    noise = rng.normal(0, 0.4, x.shape).astype("float32")
    noisy, low = x + noise, digits < 5
    return {
        "깨끗한 이미지 → 잡음 섞인 이미지": Task(
            x[:900], digits[:900], noisy[900:], digits[900:]
        ),
        "0–4 → 5–9": Task(
            x[low], digits[low], x[~low], digits[~low] - 5
        ),
    }


# --8<-- [end:tasks]


def build_classifier(classes: int) -> keras.Model:
    """분류 모델을 만든다. `(batch, 64)` → `(batch, classes)`."""
    image = keras.Input(shape=(64,), name="image")
    x = layers.Dense(64, activation="relu", name="lower")(
        image
    )
    x = layers.Dense(
        32, activation="relu", name="features"
    )(x)
    answer = layers.Dense(
        classes, activation="softmax", name="answer"
    )(x)
    return keras.Model(image, answer)


# --8<-- [start:reuse]
def reuse(
    pretrained: keras.Model, classes: int
) -> tuple[keras.Model, keras.Model]:
    """출력층만 떼고 새 출력층을 단다.

    Returns:
        얼린 백본 `(batch, 64)` → `(batch, 32)`와, 새 출력층까지 이은 모델.
    """
    backbone = keras.Model(
        pretrained.input,
        pretrained.get_layer("features").output,
    )
    backbone.trainable = False
    image = keras.Input(shape=(64,))
    features = backbone(image, training=False)
    answer = layers.Dense(classes, activation="softmax")(
        features
    )
    return backbone, keras.Model(image, answer)


# --8<-- [end:reuse]


def new_network(
    rate: float, epochs: int, seed: int
) -> MLPClassifier:
    """위와 크기가 같은 사이킷런의 신경망을, 학습률과 에포크를 정해 만든다."""
    return MLPClassifier(
        (64, 32),
        learning_rate_init=rate,
        max_iter=epochs,
        random_state=seed,
    )


def features(
    network: MLPClassifier, x: np.ndarray
) -> np.ndarray:
    """출력층 앞의 값 `(n, 32)`."""
    for weight, bias in zip(
        network.coefs_[:-1],
        network.intercepts_[:-1],
        strict=True,
    ):
        x = np.maximum(x @ weight + bias, 0)
    return x


# --8<-- [start:tune]
def fine_tune(
    pretrained: MLPClassifier,
    head: LogisticRegression,
    x: np.ndarray,
    y: np.ndarray,
) -> MLPClassifier:
    """출력층을 바꾸어, 작은 학습률로 모두 훈련한다."""
    tuned = copy.deepcopy(pretrained)
    tuned.coefs_[-1] = head.coef_.T.copy()
    tuned.intercepts_[-1] = head.intercept_
    tuned.set_params(
        warm_start=True,
        learning_rate_init=0.001,
        max_iter=100,
    )
    return tuned.fit(x, y)


# --8<-- [end:tune]


# --8<-- [start:score]
def transfer(
    pretrained: MLPClassifier, parts: list, seed: int
) -> list[float]:
    """`METHODS`마다 훈련해 테스트 정확도를 잰다.

    Args:
        pretrained: 사전 훈련한 신경망.
        parts: `train_test_split`이 나눈 훈련 특성, 테스트 특성, 두 정답.
        seed: 처음부터 훈련할 신경망의 시드.
    """
    x, x_test, y, y_test = parts
    scratch = new_network(0.01, 100, seed).fit(x, y)
    seen = features(pretrained, x)
    head = LogisticRegression(max_iter=1000).fit(seen, y)
    tuned = fine_tune(pretrained, head, x, y)
    pixels = LogisticRegression(max_iter=1000).fit(x, y)
    return [
        scratch.score(x_test, y_test),
        head.score(features(pretrained, x_test), y_test),
        tuned.score(x_test, y_test),
        pixels.score(x_test, y_test),
    ]


# --8<-- [end:score]


def split(task: Task, count: int, seed: int) -> list:
    """새 과제에서 훈련에 쓸 이미지를 `count`장 고르고 나머지로 테스트한다."""
    return train_test_split(
        task.target_x,
        task.target_y,
        train_size=count,
        stratify=task.target_y,
        random_state=seed,
    )


@functools.cache
def experiment() -> dict[str, np.ndarray]:
    """과제마다 `(seeds, counts, methods)` 배열. 시드마다 사전 훈련부터 다시 한다."""
    found: dict[str, list] = {}
    with warnings.catch_warnings():
        # 처음부터와 미세 조정을 같은 에포크에서 멈춘다.
        warnings.simplefilter("ignore", ConvergenceWarning)
        for seed in SEEDS:
            for name, task in load_tasks(seed).items():
                network = new_network(0.003, 40, seed).fit(
                    *task[:2]
                )
                rows = [
                    transfer(
                        network,
                        split(task, count, seed),
                        seed,
                    )
                    for count in COUNTS
                ]
                found.setdefault(name, []).append(rows)
    return {
        name: np.array(rows) for name, rows in found.items()
    }


def interval(
    task: str, method: str, count: int
) -> tuple[float, float]:
    """처음부터 훈련한 것과의 정확도 차이의 95% 신뢰구간."""
    runs = experiment()[task][:, COUNTS.index(count)]
    differences = (
        runs[:, METHODS.index(method)] - runs[:, 0]
    )
    return ttest_1samp(differences, 0).confidence_interval()


def draw() -> Figure:
    """훈련 이미지의 수에 따른 테스트 정확도를 과제마다 그린다."""
    figure, panels = plt.subplots(
        2, 1, figsize=(4.8, 5.6), sharex=True
    )
    figure.subplots_adjust(top=0.94, bottom=0.1, hspace=0.2)
    styles = (
        ("C1", "--", "s"),
        ("C2", ":", "d"),
        ("C0", "-", "o"),
        ("C3", "-.", "^"),
    )
    for axes, (name, runs) in zip(
        panels, experiment().items(), strict=True
    ):
        low, high = ttest_1samp(
            runs, 0
        ).confidence_interval()
        for i, (method, style) in enumerate(
            zip(METHODS, styles, strict=True)
        ):
            color, line, marker = style
            means = runs[..., i].mean(axis=0)
            ends = range(len(COUNTS))
            axes.fill_between(
                ends,
                low[:, i],
                high[:, i],
                color=color,
                alpha=0.15,
            )
            axes.plot(
                means,
                color=color,
                linestyle=line,
                marker=marker,
                label=method,
            )
        axes.set_title(name, fontsize=11)
        axes.set_xticks(
            range(len(COUNTS)),
            [f"{count}장" for count in COUNTS],
        )
        axes.set(
            ylabel="테스트 정확도",
            xlim=(-0.2, 2.2),
            ylim=(0.2, 1),
        )
    panels[1].set_xlabel("훈련 이미지")
    panels[1].legend(loc="lower right")
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    parts = []
    for name, runs in experiment().items():
        means = zip(
            METHODS, runs[:, 0].mean(axis=0), strict=True
        )
        values = ", ".join(
            f"{method} {mean:.2f}" for method, mean in means
        )
        parts.append(
            f"{name}에서 이미지 {COUNTS[0]}장일 때 {values}"
        )
    return (
        "훈련 이미지의 수에 따른 테스트 정확도. "
        + ". ".join(parts)
        + "."
    )


def main() -> None:
    """훈련하는 파라미터 수와, 훈련 이미지의 수마다 잰 정확도를 출력한다."""
    _, model = reuse(build_classifier(10), 10)
    head, everything = (
        model.layers[-1].count_params(),
        model.count_params(),
    )
    print(
        f"얼리면 {everything:,}개 가운데 {head:,}개만 훈련한다"
    )
    print(
        f"시드 {len(SEEDS)}개의 평균. 괄호는 처음부터와의 차이의 95% 신뢰구간"
    )
    for name, runs in experiment().items():
        print(name)
        for count, means in zip(
            COUNTS, runs.mean(axis=0), strict=True
        ):
            cells = [f"{METHODS[0]} {means[0]:.2f}"]
            for method, mean in zip(
                METHODS[1:], means[1:], strict=True
            ):
                low, high = interval(name, method, count)
                cells.append(
                    f"{method} {mean:.2f} ({low:z.2f}~{high:z.2f})"
                )
            print(f"  {count:>3}장: {', '.join(cells)}")


if __name__ == "__main__":
    main()
