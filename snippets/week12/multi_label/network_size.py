"""레이블이 늘 때 출력이 여럿인 신경망 하나와 신경망 여러 개의 파라미터 수를 견준다."""

import keras


# --8<-- [start:network]
def build_network(
    labels: int, features: int = 64, units: int = 64
) -> keras.Model:
    """레이블마다 시그모이드 출력을 둔 신경망을 만든다.

    Args:
        labels: 레이블의 수.
        features: 입력 특성의 수.
        units: 은닉층의 유닛 수.

    Returns:
        `(batch, features)`를 받아 레이블별 확률 `(batch, labels)`를 내는 모델.
    """
    inputs = keras.Input(shape=(features,))
    hidden = keras.layers.Dense(units, activation="relu")(
        inputs
    )
    outputs = keras.layers.Dense(
        labels, activation="sigmoid"
    )(hidden)
    return keras.Model(inputs, outputs)


# --8<-- [end:network]


# --8<-- [start:compare]
def parameters(labels: int) -> tuple[int, int]:
    """하나에 모을 때와 따로 둘 때의 파라미터 수를 센다."""
    together = build_network(labels).count_params()
    apart = labels * build_network(1).count_params()
    return together, apart


# --8<-- [end:compare]


def main() -> None:
    """레이블이 1개, 10개, 100개일 때의 파라미터 수를 출력한다."""
    for labels in (1, 10, 100):
        together, apart = parameters(labels)
        print(
            f"레이블 {labels}개: 신경망 하나 {together:,}, 따로 {apart:,}"
        )


if __name__ == "__main__":
    main()
