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
    encode,
    folds,
    naive_bayes,
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


def test_every_sentence_is_tested_once_and_never_in_its_training_part() -> None:
    parts = folds()
    assert len(parts) == 3
    assert sorted(np.concatenate([test for _, test in parts])) == list(range(72))
    for train, test in parts:
        assert not set(train) & set(test)
        assert Counter(LABELS[test].tolist()) == {0: 8, 1: 8, 2: 8}
    # 섞었으므로 앞에서부터 차례로 자른 것과 다르다.
    assert parts[0][1].tolist() != [*range(8), *range(24, 32), *range(48, 56)]


def test_bigrams_meet_fewer_unseen_tokens_and_do_better() -> None:
    (words, words_unseen), (bigrams, bigrams_unseen) = results().values()
    assert list(results()) == ["어절", "두 글자씩"]
    assert words_unseen > bigrams_unseen + 0.2
    # 셋 가운데 하나를 찍으면 0.33이다. 72개에서 표준오차는 0.06쯤이다.
    assert bigrams > words + 0.1
    assert 0.6 < bigrams < 0.95


def test_unseen_share_is_counted_from_the_sentences() -> None:
    shares = []
    for train, test in folds():
        seen = {token for i in train for token in by_word(SENTENCES[i])}
        tokens = [token for i in test for token in by_word(SENTENCES[i])]
        shares.append(np.mean([token not in seen for token in tokens]))
    assert results()["어절"][1] == pytest.approx(np.mean(shares))


def test_counting_model_does_as_well_on_so_few_sentences() -> None:
    # 나이브 베이즈를 72문장에서 신경망이 뚜렷이 이기지 못한다.
    assert naive_bayes() == pytest.approx(0.75)
    assert results()["두 글자씩"][0] < naive_bayes() + 0.1


def test_untrained_network_only_guesses() -> None:
    accuracy, unseen = score_fold(*folds()[0], by_bigram, epochs=0)
    assert accuracy < 0.55
    assert 0 < unseen < 1
    assert score_fold.__defaults__ == (60,)
