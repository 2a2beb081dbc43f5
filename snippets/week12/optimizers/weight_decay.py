"""가중치 감쇠를 그레이디언트에 더할 때와 따로 뺄 때를 비교한다."""

import functools

import keras
import numpy as np

LEARNING_RATE, STRENGTH, STEPS = 0.01, 0.1, 100
SIZES = (0.1, 1.0, 10.0)


# --8<-- [start:decay]
def shrunk(
    size: float, *, decoupled: bool, count: int = 10_000
) -> np.ndarray:
    """1에서 출발한 파라미터를 감쇠하며 100걸음 옮긴다.

    손실의 그레이디언트는 평균이 0인 잡음이라, 파라미터의 평균을 줄이는 것은 감쇠뿐이다.

    Args:
        size: 그레이디언트의 표준편차.
        decoupled: 참이면 AdamW로 감쇠하고, 거짓이면 Adam의 그레이디언트에 더한다.
        count: 파라미터의 수. 저마다 다른 잡음을 받는다.

    Returns:
        100걸음 뒤의 파라미터 `(count,)`.
    """
    weights = keras.Variable(np.ones(count))
    if decoupled:
        optimizer = keras.optimizers.AdamW(
            LEARNING_RATE, weight_decay=STRENGTH
        )
    else:
        optimizer = keras.optimizers.Adam(LEARNING_RATE)
    optimizer.build([weights])
    rng = np.random.default_rng(0)
    for _ in range(STEPS):
        gradient = rng.normal(
            scale=size, size=count
        ).astype("float32")
        penalty = 0 if decoupled else STRENGTH * weights
        optimizer.apply([gradient + penalty], [weights])
    return keras.ops.convert_to_numpy(weights)


# --8<-- [end:decay]


@functools.cache
def results() -> dict[float, tuple[np.ndarray, np.ndarray]]:
    """그레이디언트의 크기마다 L2와 AdamW로 옮긴 파라미터."""
    return {
        size: tuple(
            shrunk(size, decoupled=way)
            for way in (False, True)
        )
        for size in SIZES
    }


def main() -> None:
    """그레이디언트의 크기마다 남은 파라미터의 평균을 출력한다."""
    print(
        f"1에서 출발해 {STEPS}걸음 뒤의 평균. 학습률 {LEARNING_RATE}, 세기 {STRENGTH}"
    )
    print(
        f"감쇠만 하면 {(1 - LEARNING_RATE * STRENGTH) ** STEPS:.2f}"
    )
    for size, pair in results().items():
        l2, decoupled = (values.mean() for values in pair)
        print(
            f"그레이디언트의 표준편차 {size:>4}: "
            f"Adam과 L2 {l2:.2f}, AdamW {decoupled:.2f}"
        )


if __name__ == "__main__":
    main()
