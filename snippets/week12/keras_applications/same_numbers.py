"""같은 가중치로 한 걸음 훈련한 결과를 지금의 백엔드와 NumPy에서 견준다."""

import keras
import numpy as np

Weights = list[np.ndarray]


def fixed_problem() -> tuple[
    np.ndarray, np.ndarray, Weights
]:
    """입력 `(6, 3)`, 정답 `(6, 1)`, 가중치 넷을 백엔드와 상관없이 만든다."""
    rng = np.random.default_rng(12)
    x, y = rng.normal(size=(6, 3)), rng.normal(size=(6, 1))
    shapes = [(3, 4), (4,), (4, 1), (1,)]
    return (
        x,
        y,
        [rng.normal(size=shape) for shape in shapes],
    )


# --8<-- [start:keras]
def keras_step(
    x: np.ndarray,
    y: np.ndarray,
    weights: Weights,
    rate: float = 0.1,
) -> tuple[float, Weights]:
    """한 걸음 훈련하고 손실과 새 가중치를 돌려준다."""
    model = keras.Sequential(
        [
            keras.Input(shape=(3,)),
            keras.layers.Dense(4, activation="tanh"),
            keras.layers.Dense(1),
        ]
    )
    model.set_weights(weights)
    model.compile(keras.optimizers.SGD(rate), loss="mse")
    loss = model.train_on_batch(x, y)
    return float(loss), model.get_weights()


# --8<-- [end:keras]


# --8<-- [start:numpy]
def numpy_step(
    x: np.ndarray,
    y: np.ndarray,
    weights: Weights,
    rate: float = 0.1,
) -> tuple[float, Weights]:
    """같은 계산을 연쇄 법칙으로 푼다. 64비트로 계산한다."""
    w1, b1, w2, b2 = weights
    hidden = np.tanh(x @ w1 + b1)
    error = hidden @ w2 + b2 - y
    loss = np.mean(error**2)
    d_out = 2 * error / len(x)
    d_hidden = d_out @ w2.T * (1 - hidden**2)
    w1 = w1 - rate * x.T @ d_hidden
    b1 = b1 - rate * d_hidden.sum(0)
    w2 = w2 - rate * hidden.T @ d_out
    b2 = b2 - rate * d_out.sum(0)
    return float(loss), [w1, b1, w2, b2]


# --8<-- [end:numpy]


def largest_gap(ours: Weights, theirs: Weights) -> float:
    """가중치 사이의 가장 큰 차이를 잰다."""
    return max(
        float(np.abs(a - b).max())
        for a, b in zip(ours, theirs, strict=True)
    )


def main() -> None:
    """케라스와 NumPy의 손실, 새 가중치를 나란히 출력한다."""
    x, y, weights = fixed_problem()
    results = {
        "케라스": keras_step(x, y, weights),
        "NumPy": numpy_step(x, y, weights),
    }
    for name, (loss, new) in results.items():
        values = ", ".join(
            f"{value:.4f}" for value in new[2].ravel()
        )
        print(f"{name}: 손실 {loss:.4f}")
        print(f"  한 걸음 뒤 둘째 층 {values}")
    gap = largest_gap(
        results["케라스"][1], results["NumPy"][1]
    )
    print(
        f"가중치의 차이가 모두 0.000001보다 작은가: {gap < 1e-6}"
    )


if __name__ == "__main__":
    main()
