"""노트마다 확인 문제가 둘에서 여섯까지 있고, 답이나 보기의 까닭이 적혔는지 본다.

문제를 적는 꼴은 둘이다. 보기에서 고르는 문제와, 답을 접어 둔 문제다.
"""

from collections.abc import Iterator
from pathlib import Path

from tools.check.corrections import body
from tools.finding import Finding
from tools.page.admonitions import Admonition, admonitions, is_note
from tools.page.headings import headings
from tools.page.project import Project
from tools.page.questions import FOLD, KIND, RIGHT, WRONG, Question, questions

ID = "quiz"
HEADING = f"## 확인 문제 {{ #{ID} }}"
# 갓 만든 쪽에는 본보기 하나가 있다.
FRESH = "여기에 문제를 적는다."
FEWEST, MOST = 2, 6
FEWEST_CHOICES, MOST_CHOICES = 2, 5
FORM = (
    f"문제를 '!!! {KIND} \"문제\"'로 적고, 그 아래에 네 칸 들여 맞는 보기 하나를 "
    f"'{FOLD} {RIGHT} \"보기\"'로, 나머지를 '{FOLD} {WRONG} \"보기\"'로 적으세요. "
    "보기 아래에는 여덟 칸 들여 까닭을 적으세요."
)


def find(project: Project) -> Iterator[Finding]:
    """문제의 꼴은 모든 쪽에서, 문제의 수는 한 줄 답이 있는 쪽에서 본다."""
    for page in project.pages:
        text = project.read(page)
        yield from find_misformed(project, page, text)
        if is_note(text) and FRESH not in text:
            yield from find_on_page(project, page, text)


def find_on_page(project: Project, page: Path, text: str) -> Iterator[Finding]:
    """쪽 하나의 문제를 센다."""
    name = project.name(page)
    start = next((x.line for x in headings(text) if x.id == ID), None)
    if start is None:
        yield Finding(
            name,
            text.rstrip("\n").count("\n") + 1,
            "노트에 확인 문제가 없습니다.",
            f"쪽의 끝에 '{HEADING}'를 적으세요. {FORM}",
        )
        return
    asked = [one for one in admonitions(text) if one.kind == KIND]
    if not FEWEST <= len(asked) <= MOST:
        yield Finding(
            name,
            start,
            f"확인 문제가 {len(asked)}개입니다.",
            f"{FEWEST}개에서 {MOST}개까지 두세요. {FORM}",
        )
    for question in filter(lambda one: one.folded, asked):
        if not body(project.lines(page), question.line).strip():
            yield Finding(
                name,
                question.line,
                "확인 문제에 답이 없습니다.",
                "문제 아래에 빈 줄을 두고 답을 네 칸 들여 적으세요.",
            )


def find_misformed(project: Project, page: Path, text: str) -> Iterator[Finding]:
    """꼴이 틀린 문제와 문제 밖에 놓인 보기를 찾는다."""
    name = project.name(page)
    asked = list(questions(text))
    inside = {box for question in asked for box in question.boxes}
    seen: set[str] = set()
    for question in asked:
        if question.id in seen:
            yield Finding(
                name,
                question.box.line,
                "같은 문제가 두 번 나옵니다.",
                "하나를 지우거나 문제를 다르게 적으세요.",
            )
        seen.add(question.id)
        for line, problem, mend in faults(question):
            yield Finding(name, line, problem, mend)
    for box in admonitions(text):
        if box.kind in (RIGHT, WRONG) and box not in inside:
            yield Finding(
                name, box.line, f"보기 '{box.title}'이(가) 문제 밖에 있습니다.", FORM
            )


def faults(question: Question) -> Iterator[tuple[int, str, str]]:
    """고르는 문제 하나의 (줄, 틀린 것, 고치는 법)."""
    line, choices = question.box.line, question.choices
    if not question.title.strip():
        yield line, "문제가 비었습니다.", FORM
    known = {choice.box for choice in choices}
    strangers = [box for box in question.boxes if box not in known]
    yield from ((box.line, *strange(box)) for box in strangers)
    if strangers:
        return
    if not FEWEST_CHOICES <= len(choices) <= MOST_CHOICES:
        yield (
            line,
            f"보기가 {len(choices)}개입니다.",
            f"{FEWEST_CHOICES}개에서 {MOST_CHOICES}개까지 두세요. {FORM}",
        )
    right = sum(choice.right for choice in choices)
    if choices and right != 1:
        yield (
            line,
            f"맞는 보기가 {right}개입니다.",
            f"하나만 '{FOLD} {RIGHT}'로 적고, 나머지는 '{FOLD} {WRONG}'으로 적으세요.",
        )
    for choice in choices:
        if not choice.box.title.strip():
            yield choice.box.line, "보기가 비었습니다.", FORM
        if not choice.reason:
            yield (
                choice.box.line,
                "보기에 까닭이 없습니다.",
                "보기 아래에 빈 줄을 두고 까닭을 여덟 칸 들여 적으세요.",
            )


def strange(box: Admonition) -> tuple[str, str]:
    """문제 안에 놓였지만 보기가 아닌 상자의 (틀린 것, 고치는 법)."""
    shown = f"{box.mark} {box.kind}"
    if box.kind not in (RIGHT, WRONG):
        return (
            f"문제 안의 '{shown}'은(는) 보기가 아닙니다.",
            f"'{FOLD} {RIGHT}'이나 '{FOLD} {WRONG}'으로 바꾸거나 문제 밖에 두세요.",
        )
    if box.mark != FOLD:
        return (
            f"'{shown}'은(는) 펼쳐진 채로 보여 답이 드러납니다.",
            f"'{FOLD} {box.kind}'으로 바꾸세요.",
        )
    return (
        f"보기 '{box.title}'을(를) 들여 쓴 칸이 다릅니다.",
        "문제를 연 줄보다 네 칸만 더 들여 쓰세요.",
    )
