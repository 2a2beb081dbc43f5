"""가중치 감쇠를 그레이디언트에 더할 때와 따로 뺄 때를 견준다."""

import keras
import numpy as np

LEARNING_RATE = 0.1


# --8<-- [start:decay]
def l2_with_adam(strength: float, weight: float = 1.0) -> float:
    """L2 규제의 그레이디언트를 Adam에 넣고 한 걸음에 줄어든 값을 잰다.

    Args:
        strength: 규제의 세기.
        weight: 처음 파라미터. 손실의 그레이디언트는 0으로 둔다.
    """
    variable = keras.Variable([weight])
    optimizer = keras.optimizers.Adam(LEARNING_RATE)
    optimizer.build([variable])
    optimizer.apply([np.array([strength * weight], dtype="float32")], [variable])
    return weight - float(variable.numpy()[0])


def decay_with_adamw(strength: float, weight: float = 1.0) -> float:
    """같은 세기를 AdamW의 `weight_decay`로 주고 줄어든 값을 잰다."""
    variable = keras.Variable([weight])
    optimizer = keras.optimizers.AdamW(LEARNING_RATE, weight_decay=strength)
    optimizer.build([variable])
    optimizer.apply([np.array([0.0], dtype="float32")], [variable])
    return weight - float(variable.numpy()[0])


# --8<-- [end:decay]


def main() -> None:
    """규제의 세기마다 한 걸음에 줄어든 값을 출력한다."""
    for strength in (0.01, 0.1, 1.0):
        print(
            f"세기 {strength:.2f}: Adam과 L2 {l2_with_adam(strength):.3f}, "
            f"AdamW {decay_with_adamw(strength):.3f}"
        )


if __name__ == "__main__":
    main()
