"""노트의 코드를 돌려 보고, 돌지 않는 까닭을 말하는 것을 확인한다."""

import pytest

from tests.paths import ROOT
from tools.check.code import syntax_error
from tools.week.importing.code import attempt, is_python, unfit


@pytest.mark.parametrize(
    ("body", "info", "wanted"),
    [
        ("x = 1", "python", True),
        ("입력 -> 출력", "python", True),
        ("import numpy", "", True),
        ("print(1)\n입력 ->", "", False),
        ("x = 1", "", False),
        (">>> x\n1", "", True),
        ("print(1)", "bash", False),
    ],
)
def test_python_is_told_apart(body: str, info: str, wanted: bool) -> None:
    assert is_python(body, info) is wanted


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("입력 -> 층", "문법"),
        ("!pip install keras", "문법"),
        ("# 주석", "주석뿐"),
        (">>> x\n1", "대화 창"),
        ("from math import *", "import *"),
        ("print('''가\n나''')", "여러 줄"),
        ("def f():\n    '''설명\n    둘째'''\n    return 1", ""),
    ],
)
def test_code_that_cannot_run_is_told(body: str, why: str) -> None:
    assert (why in unfit(body)) if why else unfit(body) == ""


@pytest.mark.slow
def test_code_is_run_and_its_output_is_kept() -> None:
    body = "import math\ndef f(x): # 제곱\n    return x**2\nprint(f(3), math.pi > 3)"
    tried = attempt(ROOT, body)
    assert tried.output == "9 True\n"
    assert syntax_error(tried.source) is None
    assert "# --8<-- [start:run]" in tried.source
    assert "# 제곱" in tried.source


@pytest.mark.slow
def test_silent_code_says_that_it_ran() -> None:
    assert attempt(ROOT, "x = [1]\nl = x").output == "끝까지 돌았다.\n"
    assert attempt(ROOT, "x = [1]\nl = x").source.startswith("# ruff: noqa: ")


@pytest.mark.slow
def test_code_that_needs_what_stands_above_gets_it() -> None:
    tried = attempt(ROOT, "print(total)", ["total = 3"])
    assert tried.output == "3\n"
    assert attempt(ROOT, "print(total)").undefined


@pytest.mark.slow
@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("import not_there", "패키지가 없습니다"),
        ("print(1 / 0)", "멈췄습니다"),
        ("open('data.csv')", "없는 파일"),
        ("open('out.csv', 'w').close()", "파일을 새로 남깁니다"),
        ("import random\nprint(random.random())", "출력이 다릅니다"),
        ("import os\nprint('/home/' + 'gil' + 'dong/a')", "개인 정보"),
        (
            "from urllib.request import urlopen\nurlopen('https://example.com')",
            "내려받아야",
        ),
    ],
)
def test_reason_is_told(body: str, why: str) -> None:
    tried = attempt(ROOT, body)
    assert tried.source == ""
    assert why in tried.why
