"""한글을 다듬고 자모로 푼다. 같은 규칙을 `worker/hangul.mjs`에도 쓴다."""

import re
import unicodedata

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
FIRST, LAST = 0xAC00, 0xD7A3
FINALS = 28
SYLLABLE = re.compile("[가-힣]")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# 호환 자모를 NFKD로 풀면 초성만 적은 검색어가 다른 글자가 된다.
OTHER = re.compile("[^ -~ㄱ-ㆎ가-힣]+")
ACCENTS = re.compile("[\u0300-\u036f]")


def fold(text: str) -> str:
    """폭과 위아래 자리, 글자에 붙은 부호를 지운다. 대소문자와 빈칸은 그대로 둔다.

    `Ｆ１`과 `F₁`은 `F1`, `χ²`는 `χ2`, `é`는 `e`가 되고, 풀어 쓴 자모는 모인다.
    """
    text = OTHER.sub(lambda found: _plain(found[0]), INVISIBLE.sub("", text))
    return unicodedata.normalize("NFC", text)


def _plain(letters: str) -> str:
    return ACCENTS.sub("", unicodedata.normalize("NFKD", letters))


def normalize(text: str) -> str:
    """글자의 꼴을 하나로 모으고, 소문자로 바꾸고, 빈칸을 하나로 줄인다.

    Args:
        text: 아무 유니코드 글.

    Returns:
        색인과 검색어가 함께 쓰는 꼴.
    """
    return " ".join(fold(fold(text).lower()).split())


def is_syllable(letter: str) -> bool:
    """가에서 힣까지의 완성된 글자인지 답한다."""
    return FIRST <= ord(letter) <= LAST


def initial(letter: str) -> str:
    """글자의 초성을 호환 자모로 돌려준다. 한글이 아니면 그대로 돌려준다."""
    if not is_syllable(letter):
        return letter
    return INITIALS[(ord(letter) - FIRST) // 588]


def initials(text: str) -> str:
    """글의 초성만 모은다. 「최적화」는 「ㅊㅈㅎ」이 된다."""
    return "".join(map(initial, text))


def final(letter: str) -> int:
    """받침이 몇째 끝소리인지 센다. 받침이 없으면 0, ㄴ은 4, ㄹ은 8, ㅂ은 17이다."""
    return (ord(letter) - FIRST) % FINALS


def without_final(text: str) -> str:
    """마지막 글자의 받침을 뺀다. 「만들」은 「만드」가 된다."""
    if not text or not is_syllable(text[-1]):
        return text
    return text[:-1] + chr(ord(text[-1]) - final(text[-1]))
