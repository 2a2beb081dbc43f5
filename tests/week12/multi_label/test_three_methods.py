import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier

from snippets.week12.multi_label.three_methods import (
    METHODS,
    SEEDS,
    digit_properties,
    made_data,
    predict,
    scores,
)


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
    assert x.shape == (1000, 20)
    assert y.shape == (1000, 5)
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


def test_scores_are_kept_by_method_and_seed() -> None:
    assert list(SEEDS) == [0, 1, 2, 3, 4]
    assert list(scores()) == ["숫자의 성질", "만든 데이터"]
    for table in scores().values():
        assert table.shape == (3, 5, 2)
        # 틀린 행에는 틀린 칸이 하나부터 모두까지 있다.
        wrong_rows = 1 - table[..., 1]
        assert (table[..., 0] <= wrong_rows).all()
        assert (table[..., 0] >= wrong_rows / 5).all()


def test_powerset_wins_both_scores_where_a_subset_is_a_digit_group() -> None:
    relevance, chain, powerset = scores()["숫자의 성질"]
    assert (powerset[:, 0] < np.minimum(relevance, chain)[:, 0] / 1.5).all()
    assert (powerset[:, 1] > np.maximum(relevance, chain)[:, 1] + 0.1).all()


def test_a_nonlinear_base_closes_the_gap_on_digits() -> None:
    x, y = digit_properties()
    right = [
        (predict(m, KNeighborsClassifier(), x[:900], y[:900], x[900:]) == y[900:])
        .all(axis=1)
        .mean()
        for m in (METHODS[0], METHODS[2])
    ]
    assert min(right) > 0.9
    assert abs(right[0] - right[1]) < 0.03


def test_made_data_gives_subsets_to_the_powerset_but_cells_to_no_one() -> None:
    medians = np.median(scores()["만든 데이터"], axis=1)
    assert medians[0, 1] < medians[1, 1] < medians[2, 1]
    assert np.ptp(medians[:, 0]) < 0.03
