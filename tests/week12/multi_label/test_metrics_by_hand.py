import numpy as np
import pytest

from snippets.week12.multi_label.metrics_by_hand import (
    PREDICTED,
    TRUTH,
    by_hand,
    by_sklearn,
    f1,
    hamming_loss,
    jaccard,
    subset_accuracy,
)


def test_small_example_counted_by_hand() -> None:
    assert by_hand(TRUTH, PREDICTED) == pytest.approx(
        {
            "해밍 손실": 4 / 12,
            "부분집합 정확도": 1 / 4,
            "자카드 점수": (1 + 1 / 2 + 1 / 2 + 1 / 3) / 4,
            "마이크로 F1": 8 / 12,
            "매크로 F1": (1 + 2 / 4 + 0) / 3,
        }
    )


@pytest.mark.parametrize("rate", [0.05, 0.3, 0.9])
def test_every_score_equals_scikit_learn(rate: float) -> None:
    random = np.random.default_rng(0)
    truth = (random.random((200, 4)) < rate).astype(int)
    predicted = (random.random((200, 4)) < rate).astype(int)
    ours = by_hand(truth, predicted)
    assert ours == pytest.approx(by_sklearn(truth, predicted))
    assert len(ours) == 5


def test_example_differs_from_each_other_score() -> None:
    assert len({round(score, 3) for score in by_hand(TRUTH, PREDICTED).values()}) == 5


def test_two_empty_rows_agree_but_hold_no_f1() -> None:
    empty = np.zeros((3, 2), dtype=int)
    assert jaccard(empty, empty) == 1
    assert hamming_loss(empty, empty) == 0
    assert subset_accuracy(empty, empty) == 1
    assert f1(empty, empty, "micro") == 0
    assert f1(empty, empty, "macro") == 0
    assert by_hand(empty, empty) == by_sklearn(empty, empty)


def test_finding_nothing_scores_nothing() -> None:
    truth = np.array([[1, 0], [0, 1]])
    scores = by_hand(truth, np.zeros_like(truth))
    assert scores == by_sklearn(truth, np.zeros_like(truth))
    assert scores["자카드 점수"] == 0
    assert scores["마이크로 F1"] == 0


def test_micro_follows_the_common_label_and_macro_counts_labels_alike() -> None:
    truth = np.column_stack([np.ones(100, dtype=int), np.eye(1, 100, dtype=int)[0]])
    predicted = np.column_stack([np.ones(100, dtype=int), np.zeros(100, dtype=int)])
    assert f1(truth, predicted, "micro") > 0.99
    assert f1(truth, predicted, "macro") == pytest.approx(0.5)
