"""확인 문제가 쪽마다 둘에서 여섯까지 있는지 본다.

적는 꼴이 맞는지, 답에 적은 수가 출력에 매였는지도 본다.
"""

import re
from pathlib import Path

import pytest

from tests.paths import DOCS, ROOT
from tools.check import quiz
from tools.check.numbers import NOT_MEASURED, NUMBER, find_on_page, shown_numbers
from tools.page.project import Project

QUESTION = re.compile(
    r'^(?:\?\?\?|!!!) question "(?P<question>[^\n]+)"\n(?P<answer>(?:\n|    .*\n?)+)',
    re.M,
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


def question(*choices: str, title: str = "무엇인가?") -> str:
    return f'!!! question "{title}"\n\n' + "\n".join(choices)


RIGHT = '    ??? right "층"\n\n        가중치가 있다.\n'
WRONG = '    ??? wrong "손실"\n\n        층이 아니다.\n'


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (question(RIGHT, WRONG), 0, None),
        (question("    아래에서 고른다.\n", *[WRONG] * 4, RIGHT), 0, None),
        (question(), 1, "보기가 0개입니다."),
        (question("    - [ ] 층\n    - [x] 손실\n"), 1, "보기가 0개입니다."),
        (question(RIGHT), 1, "보기가 1개입니다."),
        (question(RIGHT, *[WRONG] * 5), 1, "보기가 6개입니다."),
        (question(WRONG, WRONG), 1, "맞는 보기가 0개입니다."),
        (question(RIGHT, WRONG, RIGHT), 1, "맞는 보기가 2개입니다."),
        (question(RIGHT, WRONG, title=""), 1, "문제가 비었습니다."),
        (question(RIGHT, WRONG.replace("손실", "")), 7, "보기가 비었습니다."),
        (question(RIGHT, WRONG.split("\n")[0]), 7, "보기에 까닭이 없습니다."),
        (
            question(WRONG, RIGHT.replace("???", "???+")),
            7,
            "'???+ right'은(는) 펼쳐진 채로 보여 답이 드러납니다.",
        ),
        (
            question(WRONG, RIGHT.replace("???", "!!!")),
            7,
            "'!!! right'은(는) 펼쳐진 채로 보여 답이 드러납니다.",
        ),
        (
            question(WRONG, RIGHT.replace("right", "correct")),
            7,
            "문제 안의 '??? correct'은(는) 보기가 아닙니다.",
        ),
        (
            question(WRONG, RIGHT.replace("    ", "      ", 1)),
            7,
            "보기 '층'을(를) 들여 쓴 칸이 다릅니다.",
        ),
        (RIGHT.replace("    ", "", 1), 1, "보기 '층'이(가) 문제 밖에 있습니다."),
        (
            question(RIGHT, WRONG).replace("!!!", "???", 1),
            3,
            "보기 '층'이(가) 문제 밖에 있습니다.",
        ),
        (
            question(RIGHT, WRONG) + "\n" + question(RIGHT, WRONG, title="무엇인가"),
            11,
            "같은 문제가 두 번 나옵니다.",
        ),
    ],
)
def test_choice_question_has_one_form(
    text: str, line: int, problem: str | None, tmp_path: Path
) -> None:
    page = tmp_path / "docs/a.md"
    page.parent.mkdir()
    page.write_text(text, "utf-8")
    told = [*quiz.find(Project(tmp_path))]
    assert all(finding.mend for finding in told)
    first = [(x.line, x.problem) for x in told][:1]
    assert first == ([(line, problem)] if problem else [])


@pytest.mark.parametrize(("count", "told"), [(1, 1), (2, 0), (6, 0), (7, 1)])
def test_both_forms_count_together_wherever_they_stand(
    count: int, told: int, tmp_path: Path
) -> None:
    page = tmp_path / "docs/week1/a.md"
    page.parent.mkdir(parents=True)
    choices = "\n".join(
        question(RIGHT, WRONG, title=f"{number}은 무엇인가?")
        for number in range(count - 1)
    )
    text = f'# A\n\n!!! abstract "답"\n\n    짧다.\n\n{choices}\n{QUIZ}\n\n{ONE}'
    page.write_text(text, "utf-8")
    assert len([*quiz.find(Project(tmp_path))]) == told


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
                if "??? wrong" in text[: number.end()].rpartition("\n")[2]:
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
    assert broken >= 3


def same_length(match: re.Match[str]) -> str:
    return " " * len(match[0])
