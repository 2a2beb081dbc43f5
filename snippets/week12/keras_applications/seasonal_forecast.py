"""주마다 되풀이되는 시계열의 이튿날 값을 예측하고 간단한 기준과 비교한다.

시계열은 요일별 높낮이에, 어제의 흔들림이 0.6배로 남는 잡음을 더해 만든다.
"""

import functools

import keras
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy.stats import ttest_1samp
from sklearn.linear_model import LinearRegression

WEEK = 7
WINDOW = 14
NOISE = 0.3
SEEDS = range(10)


# --8<-- [start:series]
def make_series(
    days: int = 600, seed: int = 0
) -> np.ndarray:
    """하루에 값 하나인 시계열 `(days,)`을 만든다."""
    rng = np.random.default_rng(seed)
    by_weekday = np.array(
        [10.0, 10.6, 10.3, 10.9, 13.0, 16.0, 14.5]
    )
    wobble = np.zeros(days)
    for day in range(1, days):
        wobble[day] = 0.6 * wobble[day - 1] + rng.normal(
            scale=NOISE
        )
    return by_weekday[np.arange(days) % WEEK] + wobble


# --8<-- [end:series]


# --8<-- [start:windows]
def make_windows(
    series: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """지난 14일과 이튿날의 값을 짝짓는다.

    `(rows, 14)`와 `(rows,)`를 돌려준다.
    """
    past = np.lib.stride_tricks.sliding_window_view(
        series, WINDOW
    )[:-1]
    return past, series[WINDOW:]


def split_in_time(
    rows: int, share: float = 0.75
) -> tuple[slice, slice]:
    """섞지 않고 앞은 훈련, 뒤는 테스트에 쓴다."""
    cut = int(rows * share)
    return slice(0, cut), slice(cut, rows)


# --8<-- [end:windows]


# --8<-- [start:weekday]
def weekday_and_yesterday(past: np.ndarray) -> np.ndarray:
    """요일의 원-핫 7칸과 어제의 값을 잇는다.

    `(rows, 14)`를 받아 `(rows, 8)`을 돌려준다.
    """
    weekday = np.eye(WEEK)[
        (np.arange(len(past)) + WINDOW) % WEEK
    ]
    return np.column_stack([weekday, past[:, -1]])


# --8<-- [end:weekday]


# --8<-- [start:network]
def build_network() -> keras.Model:
    """지난 14일로 이튿날을 답하는 신경망을 만든다."""
    model = keras.Sequential(
        [
            keras.Input(shape=(WINDOW,)),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(keras.optimizers.Adam(0.005), loss="mse")
    return model


# --8<-- [end:network]


@functools.cache
def compiled() -> tuple[keras.Model, list[np.ndarray]]:
    """신경망을 한 번 컴파일하고, 훈련하기 전의 옵티마이저의 상태와 함께 돌려준다."""
    model = build_network()
    model.optimizer.build(model.trainable_variables)
    state = [
        keras.ops.convert_to_numpy(x)
        for x in model.optimizer.variables
    ]
    return model, state


def network_forecast(
    past: np.ndarray,
    target: np.ndarray,
    train: slice,
    test: slice,
    seed: int,
    epochs: int = 25,
) -> np.ndarray:
    """훈련 구간으로만 배운 신경망이 테스트 구간을 예측한 값을 돌려준다."""
    keras.utils.set_random_seed(seed)
    model, state = compiled()
    model.set_weights(
        keras.models.clone_model(model).get_weights()
    )
    for variable, value in zip(
        model.optimizer.variables, state, strict=True
    ):
        variable.assign(value)
    mean, spread = target[train].mean(), target[train].std()
    inputs, scaled = (
        (past - mean) / spread,
        (target - mean) / spread,
    )
    model.fit(
        inputs[train],
        scaled[train],
        epochs=epochs,
        batch_size=16,
        verbose=0,
    )
    return (
        model.predict(inputs[test], verbose=0)[:, 0]
        * spread
        + mean
    )


@functools.cache
def forecasts(
    seed: int,
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """시계열 하나에서 테스트 구간의 참값과, 예측하는 법마다의 예측을 구한다."""
    past, target = make_windows(make_series(seed=seed))
    train, test = split_in_time(len(target))
    linear = LinearRegression().fit(
        past[train], target[train]
    )
    known = weekday_and_yesterday(past)
    informed = LinearRegression().fit(
        known[train], target[train]
    )
    return target[test], {
        "훈련 구간의 평균": np.full(
            len(target[test]), target[train].mean()
        ),
        "어제의 값": past[test, -1],
        "지난주 같은 요일": past[test, -WEEK],
        "선형 회귀(지난 14일)": linear.predict(past[test]),
        "선형 회귀(요일과 어제)": informed.predict(
            known[test]
        ),
        "신경망": network_forecast(
            past, target, train, test, seed
        ),
    }


@functools.cache
def mean_errors() -> dict[str, np.ndarray]:
    """예측하는 법마다 시계열별 평균 절댓값 오차 `(시드,)`를 구한다."""
    found: dict[str, list[float]] = {}
    for seed in SEEDS:
        truth, predicted = forecasts(seed)
        for name, values in predicted.items():
            found.setdefault(name, []).append(
                float(np.abs(values - truth).mean())
            )
    return {
        name: np.array(values)
        for name, values in found.items()
    }


# --8<-- [start:gap]
def paired_gap(
    better: str, worse: str
) -> tuple[float, float, float]:
    """`worse`의 오차가 큰 만큼의 평균과 95% 신뢰 구간."""
    gaps = mean_errors()[worse] - mean_errors()[better]
    interval = ttest_1samp(gaps, 0).confidence_interval(
        0.95
    )
    return (
        float(gaps.mean()),
        float(interval.low),
        float(interval.high),
    )


# --8<-- [end:gap]


def lowest_error() -> float:
    """만든 규칙을 다 알아도 남는 평균 절댓값 오차. 정규 잡음이면 σ√(2/π)다."""
    return NOISE * float(np.sqrt(2 / np.pi))


def draw() -> Figure:
    """첫 시계열에서 테스트 구간의 마지막 3주와 두 예측을 그린다."""
    truth, predicted = forecasts(0)
    days = np.arange(1, 22)
    figure, axes = plt.subplots()
    axes.plot(
        days, truth[-21:], color="#111111", label="참값"
    )
    for name, color, style, marker in (
        ("지난주 같은 요일", "C1", ":", "^"),
        ("신경망", "C0", "--", "o"),
    ):
        values = predicted[name][-21:]
        axes.plot(
            days,
            values,
            color=color,
            linestyle=style,
            marker=marker,
            ms=4,
            label=name,
        )
    axes.legend(
        loc="lower center",
        ncols=3,
        bbox_to_anchor=(0.5, 0.97),
    )
    figure.subplots_adjust(top=0.88)
    axes.set(
        xlabel="날",
        ylabel="값",
        xlim=(1, 21),
        ylim=(8.5, 17.5),
    )
    axes.set_xticks([1, 7, 14, 21])
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    errors = mean_errors()
    return (
        "시계열 하나에서 테스트 구간 마지막 3주의 참값과 두 예측. 셋 다 주마다 "
        f"되풀이된다. 시계열 {len(SEEDS)}개에서 평균 절댓값 오차는 신경망이 "
        f"{errors['신경망'].mean():.2f}, "
        f"지난주 같은 요일이 {errors['지난주 같은 요일'].mean():.2f}이다."
    )


def main() -> None:
    """예측하는 법마다 평균 절댓값 오차와, 짝지은 차이를 출력한다."""
    errors = mean_errors()
    print(f"시계열 {len(SEEDS)}개, 평균 절댓값 오차의 평균")
    for name, values in errors.items():
        print(f"  {name}: {values.mean():.2f}")
    print(f"  규칙을 다 알 때: {lowest_error():.2f}")
    print("같은 시계열에서 신경망의 오차를 뺀 차이")
    for other in list(errors)[2:5]:
        mean, low, high = paired_gap("신경망", other)
        print(
            f"  {other}: {mean:.2f} (95% 구간 {low:.2f}부터 {high:.2f})"
        )


if __name__ == "__main__":
    main()
