"""어느 숫자를 어느 숫자로 잘못 읽는지 혼동 행렬로 본다."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from sklearn import metrics
from sklearn.datasets import load_digits
from sklearn.neighbors import KNeighborsClassifier


# --8<-- [start:predict]
@cache
def predict(train_size: int = 300) -> tuple[np.ndarray, np.ndarray]:
    """앞의 그림 몇 장을 외우고, 나머지는 가장 닮은 그림의 숫자로 읽는다.

    화소가 정수라 거리도 정수다. 그래서 어느 컴퓨터에서나 결과가 같다.

    Returns:
        정답과 예측 `(1797 - train_size,)`.
    """
    images, labels = load_digits(return_X_y=True)
    model = KNeighborsClassifier(n_neighbors=1, algorithm="brute")
    model.fit(images[:train_size], labels[:train_size])
    return labels[train_size:], model.predict(images[train_size:])


# --8<-- [end:predict]


# --8<-- [start:confusions]
def worst_confusions(matrix: np.ndarray, top: int = 3) -> list[tuple[int, int, int]]:
    """많이 틀린 차례로 (정답, 예측, 횟수)를 고른다. 맞힌 칸은 뺀다.

    Args:
        matrix: 줄이 정답, 칸이 예측인 혼동 행렬 `(classes, classes)`.
        top: 고를 개수.
    """
    errors = matrix - np.diag(np.diag(matrix))
    order = np.argsort(-errors, axis=None, kind="stable")[:top]
    cells = zip(*np.unravel_index(order, errors.shape), strict=True)
    return [(int(true), int(guess), int(errors[true, guess])) for true, guess in cells]


# --8<-- [end:confusions]


def draw() -> Figure:
    """혼동 행렬을 그린다. 맞힌 칸은 파랑, 틀린 칸은 주황이다."""
    matrix = metrics.confusion_matrix(*predict())
    figure, axes = plt.subplots(figsize=(4.8, 4.4))
    for true, guess in np.argwhere(matrix):
        count = matrix[true, guess]
        color = "C0" if true == guess else "C1"
        top = matrix.max() if true == guess else 20
        cell = Rectangle((guess - 0.5, true - 0.5), 1, 1, color=color)
        cell.set_alpha(0.45 * count / top)
        axes.add_patch(cell)
        axes.text(guess, true, count, ha="center", va="center", fontsize=9)
    axes.set(xlabel="예측", ylabel="정답", xlim=(-0.5, 9.5), ylim=(9.5, -0.5))
    axes.set(xticks=range(10), yticks=range(10))
    axes.grid(False)
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    matrix = metrics.confusion_matrix(*predict())
    (true, guess, count), *_ = worst_confusions(matrix)
    return (
        f"손글씨 숫자의 혼동 행렬. 그림 {matrix.sum():,}장 가운데 "
        f"{np.trace(matrix):,}장이 대각선에 있고, 가장 잦은 잘못은 정답이 "
        f"{true}, 예측이 {guess}인 {count}번이다."
    )


def main() -> None:
    """정확도와 잦은 잘못을 출력한다."""
    answers, guesses = predict()
    matrix = metrics.confusion_matrix(answers, guesses)
    recalls = np.diag(matrix) / matrix.sum(axis=1)
    print(f"시험 그림 {len(answers):,}장, 정확도 {(answers == guesses).mean():.2f}")
    for true, guess, count in worst_confusions(matrix):
        print(f"정답 {true} → 예측 {guess}: {count}번")
    print(f"재현율이 가장 낮은 숫자 {recalls.argmin()}: {recalls.min():.2f}")


if __name__ == "__main__":
    main()
