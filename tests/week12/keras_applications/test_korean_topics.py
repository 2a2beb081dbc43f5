import itertools
from collections import Counter

import keras
import numpy as np
import pytest

from snippets.week12.keras_applications.korean_topics import (
    CORPUS,
    LABELS,
    SENTENCES,
    TOPICS,
    build_classifier,
    by_bigram,
    by_word,
    corrected_interval,
    encode,
    folds,
    naive_bayes,
    restarted,
    results,
    score_fold,
)


def test_corpus_has_three_topics_of_twenty_four_sentences() -> None:
    assert TOPICS == ["날씨", "음식", "운동"]
    assert len(SENTENCES) == len(set(SENTENCES)) == 72
    assert LABELS.tolist() == [0] * 24 + [1] * 24 + [2] * 24
    for label, text in enumerate(CORPUS.values()):
        assert all(LABELS[SENTENCES.index(line)] == label for line in text.splitlines())


def test_no_sentence_is_a_template_filled_anew() -> None:
    # 틀에 낱말 하나만 바꿔 끼우면 두 글자 토막의 절반 넘게가 겹친다.
    for one, other in itertools.combinations(SENTENCES, 2):
        a, b = set(by_bigram(one)), set(by_bigram(other))
        assert len(a & b) / len(a | b) <= 0.5, (one, other)


def test_no_topic_is_named_in_its_sentences() -> None:
    named = [line for line in SENTENCES if any(topic in line for topic in TOPICS)]
    assert len(named) <= 2


def test_sentences_are_cut_as_said() -> None:
    assert by_word("비가 왔다") == ["비가", "왔다"]
    assert by_bigram("비가 왔다") == ["비가", "가 ", " 왔", "왔다"]
    assert by_bigram("비") == []


def test_encoding_marks_unseen_tokens_and_padding() -> None:
    rows = encode(["비가 왔다", "눈이"], by_word, {"비가": 2, "눈이": 3}, width=4)
    assert rows.tolist() == [[2, 1, 0, 0], [3, 0, 0, 0]]
    assert rows.dtype == np.int32
    cut = encode(["가 나 다"], by_word, {}, width=2)
    assert cut.tolist() == [[1, 1]]


def test_classifier_averages_embeddings_and_skips_padding() -> None:
    model = build_classifier(10)
    short, padded = np.array([[2, 3]]), np.array([[2, 3, 0, 0]])
    answer = np.asarray(model(short))
    assert answer.shape == (1, 3)
    assert answer.sum() == pytest.approx(1, abs=1e-5)
    assert np.allclose(answer, np.asarray(model(padded)), atol=1e-6)
    embedding, pooling, dense = model.layers
    assert (embedding.input_dim, embedding.output_dim) == (10, 16)
    assert isinstance(pooling, keras.layers.GlobalAveragePooling1D)
    assert dense.activation.__name__ == "softmax"


def test_every_sentence_is_tested_four_times_and_never_while_training() -> None:
    parts = folds()
    assert len(parts) == 12
    tested = np.concatenate([test for _, test in parts])
    assert (np.bincount(tested) == 4).all()
    for train, test in parts:
        assert not set(train) & set(test)
        assert Counter(LABELS[test].tolist()) == {0: 8, 1: 8, 2: 8}


def test_vocabulary_has_room_for_every_token() -> None:
    for tokenize in (by_word, by_bigram):
        assert len({token for line in SENTENCES for token in tokenize(line)}) < 998


def test_bigrams_meet_fewer_unseen_tokens_and_do_better() -> None:
    (words, words_unseen), (bigrams, bigrams_unseen) = results().values()
    assert list(results()) == ["어절", "두 글자씩"]
    assert words.shape == (12,)
    assert words_unseen.min() > 0.5
    assert (words_unseen > bigrams_unseen + 0.2).all()
    assert (bigrams - words).mean() > 0.08
    assert (bigrams > words).sum() >= 9
    assert corrected_interval(bigrams - words)[0] > 0
    # 셋 가운데 하나를 찍으면 0.33이다.
    assert words.mean() > 0.4


def test_unseen_share_is_counted_from_the_sentences() -> None:
    train, test = folds()[0]
    seen = {token for i in train for token in by_word(SENTENCES[i])}
    tokens = [token for i in test for token in by_word(SENTENCES[i])]
    share = np.mean([token not in seen for token in tokens])
    assert results()["어절"][1][0] == pytest.approx(share)


def test_network_does_not_beat_counting_by_a_sixth() -> None:
    assert 0.6 < naive_bayes().mean() < 0.85
    bigrams, _ = results()["두 글자씩"]
    low, high = corrected_interval(bigrams - naive_bayes())
    assert -0.25 < low < 0 < high < 1 / 6


def test_interval_is_widened_for_shared_training_sentences() -> None:
    gaps = np.array([0.1, -0.2, 0.3, 0.2])
    half = 3.182446 * gaps.std(ddof=1) * np.sqrt(1 / 4 + 1 / 2)
    assert corrected_interval(gaps) == pytest.approx((0.1 - half, 0.1 + half), rel=1e-5)


def test_restarting_forgets_what_was_learned() -> None:
    first = restarted(3).get_weights()
    score_fold(*folds()[0], by_bigram, epochs=1)
    model = restarted(3)
    for one, other in zip(first, model.get_weights(), strict=True):
        assert one == pytest.approx(other)
    assert int(model.optimizer.iterations) == 0
    assert not np.allclose(restarted(4).get_weights()[0], first[0])


def test_untrained_network_only_guesses() -> None:
    accuracy, unseen = score_fold(*folds()[0], by_bigram, epochs=0)
    assert accuracy < 0.55
    assert 0 < unseen < 1
    assert score_fold.__defaults__ == (40, 12)
