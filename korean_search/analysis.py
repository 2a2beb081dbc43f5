"""Kiwi로 글을 형태소로 나눈다. 같은 글은 다시 나누지 않는다."""

import functools
from collections.abc import Iterable

from kiwipiepy import Kiwi


@functools.cache
def _kiwi(words: frozenset[str]) -> Kiwi:
    kiwi = Kiwi()
    for word in sorted(words):
        kiwi.add_user_word(word, "NNP", 3.0)
    return kiwi


_memory: dict[tuple[frozenset[str], str], list] = {}


def tokenize(texts: Iterable[str], words: Iterable[str] = ()) -> list[list]:
    """글마다 형태소의 목록을 돌려준다.

    Args:
        texts: 나눌 글.
        words: 한 낱말로 다룰 한글. 용어집에서 온다.

    Returns:
        `form`, `tag`, `start`, `len`을 가진 형태소의 목록. `texts`와 차례가 같다.
    """
    texts, key = list(texts), frozenset(words)
    fresh = sorted({text for text in texts if (key, text) not in _memory})
    if fresh:
        for text, tokens in zip(fresh, _kiwi(key).tokenize(fresh), strict=True):
            _memory[key, text] = tokens
    return [_memory[key, text] for text in texts]
