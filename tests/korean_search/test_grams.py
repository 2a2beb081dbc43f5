"""조사와 띄어쓰기에 흔들리지 않는 조각이 나오는지 본다."""

from korean_search.analysis import Analyzer
from korean_search.grams import (
    content_pieces,
    joined,
    latin_tokens,
    lone_nouns,
    noun_phrases,
    noun_words,
    piece_grams,
    printed_grams,
    spoken_beside,
    stem_grams,
    surface_runs,
    syllable_grams,
)


def analyzed(text: str, *words: str) -> tuple[str, list]:
    return text, Analyzer(words).tokenize([text])[0]


def runs_of(text: str) -> list[str]:
    return [joined(pieces) for pieces in content_pieces(*analyzed(text))]


def test_particles_fall_out_and_neighbours_join() -> None:
    runs = runs_of("요청의 본문을 읽는다. 다음 문장")
    assert runs[0].startswith("요청본문")
    assert all("문장" not in run for run in runs[:1])


def test_latin_words_end_a_run() -> None:
    assert runs_of("학습률 keras 모델") == ["학습률", "모델"]


def test_neighbouring_nouns_make_a_phrase_until_a_particle_or_a_verb() -> None:
    phrases = noun_phrases(*analyzed("학습률이 줄어드는 문제를 푼 방법"))
    assert list(phrases) == ["학습률", "문제", "방법"]
    assert list(noun_phrases(*analyzed("교차 검증의 뜻"))) == ["교차검증", "뜻"]


def test_user_word_stays_whole() -> None:
    text, tokens = analyzed("그리드탐색과 랜덤탐색", "그리드탐색")
    assert tokens[0].form == "그리드탐색"
    assert "그리드탐색" in set(noun_words(text, tokens))


def test_stems_survive_their_endings() -> None:
    grams = set(stem_grams(analyzed("모델을 만든 다음 값을 찾는다")[1]))
    assert {"만들다", "만드다", "찾다"} <= grams


def test_one_syllable_nouns_stand_alone() -> None:
    assert "층" in set(lone_nouns(*analyzed("층을 쌓는다")))
    assert "률" not in set(lone_nouns(*analyzed("확률을 구한다")))


def test_words_that_only_touch_make_no_word_of_two_syllables() -> None:
    grams = [
        gram
        for run in content_pieces(*analyzed("검사 과정과 과적합"))
        for gram in piece_grams(run)
    ]
    assert "검사과" in grams
    assert "사과" not in grams
    assert "적합" in grams


def test_printed_words_are_cut_as_they_stand() -> None:
    assert list(printed_grams("층에서 골랐다, ＡＩ는 값")) == [
        "층에", "층에서", "골랐", "골랐다",
    ]  # fmt: skip


def test_letters_of_any_script_are_words() -> None:
    tokens = set(latin_tokens("χ²와 β₁, 學習, Ｆ１, W&B, C++"))
    assert {"χ2", "β1", "學習", "f1", "w&b", "wb", "c++"} <= tokens


def test_syllables_are_cut_in_twos_and_threes() -> None:
    assert list(syllable_grams("최적화기")) == [
        "최적", "적화", "화기", "최적화", "적화기",
    ]  # fmt: skip
    assert list(syllable_grams("층")) == ["층"]


def test_surface_runs_ignore_spaces_only() -> None:
    assert list(surface_runs("함수형 API의 장점, 단점")) == ["함수형", "의장점", "단점"]


def test_code_names_come_with_their_parts() -> None:
    tokens = set(latin_tokens("keras.Input validation_data BatchNormalization"))
    assert {
        "keras.input", "keras", "input", "validation_data", "validationdata",
        "validation", "data", "batchnormalization", "batch", "normalization",
    } <= tokens  # fmt: skip


def test_english_in_brackets_is_a_synonym() -> None:
    text = "조기 종료(early stopping)와 임베딩(embedding)을 쓴다(정말)."
    assert list(spoken_beside(*analyzed(text))) == [
        ("조기 종료", "early stopping"),
        ("임베딩", "embedding"),
    ]


def test_whole_phrase_stands_beside_the_english() -> None:
    text = "다음 점의 획득 함수(acquisition function)와 대리 모델(surrogate)"
    assert list(spoken_beside(*analyzed(text))) == [
        ("획득 함수", "acquisition function"),
        ("대리 모델", "surrogate"),
    ]
