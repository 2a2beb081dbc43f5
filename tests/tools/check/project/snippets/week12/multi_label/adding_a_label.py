"""훈련한 모델에 새 레이블을 더할 때 옛 레이블의 답이 바뀌는지 본다."""

from functools import cache

import keras
import numpy as np
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score


def data() -> tuple[np.ndarray, np.ndarray]:
    """숫자 그림 `(1797, 64)`와 짝수, 5 이상, 동그라미 레이블 `(1797, 3)`."""
    pixels, digits = load_digits(return_X_y=True)
    groups = ((0, 2, 4, 6, 8), (5, 6, 7, 8, 9), (0, 6, 8, 9))
    labels = np.stack([np.isin(digits, group) for group in groups], axis=1)
    return (pixels / 16).astype("float32"), labels.astype("float32")


# --8<-- [start:separate]
def grow_separate(x: np.ndarray, y: np.ndarray) -> list[LogisticRegression]:
    """레이블마다 분류기를 두었다면 새 열의 분류기 하나만 더 훈련한다."""
    old = [LogisticRegression(max_iter=1000).fit(x, y[:, i]) for i in range(2)]
    new = LogisticRegression(max_iter=1000).fit(x, y[:, 2])
    return [*old, new]


# --8<-- [end:separate]


# --8<-- [start:network]
def build_network() -> keras.Model:
    """출력이 두 개인 신경망."""
    inputs = keras.Input(shape=(64,))
    hidden = keras.layers.Dense(32, activation="relu", name="hidden")(inputs)
    outputs = keras.layers.Dense(2, activation="sigmoid")(hidden)
    return keras.Model(inputs, outputs)


def add_label(old: keras.Model) -> keras.Model:
    """옛 층을 얼리고 은닉층에 새 출력 하나를 이어 붙인다.

    Args:
        old: 은닉층의 이름이 `hidden`인 모델.

    Returns:
        출력이 하나 더 많은 모델. 새 출력만 훈련된다.
    """
    old.trainable = False
    hidden = old.get_layer("hidden").output
    new = keras.layers.Dense(1, activation="sigmoid")(hidden)
    outputs = keras.layers.Concatenate()([old.outputs[0], new])
    return keras.Model(old.inputs[0], outputs)


# --8<-- [end:network]


def train(model: keras.Model, x: np.ndarray, y: np.ndarray) -> None:
    """이진 교차 엔트로피로 열 에포크 훈련한다."""
    model.compile(keras.optimizers.Adam(0.01), loss="binary_crossentropy")
    model.fit(x, y, epochs=10, batch_size=128, verbose=0)


def answers(model: keras.Model, x: np.ndarray) -> np.ndarray:
    """레이블마다의 확률 `(rows, labels)`."""
    return keras.ops.convert_to_numpy(model(x))


@cache
def experiment() -> dict[str, float]:
    """새 레이블을 더하기 전과 뒤의 값을 잰다."""
    keras.utils.set_random_seed(0)
    X, Y = data()
    half = len(X) // 2
    model = build_network()
    train(model, X[:half], Y[:half, :2])
    before = answers(model, X[half:])
    whole = model.count_params()
    grown = add_label(model)
    fresh = sum(int(np.prod(w.shape)) for w in grown.trainable_weights)
    train(grown, X[:half], Y[:half])
    frozen = answers(grown, X[half:])
    model.trainable = True
    train(grown, X[:half], Y[:half])
    thawed = answers(grown, X[half:])
    return {
        "옛 파라미터": whole,
        "새로 훈련할 파라미터": fresh,
        "얼렸을 때 옛 답의 변화": float(np.abs(frozen[:, :2] - before).max()),
        "모두 훈련할 때 옛 답의 변화": float(np.abs(thawed[:, :2] - before).max()),
        "얼렸을 때 새 레이블의 F1": f1_score(Y[half:, 2], frozen[:, 2] > 0.5),
        "모두 훈련할 때 새 레이블의 F1": f1_score(Y[half:, 2], thawed[:, 2] > 0.5),
    }


def main() -> None:
    """분류기의 수와 신경망에서 바뀐 것을 출력한다."""
    print(f"따로 둔 분류기: 2개에서 {len(grow_separate(*data()))}개로")
    for name, value in experiment().items():
        print(f"{name}: {value if isinstance(value, int) else f'{value:.2f}'}")


if __name__ == "__main__":
    main()
