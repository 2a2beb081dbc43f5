"""따로 훈련한 모델 셋을 함수형 모델 하나로 합친다.

모델을 층처럼 호출하는 법은 케라스 함수형 API 안내서의
"All models are callable, just like layers" 절을 따른다.
"""

import functools

import keras
import numpy as np
from keras import layers, ops
from scipy.stats import t
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

SEEDS = range(10)
NAMES = ("shallow", "deep", "wide", "average")
LOSS = "sparse_categorical_crossentropy"


def make_members() -> list[keras.Model]:
    """짜임이 다른 모델 셋을 만든다. 모두 `(batch, 64)`를 받아 `(batch, 10)`을 낸다."""
    bodies = {
        "shallow": [layers.Dense(16, activation="relu")],
        "deep": [
            layers.Dense(16, activation="relu")
            for _ in range(3)
        ],
        "wide": [layers.Dense(64, activation="relu")],
    }
    return [
        keras.Sequential(
            [
                keras.Input(shape=(64,)),
                *body,
                layers.Dense(10, activation="softmax"),
            ],
            name=name,
        )
        for name, body in bodies.items()
    ]


# --8<-- [start:merge]
def merge(members: list[keras.Model]) -> keras.Model:
    """입력을 모델마다 보내고, 확률을 평균해 합친다."""
    image = keras.Input(shape=(64,))
    probabilities = layers.Average()(
        [member(image) for member in members]
    )
    return keras.Model(image, probabilities, name="average")


# --8<-- [end:merge]


# --8<-- [start:train]
def trainable(
    members: list[keras.Model], how: str
) -> keras.Model:
    """`how`대로 훈련할 모델을 컴파일한다.

    "함께"는 평균한 확률의 손실 하나를 줄인다. "따로"는 출력이 셋인 모델로, 출력마다
    제 손실을 줄인다. 층을 공유하지 않으므로 하나씩 훈련하는 것과 같다.
    """
    if how == "함께":
        model = merge(members)
    else:
        image = keras.Input(shape=(64,))
        model = keras.Model(
            image, [member(image) for member in members]
        )
    model.compile(keras.optimizers.Adam(0.005), LOSS)
    return model


# --8<-- [end:train]


def losses(
    probabilities: np.ndarray, digits: np.ndarray
) -> np.ndarray:
    """모델마다 잰 손실. 확률은 `(models, images, 10)`이다."""
    return -np.log(
        probabilities[:, np.arange(len(digits)), digits]
    ).mean(axis=1)


def train(how: str) -> list[np.ndarray]:
    """시드마다 다시 나누고 훈련해, 세 모델과 합친 모델의 테스트 손실을 잰다."""
    images, digits = load_digits(return_X_y=True)
    images = (images / 16).astype("float32")
    members = make_members()
    model = trainable(members, how)
    model.optimizer.build(model.trainable_variables)
    # 훈련하는 동안 JAX가 다시 쓰는 메모리라서 베껴 둔다.
    state = [
        ops.convert_to_numpy(x).copy()
        for x in model.optimizer.variables
    ]
    rows = []
    for seed in SEEDS:
        x, x_test, y, y_test = train_test_split(
            images,
            digits,
            train_size=1200,
            random_state=seed,
        )
        keras.utils.set_random_seed(seed)
        # 한 번 컴파일한 모델을 새 가중치와 처음의 옵티마이저로 되돌린다.
        for member, fresh in zip(
            members, make_members(), strict=True
        ):
            member.set_weights(fresh.get_weights())
        for variable, value in zip(
            model.optimizer.variables, state, strict=True
        ):
            variable.assign(value)
        targets = y if how == "함께" else [y] * len(members)
        model.fit(
            x, targets, epochs=6, batch_size=100, verbose=0
        )
        alone = np.array(
            [
                ops.convert_to_numpy(member(x_test))
                for member in members
            ]
        )
        together = alone.mean(axis=0, keepdims=True)
        rows.append(
            losses(
                np.concatenate([alone, together]), y_test
            )
        )
    return rows


@functools.cache
def compare() -> dict[str, np.ndarray]:
    """훈련한 방법마다 `(seeds, NAMES)` 손실."""
    return {
        how: np.array(train(how))
        for how in ("따로", "함께")
    }


def interval(
    differences: np.ndarray,
) -> tuple[float, float]:
    """1,200장으로 훈련하고 597장에서 잰 차이 `(seeds,)`의 95% 신뢰구간.

    나눌 때마다 이미지가 겹치므로 분산을 키운다(Nadeau, Bengio, 2003).
    """
    count = len(differences)
    error = differences.std(ddof=1) * np.sqrt(
        1 / count + 597 / 1200
    )
    return t.interval(
        0.95, count - 1, differences.mean(), error
    )


def main() -> None:
    """모델마다의 테스트 손실과, 함께 훈련해 커진 만큼을 출력한다."""
    apart, together = compare().values()
    print(
        f"테스트 손실, 시드 {len(SEEDS)}개의 평균. 확률이 고르면 {np.log(10):.1f}"
    )
    for i, name in enumerate(NAMES):
        low, high = interval(together[:, i] - apart[:, i])
        print(
            f"{name:<8} 따로 {apart[:, i].mean():.1f}, "
            f"함께 {together[:, i].mean():.1f}, "
            f"커진 만큼의 95% 신뢰구간 {low:z.1f}~{high:z.1f}"
        )
    low, high = interval(
        apart[:, 3] - apart[:, :3].min(axis=1)
    )
    print(
        "따로 훈련한 average의 손실이 가장 나은 하나보다 큰 만큼, "
        f"95% 신뢰구간 {low:z.2f}~{high:z.2f}"
    )


if __name__ == "__main__":
    main()
