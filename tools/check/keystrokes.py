"""손이 미끄러진 것을 찾는다: 홀로 남은 낱자, 두 번 친 낱말과 조사와 문장 부호."""

import re
from collections.abc import Iterator

LONE = re.compile(r"(?P<word>[가-힣]+)[ㄱ-ㅎㅏ-ㅣ]+[가-힣]*")
TWICE = re.compile(
    r"(?<![가-힣])(?P<word>[가-힣]+[을를이가은는에로와과])\s+(?P=word)(?![가-힣])"
)
PARTICLE = re.compile(r"[가-힣]+(?P<particle>[을를는에])(?P=particle)(?![가-힣])")
STOP = re.compile(r"[가-힣](?P<mark>[.,])(?P=mark)(?![.,\w/])")


def slips(line: str) -> Iterator[tuple[str, str]]:
    """한 줄에서 잘못 친 것을 (틀린 것, 고치는 법)으로 찾는다."""
    for match in LONE.finditer(line):
        yield (
            f"'{match[0]}'에 낱자가 홀로 남았습니다.",
            "낱자를 지우거나 글자를 다시 치세요.",
        )
    for match in TWICE.finditer(line):
        if len(match["word"]) > 2:
            yield (
                f"'{match['word']}'을(를) 잇따라 두 번 적었습니다.",
                "하나를 지우세요.",
            )
    for match in PARTICLE.finditer(line):
        yield (
            f"'{match[0]}'의 조사를 두 번 적었습니다.",
            f"'{match[0][:-1]}'(으)로 고치세요.",
        )
    for match in STOP.finditer(line):
        yield (
            f"문장 부호 '{match['mark']}'을(를) 두 번 찍었습니다.",
            "하나를 지우세요. 말줄임표면 '…'로 적으세요.",
        )
