"""의존 명사를 앞말에 붙여 쓴 것을 찾는다. 앞말이 이름씨일 수 있으면 그냥 둔다."""

import re
from collections.abc import Iterator
from itertools import takewhile

from korean_search.hangul import final, is_syllable

END = r"(?![가-힣])"
# 「실수」, 「홀수」처럼 그대로 한 낱말인 것의 앞 글자.
NOUN_SU = "실필술홀물골별철절굴일월"
# 「마을뿐」, 「역할만큼」처럼 이름씨에 붙여 쓰는 것과 헷갈리지 않는 움직씨의 끝.
SURE = (
    r"(?:(?<![역분])할|될|바꿀|줄일|늘릴|만들|나눌|고칠|"
    r"[있없같찾얻많작낮높깊읽믿잡맞넣받닫걸맡]을)"
)
THING = r"(?P<word>[가-힣]*?[가-힣](?:는|은|런|떤|된)|모든|[가-힣]+한)(?P<noun>것)"
RIEUL_THING = r"(?P<word>[가-힣]+)(?P<noun>것)"
CAN = r"(?P<word>[가-힣]+)(?P<noun>수)(?=(?:[가는도]|밖에)? ?[있없])"
WHEN = (
    r"(?P<word>[가-힣]+)"
    rf"(?P<noun>때)(?=(?:는|에는|에|도|만|의|마다|까지|부터|면|이다|입니다)?{END})"
)
ONLY = rf"(?P<word>[가-힣]*{SURE}|것일)(?P<noun>뿐)"
AS_MUCH = rf"(?P<word>[가-힣]*(?:{SURE}|는|된|(?<!수)은))(?P<noun>만큼)"
KNOW = rf"(?P<word>[가-힣]*{SURE})(?P<noun>줄)(?=[은을도]? ?[알안아모몰])"
WHILE = rf"(?P<word>[가-힣]*[가-힣]는)(?P<noun>동안|대로|중(?=이|에|인|{END}))"
ALWAYS = [re.compile(x) for x in (THING, ONLY, AS_MUCH, KNOW, WHILE)]
AFTER_RIEUL = [re.compile(x) for x in (RIEUL_THING, CAN, WHEN)]
# 「탈것」, 「날것」, 「별것」은 한 낱말이다. 「만들것」은 아니다.
NOUN_THING = re.compile(r"(?:^|[^만흔어아져떠물])들$|^[탈날물별]$|[탈날별]$")
BEING = re.compile(r"^([가는도]|밖에|)(?=[있없])")
RIEUL = 8


def stuck(line: str) -> Iterator[tuple[str, str]]:
    """한 줄에서 붙여 쓴 것을 (틀린 것, 고치는 법)으로 찾는다."""
    found = [match for one in ALWAYS for match in one.finditer(line)]
    found += [
        match
        for one in AFTER_RIEUL
        for match in one.finditer(line)
        if ends_in_rieul(match["word"]) and not is_noun(match["word"], match["noun"])
    ]
    for match in sorted(found, key=lambda x: x.start()):
        after = "".join(takewhile(is_syllable, line[match.end() :]))
        apart = BEING.sub(r"\1 ", after) if match["noun"] == "수" else after
        mended = f"{match['word']} {match['noun']}{apart}"
        yield (
            f"'{match[0]}{after}'은(는) 띄어 써야 합니다.",
            f"'{mended}'(으)로 고치세요.",
        )


def is_noun(word: str, noun: str) -> bool:
    """앞말과 합쳐 한 낱말인지 본다. 의심스러우면 그렇다고 한다."""
    if noun == "수":
        return word[-1] in NOUN_SU and not word.endswith(("것일", "때문일", "적일"))
    return noun == "것" and bool(NOUN_THING.search(word))


def ends_in_rieul(word: str) -> bool:
    """「할」, 「바꿀」처럼 ㄹ 받침으로 끝나는지 본다."""
    return final(word[-1]) == RIEUL
