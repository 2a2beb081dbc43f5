"""노트마다 확인 문제가 둘에서 여섯까지 있고 답이 적혔는지 본다."""

from collections.abc import Iterator
from pathlib import Path

from tools.check.corrections import body
from tools.finding import Finding
from tools.page.admonitions import admonitions, is_note
from tools.page.headings import headings
from tools.page.project import Project

ID = "quiz"
HEADING = f"## 확인 문제 {{ #{ID} }}"
# 갓 만든 쪽에는 본보기 하나가 있다.
FRESH = "여기에 문제를 적는다."
FEWEST, MOST = 2, 6


def find(project: Project) -> Iterator[Finding]:
    """한 줄 답이 있는 쪽, 곧 노트를 모두 본다."""
    for page in project.pages:
        text = project.read(page)
        if is_note(text) and FRESH not in text:
            yield from find_on_page(project, page, text)


def find_on_page(project: Project, page: Path, text: str) -> Iterator[Finding]:
    """쪽 하나의 확인 문제를 본다."""
    name = project.name(page)
    start = next((x.line for x in headings(text) if x.id == ID), None)
    if start is None:
        yield Finding(
            name,
            text.rstrip("\n").count("\n") + 1,
            "노트에 확인 문제가 없습니다.",
            f"쪽의 끝에 '{HEADING}'를 적고, 문제를 '??? question \"문제\"'로, "
            "답을 그 아래에 네 칸 들여 적으세요.",
        )
        return
    questions = [
        one
        for one in admonitions(text)
        if one.line > start and one.kind == "question" and one.folded
    ]
    if not FEWEST <= len(questions) <= MOST:
        yield Finding(
            name,
            start,
            f"확인 문제가 {len(questions)}개입니다.",
            f"'??? question \"문제\"'를 {FEWEST}개에서 {MOST}개까지 두세요.",
        )
    for question in questions:
        if not body(project.lines(page), question.line).strip():
            yield Finding(
                name,
                question.line,
                "확인 문제에 답이 없습니다.",
                "문제 아래에 빈 줄을 두고 답을 네 칸 들여 적으세요.",
            )
