"""Nadam, Lion, Muon의 첫 걸음이 Adam과 어떻게 다른지 본다."""

import keras
import numpy as np


# --8<-- [start:step]
def first_step(
    optimizer: keras.Optimizer, gradient: np.ndarray
) -> np.ndarray:
    """0에서 출발해 첫 걸음에 뺀 값을 구한다.

    Args:
        optimizer: 아직 쓰지 않은 옵티마이저.
        gradient: 그레이디언트. 모양은 파라미터와 같다.

    Returns:
        뺀 값. 모양은 `gradient`와 같다.
    """
    variable = keras.Variable(
        np.zeros(gradient.shape), dtype="float32"
    )
    optimizer.build([variable])
    optimizer.apply(
        [gradient.astype("float32")], [variable]
    )
    return -variable.numpy()


# --8<-- [end:step]


# --8<-- [start:muon]
def singular_values(matrix: np.ndarray) -> np.ndarray:
    """가장 큰 것을 1로 맞춘 특잇값을 차례로 낸다."""
    values = np.linalg.svd(matrix, compute_uv=False)
    return values / values[0]


def matrix_gradient() -> np.ndarray:
    """특잇값이 1, 0.5, 0.1인 행렬 `(3, 3)`을 만든다."""
    random = np.random.default_rng(0)
    left, _ = np.linalg.qr(random.normal(size=(3, 3)))
    right, _ = np.linalg.qr(random.normal(size=(3, 3)))
    return left @ np.diag([1.0, 0.5, 0.1]) @ right


# --8<-- [end:muon]


def main() -> None:
    """다섯 옵티마이저의 첫 걸음과, 행렬을 준 걸음의 특잇값을 출력한다."""
    gradient = np.array([100.0, 1.0, 0.01])
    print("그레이디언트 100, 1, 0.01의 첫 걸음")
    for kind in (
        keras.optimizers.SGD,
        keras.optimizers.Adam,
        keras.optimizers.Nadam,
        keras.optimizers.Lion,
        keras.optimizers.Muon,
    ):
        steps = ", ".join(
            f"{s:.4f}"
            for s in first_step(kind(0.1), gradient)
        )
        print(f"- {kind.__name__}: {steps}")
    matrix = matrix_gradient()
    print("행렬 그레이디언트의 특잇값")
    print(
        "- 그대로:",
        ", ".join(
            f"{v:.2f}" for v in singular_values(matrix)
        ),
    )
    for kind in (
        keras.optimizers.Adam,
        keras.optimizers.Muon,
    ):
        values = singular_values(
            first_step(kind(0.1), matrix)
        )
        print(
            f"- {kind.__name__}:",
            ", ".join(f"{v:.2f}" for v in values),
        )


if __name__ == "__main__":
    main()
