"""「파라미터 3개」처럼 한 자리로 적은 수가 출력의 그 말과 맞는지 본다.

한 자리 수는 어디에나 나오므로, 출력의 수에서 한 글자를 빠뜨린 것만 찾는다.
"""

import re
from collections.abc import Iterator, Sequence

SAID = re.compile(
    r"(?<![가-힣])(?P<noun>[가-힣]{2,}?)(?:[은는이가을를도만]? )(?P<digit>\d)"
    r"(?=(?:개|번|명|장|층|편|가지|에포크|걸음|회)(?![가-힣]*(?:씩|마다|째)))"
)
WHOLE = re.compile(r"(?<![\d.,])\d[\d,]*(?![\d.])")


def parted(line: str, outputs: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """출력과 다른 한 자리 수를 (말, 수, 출력의 수들)로 찾는다."""
    for match in SAID.finditer(line):
        values = beside(match["noun"], outputs)
        longer = [x for x in values if len(x) == 2 and match["digit"] in x]
        if longer and match["digit"] not in values:
            yield match["noun"], match["digit"], ", ".join(sorted(longer))


def beside(noun: str, outputs: Sequence[str]) -> set[str]:
    """출력에서 그 말과 한 줄에 나온 정수."""
    return {
        value
        for output in outputs
        for row in output.split("\n")
        if noun in row
        for value in WHOLE.findall(row)
    }
