"""rumdl이 찾은 것을, 켠 규칙마다 따라 할 수 있는 한국어로 옮기는지 확인한다."""

import re
from pathlib import Path

import pytest

from tests.paths import ROOT
from tests.tools.check.edits import MULTI, accepted, below, put, read
from tools.check import lint
from tools.check.gate import check
from tools.check.lint_messages import TOLD, untold
from tools.page.project import Project

SPOT = "양성을 하나도 찾지 못했는데"
ENABLED = re.compile(r"^  - (MD\d+) ", re.M)


def say(root: Path, paragraph: str) -> None:
    """정한 문단의 아래에 한 문단을 더한다."""
    below(MULTI, SPOT, paragraph)(root)


def test_every_rule_that_is_on_has_its_own_words() -> None:
    rules = ENABLED.findall(lint.rumdl(ROOT, "--verbose", "README.md"))
    assert len(rules) > 50
    assert [rule for rule in rules if rule not in TOLD] == []


@pytest.mark.parametrize("rule", [*TOLD, "MD999"])
def test_words_are_korean_alone(rule: str) -> None:
    problem, mend = TOLD.get(rule, untold(rule))
    assert re.search("[가-힣]{2}.*[.]$", problem)
    assert re.search("[가-힣]{2}", mend)
    assert not re.search(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}", problem + mend)


@pytest.mark.parametrize(
    ("wrong", "word", "mended"),
    [
        ("#47에서 물었다.", "'#' 번호", "이슈 #47에서 물었다."),
        ("#47에서 물었다.", "'#' 번호", "[이슈 47](https://keras.io/)에서 물었다."),
        ("#딥러닝이라고 적는다.", "제목이 됩니다", "해시태그 #딥러닝이라고 적는다."),
        ("#딥러닝이라고 적는다.", "제목이 됩니다", "딥러닝이라고 적는다."),
        ("3 * 4 * 5를 셈한다.", "곱하기면", "3 × 4 × 5를 셈한다."),
        ("~~~text\n나무\n~~~", "'~~~'", "```text\n나무\n```"),
        ("점수는 __하나__가 아니다.", "'**…**'", "점수는 **하나**가 아니다."),
        (
            "[문서][keras]를 본다.",
            "'[이름]: 주소'",
            "[문서](https://keras.io/)를 본다.",
        ),
        (
            "[문서][keras]를 본다.",
            "'[이름]: 주소'",
            "[문서][keras]를 본다.\n\n[keras]: https://keras.io/",
        ),
        ("[문서]()를 본다.", "링크에 주소", "[문서](https://keras.io/)를 본다."),
    ],
)
def test_mend_applied_as_told_is_accepted(
    wrong: str, word: str, mended: str, place: Path
) -> None:
    before = read(place, MULTI)
    say(place, wrong)
    found = list(map(str, check(place)))
    assert [x for x in found if word in x], found
    put(place, MULTI, before)
    say(place, mended)
    accepted(place)


def test_harmless_habits_are_left_alone(place: Path) -> None:
    say(place, "1. 점수를 정한다.\n2. 값을 고른다.\n\n    이어진다.\n\n3. 잰다.")
    say(place, "```console\n$ pip install keras\n```")
    assert list(lint.find(Project(place))) == []
    accepted(place)
