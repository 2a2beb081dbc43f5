"""어느 숫자를 어느 숫자로 잘못 읽는지 혼동 행렬로 보고, 나누기를 바꿔 확인한다."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from sklearn import metrics
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

SEEDS = range(20)


# --8<-- [start:predict]
@cache
def predict(
    seed: int | None = 0, train_size: int = 300
) -> tuple[np.ndarray, np.ndarray]:
    """외운 것 가운데 가장 닮은 이미지의 숫자로 읽는다.

    픽셀이 정수라 거리의 제곱도 정수다. 그래서 어느 컴퓨터에서나 결과가 같다.

    Args:
        seed: 섞을 시드. None이면 섞지 않고 앞에서부터 외운다.
        train_size: 외울 이미지의 수.

    Returns:
        정답과 예측 `(1797 - train_size,)`.
    """
    images, labels = load_digits(return_X_y=True)
    train_x, test_x, train_y, test_y = train_test_split(
        images,
        labels,
        train_size=train_size,
        shuffle=seed is not None,
        random_state=seed,
    )
    model = KNeighborsClassifier(
        n_neighbors=1, algorithm="brute"
    )
    return test_y, model.fit(train_x, train_y).predict(
        test_x
    )


# --8<-- [end:predict]


# --8<-- [start:confusions]
def worst_confusions(
    matrix: np.ndarray, top: int = 3
) -> list[tuple[int, int, int]]:
    """많이 틀린 차례로 (정답, 예측, 횟수)를 고른다.

    맞힌 칸은 뺀다.

    Args:
        matrix: 행이 정답, 열이 예측인 혼동 행렬 `(classes, classes)`.
        top: 고를 개수.
    """
    errors = matrix - np.diag(np.diag(matrix))
    order = np.argsort(-errors, axis=None, kind="stable")[
        :top
    ]
    cells = zip(
        *np.unravel_index(order, errors.shape), strict=True
    )
    return [
        (int(true), int(guess), int(errors[true, guess]))
        for true, guess in cells
    ]


# --8<-- [end:confusions]


# --8<-- [start:recalls]
def recalls(seed: int | None) -> np.ndarray:
    """숫자마다의 재현율 `(10,)`를 구한다.

    그 숫자인 이미지 가운데 맞게 읽은 비율이다.
    """
    return metrics.recall_score(
        *predict(seed), average=None
    )


def mean_recalls() -> np.ndarray:
    """무작위로 나눈 `SEEDS`에서 평균한 재현율 `(10,)`."""
    return np.mean(
        [recalls(seed) for seed in SEEDS], axis=0
    )


# --8<-- [end:recalls]


def draw() -> Figure:
    """혼동 행렬을 그린다. 맞힌 칸은 파랑, 틀린 칸은 주황이다."""
    matrix = metrics.confusion_matrix(*predict())
    figure, axes = plt.subplots(figsize=(4.8, 4.4))
    for true, guess in np.argwhere(matrix):
        count = matrix[true, guess]
        color = "C0" if true == guess else "C1"
        top = matrix.max() if true == guess else 10
        cell = Rectangle(
            (guess - 0.5, true - 0.5), 1, 1, color=color
        )
        cell.set_alpha(0.45 * min(1, count / top))
        axes.add_patch(cell)
        axes.text(
            guess,
            true,
            count,
            ha="center",
            va="center",
        )
    axes.set(
        xlabel="예측",
        ylabel="정답",
        xlim=(-0.5, 9.5),
        ylim=(9.5, -0.5),
    )
    axes.set(xticks=range(10), yticks=range(10))
    axes.grid(False)
    return figure


def describe() -> str:
    """그림이 보여 주는 것을 글로 옮긴다."""
    matrix = metrics.confusion_matrix(*predict())
    (true, guess, count), *_ = worst_confusions(matrix)
    return (
        f"손글씨 숫자의 혼동 행렬. 이미지 {matrix.sum():,}장 가운데 "
        f"{np.trace(matrix):,}장이 대각선에 있고, 가장 잦은 잘못은 정답이 "
        f"{true}, 예측이 {guess}인 {count}번이다."
    )


def main() -> None:
    """한 나누기의 잦은 잘못과, 여러 나누기의 재현율을 출력한다."""
    answers, guesses = predict()
    matrix = metrics.confusion_matrix(answers, guesses)
    print(
        f"테스트 이미지 {len(answers):,}장, 한 번 나누었을 때"
    )
    for true, guess, count in worst_confusions(matrix):
        print(f"  정답 {true} → 예측 {guess}: {count}번")
    means = mean_recalls()
    scores = [
        metrics.accuracy_score(*predict(seed))
        for seed in SEEDS
    ]
    print(
        f"무작위로 {len(SEEDS)}번 나누었을 때, 정확도의 평균 {np.mean(scores):.2f}"
    )
    print(
        f"  재현율의 평균, 숫자 1은 {means[1]:.2f}, 숫자 8은 {means[8]:.2f}"
    )
    ordered = recalls(None)
    print("섞지 않고 나누었을 때")
    print(
        f"  재현율, 숫자 1은 {ordered[1]:.2f}, 숫자 8은 {ordered[8]:.2f}"
    )


if __name__ == "__main__":
    main()
