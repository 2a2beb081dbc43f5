"""작은 표에서 로지스틱 회귀, 트리, 케라스 신경망을 같은 폴드로 짝지어 비교한다.

데이터는 scikit-learn에 든 유방암 진단 표(569행, 특성 30개)다.
"""

import functools

import keras
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from scipy import stats
from sklearn.datasets import load_breast_cancer
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import RepeatedStratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

SEEDS = range(1)
TEST_TO_TRAIN = 1 / 4
OTHERS = ("그레이디언트 부스팅", "케라스 신경망")


# --8<-- [start:network]
def build_network(features: int) -> keras.Model:
    """특성을 받아 양성일 확률을 내는 신경망을 만든다."""
    model = keras.Sequential(
        [
            keras.Input(shape=(features,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.005), "binary_crossentropy"
    )
    return model


# --8<-- [end:network]


class Network:
    """scikit-learn의 모델처럼 `fit`과 `score`를 갖춘 케라스 신경망.

    한 번 컴파일한 모델을, 훈련할 때마다 새 가중치로 되돌려 다시 쓴다.
    """

    def __init__(self, features: int) -> None:
        """특성의 수에 맞는 모델을 만들고, 훈련하기 전의 상태를 남겨 둔다."""
        self.model = build_network(features)
        optimizer = self.model.optimizer
        optimizer.build(self.model.trainable_variables)
        self.state = [
            keras.ops.convert_to_numpy(x)
            for x in optimizer.variables
        ]

    def fit(
        self, x: np.ndarray, y: np.ndarray
    ) -> "Network":
        """특성 `(rows, features)`와 0이나 1인 정답 `(rows,)`로 처음부터 훈련한다."""
        self.scaler = StandardScaler().fit(x)
        self.model.set_weights(
            keras.models.clone_model(
                self.model
            ).get_weights()
        )
        variables = self.model.optimizer.variables
        for variable, value in zip(
            variables, self.state, strict=True
        ):
            variable.assign(value)
        inputs = self.scaler.transform(x)
        self.model.fit(
            inputs, y, epochs=20, batch_size=64, verbose=0
        )
        return self

    def score(self, x: np.ndarray, y: np.ndarray) -> float:
        """정확도(0에서 1)를 잰다."""
        chances = self.model.predict(
            self.scaler.transform(x), verbose=0
        )[:, 0]
        return float(((chances > 0.5) == y).mean())


def models(features: int) -> dict[str, object]:
    """비교할 모델 넷. 튜닝은 하지 않는다."""
    boosting = HistGradientBoostingClassifier(
        random_state=0
    )
    return {
        "가장 흔한 답": DummyClassifier(),
        "로지스틱 회귀": make_pipeline(
            StandardScaler(), LogisticRegression()
        ),
        "그레이디언트 부스팅": boosting,
        "케라스 신경망": Network(features),
    }


def folds() -> RepeatedStratifiedKFold:
    """5-폴드 교차 검증을 세 번 되풀이하며 나눈다."""
    return RepeatedStratifiedKFold(
        n_splits=5, n_repeats=3, random_state=SEEDS[0]
    )


# --8<-- [start:folds]
@functools.cache
def fold_scores() -> dict[str, np.ndarray]:
    """모델마다 같은 폴드의 테스트 정확도 `(15,)`를 잰다."""
    keras.utils.set_random_seed(12 + SEEDS[0])
    x, y = load_breast_cancer(return_X_y=True)
    scores: dict[str, list[float]] = {}
    for name, model in models(x.shape[1]).items():
        for train, test in folds().split(x, y):
            model.fit(x[train], y[train])
            score = model.score(x[test], y[test])
            scores.setdefault(name, []).append(score)
    return {
        name: np.array(row) for name, row in scores.items()
    }


# --8<-- [end:folds]


# --8<-- [start:gap]
def corrected_interval(
    gaps: np.ndarray,
) -> tuple[float, float]:
    """짝지은 차이 `(폴드,)`의 평균의 95% 신뢰 구간.

    폴드끼리 훈련 데이터를 함께 써서 차이들이 독립이 아니다. Nadeau, Bengio(2003)를
    따라 분산에 (테스트의 크기 / 훈련의 크기)를 더해 넓힌다.
    """
    error = gaps.std(ddof=1) * np.sqrt(
        1 / len(gaps) + TEST_TO_TRAIN
    )
    low, high = stats.t.interval(
        0.95, len(gaps) - 1, gaps.mean(), error
    )
    return float(low), float(high)


def paired_gap(
    name: str, baseline: str = "로지스틱 회귀"
) -> np.ndarray:
    """같은 폴드끼리 뺀 정확도 `(15,)`."""
    return fold_scores()[name] - fold_scores()[baseline]


# --8<-- [end:gap]


def draw() -> Figure:
    """로지스틱 회귀와의 차이를 폴드마다 점으로, 평균과 구간을 선으로 그린다."""
    figure, axes = plt.subplots(figsize=(4.8, 2.4))
    figure.subplots_adjust(left=0.38, bottom=0.24)
    axes.axvline(0, color="#777777", linewidth=1)
    for place, name in enumerate(OTHERS):
        gaps = paired_gap(name)
        spread = place + np.linspace(-0.25, 0.1, len(gaps))
        axes.plot(
            gaps,
            spread,
            "o",
            color=f"C{place}",
            markersize=4,
        )
        axes.plot(
            corrected_interval(gaps),
            [place + 0.3] * 2,
            color=f"C{place}",
        )
        axes.plot(
            gaps.mean(),
            place + 0.3,
            "s",
            color=f"C{place}",
            markersize=6,
        )
    axes.set_yticks(range(2), OTHERS)
    axes.set(
        xlabel="로지스틱 회귀와의 차이", ylim=(1.6, -0.5)
    )
    axes.grid(visible=False, axis="y")
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    ends = ", ".join(
        f"{name} {paired_gap(name).mean():.2f}"
        for name in OTHERS
    )
    return (
        f"같은 폴드에서 로지스틱 회귀를 뺀 테스트 정확도 {folds().get_n_splits()}개와 "
        f"평균의 95% 구간. 평균은 {ends}이다."
    )


def main() -> None:
    """모델마다 정확도의 평균과, 로지스틱 회귀와의 짝지은 차이를 출력한다."""
    print(
        f"5-폴드 교차 검증을 3번, 폴드 {folds().get_n_splits()}개의 평균"
    )
    for name, scores in fold_scores().items():
        print(f"{name}: {scores.mean():.2f}")
    print("같은 폴드에서 로지스틱 회귀를 뺀 차이")
    for name in OTHERS:
        gaps = paired_gap(name)
        low, high = corrected_interval(gaps)
        print(
            f"  {name}: {gaps.mean():.2f} (95% 구간 {low:.2f}부터 {high:.2f})"
        )


if __name__ == "__main__":
    main()
