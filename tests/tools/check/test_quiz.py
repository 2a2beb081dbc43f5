"""확인 문제가 쪽마다 둘에서 여섯까지 있고, 답에 적은 수가 모두 출력에 매였는지 본다."""

import re
from pathlib import Path

import pytest

from tests.paths import DOCS, ROOT
from tools.check import quiz
from tools.check.numbers import NOT_MEASURED, NUMBER, find_on_page, shown_numbers
from tools.page.project import Project

QUESTION = re.compile(
    r'^\?\?\? question "(?P<question>[^\n]+)"\n(?P<answer>(?:\n|    .*\n?)+)', re.M
)
NOTES = [
    path
    for path in sorted(DOCS.glob("week*/*.md"))
    if '!!! abstract "' in path.read_text(encoding="utf-8")
]


def answers(page: Path) -> list[re.Match[str]]:
    text = page.read_text(encoding="utf-8")
    assert "## 확인 문제 { #quiz }" in text
    return list(QUESTION.finditer(text, text.index("{ #quiz }")))


QUIZ = "## 확인 문제 { #quiz }"
ONE = '??? question "무엇인가?"\n\n    답이다.\n'


@pytest.mark.parametrize(
    ("quiz_text", "problem"),
    [
        (f"{QUIZ}\n\n{ONE}\n{ONE}", None),
        (f"{QUIZ}\n\n" + f"{ONE}\n" * 6, None),
        (f"{QUIZ}\n\n{ONE}", "확인 문제가 1개입니다."),
        (f"{QUIZ}\n\n" + f"{ONE}\n" * 7, "확인 문제가 7개입니다."),
        (f"{QUIZ}\n\n{ONE}\n" + ONE.replace("    답이다.\n", ""), "답이 없습니다."),
        (ONE * 2, "노트에 확인 문제가 없습니다."),
        (f'{QUIZ}\n\n??? question "여기에 문제를 적는다."\n\n    답이다.\n', None),
    ],
)
def test_note_asks_two_to_six_and_answers(
    quiz_text: str, problem: str | None, tmp_path: Path
) -> None:
    page = tmp_path / "docs/week1/a.md"
    page.parent.mkdir(parents=True)
    page.write_text(f'# A\n\n!!! abstract "답"\n\n    짧다.\n\n{quiz_text}', "utf-8")
    told = [x.problem for x in quiz.find(Project(tmp_path))]
    assert len(told) == (problem is not None)
    assert all(problem in x for x in told)


def test_every_number_in_an_answer_fails_when_it_parts_from_the_output(
    copy: Path,
) -> None:
    broken = 0
    for page in NOTES:
        text = page.read_text(encoding="utf-8")
        target = copy / page.relative_to(ROOT)
        known = shown_numbers(Project(ROOT), page)
        for answer in answers(page):
            for number in NUMBER.finditer(NOT_MEASURED.sub(same_length, text)):
                if not answer.start("answer") <= number.start() < answer.end():
                    continue
                wrong = next(
                    f"{number[0]}{digit}"
                    for digit in "739"
                    if f"{number[0]}{digit}".replace(",", "") not in known
                )
                if "," in number[0]:
                    wrong = "999,999"
                target.write_text(
                    text[: number.start()] + wrong + text[number.end() :],
                    encoding="utf-8",
                )
                told = [x.problem for x in find_on_page(Project(copy), target, [])]
                assert any(wrong in problem for problem in told), (page, number[0])
                broken += 1
    assert broken > 10


def same_length(match: re.Match[str]) -> str:
    return " " * len(match[0])
