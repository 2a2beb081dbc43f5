"""작은 표에서 로지스틱 회귀, 트리, 케라스 신경망을 같은 다섯 겹으로 견준다.

데이터는 scikit-learn에 든 유방암 진단 표(569행, 특성 30개)다.
"""

import functools

import keras
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from sklearn.datasets import load_breast_cancer
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


# --8<-- [start:network]
class Network:
    """scikit-learn의 모델처럼 `fit`과 `score`를 갖춘 케라스 신경망."""

    def fit(self, x: np.ndarray, y: np.ndarray) -> "Network":
        """특성 `(rows, features)`와 0이나 1인 정답 `(rows,)`로 훈련한다."""
        keras.utils.set_random_seed(12)
        self.scaler = StandardScaler().fit(x)
        self.model = keras.Sequential(
            [
                keras.Input(shape=(x.shape[1],)),
                keras.layers.Dense(16, activation="relu"),
                keras.layers.Dense(1, activation="sigmoid"),
            ]
        )
        self.model.compile(keras.optimizers.Adam(0.005), "binary_crossentropy")
        inputs = self.scaler.transform(x)
        self.model.fit(inputs, y, epochs=20, batch_size=64, verbose=0)
        return self

    def score(self, x: np.ndarray, y: np.ndarray) -> float:
        """정확도(0에서 1)를 잰다."""
        chances = self.model.predict(self.scaler.transform(x), verbose=0)[:, 0]
        return float(((chances > 0.5) == y).mean())


# --8<-- [end:network]


# --8<-- [start:folds]
@functools.cache
def fold_scores() -> dict[str, np.ndarray]:
    """모델마다 같은 다섯 겹의 시험 정확도 `(5,)`를 잰다. 튜닝은 하지 않는다."""
    x, y = load_breast_cancer(return_X_y=True)
    models = {
        "가장 흔한 답": DummyClassifier(),
        "로지스틱 회귀": make_pipeline(StandardScaler(), LogisticRegression()),
        "그레이디언트 부스팅": HistGradientBoostingClassifier(random_state=0),
        "케라스 신경망": Network(),
    }
    folds = list(StratifiedKFold(5, shuffle=True, random_state=0).split(x, y))
    return {
        name: np.array([model.fit(x[a], y[a]).score(x[b], y[b]) for a, b in folds])
        for name, model in models.items()
    }


# --8<-- [end:folds]


# --8<-- [start:gap]
def paired_gap(name: str, baseline: str = "로지스틱 회귀") -> tuple[float, float]:
    """같은 겹끼리 뺀 정확도의 평균과 표준편차를 구한다."""
    gaps = fold_scores()[name] - fold_scores()[baseline]
    return float(gaps.mean()), float(gaps.std(ddof=1))


# --8<-- [end:gap]


def draw() -> Figure:
    """가장 흔한 답을 뺀 세 모델의 겹마다의 정확도를 점으로 그린다."""
    rows = list(fold_scores().items())[1:]
    figure, axes = plt.subplots(figsize=(4.8, 2.6))
    figure.subplots_adjust(left=0.38, bottom=0.22)
    for place, (_, scores) in enumerate(rows):
        axes.scatter(scores, [place] * 5, s=36, color=f"C{place}", alpha=0.7)
        axes.plot([scores.mean()] * 2, [place - 0.25, place + 0.25], color="#111111")
    axes.set_yticks(range(3), [name for name, _ in rows])
    axes.set(xlabel="시험 정확도", xlim=(0.94, 1.005), ylim=(2.6, -0.6))
    axes.grid(visible=False, axis="y")
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    rows = list(fold_scores().items())[1:]
    means = ", ".join(f"{name} {scores.mean():.2f}" for name, scores in rows)
    return f"다섯 겹의 시험 정확도. 평균은 {means}이고, 겹마다의 점은 서로 겹친다."


def main() -> None:
    """모델마다 다섯 겹의 평균과 표준편차, 로지스틱 회귀와의 차이를 출력한다."""
    for name, scores in fold_scores().items():
        print(f"{name}: {scores.mean():.3f} ± {scores.std(ddof=1):.3f}")
    print("같은 겹에서 로지스틱 회귀를 뺀 차이")
    for name in ("그레이디언트 부스팅", "케라스 신경망"):
        gap, spread = paired_gap(name)
        print(f"  {name}: {gap:.2f} ± {spread:.2f}")


if __name__ == "__main__":
    main()
