"""유닛의 수와 신경망의 수를 바꾸면 과대적합이 어떻게 달라지는지 본다."""

import warnings
from functools import cache

import numpy as np
from scipy.stats import ttest_1samp
from sklearn.datasets import make_multilabel_classification
from sklearn.exceptions import ConvergenceWarning
from sklearn.model_selection import train_test_split
from sklearn.multioutput import MultiOutputClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

SEEDS = range(12)
CASES = {
    "하나, 유닛 30개": (30, False),
    "다섯, 유닛 6개씩": (30, True),
    "하나, 유닛 150개": (150, False),
    "다섯, 유닛 30개씩": (150, True),
}


@cache
def make_data(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """특성 `(1000, 20)`과 레이블 `(1000, 5)`."""
    return make_multilabel_classification(
        n_samples=1_000, random_state=seed
    )


# --8<-- [start:networks]
def networks(
    units: int, seed: int, *, separate: bool
) -> MLPClassifier | MultiOutputClassifier:
    """레이블 다섯 개에 답하는 신경망.

    따로 두면 은닉 유닛을 다섯에 똑같이 나눈다.
    """
    hidden = units // 5 if separate else units
    network = MLPClassifier(
        (hidden,),
        learning_rate_init=0.02,
        max_iter=60,
        random_state=seed,
    )
    return (
        MultiOutputClassifier(network)
        if separate
        else network
    )


# --8<-- [end:networks]


# --8<-- [start:gap]
def accuracies(
    units: int, separate: bool, seed: int
) -> tuple[float, float]:
    """200행으로 훈련해, 훈련과 테스트 정확도를 잰다.

    표준화할 때 쓰는 평균과 표준편차도 훈련 데이터에서만 구한다.
    """
    X, X_test, Y, Y_test = train_test_split(
        *make_data(seed), train_size=200, random_state=seed
    )
    model = make_pipeline(
        StandardScaler(),
        networks(units, seed, separate=separate),
    )
    model.fit(X, Y)
    return np.mean(model.predict(X) == Y), np.mean(
        model.predict(X_test) == Y_test
    )


# --8<-- [end:gap]


def baseline() -> float:
    """레이블마다 더 흔한 답만 내는 예측의 칸 정확도를 데이터에서 평균한 값."""
    rates = [
        make_data(seed)[1].mean(axis=0) for seed in SEEDS
    ]
    return float(
        np.maximum(rates, np.subtract(1, rates)).mean()
    )


@cache
def results() -> dict[str, np.ndarray]:
    """경우마다 `(시드, 훈련과 테스트)` 배열."""
    with warnings.catch_warnings():
        # 네 경우를 모두 예순 에포크에서 멈춘다.
        warnings.simplefilter("ignore", ConvergenceWarning)
        return {
            name: np.array(
                [accuracies(*case, seed) for seed in SEEDS]
            )
            for name, case in CASES.items()
        }


def gaps(case: str) -> np.ndarray:
    """시드마다 훈련 칸 정확도에서 테스트 칸 정확도를 뺀 값 `(seeds,)`."""
    return np.subtract(*results()[case].T)


def interval(differences: np.ndarray) -> str:
    """평균과 95% 신뢰구간을 적는다."""
    low, high = ttest_1samp(
        differences, 0
    ).confidence_interval()
    return f"{differences.mean():z.2f} ({low:z.2f}~{high:z.2f})"


def main() -> None:
    """시드 열두 개의 평균과, 짝지어 뺀 값의 신뢰구간을 출력한다."""
    for case, runs in results().items():
        train, test = runs.mean(axis=0)
        print(
            f"{case}: 훈련 {train:.2f}, 테스트 {test:.2f}, 차이 {train - test:.2f}"
        )
    small, small_five, large, large_five = map(gaps, CASES)
    print(
        f"레이블마다 더 흔한 답만: 테스트 {baseline():.2f}"
    )
    print("차이가 커진 만큼과 95% 신뢰구간")
    print(
        f"- 하나의 유닛을 30개에서 150개로: {interval(large - small)}"
    )
    print(
        f"- 유닛 30개를 다섯으로 나누면: {interval(small_five - small)}"
    )
    print(
        f"- 유닛 150개를 다섯으로 나누면: {interval(large_five - large)}"
    )


if __name__ == "__main__":
    main()
