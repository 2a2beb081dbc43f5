import matplotlib as mpl
import numpy as np
import pytest
from sklearn.datasets import load_digits
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import train_test_split

from snippets.week12.experiment_tracking.confusion_matrix import (
    SEEDS,
    describe,
    draw,
    mean_recalls,
    predict,
    recalls,
    worst_confusions,
)


def test_guess_is_the_label_of_the_nearest_image() -> None:
    images, labels = load_digits(return_X_y=True)
    train_x, test_x, train_y, test_y = train_test_split(
        images, labels, train_size=300, random_state=0
    )
    answers, guesses = predict()
    assert len(answers) == len(guesses) == 1497
    assert (answers == test_y).all()
    for index in (0, 700, 1496):
        distances = ((test_x[index] - train_x) ** 2).sum(axis=1)
        assert guesses[index] == train_y[distances.argmin()]


def test_without_a_seed_the_first_images_are_learned() -> None:
    _, labels = load_digits(return_X_y=True)
    assert (predict(None)[0] == labels[300:]).all()


def test_more_images_make_fewer_errors() -> None:
    few, many = predict(0, 100), predict(0, 900)
    assert len(few[0]) == 1697
    assert (few[0] == few[1]).mean() < 0.95 < (many[0] == many[1]).mean()


def test_worst_cells_by_hand() -> None:
    matrix = np.array([[9, 2, 0], [5, 9, 2], [0, 7, 9]])
    assert worst_confusions(matrix) == [(2, 1, 7), (1, 0, 5), (0, 1, 2)]
    assert worst_confusions(matrix, top=1) == [(2, 1, 7)]
    assert matrix[0, 0] == 9


def test_recall_is_the_share_of_a_digit_that_is_read_right() -> None:
    answers, guesses = predict(3)
    expected = [(guesses[answers == digit] == digit).mean() for digit in range(10)]
    assert recalls(3) == pytest.approx(expected)


def test_weak_digit_depends_on_how_the_data_is_split() -> None:
    ordered = recalls(None)
    assert ordered.argmin() == 1
    assert ordered[1] < 0.7 < 0.8 < ordered[8]
    assert len(SEEDS) == 20
    every = np.array([recalls(seed) for seed in SEEDS])
    assert mean_recalls() == pytest.approx(every.mean(axis=0))
    # 나누기마다 짝지어, 1이 8보다 높은 만큼의 95% 구간이다.
    gaps = every[:, 1] - every[:, 8]
    assert gaps.mean() - 2.093 * gaps.std(ddof=1) / np.sqrt(20) > 0.03
    assert mean_recalls()[1] > 0.9


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
        top = matrix.max() if guess == true else 10
        assert patch.get_alpha() == pytest.approx(0.45 * min(1, count / top))
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("예측", "정답")
    assert axes.get_ylim() == (9.5, -0.5)
    true, guess, count = worst_confusions(matrix)[0]
    assert f"{np.trace(matrix):,}장이 대각선에" in describe()
    assert describe().endswith(f"정답이 {true}, 예측이 {guess}인 {count}번이다.")
