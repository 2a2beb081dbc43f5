"""사람의 이름과 보통 낱말을 가리는 것을 확인한다."""

import pytest

from tools.week.importing.words import Words

WORDS = Words({"인코더"})


@pytest.mark.parametrize(
    "word", ["인코더", "여섯째", "전처리", "연도", "은닉층", "표준편차", "주어진"]
)
def test_word_of_the_dictionary_is_plain(word: str) -> None:
    assert word in WORDS


@pytest.mark.parametrize("name", ["이영희", "한소희", "김민준", "안수연", "남궁민수"])
def test_name_is_not_plain_even_when_the_dictionary_lacks_it(name: str) -> None:
    assert name not in WORDS
