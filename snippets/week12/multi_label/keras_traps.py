"""다중 레이블에서 케라스의 점수와 class_weight가 뜻과 달리 도는 곳을 보인다."""

import keras
import numpy as np

TRUTH = np.array(
    [[1, 1, 0], [1, 0, 0], [0, 1, 1], [0, 0, 0]],
    dtype="float32",
)
PROBABILITY = np.array(
    [
        [0.9, 0.8, 0.1],
        [0.8, 0.6, 0.7],
        [0.1, 0.9, 0.8],
        [0.4, 0.3, 0.2],
    ],
    dtype="float32",
)


# --8<-- [start:model]
def echo_model(**options: object) -> keras.Model:
    """입력을 그대로 내보내는 모델을 만든다.

    Args:
        **options: `compile()`에 넘길 값.

    Returns:
        `(batch, 3)`을 받아 `(batch, 3)`을 내는 모델.
    """
    inputs = keras.Input(shape=(3,))
    layer = keras.layers.Dense(
        3, use_bias=False, kernel_initializer="identity"
    )
    outputs = layer(inputs)
    model = keras.Model(inputs, outputs)
    model.compile(
        "sgd", loss="binary_crossentropy", **options
    )
    return model


# --8<-- [end:model]


# --8<-- [start:accuracy]
def keras_accuracy(metric: str) -> float:
    """`compile(metrics=[metric])`이 재는 값."""
    model = echo_model(metrics=[metric])
    return model.evaluate(
        PROBABILITY, TRUTH, verbose=0, return_dict=True
    )[metric]


# --8<-- [end:accuracy]


# --8<-- [start:f1]
def keras_f1(threshold: float | None) -> float:
    """케라스의 마이크로 F1을 잰다."""
    metric = keras.metrics.F1Score(
        average="micro", threshold=threshold
    )
    metric.update_state(TRUTH, PROBABILITY)
    return float(metric.result())


# --8<-- [end:f1]


# --8<-- [start:class-weight]
def weight_of_row(
    row: int, class_weight: dict[int, float]
) -> float:
    """`class_weight`가 행의 손실에 곱하는 값을 잰다."""
    one = slice(row, row + 1)
    losses = [
        echo_model()
        .fit(
            PROBABILITY[one],
            TRUTH[one],
            verbose=0,
            class_weight=weight,
        )
        .history["loss"][0]
        for weight in (class_weight, None)
    ]
    return losses[0] / losses[1]


# --8<-- [end:class-weight]


def main() -> None:
    """세 함정을 차례로 출력한다."""
    print(
        f"metrics=['accuracy']: {keras_accuracy('accuracy'):.2f}"
    )
    print(
        f"categorical_accuracy: {keras_accuracy('categorical_accuracy'):.2f}"
    )
    print(
        f"binary_accuracy: {keras_accuracy('binary_accuracy'):.2f}"
    )
    print(f"F1Score, 임곗값 없음: {keras_f1(None):.2f}")
    print(f"F1Score, 임곗값 0.5: {keras_f1(0.5):.2f}")
    weights = {0: 1.0, 1: 10.0, 2: 100.0}
    first, second, third = weights.values()
    print(
        f"class_weight: 레이블 0은 {first}, 1은 {second}, 2는 {third}"
    )
    for row, truth in enumerate(TRUTH.astype(int).tolist()):
        print(
            f"  정답 {truth}인 행의 배수: {weight_of_row(row, weights):.1f}"
        )


if __name__ == "__main__":
    main()
