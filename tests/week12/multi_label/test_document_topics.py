import numpy as np
import pytest

from snippets.week12.multi_label.document_topics import (
    DOCUMENTS,
    NEW_DOCUMENTS,
    TOPICS,
    multi_hot,
    one_topic_recall,
    probabilities,
    train,
)


def test_multi_hot_marks_every_topic_of_a_document() -> None:
    truth = multi_hot()
    assert truth.shape == (18, 3)
    assert truth[0].tolist() == [1, 0, 0]
    assert truth[-1].tolist() == [0, 1, 1]
    assert truth.sum() == sum(len(topics) for topics in DOCUMENTS.values()) == 24
    assert set.union(*DOCUMENTS.values()) == set(TOPICS)


def test_one_topic_a_document_cannot_reach_every_label() -> None:
    assert one_topic_recall(multi_hot()) == 18 / 24
    assert one_topic_recall(np.array([[1, 0], [0, 1]])) == 1
    assert one_topic_recall(np.array([[1, 1, 1], [0, 0, 0]])) == pytest.approx(1 / 3)


def test_new_documents_get_one_or_two_topics() -> None:
    assert not set(NEW_DOCUMENTS) & set(DOCUMENTS)
    answers = probabilities(train(), NEW_DOCUMENTS)
    assert answers.shape == (3, 3)
    expected = [[1, 0, 0], [1, 0, 1], [0, 1, 1]]
    assert (answers > 0.5).astype(int).tolist() == expected
    # 두 주제의 확률이 함께 높다. 합이 1이라면 그럴 수 없다.
    assert answers[1].sum() > 1.5


def test_each_topic_has_a_classifier_of_its_own() -> None:
    classifiers = train()[-1].estimators_
    assert len(classifiers) == len(TOPICS)
    assert {one.C for one in classifiers} == {10}
