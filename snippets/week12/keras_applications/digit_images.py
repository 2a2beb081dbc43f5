"""자리가 바뀌는 손글씨 숫자를 합성곱 신경망으로 분류하고 기준 둘과 비교한다.

데이터는 scikit-learn에 든 손글씨 숫자(8×8픽셀, 1,797장)를 12×12픽셀의 아무 자리에
놓은 것이다. 훈련 이미지와 테스트 이미지를 같은 방법으로 놓는다.
"""

import functools

import keras
import numpy as np
from scipy import stats
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

SEEDS = range(10)
SIZE = 12
TRAIN, TEST = 600, 1197

Split = tuple[
    np.ndarray, np.ndarray, np.ndarray, np.ndarray
]


# --8<-- [start:place]
def place(
    digits: np.ndarray, rng: np.random.Generator
) -> np.ndarray:
    """이미지를 무작위 자리에 놓는다.

    `(rows, 8, 8)`를 받아 `(rows, 12, 12, 1)`를 만든다.
    """
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
            train_size=TRAIN,
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
    """이미지에서 숫자 열 개의 확률을 내는 모델을 만든다."""
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


# --8<-- [start:train]
def train(
    images: np.ndarray,
    labels: np.ndarray,
    seed: int,
    epochs: int = 12,
) -> keras.Model:
    """시드로 정한 새 가중치에서 훈련한다."""
    model = restarted(seed)
    model.fit(
        images,
        labels,
        epochs=epochs,
        batch_size=50,
        verbose=0,
    )
    return model


# --8<-- [end:train]


def scores(seed: int) -> dict[str, float]:
    """나누기 하나에서 모델 셋의 테스트 정확도를 잰다."""
    images, tests, labels, answers = load_split(seed)
    flat, flat_tests = (
        x.reshape(len(x), -1) for x in (images, tests)
    )
    linear = LogisticRegression(max_iter=300).fit(
        flat, labels
    )
    kernel = SVC(C=10, gamma=0.1).fit(flat, labels)
    network = train(images, labels, seed)
    chances = network.predict(
        tests, batch_size=400, verbose=0
    )
    return {
        "로지스틱 회귀": linear.score(flat_tests, answers),
        "서포트 벡터 머신": kernel.score(
            flat_tests, answers
        ),
        "합성곱 신경망": np.mean(
            chances.argmax(axis=1) == answers
        ),
    }


@functools.cache
def accuracies() -> dict[str, np.ndarray]:
    """나누기마다 모델 셋의 테스트 정확도 `(시드,)`를 잰다."""
    rows = [scores(seed) for seed in SEEDS]
    return {
        name: np.array([row[name] for row in rows])
        for name in rows[0]
    }


# --8<-- [start:compare]
def gap(name: str) -> tuple[float, float, float]:
    """신경망이 더 높은 만큼의 평균과 95% 신뢰 구간.

    같은 이미지를 다시 나눈 것이라 나누기끼리 독립이 아니다. Nadeau, Bengio(2003)를
    따라 분산에 (테스트의 크기 / 훈련의 크기)를 더해 넓힌다.
    """
    gaps = (
        accuracies()["합성곱 신경망"] - accuracies()[name]
    )
    error = gaps.std(ddof=1) * np.sqrt(
        1 / len(gaps) + TEST / TRAIN
    )
    low, high = stats.t.interval(
        0.95, len(gaps) - 1, gaps.mean(), error
    )
    return float(gaps.mean()), float(low), float(high)


# --8<-- [end:compare]


def main() -> None:
    """모델마다 테스트 정확도의 평균과, 신경망과의 짝지은 차이를 출력한다."""
    print(
        f"훈련 {TRAIN}장, 테스트 {TEST}장, "
        f"나누기 {len(SEEDS)}번"
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
