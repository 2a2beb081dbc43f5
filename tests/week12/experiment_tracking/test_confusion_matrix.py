import matplotlib as mpl
import numpy as np
import pytest
from sklearn.datasets import load_digits
from sklearn.metrics import confusion_matrix

from snippets.week12.experiment_tracking.confusion_matrix import (
    describe,
    draw,
    predict,
    worst_confusions,
)


def test_guess_is_the_label_of_the_nearest_image() -> None:
    images, labels = load_digits(return_X_y=True)
    answers, guesses = predict()
    assert len(answers) == len(guesses) == 1497
    assert (answers == labels[300:]).all()
    for index in (0, 700, 1496):
        distances = ((images[300 + index] - images[:300]) ** 2).sum(axis=1)
        assert guesses[index] == labels[distances.argmin()]


def test_no_two_nearest_images_disagree() -> None:
    # 거리가 같은 그림의 숫자가 다르면 컴퓨터마다 결과가 갈릴 수 있다.
    images, labels = load_digits(return_X_y=True)
    for image in images[300:]:
        distances = ((image - images[:300]) ** 2).sum(axis=1)
        assert len(set(labels[:300][distances == distances.min()])) == 1


def test_more_images_make_fewer_errors() -> None:
    few, many = predict(100), predict(900)
    assert len(few[0]) == 1697
    assert (few[0] == few[1]).mean() < 0.9 < 0.95 < (many[0] == many[1]).mean()


def test_worst_cells_by_hand() -> None:
    matrix = np.array([[9, 2, 0], [5, 9, 2], [0, 7, 9]])
    assert worst_confusions(matrix) == [(2, 1, 7), (1, 0, 5), (0, 1, 2)]
    assert worst_confusions(matrix, top=1) == [(2, 1, 7)]
    assert matrix[0, 0] == 9


def test_one_is_the_hardest_digit_although_most_are_right() -> None:
    answers, guesses = predict()
    matrix = confusion_matrix(answers, guesses)
    assert (answers == guesses).mean() == pytest.approx(0.88, abs=0.005)
    recalls = matrix.diagonal() / matrix.sum(axis=1)
    assert recalls.argmin() == 1
    assert recalls.min() < 0.7 < 0.9 < np.median(recalls)
    assert worst_confusions(matrix)[0] == (1, 8, 20)


def test_figure_writes_every_cell_that_is_not_empty() -> None:
    matrix = confusion_matrix(*predict())
    (axes,) = draw().axes
    cells = {text.get_position(): int(text.get_text()) for text in axes.texts}
    expected = {
        (guess, true): matrix[true, guess] for true, guess in np.argwhere(matrix)
    }
    assert cells == expected
    assert len(axes.patches) == len(cells)
    for patch in axes.patches:
        guess, true = patch.get_x() + 0.5, patch.get_y() + 0.5
        color = "C0" if guess == true else "C1"
        assert patch.get_facecolor()[:3] == mpl.colors.to_rgb(color)
        count = cells[guess, true]
        top = matrix.max() if guess == true else 20
        assert patch.get_alpha() == pytest.approx(0.45 * count / top)
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("예측", "정답")
    assert axes.get_ylim() == (9.5, -0.5)
    assert "1,323장이 대각선에" in describe()
    assert describe().endswith("정답이 1, 예측이 8인 20번이다.")
