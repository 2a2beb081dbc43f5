from itertools import product

import numpy as np
import pytest

from snippets.week12.multi_label.label_dependence import (
    JOINT,
    LabelPowerset,
    expected_scores,
    make_noise_data,
    measure,
)


def test_joint_distribution_is_the_one_of_the_page() -> None:
    assert JOINT == {(0, 0): 0.4, (1, 0): 0.3, (1, 1): 0.3}
    assert sum(JOINT.values()) == pytest.approx(1)


def test_expected_scores_by_hand() -> None:
    assert expected_scores(JOINT, (0, 0)) == pytest.approx(((0.6 + 0.3) / 2, 0.4))
    assert expected_scores(JOINT, (1, 0)) == pytest.approx(((0.4 + 0.3) / 2, 0.3))
    assert expected_scores(JOINT, (0, 1)) == pytest.approx(((0.6 + 0.7) / 2, 0))
    assert expected_scores(JOINT, (1, 1)) == pytest.approx(((0.4 + 0.7) / 2, 0.3))


def test_each_score_has_another_best_answer() -> None:
    answers = list(product((0, 1), repeat=2))
    hamming = min(answers, key=lambda a: expected_scores(JOINT, a)[0])
    subset = max(answers, key=lambda a: expected_scores(JOINT, a)[1])
    assert hamming == (1, 0)
    assert subset == (0, 0)


def test_labels_keep_the_joint_distribution_and_features_tell_nothing() -> None:
    features, labels = make_noise_data(10_000, seed=0)
    assert features.shape == labels.shape == (10_000, 2)
    rows, counts = np.unique(labels, axis=0, return_counts=True)
    assert rows.tolist() == [[0, 0], [1, 0], [1, 1]]
    assert counts.tolist() == [4000, 3000, 3000]
    correlation = np.corrcoef(np.hstack([features, labels]).T)[:2, 2:]
    # 독립이면 표준편차가 0.01이다.
    assert np.abs(correlation).max() < 0.05
    assert not (labels == make_noise_data(10_000, seed=1)[1]).all()
    assert (labels == make_noise_data(10_000, seed=0)[1]).all()


def test_binary_relevance_wins_hamming_and_powerset_wins_subsets() -> None:
    scores = measure()
    assert list(scores) == ["이진 관련성", "체인 1→2", "체인 2→1", "레이블 멱집합"]
    relevance, powerset = scores["이진 관련성"], scores["레이블 멱집합"]
    assert relevance == pytest.approx(expected_scores(JOINT, (1, 0)), abs=0.01)
    assert powerset == pytest.approx(expected_scores(JOINT, (0, 0)), abs=0.01)
    assert relevance[0] == min(hamming for hamming, _ in scores.values())
    assert powerset[1] == max(subset for _, subset in scores.values())


def test_greedy_chain_depends_on_its_order() -> None:
    scores = measure()
    assert scores["체인 1→2"][1] == pytest.approx(0.3, abs=0.02)
    assert scores["체인 2→1"][1] == pytest.approx(0.4, abs=0.02)


def test_powerset_answers_only_subsets_it_has_seen() -> None:
    features = np.array([[-3.0], [-2.0], [2.0], [3.0]])
    labels = np.array([[0, 1], [0, 1], [1, 0], [1, 0]])
    model = LabelPowerset().fit(features, labels)
    assert model.subsets.tolist() == [[0, 1], [1, 0]]
    assert model.predict(np.array([[-9.0], [9.0]])).tolist() == [[0, 1], [1, 0]]
