"""사전 훈련한 모델의 층을 얼리거나 더 훈련해, 사진이 몇 장 없는 과제에 다시 쓴다.

얼린 채 새 층만 훈련하고, 그다음 녹여 작은 학습률로 더 훈련하는 차례는
케라스 전이 학습 안내서를 따른다.
"""

import functools
from typing import NamedTuple

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers
from matplotlib.figure import Figure
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

COUNTS = (10, 25, 100)
SEEDS = (0, 1)
METHODS = ("처음부터", "얼림", "미세 조정")


class Task(NamedTuple):
    """사전 훈련에 쓸 데이터와 새 과제의 데이터. 사진은 `(n, 64)`, 답은 `(n,)`."""

    source_x: np.ndarray
    source_y: np.ndarray
    target_x: np.ndarray
    target_y: np.ndarray


# --8<-- [start:tasks]
def load_tasks() -> dict[str, Task]:
    """가까운 과제와 먼 과제를 만든다. 사전 훈련에 쓴 사진은 새 과제에 쓰지 않는다."""
    images, digits = load_digits(return_X_y=True)
    x = (images / 16).astype("float32")
    noise = np.random.default_rng(0).normal(0, 0.4, x.shape).astype("float32")
    low = digits < 5
    return {
        "맑은 사진 → 흐린 사진": Task(
            x[:900], digits[:900], (x + noise)[900:], digits[900:]
        ),
        "0–4 → 5–9": Task(x[low], digits[low], x[~low], digits[~low] - 5),
    }


# --8<-- [end:tasks]


# --8<-- [start:reuse]
def build_classifier(classes: int) -> keras.Model:
    """분류 모델을 만든다. `(batch, 64)` → `(batch, classes)`."""
    image = keras.Input(shape=(64,), name="image")
    x = layers.Dense(64, activation="relu", name="lower")(image)
    x = layers.Dense(32, activation="relu", name="features")(x)
    answer = layers.Dense(classes, activation="softmax", name="answer")(x)
    return keras.Model(image, answer)


def reuse(pretrained: keras.Model, classes: int) -> tuple[keras.Model, keras.Model]:
    """사전 훈련한 모델에서 답 층만 떼고 새 답 층을 단다.

    Returns:
        얼린 몸통 `(batch, 64)` → `(batch, 32)`와, 새 답 층까지 이은 모델.
    """
    body = keras.Model(pretrained.input, pretrained.get_layer("features").output)
    body.trainable = False
    image = keras.Input(shape=(64,))
    features = body(image, training=False)
    answer = layers.Dense(classes, activation="softmax")(features)
    return body, keras.Model(image, answer)


# --8<-- [end:reuse]


def choose(labels: np.ndarray, count: int, seed: int) -> np.ndarray:
    """답마다 고르게 `count`장을 뽑고, 그 번호를 1,000개까지 되풀이한다.

    길이가 늘 같으면 케라스가 계산을 다시 컴파일하지 않는다.
    """
    rows, _ = train_test_split(
        np.arange(len(labels)), train_size=count, stratify=labels, random_state=seed
    )
    return np.resize(rows, 1000)


class Trial:
    """모델 하나를 늘 같은 시작 상태에서 여러 번 훈련한다."""

    def __init__(self, model: keras.Model, learning_rate: float) -> None:
        """컴파일하고, 옵티마이저까지 포함한 시작 상태를 적어 둔다."""
        self.model = model
        optimizer = keras.optimizers.Adam(learning_rate)
        model.compile(optimizer, "sparse_categorical_crossentropy")
        optimizer.build(model.trainable_variables)
        self.variables = [*model.weights, *optimizer.variables]
        self.start = [variable.numpy().copy() for variable in self.variables]

    def run(self, x: np.ndarray, y: np.ndarray, weights: list | None = None) -> list:
        """시작 상태로, 또는 받은 가중치로 되돌린 뒤 훈련하고 가중치를 돌려준다."""
        for variable, value in zip(self.variables, self.start, strict=True):
            variable.assign(value)
        if weights:
            self.model.set_weights(weights)
        self.model.fit(x, y, epochs=4, batch_size=50, verbose=0)
        return self.model.get_weights()

    def accuracy(self, x: np.ndarray, y: np.ndarray) -> float:
        """시험 정확도를 잰다."""
        return float(np.mean(np.asarray(self.model(x)).argmax(axis=1) == y))


