"""훈련한 모델에 새 레이블을 더할 때 층을 얼리면 무엇이 남고 무엇을 잃는지 본다."""

from functools import cache

import keras
import numpy as np
from scipy.stats import t
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

SEEDS = range(10)
WAYS = (
    "얼린 은닉층에 새 출력",
    "모두 다시 훈련",
    "따로 둔 분류기",
    "모두 양성",
)


def data() -> tuple[np.ndarray, np.ndarray]:
    """숫자 이미지 `(1797, 64)`와 짝수, 5 이상, 동그라미 레이블 `(1797, 3)`."""
    pixels, digits = load_digits(return_X_y=True)
    groups = (
        (0, 2, 4, 6, 8),
        (5, 6, 7, 8, 9),
        (0, 6, 8, 9),
    )
    labels = np.stack(
        [np.isin(digits, group) for group in groups], axis=1
    )
    return (pixels / 16).astype("float32"), labels.astype(
        "float32"
    )


def build_network() -> keras.Model:
    """출력이 두 개인 신경망."""
    inputs = keras.Input(shape=(64,))
    hidden = keras.layers.Dense(
        32, activation="relu", name="hidden"
    )(inputs)
    outputs = keras.layers.Dense(2, activation="sigmoid")(
        hidden
    )
    return keras.Model(inputs, outputs)


# --8<-- [start:network]
def add_label(old: keras.Model) -> keras.Model:
    """옛 층을 얼리고 은닉층에 새 출력을 이어 붙인다.

    Args:
        old: 은닉층의 이름이 `hidden`인 모델.

    Returns:
        출력이 하나 더 많은 모델. 층은 옛 모델과 함께 쓰고, 새 출력만 훈련된다.
    """
    old.trainable = False
    hidden = old.get_layer("hidden").output
    new = keras.layers.Dense(1, activation="sigmoid")(
        hidden
    )
    outputs = keras.layers.Concatenate()(
        [old.outputs[0], new]
    )
    return keras.Model(old.inputs[0], outputs)


# --8<-- [end:network]


def train(
    model: keras.Model, x: np.ndarray, y: np.ndarray
) -> np.ndarray:
    """이진 교차 엔트로피로 열 에포크 훈련하고, 확률 `(rows, labels)`를 구한다."""
    model.compile(
        keras.optimizers.Adam(0.01),
        loss="binary_crossentropy",
    )
    model.fit(x, y, epochs=10, batch_size=128, verbose=0)
    return model.predict(x, verbose=0)


@cache
def old_answers() -> dict[str, int | float]:
    """새 레이블을 더하며 훈련할 때 옛 레이블의 확률이 가장 많이 바뀐 크기."""
    keras.utils.set_random_seed(0)
    X, Y = data()
    model = build_network()
    before = train(model, X, Y[:, :2])
    grown = add_label(model)
    fresh = sum(
        int(np.prod(weight.shape))
        for weight in grown.trainable_weights
    )
    frozen = train(grown, X, Y)[:, :2]
    model.trainable = True
    thawed = train(grown, X, Y)[:, :2]
    return {
        "옛 파라미터": model.count_params(),
        "얼리면 훈련할 파라미터": fresh,
        "얼렸을 때 옛 답의 변화": float(
            np.abs(frozen - before).max()
        ),
        "모두 훈련할 때 옛 답의 변화": float(
            np.abs(thawed - before).max()
        ),
    }


def make_network(seed: int) -> MLPClassifier:
    """은닉층이 하나인 사이킷런의 신경망."""
    return MLPClassifier(
        (32,),
        learning_rate_init=0.01,
        tol=1e-3,
        random_state=seed,
    )


def hidden_values(
    network: MLPClassifier, x: np.ndarray
) -> np.ndarray:
    """ReLU 은닉층의 값 `(rows, 32)`."""
    weight, bias = network.coefs_[0], network.intercepts_[0]
    return np.maximum(x @ weight + bias, 0)


# --8<-- [start:score]
def answers(
    x: np.ndarray,
    y: np.ndarray,
    x_new: np.ndarray,
    seed: int,
) -> list[np.ndarray]:
    """`WAYS`마다 훈련해 새 레이블을 예측한다.

    Args:
        x: 훈련 특성 `(rows, 64)`.
        y: 훈련 레이블 `(rows, 3)`. 마지막이 새 레이블이다.
        x_new: 예측할 특성.
        seed: 신경망의 시드.
    """
    network = make_network(seed).fit(x, y[:, :2])
    head = LogisticRegression(C=100, max_iter=1000)
    head.fit(hidden_values(network, x), y[:, 2])
    alone = LogisticRegression(max_iter=1000)
    return [
        head.predict(hidden_values(network, x_new)),
        network.fit(x, y).predict(x_new)[:, 2],
        alone.fit(x, y[:, 2]).predict(x_new),
        np.ones(len(x_new)),
    ]


# --8<-- [end:score]


def new_label_f1(seed: int) -> list[float]:
    """900장으로 훈련하고 450장에서 `WAYS`마다 새 레이블의 F1을 잰다."""
    X, X_test, Y, Y_test = train_test_split(
        *data(),
        train_size=900,
        test_size=450,
        random_state=seed,
    )
    return [
        f1_score(Y_test[:, 2], answer)
        for answer in answers(X, Y, X_test, seed)
    ]


@cache
def scores() -> np.ndarray:
    """시드마다 잰 `(seeds, ways)` 배열."""
    return np.array([new_label_f1(seed) for seed in SEEDS])


def interval(
    differences: np.ndarray, test_to_train: float
) -> tuple[float, float]:
    """같은 데이터를 다시 나누며 잰 차이의 95% 신뢰구간.

    나눈 것끼리 데이터가 겹치므로 분산을 키운다(Nadeau, Bengio, 2003).

    Args:
        differences: 나눌 때마다 짝지어 뺀 값 `(splits,)`.
        test_to_train: 테스트 데이터의 수를 훈련 데이터의 수로 나눈 값.
    """
    count = len(differences)
    error = differences.std(ddof=1) * np.sqrt(
        1 / count + test_to_train
    )
    return t.interval(
        0.95, count - 1, differences.mean(), error
    )


def main() -> None:
    """신경망에서 바뀐 것과, 새 레이블의 F1을 출력한다."""
    for name, value in old_answers().items():
        print(
            f"{name}: {value if isinstance(value, int) else f'{value:.2f}'}"
        )
    print(
        f"새 레이블의 F1, 데이터를 {len(SEEDS)}번 나눈 평균"
    )
    for way, score in zip(
        WAYS, scores().mean(axis=0), strict=True
    ):
        print(f"  {way}: {score:.2f}")
    low, high = interval(
        scores()[:, 1] - scores()[:, 0], 450 / 900
    )
    print(
        f"  모두 다시 훈련한 쪽이 높은 만큼, 95% 신뢰구간: {low:z.2f}~{high:z.2f}"
    )


if __name__ == "__main__":
    main()
