"""출력에서 같은 이름의 수가 줄마다 되풀이되는 곳을 표로 바꾼다.

「이름: 항목 수, 항목 수」 꼴의 줄이 이어지고 항목의 이름이 같으면 표다.
수와 낱말은 출력에 적힌 그대로이고, 표가 되지 않는 줄은 그대로 둔다.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from tools.build.site import Page, Site
from tools.build.tree import Node, Tree, insert_after, text_of

OUTPUT = "출력"
ROW = re.compile(r"(?P<space> *)(?:- )?(?P<head>[^:]*\S): (?P<cells>.+)")
VALUE = r"[-−+]?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?"
# 수와, 곁들인 구간이나 단위. 예: `0.58 (0.23~0.26)`, `12개`
CELL = re.compile(
    rf"(?:(?P<name>\D*?\S) )?(?P<value>{VALUE}[가-힣%]{{0,2}}(?: \([^()]*\))?)"
)
# 「1,280」을 나누지 않는 쉼표.
COMMA = re.compile(r", (?![^(]*\))")
FEWEST = 2  # 표가 되는 줄과 칸의 수


class Row(NamedTuple):
    """출력의 한 줄. `names`가 비면 표가 아니다."""

    line: str
    head: str
    names: tuple[str, ...]
    values: tuple[str, ...]

    @property
    def kind(self) -> tuple:
        """이어진 줄의 이것이 같으면 한 표다."""
        indent = len(self.line) - len(self.line.lstrip())
        return (indent, self.names, len(self.values)) if self.values else ()


def make_tables(tree: Tree, _page: Page, _site: Site) -> None:
    """출력 상자에서 표가 될 줄을 표로 바꾼다."""
    for box in tree.all(".language-text:has(> .filename)"):
        if text_of(box.css_first(".filename")) == OUTPUT:
            tabulate(box)


def tabulate(box: Node) -> None:
    """상자 하나를 글과 표로 나눈다. 표가 없으면 그대로 둔다."""
    pre = box.css_first("pre")
    parts = list(split(text_of(pre).strip("\n").split("\n")))
    if not any(is_table for is_table, _ in parts):
        return
    html = "".join(table(rows) if is_table else plain(rows) for is_table, rows in parts)
    insert_after(pre, html)
    pre.decompose()


def split(lines: Sequence[str]) -> Iterator[tuple[bool, list[Row]]]:
    """줄을 표가 될 것과 아닌 것으로 차례로 묶는다."""
    left: list[Row] = []
    for kind, group in groupby(map(read, lines), key=lambda row: row.kind):
        rows = list(group)
        if is_table(kind, rows):
            if left:
                yield False, left
            yield True, rows
            left = []
        else:
            left += rows
    if left:
        yield False, left


def is_table(kind: tuple, rows: Sequence[Row]) -> bool:
    """줄이 둘 이상이고 칸이 둘 이상이면 표다. 칸이 하나면 목록이라 글로 둔다."""
    return bool(kind) and min(len(rows), len(rows[0].values)) >= FEWEST


def read(line: str) -> Row:
    """한 줄을 이름과 수로 나눈다. 그 꼴이 아니면 수가 없는 줄이다."""
    match = ROW.fullmatch(line)
    cells = [CELL.fullmatch(x) for x in COMMA.split(match["cells"])] if match else []
    if not cells or not all(cells):
        return Row(line, "", (), ())
    names = tuple(cell["name"] or "" for cell in cells)
    return Row(line, match["head"], names, tuple(cell["value"] for cell in cells))


def table(rows: Sequence[Row]) -> str:
    """이어진 줄을 표로 적는다."""
    names = rows[0].names
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    header = f"<thead><tr><td></td>{head}</tr></thead>" if any(names) else ""
    body = "".join(
        f'<tr><th scope="row">{escape(row.head)}</th>'
        + "".join(f"<td>{escape(value)}</td>" for value in row.values)
        + "</tr>"
        for row in rows
    )
    return (
        '<div class="output-table" tabindex="0" role="group" aria-label="출력의 표">'
        f'<table class="numbers">{header}<tbody>{body}</tbody></table></div>'
    )


def plain(rows: Sequence[Row]) -> str:
    """표가 아닌 줄을 코드처럼 적는다."""
    text = escape("\n".join(row.line for row in rows), quote=False)
    return f"<pre><span></span><code>{text}\n</code></pre>"
