"""레이블마다 둔 로지스틱 회귀의 계수를 읽고, 데이터를 만든 계수와 견준다."""

from functools import cache

import keras
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.multioutput import MultiOutputClassifier

FEATURES = ("온도", "습도", "먼지")
LABELS = ("창문 열기", "제습기 켜기", "공기 청정기 켜기")
# --8<-- [start:truth]
TRUE_WEIGHTS = np.array(
    [
        [1.5, 0.0, -2.0],  # 덥고 먼지가 적으면 창문을 연다
        [0.5, 2.0, 0.0],  # 습하면 제습기를 켠다
        [0.0, 0.0, 2.5],  # 먼지가 많으면 공기 청정기를 켠다
    ]
)
# --8<-- [end:truth]


def make_homes(
    rows: int = 4_000,
) -> tuple[np.ndarray, np.ndarray]:
    """표준화한 특성 `(rows, 3)`와 레이블 `(rows, 3)`를 만든다."""
    random = np.random.default_rng(0)
    X = random.normal(size=(rows, 3))
    p = 1 / (1 + np.exp(-X @ TRUE_WEIGHTS.T))
    return X, (random.random(p.shape) < p).astype(int)


# --8<-- [start:separate]
def separate_weights() -> np.ndarray:
    """레이블마다 로지스틱 회귀를 훈련해 계수를 읽는다.

    `(labels, features)` 배열이다.
    """
    model = MultiOutputClassifier(LogisticRegression()).fit(
        *make_homes()
    )
    return np.concatenate(
        [one.coef_ for one in model.estimators_]
    )


# --8<-- [end:separate]


# --8<-- [start:network]
@cache
def network_weights() -> np.ndarray:
    """은닉층이 없는 신경망을 훈련해 가중치를 읽는다.

    `(labels, features)` 배열이다.
    """
    keras.utils.set_random_seed(0)
    layer = keras.layers.Dense(3, activation="sigmoid")
    model = keras.Sequential(
        [keras.Input(shape=(3,)), layer]
    )
    model.compile(
        keras.optimizers.Adam(0.05),
        loss="binary_crossentropy",
    )
    model.fit(
        *make_homes(), epochs=20, batch_size=500, verbose=0
    )
    return np.asarray(layer.get_weights()[0]).T


# --8<-- [end:network]


def main() -> None:
    """레이블마다 참 계수와 읽어 낸 계수를 출력한다."""
    tables = (
        TRUE_WEIGHTS,
        separate_weights(),
        network_weights(),
    )
    for i, label in enumerate(LABELS):
        print(label)
        for name, table in zip(
            ("참", "회귀", "신경망"), tables, strict=True
        ):
            pairs = zip(FEATURES, table[i], strict=True)
            # 0을 더해 -0.0을 0.0으로 바꾼다.
            cells = (
                f"{feature} {w.round(1) + 0:.1f}"
                for feature, w in pairs
            )
            print(f"  {name}: {', '.join(cells)}")


if __name__ == "__main__":
    main()
