"""배치 크기를 바꾸면 알맞은 학습률도 바뀌는지 SGD로 본다."""

from functools import cache

import numpy as np
from scipy.stats import t
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

SEEDS = range(20)
EPOCHS = 5
TRAIN, TEST = 300, 71
BATCH_SIZES = {
    "전체 배치": 300,
    "미니배치": 30,
    "한 개씩": 1,
}
RATES = (0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3)

Part = tuple[np.ndarray, np.ndarray]


def split(seed: int) -> tuple[Part, Part, Part]:
    """당뇨병 데이터를 훈련 300개, 검증과 테스트 71개씩으로 나누고 표준화한다.

    표준화할 때 쓰는 평균과 표준편차는 훈련 데이터에서 구한다.
    """
    table = np.column_stack(load_diabetes(return_X_y=True))
    rest, test = train_test_split(
        table, test_size=TEST, random_state=seed
    )
    train, valid = train_test_split(
        rest, train_size=TRAIN, random_state=seed
    )
    scaler = StandardScaler().fit(train)
    parts = (
        scaler.transform(part)
        for part in (train, valid, test)
    )
    return tuple(
        (part[:, :-1], part[:, -1]) for part in parts
    )


# --8<-- [start:train]
def sgd(
    x: np.ndarray, y: np.ndarray, batch_size: int, seed: int
) -> np.ndarray:
    """학습률을 모두 나란히 두고 다섯 에포크 훈련한다.

    Args:
        x: 특성 `(300, 10)`.
        y: 목표 `(300,)`.
        batch_size: 한 번 갱신하는 데 쓰는 데이터의 수.
        seed: 에포크마다 데이터를 섞는 시드.

    Returns:
        학습률마다의 가중치 `(len(RATES), 10)`.
    """
    rng = np.random.default_rng(seed)
    weights = np.zeros((len(RATES), x.shape[1]))
    rates = np.reshape(RATES, (-1, 1))
    for _ in range(EPOCHS):
        for rows in rng.permutation(len(x)).reshape(
            -1, batch_size
        ):
            errors = weights @ x[rows].T - y[rows]
            gradients = 2 * errors @ x[rows] / batch_size
            weights -= rates * gradients
    return weights


# --8<-- [end:train]


def losses(weights: np.ndarray, part: Part) -> np.ndarray:
    """학습률마다의 평균 제곱 오차 `(len(RATES),)`. 발산했으면 무한대다."""
    errors = weights @ part[0].T - part[1]
    return np.nan_to_num(
        np.mean(errors**2, axis=1), nan=np.inf
    )


@cache
def results() -> dict[str, np.ndarray]:
    """배치 크기마다 `(seeds, 검증과 테스트, RATES)` 손실."""
    found = {}
    # 학습률이 너무 크면 발산해 넘친다.
    with np.errstate(over="ignore", invalid="ignore"):
        for name, batch_size in BATCH_SIZES.items():
            rows = []
            for seed in SEEDS:
                train, *rest = split(seed)
                weights = sgd(*train, batch_size, seed)
                rows.append(
                    [losses(weights, part) for part in rest]
                )
            found[name] = np.array(rows)
    return found


def fixed(name: str) -> np.ndarray:
    """학습률이 0.01일 때의 테스트 손실 `(seeds,)`."""
    return results()[name][:, 1, RATES.index(0.01)]


def tuned(name: str) -> np.ndarray:
    """시드마다 검증 손실이 가장 작은 학습률의 테스트 손실 `(seeds,)`."""
    valid, test = results()[name].swapaxes(0, 1)
    return test[range(len(SEEDS)), valid.argmin(axis=1)]


def best_rate(name: str) -> float:
    """시드끼리 평균한 검증 손실이 가장 작은 학습률."""
    return RATES[
        results()[name][:, 0].mean(axis=0).argmin()
    ]


def baseline() -> float:
    """같은 데이터에서 최소제곱으로 푼 선형 회귀의 테스트 손실."""
    found = []
    for seed in SEEDS:
        train, _, (x, y) = split(seed)
        found.append(
            np.mean(
                (
                    LinearRegression()
                    .fit(*train)
                    .predict(x)
                    - y
                )
                ** 2
            )
        )
    return float(np.mean(found))


def interval(
    differences: np.ndarray,
) -> tuple[float, float]:
    """짝지어 뺀 값 `(seeds,)`의 95% 신뢰구간.

    나눌 때마다 데이터가 겹치므로 분산을 키운다(Nadeau, Bengio, 2003).
    """
    count = len(differences)
    error = differences.std(ddof=1) * np.sqrt(
        1 / count + TEST / TRAIN
    )
    return t.interval(
        0.95, count - 1, differences.mean(), error
    )


def main() -> None:
    """배치 크기마다 학습률을 고르기 전과 뒤의 테스트 손실을 출력한다."""
    print(f"테스트 손실, 데이터를 {len(SEEDS)}번 나눈 평균")
    for name, batch_size in BATCH_SIZES.items():
        updates = EPOCHS * TRAIN // batch_size
        low, high = interval(fixed(name) - tuned(name))
        print(
            f"{name}, 갱신 {updates:,}번: 학습률 0.01에서 {fixed(name).mean():.2f}, "
            f"나누기마다 고르면 {tuned(name).mean():.2f}"
        )
        print(
            f"  평균이 가장 나은 학습률: {best_rate(name):g}"
        )
        print(
            f"  고르면 줄어드는 만큼, 95% 신뢰구간: {low:z.2f}~{high:z.2f}"
        )
    low, high = interval(
        tuned("한 개씩") - tuned("미니배치")
    )
    print(
        f"고른 뒤 한 개씩이 미니배치보다 큰 만큼, 95% 신뢰구간: {low:z.2f}~{high:z.2f}"
    )
    print(f"최소제곱으로 푼 선형 회귀: {baseline():.2f}")


if __name__ == "__main__":
    main()
