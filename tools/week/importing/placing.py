"""원문의 덩이가 쪽의 어느 줄에 있는지 찾는다."""

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.check.note_blocks import Shown, parsed
from tools.page.embeds import EMBED
from tools.page.markdown import Fence, fences
from tools.page.project import Project
from tools.week.importing.canonical import Chunk
from tools.week.importing.pages import ADDED, BOLD_LINE, with_boxes

OUTPUT = re.compile(rf'```text title="(?:출력|{ADDED})"')
ADDRESS = re.compile(r" \{ #[^}\n]*\}\s*$")


@dataclass(frozen=True)
class Place:
    """쪽에서 덩이가 있는 자리. `end`는 다음 줄이고 0부터 센다.

    Attributes:
        start: 시작하는 줄.
        end: 끝난 다음 줄.
        snippet: 끼워 넣은 코드 파일의 이름. 없으면 빈 글이다.
    """

    start: int
    end: int
    snippet: str = ""


class Finder:
    """쪽 하나에서 덩이를 찾는다."""

    def __init__(self, project: Project, page: Path) -> None:
        """쪽의 줄을 읽는다."""
        self.shown = Shown(project, [page])
        self.lines = project.read(page).split("\n")
        self.boxes = fences(self.lines)

    def place(self, chunk: Chunk) -> Place | None:
        """덩이의 자리. 없거나 여럿이면 None이다."""
        if chunk.kind == "fence":
            found = [*self.codes(chunk)]
        elif title := title_of(chunk):
            found = [*self.headings(title)]
        else:
            found = [*self.prose(with_boxes(chunk.text).split("\n"))]
        return found[0] if len(found) == 1 else None

    def headings(self, title: str) -> Iterator[Place]:
        """그런 제목의 줄."""
        inside = {n for x in self.boxes for n in range(x.line, x.end + 1)}
        for number, line in enumerate(self.lines):
            mark, _, rest = line.partition(" ")
            is_heading = mark and not mark.strip("#") and number + 1 not in inside
            if is_heading and ADDRESS.sub("", rest).strip() == title:
                yield Place(number, number + 1)

    def prose(self, wanted: Sequence[str]) -> Iterator[Place]:
        """앞뒤가 빈 줄이거나 목록의 이웃인 잇따른 줄."""
        size = len(wanted)
        for start in range(len(self.lines) - size + 1):
            if self.lines[start : start + size] == wanted:
                yield Place(start, start + size)

    def codes(self, chunk: Chunk) -> Iterator[Place]:
        """그 코드를 실은 상자. 코드를 끼워 넣은 것이면 출력까지다."""
        (wanted,) = fences(chunk.text.split("\n"))
        for box in self.boxes:
            match = EMBED.match(box.body[0]) if len(box.body) == 1 else None
            if match is None:
                if [*box.body] == [*wanted.body]:
                    yield Place(box.line - 1, box.end)
                continue
            lines = self.shown.expanded(box.body[0])
            if holds_code("\n".join(lines), "\n".join(wanted.body)):
                name = match["file"].removesuffix(".py")
                yield Place(box.line - 1, self.with_output(box), name)

    def with_output(self, box: Fence) -> int:
        """이어지는 출력 상자가 끝난 다음 줄."""
        after = [x for x in self.boxes if x.line == box.end + 2]
        if after and OUTPUT.match(self.lines[after[0].line - 1]):
            return after[0].end
        return box.end


def title_of(chunk: Chunk) -> str:
    """쪽에서 제목이 되는 덩이의 제목. 아니면 빈 글이다."""
    if chunk.level:
        return chunk.title
    bold = BOLD_LINE.fullmatch(chunk.text)
    return bold["title"].strip(" :") if bold else ""


def holds_code(source: str, body: str) -> bool:
    """파일에 실린 함수의 속이 노트의 코드와 같은지 본다.

    앞 상자의 코드를 앞에 붙여 돌린 것이면 끝이 같다.
    """
    try:
        (function,) = ast.parse(source).body
    except (SyntaxError, ValueError):
        return False
    inner = getattr(function, "body", [])[1:]
    wanted = [x for x in parsed(body) if not x.startswith("#")]
    return bool(wanted) and [ast.unparse(x) for x in inner[-len(wanted) :]] == wanted
