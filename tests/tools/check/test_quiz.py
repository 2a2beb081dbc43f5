"""확인 문제가 쪽마다 두세 개 있고, 답에 적은 수가 모두 출력에 매였는지 본다."""

import re
from pathlib import Path

import pytest

from tests.paths import DOCS, ROOT, relative
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


@pytest.mark.parametrize("page", NOTES, ids=relative)
def test_page_asks_and_answers_in_folds(page: Path) -> None:
    found = answers(page)
    # 갓 만든 쪽에는 본보기 하나가 있다.
    fresh = "여기에 문제를 적는다." in page.read_text(encoding="utf-8")
    assert len(found) == 1 if fresh else 2 <= len(found) <= 3
    assert all(match["answer"].strip() for match in found)


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
