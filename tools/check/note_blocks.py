"""원문의 코드, 수식, 그림, 표가 쪽에 그대로 있는지 가린다. 문장은 fidelity가 본다."""

import ast
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from tools.check.embeds import source_of
from tools.page.blocks import ROW, RULE, Block, Kind, cells
from tools.page.embeds import EMBED, shown_lines
from tools.page.links import links
from tools.page.markdown import fences, inline
from tools.page.project import Project
from tools.page.text import squeeze


class Shown:
    """쪽에 실린 것. 갈래마다 처음 물을 때 모은다."""

    def __init__(self, project: Project, pages: Iterable[Path]) -> None:
        """어느 저장소의 어느 쪽을 볼지 기억한다."""
        self.project = project
        self.pages = list(pages)

    def keeps(self, block: Block) -> bool:
        """덩이가 쪽에 있는지 본다."""
        if block.kind is Kind.FENCE:
            return self.keeps_code(block.text)
        if block.kind is Kind.FORMULA:
            return squeeze(block.text) in self.text
        if block.kind is Kind.IMAGE:
            return target(block.text) in self.targets
        return row(block.text) in self.rows

    def keeps_code(self, code: str) -> bool:
        """줄이 잇따라 있거나, 꼴만 다듬은 같은 코드가 있는지 본다."""
        wanted = filled(code.split("\n"))
        if any(holds(filled(lines), wanted) for lines in self.code):
            return True
        statements = parsed(code)
        return bool(statements) and any(
            set(statements) <= everything(lines) for lines in self.code
        )

    @cached_property
    def text(self) -> str:
        """모든 쪽의 원본을 빈칸을 줄여 이은 것."""
        return squeeze(" ".join(map(self.project.read, self.pages)))

    @cached_property
    def targets(self) -> set[str]:
        """쪽에 실린 그림의 주소."""
        found = (link for page in self.pages for link in links(self.project.read(page)))
        return {link.target for link in found if link.image}

    @cached_property
    def rows(self) -> set[tuple[str, ...]]:
        """표의 행."""
        lines = (line for page in self.pages for line in self.project.lines(page))
        return {row(x) for x in lines if ROW.match(x) and not RULE.match(x)}

    @cached_property
    def code(self) -> list[list[str]]:
        """상자마다, 끼워 넣은 것을 펼친 줄."""
        return [
            [line for one in fence.body for line in self.expanded(one)]
            for page in self.pages
            for fence in fences(self.project.lines(page))
        ]

    def expanded(self, line: str) -> Sequence[str]:
        """끼워 넣은 줄이면 끼워질 줄로 바꾼다."""
        match = EMBED.match(line)
        file = source_of(self.project, match["file"]) if match else None
        if file is None:
            return [line]
        text = self.project.read(file)
        return shown_lines(text, match["part"]) if match["part"] else text.split("\n")


def target(inside: str) -> str:
    """그림의 괄호에 적은 것에서 주소만 꺼낸다."""
    return next(links(f"![]({inside})")).target


def row(line: str) -> tuple[str, ...]:
    """표의 행을 칸마다 보이는 글로 바꾼다."""
    return tuple(squeeze(inline(cell)) for cell in cells(line))


def filled(lines: Iterable[str]) -> list[str]:
    """빈 줄과 앞뒤의 빈칸을 뺀 줄."""
    return [line.strip() for line in lines if line.strip()]


def holds(lines: Sequence[str], wanted: Sequence[str]) -> bool:
    """`wanted`가 `lines`에 잇따라 있는지 본다."""
    last = len(lines) - len(wanted)
    return any(lines[n : n + len(wanted)] == wanted for n in range(last + 1))


def parsed(code: str) -> list[str]:
    """맨 바깥의 문장을 꼴을 다듬어 적은 것과 주석. 읽지 못하면 비었다."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError):
        return []
    return [*map(ast.unparse, tree.body), *comments(code.split("\n"))]


def everything(lines: Sequence[str]) -> set[str]:
    """코드의 안쪽까지 모든 문장을 꼴을 다듬어 적은 것과 주석."""
    code = "\n".join(lines)
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError):
        return set()
    statements = (node for node in ast.walk(tree) if isinstance(node, ast.stmt))
    return {*map(ast.unparse, statements), *comments(lines)}


def comments(lines: Iterable[str]) -> Iterator[str]:
    """한 줄을 다 쓰는 주석."""
    return (line.strip() for line in lines if line.lstrip().startswith("#"))
