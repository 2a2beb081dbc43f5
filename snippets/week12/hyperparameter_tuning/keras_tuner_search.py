"""KerasTuner의 BayesianOptimization으로 케라스 모델의 학습률을 찾는다."""

import tempfile
import warnings
from functools import cache

import keras
import keras_tuner
import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def make_model(rate: float) -> keras.Model:
    """손글씨 숫자를 가르는 신경망을 만들고, 학습률이 `rate`인 SGD에 맡긴다."""
    model = keras.Sequential(
        [
            keras.Input((64,)),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(10),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.SGD(rate),
        loss=keras.losses.SparseCategoricalCrossentropy(
            from_logits=True
        ),
        metrics=["accuracy"],
    )
    return model


# --8<-- [start:build]
def build(hp: keras_tuner.HyperParameters) -> keras.Model:
    """시도할 모델을 만든다. `hp`가 값을 정해 준다."""
    rate = hp.Float(
        "learning_rate", 1e-2, 1.0, sampling="log"
    )
    return make_model(rate)


# --8<-- [end:build]


# --8<-- [start:search]
def make_tuner(
    directory: str,
) -> keras_tuner.BayesianOptimization:
    """세 번은 랜덤, 한 번은 가우시안 프로세스로 고른다."""
    return keras_tuner.BayesianOptimization(
        build,
        objective="val_accuracy",
        max_trials=4,
        num_initial_points=3,
        seed=1,  # 0이면 안 준 것으로 여긴다
        directory=directory,  # 값과 가중치를 적는다
        project_name="digits",
        overwrite=True,  # 옛 기록을 이어받지 않는다
    )


# --8<-- [end:search]


@cache
def run() -> tuple[np.ndarray, float, str]:
    """튜너를 돌린다.

    Returns:
        시도별 검증 정확도 `(4,)`, UCB의 beta, 가우시안 프로세스의 커널.
    """
    keras.utils.set_random_seed(0)
    data = load_digits()
    train_x, val_x, train_y, val_y = train_test_split(
        data.data / 16,
        data.target,
        test_size=0.3,
        random_state=0,
    )
    with (
        tempfile.TemporaryDirectory() as directory,
        warnings.catch_warnings(),
    ):
        # 튜너가 옛 이름의 함수를 쓰고, 시도가 적어 커널의 길이를 정하지 못한다.
        warnings.filterwarnings(
            "ignore",
            message=r"(currentThread|getName)\(\) is",
        )
        warnings.filterwarnings(
            "ignore", message="The optimal value found for"
        )
        warnings.filterwarnings(
            "ignore", message="lbfgs failed to converge"
        )
        tuner = make_tuner(directory)
        tuner.search(
            *(train_x, train_y),
            validation_data=(val_x, val_y),
            epochs=3,
            batch_size=32,
            verbose=0,
        )
        trials = tuner.oracle.trials.values()
        scores = np.array([trial.score for trial in trials])
        return (
            scores,
            tuner.oracle.beta,
            str(tuner.oracle.gpr.kernel),
        )


def main() -> None:
    """튜너의 설정과 찾은 것을 출력한다."""
    scores, beta, kernel = run()
    print(f"대리 모델의 커널(맞추기 전): {kernel}")
    print(f"획득 함수: UCB, beta {beta}")
    print(f"랜덤 세 번 가운데 최고: {scores[:3].max():.2f}")
    print(
        f"베이지안 최적화가 고른 네 번째: {scores[3]:.2f}"
    )


if __name__ == "__main__":
    main()
