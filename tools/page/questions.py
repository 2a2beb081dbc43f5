"""쪽에 적은 고르는 문제(`!!! question "문제"`)와 그 보기를 읽는다."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tools.page.admonitions import Admonition, admonitions
from tools.page.markdown import inline

KIND = "question"
RIGHT, WRONG = "right", "wrong"
FOLD = "???"
STEP = 4  # 보기를 들여 쓰는 칸


@dataclass(frozen=True)
class Choice:
    """보기 하나.

    Attributes:
        box: 보기를 여는 줄.
        reason: 보기 아래에 적은 까닭. 없으면 빈 글이다.
    """

    box: Admonition
    reason: str

    @property
    def right(self) -> bool:
        """맞는 보기인지 답한다."""
        return self.box.kind == RIGHT


@dataclass(frozen=True)
class Question:
    """고르는 문제 하나.

    Attributes:
        box: 문제를 여는 줄.
        boxes: 문제 안에 적은 상자. 보기가 아닌 것도 있다.
        choices: 접어 둔 보기. 적힌 차례다.
    """

    box: Admonition
    boxes: Sequence[Admonition]
    choices: Sequence[Choice]

    @property
    def title(self) -> str:
        """꾸미는 표시를 뗀 문제."""
        return inline(self.box.title)

    @property
    def id(self) -> str:
        """문제의 글로 지은 id."""
        return id_of(self.title)


def id_of(title: str) -> str:
    """문제의 글자와 숫자로 id를 짓는다. 문제를 고쳐 쓰지 않으면 자리를 옮겨도 같다."""
    letters = "".join(filter(str.isalnum, title))
    return f"q-{hashlib.sha256(letters.encode()).hexdigest()[:8]}"


def questions(text: str) -> Iterator[Question]:
    """글에 든 고르는 문제를 차례로 읽는다."""
    boxes = list(admonitions(text))
    lines = text.split("\n")
    for index, box in enumerate(boxes):
        if box.kind != KIND or box.folded:
            continue
        end = box.line + len(body(lines, box))
        inside = [x for x in boxes[index + 1 :] if x.line <= end]
        choices = [
            Choice(x, "\n".join(body(lines, x)).strip())
            for x in inside
            if x.kind in (RIGHT, WRONG)
            and x.indent == box.indent + STEP
            and x.mark == FOLD
        ]
        yield Question(box, inside, choices)


def body(lines: Sequence[str], box: Admonition) -> list[str]:
    """상자를 연 줄보다 더 들여 쓴 줄."""
    found = []
    for line in lines[box.line :]:
        row = line.expandtabs(STEP)
        if row.strip() and len(row) - len(row.lstrip()) < box.indent + STEP:
            break
        found.append(line)
    return found
