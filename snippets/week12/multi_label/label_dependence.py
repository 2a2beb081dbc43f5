"""레이블의 관계가 알려진 데이터에서 방법마다 이기는 손실이 다름을 보인다.

Dembczyński 외(2012)처럼 해밍 손실과 부분집합 정확도를 나눠 본다.
"""

from itertools import product

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.multioutput import (
    ClassifierChain,
    MultiOutputClassifier,
)

# --8<-- [start:joint]
JOINT = {(0, 0): 0.4, (1, 0): 0.3, (1, 1): 0.3}
# --8<-- [end:joint]


# --8<-- [start:expected]
def expected_scores(
    joint: dict[tuple[int, int], float],
    answer: tuple[int, int],
) -> tuple[float, float]:
    """늘 같은 답을 낼 때의 점수를 확률로 셈한다.

    Args:
        joint: 레이블 조합마다의 확률.
        answer: 언제나 낼 답.

    Returns:
        기대 해밍 손실과 기대 부분집합 정확도.
    """
    hamming = sum(
        p
        * np.mean(
            [
                y != a
                for y, a in zip(labels, answer, strict=True)
            ]
        )
        for labels, p in joint.items()
    )
    return float(hamming), joint.get(answer, 0.0)


# --8<-- [end:expected]


# --8<-- [start:data]
def make_noise_data(
    rows: int, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """레이블은 `JOINT`대로, 특성은 잡음으로 만든다.

    Args:
        rows: 표본의 수. 10의 배수.
        seed: 난수의 시드.

    Returns:
        특성 `(rows, 2)`와 레이블 `(rows, 2)`.
    """
    random = np.random.default_rng(seed)
    counts = [round(rows * p) for p in JOINT.values()]
    labels = np.repeat(list(JOINT), counts, axis=0)
    return random.normal(
        size=(rows, 2)
    ), random.permutation(labels)


# --8<-- [end:data]


# --8<-- [start:powerset]
class LabelPowerset:
    """레이블 조합 하나를 한 클래스로 보는 분류기."""

    def fit(
        self, features: np.ndarray, labels: np.ndarray
    ) -> "LabelPowerset":
        """조합에 번호를 매겨 그 번호를 맞히게 한다."""
        self.subsets, classes = np.unique(
            labels, axis=0, return_inverse=True
        )
        self.model = LogisticRegression().fit(
            features, classes
        )
        return self

    def predict(self, features: np.ndarray) -> np.ndarray:
        """번호를 다시 레이블 `(rows, labels)`로 푼다."""
        return self.subsets[self.model.predict(features)]


# --8<-- [end:powerset]


def measure(
    rows: int = 10_000,
) -> dict[str, tuple[float, float]]:
    """방법마다 테스트 데이터의 해밍 손실과 부분집합 정확도를 잰다."""
    train, test = (
        make_noise_data(rows, seed=0),
        make_noise_data(rows, seed=1),
    )
    base = LogisticRegression()
    models = {
        "이진 관련성": MultiOutputClassifier(base),
        "체인 1→2": ClassifierChain(base, order=[0, 1]),
        "체인 2→1": ClassifierChain(base, order=[1, 0]),
        "레이블 멱집합": LabelPowerset(),
    }
    scores = {}
    for name, model in models.items():
        predicted = model.fit(*train).predict(test[0])
        wrong = predicted != test[1]
        scores[name] = (
            float(wrong.mean()),
            float((~wrong.any(axis=1)).mean()),
        )
    return scores


def main() -> None:
    """답마다의 기대 점수와 방법마다 잰 점수를 출력한다."""
    print("늘 같은 답을 낼 때의 기대 점수")
    for answer in product((0, 1), repeat=2):
        hamming, subset = expected_scores(JOINT, answer)
        print(
            f"  {answer}: 해밍 손실 {hamming:.2f}, 부분집합 {subset:.2f}"
        )
    print("훈련해서 잰 점수")
    for name, (hamming, subset) in measure().items():
        print(
            f"  {name}: 해밍 손실 {hamming:.2f}, 부분집합 {subset:.2f}"
        )


if __name__ == "__main__":
    main()
