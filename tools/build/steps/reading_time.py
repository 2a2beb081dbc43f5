"""쪽을 읽는 데 걸리는 시간을 어림한다.

글은 1분에 200어절로 친다. 60세 아래 어른이 초등학교 2학년 교과서의 문장을 소리 내지
않고 읽은 빠르기가 1분에 202.3낱말(표준편차 88.4)이었다는 측정을 어림한 것이다.
    Rhiu 외, 「Korean Version Self-testing Application for Reading Speed」,
    Korean Journal of Ophthalmology 31(3), 2017. doi:10.3341/kjo.2016.0042
코드와 출력은 한 줄에 2초로 친다. 이것은 근거가 있는 수가 아니라 정한 것이다.
"""

import math
import re

WORDS_A_MINUTE = 200
SECONDS_A_LINE = 2
CODE = re.compile(r"<pre\b.*?</pre>", re.S)
HIDDEN = re.compile(
    r'<(?P<tag>svg|script|style)\b.*?</(?P=tag)>|<a class="headerlink".*?</a>', re.S
)
TAG = re.compile(r"<[^>]+>")


def minutes(html: str) -> int:
    """본문을 읽는 데 걸리는 시간을 분으로 올려 구한다."""
    lines = sum(
        1
        for block in CODE.findall(html)
        for line in TAG.sub("", block).split("\n")
        if line.strip()
    )
    text = TAG.sub(" ", HIDDEN.sub(" ", CODE.sub(" ", html)))
    seconds = len(text.split()) * 60 / WORDS_A_MINUTE + lines * SECONDS_A_LINE
    return max(1, math.ceil(seconds / 60))
