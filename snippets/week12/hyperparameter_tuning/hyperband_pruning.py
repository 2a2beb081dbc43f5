"""하이퍼밴드가 나누는 묶음을 계산하고, Optuna의 가지치기로 아낀 에포크를 잰다.

묶음의 식은 Li 외(2018)의 알고리즘 1이다.
"""

from functools import cache

import numpy as np
import optuna
from scipy.stats import ttest_1samp
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

EPOCHS = 9
TRIALS = 15
SEEDS = range(10)


# --8<-- [start:brackets]
def brackets(
    most: int, factor: int = 3
) -> list[list[tuple[int, int]]]:
    """묶음마다 (남은 설정의 수, 에포크)를 차례로 구한다.

    에포크는 그때까지 훈련한 것을 더한 것이고, 설정의 수는 올림한다.
    앞 묶음은 많은 설정을 짧게, 뒤 묶음은 적은 설정을 길게 시도한다.

    Args:
        most: 설정 하나에 쓸 수 있는 가장 많은 에포크.
        factor: 한 번에 줄이는 비율.
    """
    largest = 0
    while factor ** (largest + 1) <= most:
        largest += 1
    table = []
    for s in range(largest, -1, -1):
        count = -(-(largest + 1) * factor**s // (s + 1))
        table.append(
            [
                (
                    count // factor**i,
                    most // factor ** (s - i),
                )
                for i in range(s + 1)
            ]
        )
    return table


# --8<-- [end:brackets]


@cache
def learning_curve(rate: float, seed: int) -> list[float]:
    """학습률이 `rate`인 신경망의 에포크별 검증 정확도. 데이터는 시드마다 나눈다."""
    x, y = load_digits(return_X_y=True)
    train_x, val_x, train_y, val_y = train_test_split(
        x / 16,
        y,
        train_size=150,
        test_size=300,
        random_state=seed,
    )
    network = MLPClassifier(
        (16,),
        solver="sgd",
        learning_rate_init=rate,
        batch_size=30,
        random_state=seed,
    )
    curve = []
    for _ in range(EPOCHS):
        network.partial_fit(
            train_x, train_y, classes=np.arange(10)
        )
        curve.append(float(network.score(val_x, val_y)))
    return curve


# --8<-- [start:pruning]
def objective(trial: optuna.Trial, seed: int) -> float:
    """에포크마다 알리고, 가지치기하라면 멈춘다."""
    rate = trial.suggest_float(
        "learning_rate", 1e-4, 10, log=True
    )
    curve = learning_curve(rate, seed)
    for epoch, accuracy in enumerate(curve, start=1):
        trial.report(accuracy, epoch)
        if epoch < EPOCHS and trial.should_prune():
            raise optuna.TrialPruned
    return accuracy


# --8<-- [end:pruning]


# --8<-- [start:study]
@cache
def search(seed: int, prune: bool) -> optuna.Study:
    """설정 `TRIALS`개를 가지치기하며 훈련한다.

    `prune`이 거짓이면 같은 설정을 모두 끝까지 훈련한다.
    """
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    hyperband = optuna.pruners.HyperbandPruner(
        min_resource=1, max_resource=EPOCHS
    )
    study = optuna.create_study(
        study_name=f"digits{seed}",  # 묶음을 정하는 이름
        direction="maximize",
        sampler=optuna.samplers.RandomSampler(seed=seed),
        pruner=hyperband
        if prune
        else optuna.pruners.NopPruner(),
    )
    study.optimize(
        lambda trial: objective(trial, seed),
        n_trials=TRIALS,
    )
    return study


# --8<-- [end:study]


def epochs_used(study: optuna.Study) -> int:
    """모든 시도가 쓴 에포크를 더한다."""
    return sum(
        len(trial.intermediate_values)
        for trial in study.trials
    )


def saved() -> tuple[np.ndarray, np.ndarray]:
    """가지치기가 쓴 에포크의 비율과, 잃은 정확도를 시드마다 잰다. 각각 `(시드,)`."""
    both = [
        (
            search(seed, prune=True),
            search(seed, prune=False),
        )
        for seed in SEEDS
    ]
    share = [
        epochs_used(pruned) / epochs_used(full)
        for pruned, full in both
    ]
    lost = [
        full.best_value - pruned.best_value
        for pruned, full in both
    ]
    return np.array(share), np.array(lost)


def main() -> None:
    """묶음의 표와, 가지치기로 아낀 에포크와 잃은 정확도를 출력한다."""
    for number, rounds in enumerate(
        brackets(EPOCHS), start=1
    ):
        steps = " → ".join(
            f"{count}개×{epochs}"
            for count, epochs in rounds
        )
        print(f"묶음 {number}: {steps}")
    share, lost = saved()
    low, high = ttest_1samp(share, 0).confidence_interval(
        0.95
    )
    print(f"설정 {TRIALS}개, 시드 {len(SEEDS)}개의 평균")
    print(
        f"가지치기가 쓴 에포크의 비율: {share.mean():.2f}"
    )
    print(f"  95% 구간 {low:.2f}부터 {high:.2f}")
    print(
        f"잃은 검증 정확도: {lost.mean():.2f}, 가장 클 때 {lost.max():.2f}"
    )


if __name__ == "__main__":
    main()
