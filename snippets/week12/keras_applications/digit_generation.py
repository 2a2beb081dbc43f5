"""조건부 변분 오토인코더로 새 손글씨 숫자를 만든다.

변분 오토인코더는 Kingma, Welling(2013, arXiv:1312.6114)을 따른다.
데이터는 scikit-learn에 든 손글씨 숫자(8×8픽셀)다.
"""

import functools

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import ops
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

LATENT = 4
SEEDS = range(10)


def divergence(
    mean: object, log_variance: object
) -> object:
    """표준 정규 분포까지의 쿨백-라이블러 발산을 평균한다.

    `(rows, latent)` 둘을 받아 수 하나를 돌려준다.
    """
    terms = (
        ops.exp(log_variance)
        + ops.square(mean)
        - 1
        - log_variance
    )
    return ops.mean(ops.sum(terms, axis=-1)) / 2


# --8<-- [start:sampling]
class Sampling(keras.layers.Layer):
    """평균과 로그 분산을 받아 표본을 뽑는다."""

    def __init__(self, **kwargs) -> None:
        """난수 시드를 층에 둔다."""
        super().__init__(**kwargs)
        self.seed_generator = keras.random.SeedGenerator(12)

    def call(self, inputs: list) -> object:
        """`(rows, latent)` 둘에서 표본 하나를 뽑는다."""
        mean, log_variance = inputs
        self.add_loss(divergence(mean, log_variance))
        noise = keras.random.normal(
            ops.shape(mean), seed=self.seed_generator
        )
        return mean + ops.exp(log_variance / 2) * noise


# --8<-- [end:sampling]


# --8<-- [start:model]
def build_decoder() -> keras.Model:
    """숫자 네 개와 레이블에서 이미지를 되살린다."""
    code, label = keras.Input((LATENT,)), keras.Input((10,))
    x = keras.layers.Concatenate()([code, label])
    x = keras.layers.Dense(128, activation="relu")(x)
    image = keras.layers.Dense(64, activation="sigmoid")(x)
    return keras.Model([code, label], image)


def build_autoencoder(decoder: keras.Model) -> keras.Model:
    """이미지를 숫자 네 개로 줄이고 디코더로 되살린다."""
    image, label = keras.Input((64,)), keras.Input((10,))
    x = keras.layers.Concatenate()([image, label])
    x = keras.layers.Dense(128, activation="relu")(x)
    mean = keras.layers.Dense(LATENT)(x)
    log_variance = keras.layers.Dense(LATENT)(x)
    code = Sampling()([mean, log_variance])
    return keras.Model(
        [image, label], decoder([code, label])
    )


# --8<-- [end:model]


def load_images() -> tuple[np.ndarray, np.ndarray]:
    """0과 1 사이의 이미지 `(1797, 64)`와 정답 `(1797,)`을 읽는다."""
    images, labels = load_digits(return_X_y=True)
    return (images / 16).astype("float32"), labels


def split(seed: int) -> list[np.ndarray]:
    """훈련 이미지, 남겨 둔 이미지 `(rows, 64)`와 그 정답 `(rows,)`들로 나눈다."""
    images, labels = load_images()
    return train_test_split(
        images,
        labels,
        train_size=1200,
        random_state=seed,
        stratify=labels,
    )


@functools.cache
def compiled() -> tuple[
    keras.Model, keras.Model, list[np.ndarray]
]:
    """오토인코더를 한 번 컴파일해, 디코더와 옵티마이저의 처음 상태와 함께 돌려준다."""
    decoder = build_decoder()
    autoencoder = build_autoencoder(decoder)
    autoencoder.compile(
        optimizer=keras.optimizers.Adam(0.003),
        # 픽셀마다의 손실을 더한다. 케라스는 평균을 내므로 픽셀 수를 곱한다.
        loss=lambda true, made: (
            64
            * keras.losses.binary_crossentropy(true, made)
        ),
    )
    autoencoder.optimizer.build(
        autoencoder.trainable_variables
    )
    variables = autoencoder.optimizer.variables
    return (
        autoencoder,
        decoder,
        [ops.convert_to_numpy(x) for x in variables],
    )


@functools.cache
def trained(
    seed: int = 0, epochs: int = 30
) -> list[np.ndarray]:
    """시드로 정한 나누기와 처음 가중치에서 훈련하고, 배운 가중치를 돌려준다."""
    keras.utils.set_random_seed(seed)
    autoencoder, _, state = compiled()
    fresh = build_autoencoder(build_decoder())
    autoencoder.set_weights(fresh.get_weights())
    for variable, value in zip(
        autoencoder.optimizer.variables, state, strict=True
    ):
        variable.assign(value)
    for layer in autoencoder.layers:
        # 난수도 시드에서 다시 시작한다.
        if isinstance(layer, Sampling):
            layer.seed_generator.state.assign([seed, 0])
    images, _, labels, _ = split(seed)
    inputs = [images, np.eye(10, dtype="float32")[labels]]
    autoencoder.fit(
        inputs,
        images,
        epochs=epochs,
        batch_size=100,
        verbose=0,
    )
    return autoencoder.get_weights()


