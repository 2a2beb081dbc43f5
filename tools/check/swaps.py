"""한 문장에 적은 두 수가 출력과 서로 바뀌었는지 본다.

출력에서 어느 말과 한 줄에 있는 수인지만 보므로, 말이 출력과 다르면 찾지 못한다.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*\.\d+|(?<![\w.,])\d{2,}(?:,\d{3})*")
WORD = re.compile(r"[가-힣A-Za-z]{2,}")
# 「(1, 0)」처럼 출력의 줄을 가리키는 이름.
LABEL = re.compile(r"\(\d(?:, \d)+\)")
SENTENCE = re.compile(r"(?<=[다요]\.)\s+")
Context = Mapping[str, Sequence[frozenset[str]]]
ANY = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\d.])")
UNITS = (
    "가지|개|걸음|겹|곳|넓이|단계|명|묶음|문장|바퀴|배|번|벌|분|비트|송이|씨앗|에포크|열|장|점|"
    "줄|쪽|차원|초|층|칸|편|픽셀|행|회"
)
QUANTITY = re.compile(
    rf"(?<![\w.,-])(?P<value>\d[\d,]*(?:\.\d+)?) ?(?P<unit>{UNITS})(?!째)"
)


class Quantity(NamedTuple):
    """「63에포크」처럼 단위가 붙은 수."""

    value: str
    unit: str


class Clause(NamedTuple):
    """글에 적은 수와, 그 앞에 적은 말."""

    words: frozenset[str]
    value: str


def contexts(output: str) -> Context:
    """출력에 나온 수마다, 나온 곳의 말을 모은다. 위의 덜 들여 쓴 줄의 말도 든다."""
    found: dict[str, list[frozenset[str]]] = {}
    heading = ""
    for line in output.split("\n"):
        indented = line.startswith(" ")
        heading = heading if indented else line
        above = heading if indented else line.partition(":")[0]
        for piece in line.split(", "):
            words = frozenset(WORD.findall(f"{above} {piece}"))
            for value in NUMBER.findall(piece):
                found.setdefault(value, []).append(words)
    return found


def swapped(line: str, outputs: Sequence[Context]) -> Iterator[tuple[str, str]]:
    """서로 자리가 바뀐 두 수를 찾는다. 맞는 출력이 하나라도 있으면 뺀다."""
    for sentence in SENTENCE.split(line):
        for one, other in pairwise(labelled(sentence)):
            flipped = (one[0], other[1]), (other[0], one[1])
            if (
                one[1] != other[1]
                and any(fits(*flipped, output) for output in outputs)
                and not any(fits(one, other, output) for output in outputs)
            ):
                yield one[1], other[1]


def misplaced(line: str, outputs: Sequence[str]) -> Iterator[tuple[str, str]]:
    """이름이 든 출력의 줄에 없고, 곁의 수만 그 줄에 있는 수를 찾는다."""
    rows = [row for output in outputs for row in output.split("\n")]
    for sentence in SENTENCE.split(line):
        for pair in pairwise(labelled(sentence)):
            for (clause, value), (_, other) in (pair, pair[::-1]):
                names = LABEL.findall(clause)
                own = [row for row in rows if names and names[-1] in row]
                shown = {x for row in own for x in NUMBER.findall(row)}
                if value not in shown and other in shown:
                    yield value, other


def exchanged(line: str, outputs: Sequence[str]) -> Iterator[tuple[str, str]]:
    """단위가 다른 두 수가 서로 바뀐 것을 찾는다.

    바꾸어 적은 둘은 출력의 한 줄에 나란하고, 적힌 그대로는 어디에도 없을 때만 알린다.
    """
    rows = [set(quantities(row)) for output in outputs for row in output.split("\n")]
    shown = set().union(*rows)
    for sentence in SENTENCE.split(line):
        for one, other in combinations(quantities(sentence), 2):
            flipped = {Quantity(other.value, one.unit), Quantity(one.value, other.unit)}
            if (
                one.unit != other.unit
                and not {one, other} & shown
                and any(flipped <= row for row in rows)
            ):
                yield one.value, other.value


def crossed(line: str, outputs: Sequence[str]) -> Iterator[tuple[str, str]]:
    """「A는 3개, B는 5개」에서 말마다 출력의 제 줄에는 없고 곁의 수만 있는 것을 찾는다.

    두 말이 모두 그래야 한다. 한 말이 나오는 줄이 여럿이면 모든 줄을 본다.
    """
    rows = [named_row(row) for output in outputs for row in output.split("\n")]
    for sentence in SENTENCE.split(line):
        for one, other in pairwise(clauses(sentence)):
            if one.value != other.value and all(
                belongs_to(mine, yours, rows)
                for mine, yours in ((one, other), (other, one))
            ):
                yield one.value, other.value


def clauses(sentence: str) -> list[Clause]:
    """문장의 수마다, 앞의 수와의 사이에 적은 말."""
    found, start = [], 0
    for match in ANY.finditer(sentence):
        words = frozenset(WORD.findall(sentence[start : match.start()]))
        found.append(Clause(words, match[0].replace(",", "")))
        start = match.end()
    return found


def named_row(row: str) -> tuple[frozenset[str], frozenset[str]]:
    """출력의 한 줄에 든 말과 수."""
    numbers = (x.replace(",", "") for x in ANY.findall(row))
    return frozenset(WORD.findall(row)), frozenset(numbers)


def belongs_to(
    mine: Clause, yours: Clause, rows: Sequence[tuple[frozenset[str], frozenset[str]]]
) -> bool:
    """`mine`의 말만 가리키는 출력의 줄에 제 수가 없고 `yours`의 수만 있는지 본다."""
    for word in {x for words, _ in rows for x in words}:
        if not said(word, mine.words) or said(word, yours.words):
            continue
        shown = [numbers for words, numbers in rows if word in words and numbers]
        if shown and all(
            yours.value in numbers and mine.value not in numbers for numbers in shown
        ):
            return True
    return False


def said(word: str, words: Iterable[str]) -> bool:
    """출력의 말에 조사나 어미만 붙여 글에 적었는지 본다."""
    return any(one.startswith(word) for one in words)


def quantities(text: str) -> list[Quantity]:
    """글에 나온, 단위가 붙은 수."""
    return [
        Quantity(x["value"].replace(",", ""), x["unit"])
        for x in QUANTITY.finditer(text)
    ]


def fits(one: tuple[str, str], other: tuple[str, str], output: Context) -> bool:
    """두 (말, 수)가 출력에서 저마다 제 수하고만 나오는지 본다."""
    first, second = output.get(one[1]), output.get(other[1])
    return bool(
        first
        and second
        and belongs(one[0], first, second)
        and belongs(other[0], second, first)
    )


def labelled(sentence: str) -> Iterator[tuple[str, str]]:
    """문장의 수마다 그 앞의 말과 함께 낸다."""
    start = 0
    for match in NUMBER.finditer(sentence):
        yield sentence[start : match.start()], match[0]
        start = match.end()


def belongs(
    clause: str, here: Sequence[frozenset[str]], there: Sequence[frozenset[str]]
) -> bool:
    """말이 `here`의 모든 곳에 있고 `there`에는 하나도 없는지 본다."""
    said = {word for words in here for word in words if word in clause}
    common = {word for word in said if all(word in words for words in here)}
    return any(all(word not in words for words in there) for word in common)
