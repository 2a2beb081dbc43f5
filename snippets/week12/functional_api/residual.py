"""층을 깊이 쌓을 때 잔차 연결이 있는 모델과 없는 모델의 훈련 손실을 견준다.

잔차 연결은 He 외(2016), 정규화를 변환 앞에 두는 차례는 같은 저자들의 후속 논문을
따른다. 두 모델은 더하기 하나만 다르다. 깊고 잔차가 없는 모델의 손실은 시드와 프로세서에
따라 크게 달라지므로, 시드 열 개에서 평균한다.
"""

import functools

import keras
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.datasets import load_digits

CASES = {
    "얕고 잔차 없음": (2, False),
    "깊고 잔차 없음": (12, False),
}
CASES["깊고 잔차 있음"] = (12, True)
EPOCHS = 8
SEEDS = range(10)


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
    return keras.Model(
        image,
        keras.layers.Dense(10, activation="softmax")(x),
    )


# --8<-- [end:model]


@functools.cache
def losses() -> dict[str, np.ndarray]:
    """모델마다 시드별, 에포크별 훈련 손실을 `(시드, 에포크)` 꼴로 돌려준다."""
    images, digits = load_digits(return_X_y=True)
    images = (images / 16).astype("float32")
    result = {}
    for label, (depth, skip) in CASES.items():
        model = build_model(depth, skip=skip)
        model.compile(
            "adam", "sparse_categorical_crossentropy"
        )
        model.optimizer.build(model.trainable_variables)
        # 훈련하는 동안 JAX가 다시 쓰는 메모리라서 베껴 둔다.
        state = [
            keras.ops.convert_to_numpy(x).copy()
            for x in model.optimizer.variables
        ]
        runs = []
        for seed in SEEDS:
            keras.utils.set_random_seed(seed)
            # 한 번 컴파일한 모델을 새 가중치와 처음의 옵티마이저로 되돌린다.
            model.set_weights(
                build_model(depth, skip=skip).get_weights()
            )
            for variable, value in zip(
                model.optimizer.variables,
                state,
                strict=True,
            ):
                variable.assign(value)
            history = model.fit(
                images,
                digits,
                epochs=EPOCHS,
                batch_size=64,
                verbose=0,
            )
            runs.append(history.history["loss"])
        result[label] = np.array(runs)
    return result


def means() -> dict[str, np.ndarray]:
    """모델마다 에포크별 훈련 손실의 평균."""
    return {
        label: runs.mean(axis=0)
        for label, runs in losses().items()
    }


def draw() -> Figure:
    """에포크마다의 훈련 손실을 시드에서 평균해 그린다."""
    figure, axes = plt.subplots()
    styles = [
        ("C2", ":", "d"),
        ("C1", "--", "s"),
        ("C0", "-", "o"),
    ]
    epochs = range(1, EPOCHS + 1)
    for (label, loss), style in zip(
        means().items(), styles, strict=True
    ):
        color, line, marker = style
        axes.plot(
            epochs,
            loss,
            color=color,
            linestyle=line,
            marker=marker,
            label=label,
        )
    axes.set(
        xlabel="에포크",
        ylabel="훈련 손실",
        xlim=(0.8, 8.2),
        ylim=(0, 2.6),
    )
    axes.legend(loc="upper right")
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    ends = [
        f"{label} {loss[-1]:.1f}"
        for label, loss in means().items()
    ]
    return (
        f"에포크 {EPOCHS}번 동안의 훈련 손실을 시드 {len(SEEDS)}개에서 평균한 것. "
        f"마지막 값은 {', '.join(ends)}."
    )


def main() -> None:
    """모델마다 블록 수와, 마지막 훈련 손실의 평균을 출력한다."""
    print(f"시드 {len(SEEDS)}개의 평균")
    for label, loss in means().items():
        print(
            f"{label}(블록 {CASES[label][0]}개): 훈련 손실 {loss[-1]:.1f}"
        )


if __name__ == "__main__":
    main()