# --8<-- [start:generate]
def generate(
    labels: np.ndarray, seed: int = 0
) -> np.ndarray:
    """바라는 숫자마다 새 이미지를 하나씩 만든다.

    숫자 `(rows,)`를 받아 이미지 `(rows, 64)`를 돌려준다.
    """
    autoencoder, decoder, _ = compiled()
    autoencoder.set_weights(trained(seed))
    codes = np.random.default_rng(seed).normal(
        size=(len(labels), LATENT)
    )
    inputs = [
        codes.astype("float32"),
        np.eye(10, dtype="float32")[labels],
    ]
    return decoder.predict(
        inputs, batch_size=500, verbose=0
    )


# --8<-- [end:generate]


def spread(images: np.ndarray, labels: np.ndarray) -> float:
    """같은 숫자끼리 픽셀의 표준편차를 구해 평균한다.

    이미지 `(rows, 64)`와 정답 `(rows,)`을 받는다.
    """
    return float(
        np.mean(
            [
                images[labels == digit].std(axis=0)
                for digit in range(10)
            ]
        )
    )


def compare(seed: int) -> dict[str, float]:
    """시드 하나에서, 만든 이미지 500장을 훈련에 쓰지 않은 진짜와 비교한다."""
    wanted = np.arange(500) % 10
    train, kept, train_labels, kept_labels = split(seed)
    made = generate(wanted, seed)
    reader = LogisticRegression(max_iter=200).fit(
        train, train_labels
    )
    return {
        "read": reader.score(made, wanted),
        "real_spread": spread(kept, kept_labels),
        "made_spread": spread(made, wanted),
    }


@functools.cache
def measure() -> dict[str, np.ndarray]:
    """시드마다 만든 이미지를 진짜와 비교한다. 값마다 `(시드,)`다.

    Returns:
        바라는 숫자로 읽힌 비율 `read`, 숫자별 픽셀의 표준편차를 평균한
        `real_spread`와 `made_spread`.
    """
    rows = [compare(seed) for seed in SEEDS]
    return {
        name: np.array([row[name] for row in rows])
        for name in rows[0]
    }


def bars(image: np.ndarray) -> Path:
    """픽셀마다 밝기만큼 긴 가로줄을 긋는 길을 만든다. 이미지의 모양은 `(64,)`다."""
    rows, columns = np.divmod(np.arange(64), 8)
    half = np.clip(image, 0, 1) * 0.5
    starts = np.column_stack([columns - half, -rows])
    ends = np.column_stack([columns + half, -rows])
    points = np.stack([starts, ends], axis=1).reshape(-1, 2)
    return Path(
        points, np.tile([Path.MOVETO, Path.LINETO], 64)
    )


def draw() -> Figure:
    """0부터 9까지 만든 이미지를 하나씩 그린다."""
    pictures = generate(np.arange(10))
    figure, grid = plt.subplots(2, 5, figsize=(4.8, 2.6))
    figure.subplots_adjust(
        left=0.02,
        right=0.98,
        bottom=0.03,
        top=0.92,
        wspace=0.1,
    )
    for digit, (axes, picture) in enumerate(
        zip(grid.flat, pictures, strict=True)
    ):
        axes.add_patch(
            PathPatch(
                bars(picture),
                fill=False,
                edgecolor="#111111",
                linewidth=6,
                capstyle="butt",
            )
        )
        axes.set(xlim=(-1, 8), ylim=(-8, 1), aspect="equal")
        axes.set_axis_off()
        axes.set_title(str(digit))
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    return (
        "오토인코더가 만든 0부터 9까지의 8×8픽셀 손글씨 숫자 열 장. "
        "진짜 이미지로 훈련한 분류기가 만든 이미지를 바라는 숫자로 읽은 비율은 "
        f"시드 {len(SEEDS)}개의 평균으로 {measure()['read'].mean():.2f}이다."
    )


def main() -> None:
    """만든 이미지가 바라는 숫자로 읽히는지, 진짜만큼 다양한지 출력한다."""
    means = {
        name: values.mean()
        for name, values in measure().items()
    }
    print(f"시드 {len(SEEDS)}개의 평균")
    print(f"바라는 숫자로 읽힌 비율: {means['read']:.2f}")
    print("같은 숫자끼리 픽셀의 표준편차")
    print(
        f"  진짜 {means['real_spread']:.2f}, 만든 것 {means['made_spread']:.2f}"
    )


if __name__ == "__main__":
    main()
