"""층을 깊이 쌓을 때 잔차 연결이 있는 모델과 없는 모델의 훈련 손실을 견준다.

잔차 연결은 He 외(2016), 정규화를 변환 앞에 두는 차례는 같은 저자들의 후속 논문을
따른다. 두 모델은 더하기 하나만 다르다.
"""

import functools

import keras
import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from sklearn.datasets import load_digits

CASES = {"얕고 잔차 없음": (2, False), "깊고 잔차 없음": (12, False)}
CASES["깊고 잔차 있음"] = (12, True)
EPOCHS = 8


# --8<-- [start:model]
def build_model(depth: int, *, skip: bool) -> keras.Model:
    """블록을 `depth`개 쌓은 숫자 분류 모델을 만든다.

    Args:
        depth: 블록의 수.
        skip: 참이면 블록의 입력을 출력에 더한다.

    Returns:
        `(batch, 64)`를 받아 `(batch, 10)`을 내는 모델.
    """
    image = keras.Input(shape=(64,))
    x = keras.layers.Dense(32, activation="relu")(image)
    for _ in range(depth):
        y = keras.layers.LayerNormalization()(x)
        y = keras.layers.Dense(32, activation="relu")(y)
        x = keras.layers.Add()([x, y]) if skip else y
    x = keras.layers.LayerNormalization()(x)
    return keras.Model(image, keras.layers.Dense(10, activation="softmax")(x))


# --8<-- [end:model]


@functools.cache
def losses() -> dict[str, list[float]]:
    """모델마다 에포크별 훈련 손실을 돌려준다."""
    images, digits = load_digits(return_X_y=True)
    images = (images / 16).astype("float32")
    result = {}
    for label, (depth, skip) in CASES.items():
        keras.utils.set_random_seed(0)
        model = build_model(depth, skip=skip)
        model.compile("adam", "sparse_categorical_crossentropy")
        history = model.fit(images, digits, epochs=EPOCHS, batch_size=64, verbose=0)
        result[label] = history.history["loss"]
    return result


def draw() -> Figure:
    """에포크마다의 훈련 손실을 그린다."""
    figure, axes = plt.subplots()
    styles = [("C2", ":", "d"), ("C1", "--", "s"), ("C0", "-", "o")]
    epochs = range(1, EPOCHS + 1)
    for (label, loss), style in zip(losses().items(), styles, strict=True):
        color, line, marker = style
        axes.plot(epochs, loss, color=color, linestyle=line, marker=marker, label=label)
    axes.set(xlabel="에포크", ylabel="훈련 손실", xlim=(0.8, 8.2), ylim=(0, 2.6))
    axes.legend(loc="upper right")
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    ends = [f"{label} {loss[-1]:.2f}" for label, loss in losses().items()]
    return f"에포크 {EPOCHS}번 동안의 훈련 손실. 마지막 값은 {', '.join(ends)}."


def main() -> None:
    """모델마다 블록 수와 마지막 훈련 손실을 출력한다."""
    for label, loss in losses().items():
        print(f"{label}(블록 {CASES[label][0]}개): 훈련 손실 {loss[-1]:.2f}")


if __name__ == "__main__":
    main()
