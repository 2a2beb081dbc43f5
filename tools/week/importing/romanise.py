"""한글을 국어의 로마자 표기법에 따라 적는다. 주소를 짓는 데만 쓴다."""

import unicodedata

from korean_search.hangul import is_syllable

# 차례는 유니코드의 낱자 차례다. 소리가 없는 자리는 `_`다.
FIRST, MIDDLE, LAST = (
    letters.split(",")
    for letters in (
        "g,kk,n,d,tt,r,m,b,pp,s,ss,_,j,jj,ch,k,t,p,h",
        "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i",
        "_,k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t",
    )
)
BASE, MIDDLES, LASTS = 0xAC00, len(MIDDLE), len(LAST)


def romanise(text: str) -> str:
    """소리의 바뀜은 따르지 않고 글자마다 옮긴다. 「합성곱」은 `hapseonggop`이다."""
    return "".join(syllable(x) if is_syllable(x) else x for x in normal(text))


def normal(text: str) -> str:
    """풀어 쓴 한글을 모아 쓴다."""
    return unicodedata.normalize("NFC", text)


def syllable(letter: str) -> str:
    """음절 하나."""
    rest, last = divmod(ord(letter) - BASE, LASTS)
    first, middle = divmod(rest, MIDDLES)
    return (FIRST[first] + MIDDLE[middle] + LAST[last]).replace("_", "")
