"""글에서 색인할 조각을 뽑는다.

한글은 조사와 어미를 뺀 뒤 두 글자, 세 글자씩 자른다. 낱말의 경계를 넘어 자르므로
띄어쓰기가 달라도 찾고, 이웃한 두 낱말도 한 조각으로 찾는다.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import NamedTuple

from korean_search.hangul import fold, is_syllable, normalize, without_final

CONTENT = {
    "NNG", "NNP", "NNB", "NR", "NP", "XR", "XPN", "XSN", "VV", "VA", "MAG", "MM",
}  # fmt: skip
STEMS = {"VV", "VA"}
NOUNS = {"NNG", "NNP", "NR", "XR", "XPN", "XSN"}
BREAK = re.compile(r"[^\w\s]|\n")
# 한글이 아닌 글자. 그리스 글자와 한자도 로마자처럼 낱말째 찾는다.
LETTER = r"[^\Wᄀ-ᇿㄱ-ㆎ가-힣]"
LATIN = re.compile(rf"{LETTER}+(?:[.\-+#&]+{LETTER}+)*[+#]*")
WORD = re.compile("[가-힣]{2,}")
JOINT = re.compile(r"[._\-&]+")
CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


class Piece(NamedTuple):
    """이어진 글 안의 형태소 하나.

    Attributes:
        letters: 한글만 남긴 글자.
        glued: 앞의 형태소에 붙어 있는지.
    """

    letters: str
    glued: bool


def latin_tokens(text: str) -> Iterator[str]:
    """한글이 아닌 낱말과 그 조각을 낸다.

    `keras.Input`은 `keras.input`, `keras`, `input`을, `validation_data`는 이어 붙인
    `validationdata`와 조각을 함께 낸다. `W&B`는 `w&b`와 `wb`다.
    """
    for match in LATIN.finditer(fold(text)):
        word = match[0]
        lower = word.lower()
        pieces = [lower, JOINT.sub("", lower)]
        for part in JOINT.split(word):
            pieces.append(part.lower())
            pieces += [piece.lower() for piece in CAMEL.findall(part)]
        yield from dict.fromkeys(piece for piece in pieces if piece)


def syllable_grams(run: str) -> Iterator[str]:
    """한글이 이어진 글에서 두 글자와 세 글자 조각을 낸다. 한 글자면 그대로 낸다."""
    if len(run) == 1:
        yield run
    for size in (2, 3):
        yield from _cut(run, size)


def surface_runs(text: str) -> Iterator[str]:
    """빈칸을 지운 한글을 구두점과 로마자에서 끊어 낸다."""
    for piece in re.split(r"[^가-힣\s]+", normalize(text)):
        run = re.sub(r"\s", "", piece)
        if run:
            yield run


def printed_grams(text: str) -> Iterator[str]:
    """적힌 대로의 낱말을 찾을 조각. 세 글자가 넘는 낱말은 첫 두 글자도 낸다."""
    for word in WORD.findall(normalize(text)):
        yield word[:2]
        yield from _cut(word, 3)


def content_pieces(text: str, tokens: list) -> Iterator[list[Piece]]:
    """조사와 어미를 뺀 형태소를 구두점과 로마자에서 끊어 낸다.

    Args:
        text: 분석한 글.
        tokens: `text`를 Kiwi로 나눈 형태소.
    """
    run: list[Piece] = []
    end = last = 0
    for token in tokens:
        gap = text[end : token.start]
        if run and (BREAK.search(gap) or token.tag in ("SL", "SN")):
            yield run
            run = []
        surface = text[token.start : token.start + token.len]
        if token.tag.split("-")[0] in CONTENT and token.start >= end - token.len:
            if letters := "".join(filter(is_syllable, surface)):
                run.append(Piece(letters, bool(run) and token.start <= last))
            last = token.start + token.len
        elif token.tag[0] == "S" and run:
            yield run
            run = []
        end = max(end, token.start + token.len)
    if run:
        yield run


def joined(pieces: Iterable[Piece]) -> str:
    """형태소를 이어 붙인 글."""
    return "".join(piece.letters for piece in pieces)


def piece_grams(pieces: list[Piece]) -> Iterator[str]:
    """이어진 형태소의 조각을 낸다.

    세 글자는 형태소의 경계를 넘어 자른다. 두 글자는 「검사 과정」의 「사과」처럼 없는
    낱말이 되기 쉬워, 붙여 쓴 한 글자짜리 형태소를 이을 때만 넘는다.
    """
    run = joined(pieces)
    if len(run) == 1:
        yield run
    yield from _cut(run, 3)
    before = ""
    for letters, glued in pieces:
        yield from _cut(letters, 2)
        if before and glued and 1 in (len(before), len(letters)):
            yield before[-1] + letters[0]
        before = letters


def _cut(run: str, size: int) -> Iterator[str]:
    for start in range(len(run) - size + 1):
        yield run[start : start + size]


def stem_grams(tokens: list) -> Iterator[str]:
    """동사와 형용사를 활용에 흔들리지 않게 낸다. 「만든다」는 `만들다`, `만드다`다."""
    for token in tokens:
        if token.tag.split("-")[0] not in STEMS:
            continue
        form = "".join(filter(is_syllable, token.form))
        for variant in sorted({form, without_final(form)} - {""}):
            yield f"{variant}다"


def lone_nouns(text: str, tokens: list) -> Iterator[str]:
    """「층을」의 「층」처럼 한 글자로 선 명사를 낸다. 「분류기」의 「기」는 아니다."""
    for token, after in zip_longest(tokens, tokens[1:]):
        if token.tag not in ("NNG", "NNP", "MM", "MAG") or len(token.form) != 1:
            continue
        end = token.start + token.len
        glued = after and after.start == end and after.tag.split("-")[0] in CONTENT
        if not glued and not is_syllable(text[token.start - 1 : token.start] or " "):
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


def noun_phrases(text: str, tokens: list) -> Iterator[str]:
    """이웃한 명사를 띄어 썼어도 이어 낸다. 조사나 어미를 사이에 두면 잇지 않는다."""
    phrase, end = "", 0
    for token in tokens:
        noun = token.tag.split("-")[0] in NOUNS
        if phrase and not (noun and text[end : token.start] in ("", " ")):
            yield phrase
            phrase = ""
        end = token.start + token.len
        if noun:
            phrase += "".join(filter(is_syllable, text[token.start : end]))
    if phrase:
        yield phrase


BESIDE = re.compile(r"\(([A-Za-z][A-Za-z0-9.\-]*(?: [A-Za-z0-9.\-]+){0,2})\)")


def spoken_beside(text: str, tokens: list) -> Iterator[tuple[str, str]]:
    """「미세 조정(fine-tuning)」처럼 괄호로 나란히 적은 한글과 영어를 낸다.

    한글은 앞의 명사구에서, 영어의 낱말과 같은 수까지 가져온다. 영어가 한 낱말이면
    「대리 모델(surrogate)」처럼 둘까지다.
    """
    for match in BESIDE.finditer(text):
        english = match[1].lower()
        most = max(2, len(re.split(r"[ \-]", english)))
        word = _phrase(text, tokens, match.start(), most)
        if len(word) > 1 and all(is_syllable(x) or x == " " for x in word):
            yield word, english


def _phrase(text: str, tokens: list, end: int, most: int) -> str:
    """`end`에서 끝나는 명사구. 빈칸으로 나뉜 낱말을 `most`개까지 잇는다."""
    start, words = end, 1
    for token in reversed([t for t in tokens if t.start + t.len <= end]):
        gap = text[token.start + token.len : start]
        words += gap == " "
        noun = token.tag.split("-")[0] in NOUNS
        if not noun or gap not in ("", " ") or words > most:
            break
        start = token.start
    return text[start:end]
