import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier

from snippets.week12.multi_label.three_methods import (
    BASES,
    METHODS,
    SEEDS,
    SHARED_ROWS,
    digit_properties,
    interval,
    made_data,
    predict,
    scores,
)

DIGITS, MADE = SHARED_ROWS
LINEAR, NEAR = BASES


def test_digit_properties_follow_from_the_digits() -> None:
    x, y = digit_properties()
    assert x.shape == (1797, 64)
    assert (x.min(), x.max()) == (0, 1)
    # 사이킷런의 앞 열 장은 0부터 9까지다.
    assert y[:10].tolist() == [
        [1, 0, 0, 1],
        [0, 0, 0, 0],
        [1, 0, 1, 0],
        [0, 0, 1, 0],
        [1, 0, 0, 0],
        [0, 1, 1, 0],
        [1, 1, 0, 1],
        [0, 1, 1, 0],
        [1, 1, 0, 1],
        [0, 1, 0, 1],
    ]


def test_made_data_has_the_shape_of_the_page() -> None:
    x, y = made_data(0)
    assert x.shape == (600, 20)
    assert y.shape == (600, 5)
    assert not (y == made_data(1)[1]).all()


@pytest.mark.parametrize("method", METHODS)
def test_every_method_remembers_an_easy_case(method: str) -> None:
    x = np.array([[0.0], [1.0], [10.0], [11.0]])
    y = np.array([[0, 1], [0, 1], [1, 0], [1, 0]])
    answer = predict(method, KNeighborsClassifier(1), x, y, np.array([[0.4], [10.6]]))
    assert answer.tolist() == [[0, 1], [1, 0]]
    assert answer.dtype.kind == "i"


def test_only_the_chain_sees_earlier_labels() -> None:
    # 둘째 레이블은 첫째와 같지만 특성과는 무관하다.
    random = np.random.default_rng(0)
    x = random.normal(size=(400, 1))
    y = np.repeat(random.integers(0, 2, size=(400, 1)), 2, axis=1)
    chain = predict(METHODS[1], LogisticRegression(), x, y, x)
    powerset = predict(METHODS[2], LogisticRegression(), x, y, x)
    assert (chain[:, 0] == chain[:, 1]).all()
    assert (powerset[:, 0] == powerset[:, 1]).all()


def test_scores_are_kept_by_data_and_base() -> None:
    assert len(SEEDS) >= 10
    assert list(scores()) == [(data, base) for data in SHARED_ROWS for base in BASES]
    for table in scores().values():
        assert table.shape == (len(SEEDS), len(METHODS), 2)
        # 틀린 행에는 틀린 칸이 하나부터 모두까지 있다.
        wrong_rows = 1 - table[..., 1]
        assert (table[..., 0] <= wrong_rows).all()
        assert (table[..., 0] >= wrong_rows / 5).all()


def test_interval_counts_the_rows_that_splits_share() -> None:
    differences = 2 + np.array([-1.0, 0.0, 1.0])
    # 표준편차 1, t 0.975 분위수 4.303이다.
    half = 4.303 * np.sqrt(1 / 3)
    assert interval(differences, 0) == pytest.approx((2 - half, 2 + half), abs=1e-3)
    half = 4.303 * np.sqrt(1 / 3 + 1)
    assert interval(differences, 1) == pytest.approx((2 - half, 2 + half), abs=1e-3)


def against_relevance(
    data: str, base: str, method: int, metric: int
) -> tuple[float, float]:
    runs = scores()[data, base][..., metric]
    return interval(runs[:, method] - runs[:, 0], SHARED_ROWS[data])


def test_powerset_wins_both_scores_of_a_linear_base_on_digits() -> None:
    assert against_relevance(DIGITS, LINEAR, 2, 0)[1] < -0.03
    assert against_relevance(DIGITS, LINEAR, 2, 1)[0] > 0.1


@pytest.mark.parametrize("metric", [0, 1])
@pytest.mark.parametrize("method", [1, 2])
def test_a_nonlinear_base_leaves_no_gap_on_digits(method: int, metric: int) -> None:
    low, high = against_relevance(DIGITS, NEAR, method, metric)
    assert -0.02 < low <= high < 0.02
    assert scores()[DIGITS, NEAR][..., 1].mean() > 0.95


@pytest.mark.parametrize("base", BASES)
def test_powerset_wins_subsets_but_not_cells_on_made_data(base: str) -> None:
    assert against_relevance(MADE, base, 2, 1)[0] > 0.01
    assert against_relevance(MADE, base, 2, 0)[0] > -0.01


def test_chain_wins_subsets_with_a_linear_base_on_made_data() -> None:
    assert against_relevance(MADE, LINEAR, 1, 1)[0] > 0.01
