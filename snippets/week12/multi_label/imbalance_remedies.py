"""드문 레이블에서 임곗값과 양성 가중치가 무엇을 바꾸고 무엇을 못 바꾸는지 본다."""

from collections.abc import Callable
from functools import cache

import keras
import numpy as np
from keras import ops
from sklearn.metrics import average_precision_score, f1_score

GRID = np.linspace(0.02, 0.98, 49)


def make_data(rows: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """양성이 드문 레이블 세 개. 특성 `(rows, 6)`, 레이블 `(rows, 3)`."""
    random = np.random.default_rng(seed)
    X = random.normal(size=(rows, 6))
    logits = X @ np.kron(np.eye(3), [[1.2], [1.2]]) - 4.5
    Y = random.random(logits.shape) < 1 / (1 + np.exp(-logits))
    return X.astype("float32"), Y.astype("float32")


# --8<-- [start:loss]
def weighted_bce(weights: np.ndarray) -> Callable:
    """양성 칸의 손실만 키우는 이진 교차 엔트로피를 만든다.

    Args:
        weights: 레이블마다 양성에 곱할 값 `(labels,)`.

    Returns:
        정답과 확률 `(batch, labels)`를 받아 행마다의 손실을 내는 함수.
    """

    def loss(y_true: keras.KerasTensor, y_pred: keras.KerasTensor):
        cells = ops.binary_crossentropy(y_true, y_pred)
        cells = cells * (1 + y_true * ops.convert_to_tensor(weights - 1, y_pred.dtype))
        return ops.mean(cells, axis=-1)

    return loss


def negatives_per_positive(labels: np.ndarray) -> np.ndarray:
    """레이블마다 음성의 수를 양성의 수로 나눈다."""
    positives = labels.sum(axis=0)
    return (len(labels) - positives) / positives


# --8<-- [end:loss]


def tune(truth: np.ndarray, probability: np.ndarray) -> np.ndarray:
    """레이블마다 F1이 가장 높은 임곗값 `(labels,)`."""
    scores = [
        f1_score(truth, probability >= t, average=None, zero_division=0) for t in GRID
    ]
    return GRID[np.argmax(scores, axis=0)]


@cache
def experiment(units: int) -> dict[str, dict[str, float]]:
    """두 손실로 같은 신경망을 훈련하고 시험 점수를 잰다.

    Args:
        units: 은닉층의 유닛 수. 0이면 은닉층을 두지 않는다.

    Returns:
        손실마다 점수의 이름과 값.
    """
    train, valid, test = (make_data(rows, rows) for rows in (4_000, 4_001, 6_000))
    losses = {
        "이진 교차 엔트로피": "binary_crossentropy",
        "양성에 가중치": weighted_bce(negatives_per_positive(train[1])),
    }
    results = {}
    for name, loss in losses.items():
        keras.utils.set_random_seed(0)
        model = keras.Sequential([keras.Input(shape=(6,))])
        if units:
            model.add(keras.layers.Dense(units, activation="relu"))
        model.add(keras.layers.Dense(3, activation="sigmoid"))
        model.compile(keras.optimizers.Adam(0.02), loss=loss)
        model.fit(*train, epochs=20, batch_size=200, verbose=0)
        p_valid, p_test = (ops.convert_to_numpy(model(d[0])) for d in (valid, test))
        chosen = tune(valid[1], p_valid)
        results[name] = {
            "F1, 임곗값 0.5": f1_score(test[1], p_test >= 0.5, average="macro"),
            "F1, 고른 임곗값": f1_score(test[1], p_test >= chosen, average="macro"),
            "평균 정밀도": average_precision_score(test[1], p_test),
            "확률의 평균": float(p_test.mean()),
        }
    return results


def main() -> None:
    """손실마다 매크로 평균한 시험 점수를 출력한다."""
    print(f"시험 데이터의 양성 비율: {make_data(6_000, 6_000)[1].mean():.2f}")
    for title, units in (("은닉층 없음", 0), ("은닉층 16", 16)):
        for name, scores in experiment(units).items():
            print(f"{title}, {name}")
            for metric, value in scores.items():
                print(f"  {metric}: {value:.2f}")


if __name__ == "__main__":
    main()
