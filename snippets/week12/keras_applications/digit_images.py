"""자리가 바뀌는 손글씨 숫자를 합성곱 신경망으로 분류하고 가장 센 기준과 비교한다.

데이터는 scikit-learn에 든 손글씨 숫자(8×8픽셀, 1,797장)를 12×12픽셀의 아무 자리에
놓은 것이다. 훈련 이미지와 테스트 이미지를 같은 방법으로 놓는다.
"""

import functools

import keras
import numpy as np
from scipy.stats import ttest_1samp
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

SEEDS = range(10)
SIZE = 12

Split = tuple[
    np.ndarray, np.ndarray, np.ndarray, np.ndarray
]


# --8<-- [start:place]
def place(
    digits: np.ndarray, rng: np.random.Generator
) -> np.ndarray:
    """이미지 `(rows, 8, 8)`를 무작위 자리에 놓아 `(rows, 12, 12, 1)`를 만든다."""
    canvas = np.zeros(
        (len(digits), SIZE, SIZE, 1), dtype="float32"
    )
    corners = rng.integers(
        0, SIZE - 7, size=(len(digits), 2)
    )
    for blank, digit, (row, column) in zip(
        canvas, digits, corners, strict=True
    ):
        blank[row : row + 8, column : column + 8, 0] = digit
    return canvas


# --8<-- [end:place]


def load_split(seed: int) -> Split:
    """숫자를 0과 1 사이로 맞추고 600장을 훈련에, 나머지를 테스트에 쓴다.

    Returns:
        훈련 이미지, 테스트 이미지 `(rows, 12, 12, 1)`와 그 정답 둘 `(rows,)`.
    """
    digits = load_digits()
    train, test, train_labels, test_labels = (
        train_test_split(
            digits.images / 16,
            digits.target,
            train_size=600,
            random_state=seed,
            stratify=digits.target,
        )
    )
    rng = np.random.default_rng(seed)
    return (
        place(train, rng),
        place(test, rng),
        train_labels,
        test_labels,
    )


# --8<-- [start:model]
def build_classifier() -> keras.Model:
    """12×12 흑백 이미지를 받아 숫자 열 개의 확률을 내는 합성곱 신경망을 만든다."""
    inputs = keras.Input(shape=(SIZE, SIZE, 1))
    x = keras.layers.Conv2D(
        16, kernel_size=3, activation="relu"
    )(inputs)
    x = keras.layers.MaxPooling2D()(x)
    x = keras.layers.Conv2D(
        64, kernel_size=3, activation="relu"
    )(x)
    x = keras.layers.GlobalMaxPooling2D()(x)
    outputs = keras.layers.Dense(10, activation="softmax")(
        x
    )
    return keras.Model(inputs, outputs)


# --8<-- [end:model]


@functools.cache
def compiled() -> tuple[keras.Model, list[np.ndarray]]:
    """분류기를 한 번 컴파일하고, 훈련하기 전의 옵티마이저의 상태와 함께 돌려준다."""
    model = build_classifier()
    model.compile(
        keras.optimizers.Adam(0.005),
        "sparse_categorical_crossentropy",
    )
    model.optimizer.build(model.trainable_variables)
    state = [
        keras.ops.convert_to_numpy(x)
        for x in model.optimizer.variables
    ]
    return model, state


# --8<-- [start:train]
def train(
    images: np.ndarray,
    labels: np.ndarray,
    seed: int,
    epochs: int = 12,
) -> keras.Model:
    """시드로 정한 가중치에서 다시 시작해, 이미지와 정답 `(rows,)`로 훈련한다."""
    keras.utils.set_random_seed(seed)
    model, state = compiled()
    model.set_weights(
        keras.models.clone_model(model).get_weights()
    )
    for variable, value in zip(
        model.optimizer.variables, state, strict=True
    ):
        variable.assign(value)
    model.fit(
        images,
        labels,
        epochs=epochs,
        batch_size=50,
        verbose=0,
    )
    return model


# --8<-- [end:train]


# --8<-- [start:compare]
@functools.cache
def accuracies() -> dict[str, np.ndarray]:
    """나누기마다 모델 셋의 테스트 정확도 `(시드,)`를 잰다."""
    scores: dict[str, list[float]] = {}
    for seed in SEEDS:
        images, tests, labels, answers = load_split(seed)
        flat, flat_tests = (
            x.reshape(len(x), -1) for x in (images, tests)
        )
        for name, model in (
            (
                "로지스틱 회귀",
                LogisticRegression(max_iter=300),
            ),
            ("서포트 벡터 머신", SVC(C=10, gamma=0.1)),
        ):
            score = model.fit(flat, labels).score(
                flat_tests, answers
            )
            scores.setdefault(name, []).append(float(score))
        network = train(images, labels, seed)
        chosen = network.predict(
            tests, batch_size=400, verbose=0
        ).argmax(axis=1)
        scores.setdefault("합성곱 신경망", []).append(
            float((chosen == answers).mean())
        )
    return {
        name: np.array(values)
        for name, values in scores.items()
    }


def gap(name: str) -> tuple[float, float, float]:
    """같은 나누기에서 신경망이 `name`보다 높은 만큼의 평균과 95% 신뢰 구간."""
    gaps = (
        accuracies()["합성곱 신경망"] - accuracies()[name]
    )
    interval = ttest_1samp(gaps, 0).confidence_interval(
        0.95
    )
    return (
        float(gaps.mean()),
        float(interval.low),
        float(interval.high),
    )


# --8<-- [end:compare]


def main() -> None:
    """모델마다 테스트 정확도의 평균과, 신경망과의 짝지은 차이를 출력한다."""
    train_images, test_images, *_ = load_split(0)
    print(
        f"훈련 {len(train_images)}장, 테스트 {len(test_images)}장, 나누기 10번"
    )
    for name, values in accuracies().items():
        print(f"{name}: {values.mean():.2f}")
    for name in list(accuracies())[:2]:
        mean, low, high = gap(name)
        print(
            f"신경망 - {name}: {mean:.2f} (95% 구간 {low:.2f}부터 {high:.2f})"
        )


if __name__ == "__main__":
    main()
