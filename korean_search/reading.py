"""제목과 본문에서 색인에 쓸 것을 뽑는다. 같은 글에서는 한 번만 뽑는다."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from korean_search.analysis import Analyzer
from korean_search.grams import (
    content_pieces,
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
from korean_search.hangul import is_syllable

WHOLE = 2
NUMBER = re.compile(r"^\d+(?:\.\d+)*\.?\s+")

Heading = tuple[str, tuple[str, ...]]
Body = tuple[str, str]


class Reading(NamedTuple):
    """글 하나에서 뽑은 것.

    Attributes:
        grams: 조각과 그것이 나온 횟수. 제목에서는 한 낱말이거나 세 글자면 `WHOLE`,
            더 긴 낱말의 안쪽이면 1이다.
        words: 사전에 올릴 말. 글과 코드에 모두 나온 말은 두 번 든다.
        pairs: 괄호로 나란히 적은 한글과 영어.
    """

    grams: dict[str, int]
    words: list[str]
    pairs: list[list[str]]


def read_headings(analyzer: Analyzer, headings: Iterable[Heading]) -> list[Reading]:
    """(제목, 꼬리표)마다 뽑는다. 차례가 같다."""

    def make(fresh: list[Heading]) -> list[Reading]:
        texts = [normalize_title(title) for title, _ in fresh]
        return [
            _heading(*heading, text, tokens)
            for heading, text, tokens in zip(
                fresh, texts, analyzer.split(texts), strict=True
            )
        ]

    return analyzer.recall("heading", headings, make, _reading)


def read_bodies(analyzer: Analyzer, bodies: Iterable[Body]) -> list[Reading]:
    """(글, 코드)마다 뽑는다. 차례가 같다."""

    def make(fresh: list[Body]) -> list[Reading]:
        tokens = analyzer.split([text for text, _ in fresh])
        return [_body(*body, own) for body, own in zip(fresh, tokens, strict=True)]

    return analyzer.recall("body", bodies, make, _reading)


def normalize_title(title: str) -> str:
    """앞의 번호를 뗀 제목. 「12주차」의 수는 번호가 아니다."""
    return NUMBER.sub("", title) or title


def _heading(title: str, tags: tuple[str, ...], text: str, tokens: list) -> Reading:
    grams: Counter = Counter()
    for run in surface_runs(title):
        grams.update({gram for gram in syllable_grams(run) if len(gram) != 2})
    for pieces in content_pieces(text, tokens):
        grams.update(set(piece_grams(pieces)) - grams.keys())
    grams.update(set(printed_grams(title)) - grams.keys())
    grams.update(set(stem_grams(tokens)) | set(lone_nouns(text, tokens)))
    grams.update(set(latin_tokens(title)))
    whole = {
        piece.letters for pieces in content_pieces(text, tokens) for piece in pieces
    }
    grams = Counter({x: 1 if _inner(x, whole) else WHOLE for x in grams})
    for tag in tags:
        grams |= Counter(dict.fromkeys(latin_tokens(tag), WHOLE))
        for run in surface_runs(tag):
            grams |= Counter(dict.fromkeys(syllable_grams(run), WHOLE))
    words = [
        *set(_hangul(noun_words(text, tokens))),
        *{run for run in noun_phrases(text, tokens) if 2 < len(run) < 13},
        *{word for word in latin_tokens(title) if len(word) > 1},
    ]
    return Reading(grams, sorted(words), _pairs(text, tokens))


def _inner(gram: str, whole: set[str]) -> bool:
    """두 글자 조각이 더 긴 낱말의 안쪽인지. 「함수형」의 「함수」가 그렇다."""
    return len(gram) == 2 and is_syllable(gram[0]) and gram not in whole


def _body(text: str, code: str, tokens: list) -> Reading:
    latin, coded = list(latin_tokens(text)), list(latin_tokens(code))
    grams: Counter = Counter()
    for pieces in content_pieces(text, tokens):
        grams.update(piece_grams(pieces))
    # 조사와 어미까지 적힌 대로 찾되, 같은 조각을 두 번 세지 않는다.
    grams |= Counter(printed_grams(text))
    for found in (stem_grams(tokens), lone_nouns(text, tokens), latin, coded):
        grams.update(found)
    grams.update(printed_grams(code))
    words = [
        *set(_hangul(noun_words(text, tokens))),
        *{word for word in latin if len(word) > 2},
        *{word for word in coded if len(word) > 2},
    ]
    return Reading(grams, sorted(words), _pairs(text, tokens))


def _pairs(text: str, tokens: list) -> list[list[str]]:
    return sorted(map(list, set(spoken_beside(text, tokens))))


def _hangul(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if len(word) > 1 and all(map(is_syllable, word)):
            yield word


def _reading(row: list) -> Reading:
    return Reading(*row)
