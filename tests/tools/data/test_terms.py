"""글에서 낱말로 쓰인 용어만 찾는지 확인한다."""

import pytest

from tests.paths import DOCS
from tools.data import glossary
from tools.data.terms import Finder

ENTRIES = glossary.load(DOCS / glossary.NAME)
FINDER = Finder(ENTRIES)


def terms_in(text: str) -> list[tuple[str, str]]:
    return [(text[x.start : x.end], x.entry.name) for x in FINDER.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("과적합을 막는다.", [("과적합", "과대적합")]),
        ("층을 쌓는다.", [("층", "층")]),
        ("층위가 다르다.", []),
        ("층층이 쌓은 단층", []),
        ("가중치 감쇠는 가중치를 줄인다.", [("가중치 감쇠",) * 2, ("가중치",) * 2]),
        ("분류기를 훈련한다.", [("훈련", "훈련")]),
        ("레이블별로 본다.", [("레이블", "레이블")]),
        ("그리드탐색이다.", [("그리드탐색", "그리드 탐색")]),
        ("베이지안\n최적화는", [("베이지안\n최적화", "베이지안 최적화")]),
        ("Adam보다 AdamW가", [("Adam", "Adam"), ("AdamW", "AdamW")]),
        ("Adamax와 SGDW", []),
        ("이 방법의 특징은 둘이다.", []),
        ("특성은 셋이다.", [("특성", "특성")]),
    ],
)
def test_a_term_is_found_only_as_a_word(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert terms_in(text) == expected


def test_finders_of_the_same_terms_have_the_same_fingerprint() -> None:
    assert Finder(reversed(ENTRIES)).fingerprint == FINDER.fingerprint
    assert Finder(ENTRIES[1:]).fingerprint != FINDER.fingerprint
