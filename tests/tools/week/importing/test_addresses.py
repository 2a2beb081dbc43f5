"""제목에서 영문 주소를 짓는 것을 확인한다."""

import re

import pytest

from tests.paths import ROOT
from tools.page.project import Project
from tools.week.importing.addresses import Addresses, bare, is_romanised, unique
from tools.week.importing.romanise import romanise
from tools.week.importing.work import analyzer_of
from tools.week.make import TOPIC


@pytest.fixture(scope="module")
def addresses() -> Addresses:
    entries = Project(ROOT).glossary[0]
    return Addresses(entries, analyzer_of(entries))


@pytest.mark.parametrize(
    ("title", "address"),
    [
        ("1.케라스 함수형 API 활용의 장점은?", "keras-functional-api"),
        ("미니배치 경사하강법 보다 더 좋은 옵티마이저는?", "mini-batch-optimizer"),
        ("RNN과 LSTM의 차이", "recurrent-neural-network"),
        ("장독대는 무엇인가?", "jangdokdae"),
        ("lambda", "lambda-part"),
        ("index", "index-part"),
        ("???", "part"),
        ("트랜스포머의 셀프 어텐션", "transformer-self-attention"),
        ("드롭아웃", "dropout"),
        ("드롭아웃의 코드", "dropout"),
        ("코드", "code"),
        ("13주차 CNN 정리", "convolutional-neural-network"),
    ],
)
def test_address_comes_from_the_title(
    addresses: Addresses, title: str, address: str
) -> None:
    assert addresses.propose(title) == address


@pytest.mark.parametrize("title", ["2023년", "①", "가" * 80, "C++과 a/b", "🔥"])
def test_address_can_always_be_used(addresses: Addresses, title: str) -> None:
    assert TOPIC.fullmatch(addresses.propose(title))


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("13주차 CNN 정리", "13주차 CNN 정리"),
        ("3 가지 방법", "3 가지 방법"),
        ("1. 가", "가"),
        ("2.1 나", "나"),
        ("① 다", "다"),
    ],
)
def test_only_the_number_of_a_title_is_taken_off(title: str, wanted: str) -> None:
    assert bare(title) == wanted


@pytest.mark.parametrize(
    ("title", "address", "wanted"),
    [
        ("장독대", "jangdokdae", True),
        ("드롭아웃", "dropout", False),
        ("RNN 정리", "rnn", False),
    ],
)
def test_address_that_only_sounds_is_told(
    title: str, address: str, wanted: bool
) -> None:
    assert is_romanised(title, address) is wanted


def test_taken_address_gets_a_number() -> None:
    assert unique("a", ["a", "a-2"]) == "a-3"


@pytest.mark.parametrize(
    ("korean", "roman"),
    [
        ("한글", "hangeul"),
        ("합성곱", "hapseonggop"),
        ("왜", "wae"),
        ("a1 값", "a1 gap"),
    ],
)
def test_korean_is_romanised(korean: str, roman: str) -> None:
    assert romanise(korean) == roman
    assert re.fullmatch(r"[a-z0-9 ]+", roman)
