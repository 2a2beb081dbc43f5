import numpy as np
import pytest

from snippets.week12.multi_label.all_negative import make_rare_labels, score


def test_each_label_has_exactly_the_asked_prevalence() -> None:
    truth = make_rare_labels(rows=1000, labels=5, prevalence=0.1)
    assert truth.shape == (1000, 5)
    assert set(np.unique(truth)) == {0, 1}
    assert (truth.sum(axis=0) == 100).all()


def test_labels_are_shuffled_apart_and_repeatable() -> None:
    truth = make_rare_labels(rows=1000, labels=5, prevalence=0.1)
    assert not (truth[:, 0] == truth[:, 1]).all()
    assert not truth[:100].all(axis=None)
    assert (truth == make_rare_labels(1000, 5, 0.1)).all()
    assert not (truth == make_rare_labels(1000, 5, 0.1, seed=1)).all()


def test_finding_nothing_still_scores_high_on_cells_but_zero_on_f1() -> None:
    truth = make_rare_labels(rows=1000, labels=5, prevalence=0.1)
    scores = score(truth, np.zeros_like(truth))
    assert scores["칸 정확도"] == pytest.approx(0.9)
    assert scores["매크로 F1"] == 0
    # 서로 독립인 레이블 다섯 개가 모두 0일 확률은 0.9의 다섯제곱이다.
    assert scores["부분집합 정확도"] == pytest.approx(0.9**5, abs=0.05)


def test_scores_of_a_small_example_by_hand() -> None:
    truth = np.array([[1, 0], [1, 1], [0, 0], [0, 1]])
    predicted = np.array([[1, 0], [1, 0], [0, 0], [1, 1]])
    scores = score(truth, predicted)
    assert scores["칸 정확도"] == pytest.approx(6 / 8)
    assert scores["부분집합 정확도"] == pytest.approx(2 / 4)
    assert scores["매크로 F1"] == pytest.approx((4 / 5 + 2 / 3) / 2)