def transfer(task: Task) -> dict[str, list[float]]:
    """방법마다, 준 사진 수별로 표본 둘의 평균 정확도를 구한다."""
    keras.utils.set_random_seed(0)
    classes = len(np.unique(task.target_y))
    scratch = Trial(build_classifier(classes), 3e-3)
    pretrained = build_classifier(len(np.unique(task.source_y)))
    pretrained.compile(keras.optimizers.Adam(3e-3), "sparse_categorical_crossentropy")
    pretrained.fit(task.source_x, task.source_y, epochs=20, batch_size=50, verbose=0)
    body, model = reuse(pretrained, classes)

    pool, test = slice(400), (task.target_x[400:], task.target_y[400:])
    samples = []
    for count in COUNTS:
        for seed in SEEDS:
            rows = choose(task.target_y[pool], count, seed)
            samples.append((task.target_x[rows], task.target_y[rows]))
    scores: dict[str, list[float]] = {method: [] for method in METHODS}
    for sample in samples:
        scratch.run(*sample)
        scores["처음부터"].append(scratch.accuracy(*test))
    frozen, weights = Trial(model, 1e-2), []
    for sample in samples:
        weights.append(frozen.run(*sample))
        scores["얼림"].append(frozen.accuracy(*test))
    body.trainable = True
    tuned = Trial(model, 1e-3)
    for sample, start in zip(samples, weights, strict=True):
        tuned.run(*sample, start)
        scores["미세 조정"].append(tuned.accuracy(*test))
    return {
        method: np.reshape(found, (len(COUNTS), len(SEEDS))).mean(axis=1).tolist()
        for method, found in scores.items()
    }


@functools.cache
def experiment() -> dict[str, dict[str, list[float]]]:
    """과제마다 세 방법의 정확도를 돌려준다."""
    return {name: transfer(task) for name, task in load_tasks().items()}


def draw() -> Figure:
    """준 사진 수에 따른 시험 정확도를 과제마다 그린다."""
    figure, panels = plt.subplots(2, 1, figsize=(4.8, 5.6), sharex=True)
    figure.subplots_adjust(top=0.94, bottom=0.1, hspace=0.2)
    styles = {"처음부터": ("C1", "--", "s"), "얼림": ("C2", ":", "d")}
    styles["미세 조정"] = ("C0", "-", "o")
    for axes, (name, result) in zip(panels, experiment().items(), strict=True):
        for method, values in result.items():
            color, line, marker = styles[method]
            axes.plot(values, color=color, linestyle=line, marker=marker, label=method)
        axes.set_title(name, fontsize=11)
        axes.set_xticks(range(len(COUNTS)), [f"{count}장" for count in COUNTS])
        axes.set(ylabel="시험 정확도", xlim=(-0.2, 2.2), ylim=(0.2, 1))
    panels[1].set_xlabel("준 사진")
    panels[1].legend(loc="lower right")
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    parts = []
    for name, result in experiment().items():
        values = [f"{method} {found[0]:.2f}" for method, found in result.items()]
        parts.append(f"{name}에서 사진 {COUNTS[0]}장일 때 {', '.join(values)}")
    return "준 사진 수에 따른 시험 정확도. " + ". ".join(parts) + "."


def main() -> None:
    """훈련하는 파라미터 수와, 준 사진 수마다의 정확도를 출력한다."""
    _, model = reuse(build_classifier(10), 10)
    head, everything = model.layers[-1].count_params(), model.count_params()
    print(f"얼리면 {everything:,}개 가운데 {head:,}개만 훈련한다")
    for name, result in experiment().items():
        print(name)
        for index, count in enumerate(COUNTS):
            row = [f"{method} {found[index]:.2f}" for method, found in result.items()]
            print(f"  {count:>3}장: {', '.join(row)}")


if __name__ == "__main__":
    main()
