"""글에서 색인할 조각을 뽑는다.

한글은 조사와 어미를 뺀 뒤 두 글자, 세 글자씩 자른다. 낱말의 경계를 넘어 자르므로
띄어쓰기가 달라도 찾고, 이웃한 두 낱말도 한 조각으로 찾는다.
"""

import re
from collections.abc import Iterator

from korean_search.hangul import is_syllable, normalize, without_final

CONTENT = {
    "NNG", "NNP", "NNB", "NR", "NP", "XR", "XPN", "XSN", "VV", "VA", "MAG", "MM",
}  # fmt: skip
STEMS = {"VV", "VA"}
NOUNS = {"NNG", "NNP", "NR", "XR", "XPN", "XSN"}
BREAK = re.compile(r"[^\w\s]|\n")
LATIN = re.compile(r"[A-Za-z0-9_]+(?:[.\-+#][A-Za-z0-9_]+)*[+#]*")
CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def latin_tokens(text: str) -> Iterator[str]:
    """로마자 낱말과 그 조각을 낸다.

    `keras.Input`은 `keras.input`, `keras`, `input`을, `validation_data`는 이어 붙인
    `validationdata`와 조각을 함께 낸다.
    """
    for match in LATIN.finditer(text):
        word = match[0]
        lower = word.lower()
        pieces = [lower, re.sub(r"[^a-z0-9+#]", "", lower)]
        for part in re.split(r"[._\-]", word):
            pieces.append(part.lower())
            pieces += [piece.lower() for piece in CAMEL.findall(part)]
        yield from dict.fromkeys(piece for piece in pieces if piece)


def syllable_grams(run: str) -> Iterator[str]:
    """한글이 이어진 글에서 두 글자와 세 글자 조각을 낸다. 한 글자면 그대로 낸다."""
    if len(run) == 1:
        yield run
    for size in (2, 3):
        for start in range(len(run) - size + 1):
            yield run[start : start + size]


def surface_runs(text: str) -> Iterator[str]:
    """빈칸을 지운 한글을 구두점과 로마자에서 끊어 낸다."""
    for piece in re.split(r"[^가-힣\s]+", normalize(text)):
        run = re.sub(r"\s", "", piece)
        if run:
            yield run


def content_runs(text: str, tokens: list) -> Iterator[str]:
    """조사와 어미를 뺀 한글을 구두점과 로마자에서 끊어 낸다.

    Args:
        text: 분석한 글.
        tokens: `text`를 Kiwi로 나눈 형태소.
    """
    run, end = "", 0
    for token in tokens:
        gap = text[end : token.start]
        if run and (BREAK.search(gap) or token.tag in ("SL", "SN")):
            yield run
            run = ""
        surface = text[token.start : token.start + token.len]
        if token.tag.split("-")[0] in CONTENT and token.start >= end - token.len:
            run += "".join(filter(is_syllable, surface))
        elif token.tag[0] == "S" and run:
            yield run
            run = ""
        end = max(end, token.start + token.len)
    if run:
        yield run


def stem_grams(tokens: list) -> Iterator[str]:
    """동사와 형용사의 어간을 활용에 흔들리지 않게 낸다. 「만들다」는 만들, 만드다."""
    for token in tokens:
        if token.tag.split("-")[0] not in STEMS:
            continue
        form = "".join(filter(is_syllable, token.form))
        for variant in {form, without_final(form)}:
            if len(variant) >= 2:
                yield from syllable_grams(variant)
            elif variant:
                yield variant


def lone_nouns(tokens: list) -> Iterator[str]:
    """「층」처럼 한 글자로 선 명사를 낸다."""
    for token in tokens:
        if token.tag in ("NNG", "NNP") and len(token.form) == 1:
            yield token.form


def noun_words(text: str, tokens: list) -> Iterator[str]:
    """붙여 쓴 명사의 묶음과 그 안의 명사를 낸다. 사전에 올릴 낱말이다."""
    group: list = []
    for token in [*tokens, None]:
        noun = token is not None and token.tag.split("-")[0] in NOUNS
        if noun and (not group or group[-1].start + group[-1].len == token.start):
            group.append(token)
            continue
        if group:
            yield text[group[0].start : group[-1].start + group[-1].len]
            if len(group) > 1:
                yield from (
                    text[one.start : one.start + one.len]
                    for one in group
                    if one.len > 1
                )
        group = [token] if noun else []


BESIDE = re.compile(r"\(([A-Za-z][A-Za-z0-9.\-]*(?: [A-Za-z0-9.\-]+){0,2})\)")


def spoken_beside(text: str, tokens: list) -> Iterator[tuple[str, str]]:
    """「미세 조정(fine-tuning)」처럼 괄호로 나란히 적은 한글과 영어를 낸다."""
    for match in BESIDE.finditer(text):
        before = [t for t in tokens if t.start + t.len <= match.start()]
        start = match.start()
        while before and before[-1].start + before[-1].len == start:
            token = before.pop()
            if token.tag.split("-")[0] not in NOUNS:
                break
            start = token.start
        word = text[start : match.start()]
        if len(word) > 1 and all(map(is_syllable, word)):
            yield word, match[1].lower()
