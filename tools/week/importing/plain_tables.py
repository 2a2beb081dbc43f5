"""글자로 그린 표와 정의 목록을 마크다운으로 바꾼다. pandoc이 쓰는 꼴이다."""

import re
import unicodedata
from collections.abc import Sequence

GRID = re.compile(r"^\s*\+(?:[-=:]+\+)+\s*$")
GRID_HEAD = re.compile(r"^\s*\+(?:[=:]+\+)+\s*$")
DASHES = re.compile(r"^\s*-{2,}(?:\s+-{2,})+\s*$")
LONG_DASHES = re.compile(r"^\s*-{5,}\s*$")
CAPTION = re.compile(r"^\s*(?:Table)?:\s+(?P<text>\S.*)$")
DEFINED = re.compile(r"^ {0,3}:[ \t]+(?P<text>\S.*)$")
MARKED = re.compile(r"^(?:[-*+]|\d+[.)])\s")
# 표나 목록이나 제목의 첫 글자. 그 아래의 `: 글`은 뜻이 아니다.
OTHER = re.compile(r"[-*+#>|:=]|\d+[.)]\s")
WIDE = ("W", "F")
# 표의 머리가 차지하는 줄 가운데 가장 많은 것.
FARTHEST = 8

Rows = list[list[str]]


def grid(lines: Sequence[str], at: int) -> tuple[list[str], int] | None:
    """`+---+`로 그린 표를 (마크다운의 줄, 다음 줄)로. 아니면 None이다."""
    if not GRID.match(lines[at]):
        return None
    end, rows, parts = at, [], []
    while end < len(lines) and lines[end].strip()[:1] in ("+", "|"):
        if GRID.match(lines[end]):
            rows += [joined(parts)] if parts else []
            parts = []
        else:
            inner = lines[end].strip().strip("|")
            parts.append([x.strip() for x in inner.split("|")])
        end += 1
    rows += [joined(parts)] if parts else []
    return (piped(rows), end) if rows else None


def spaced(lines: Sequence[str], at: int) -> tuple[list[str], int] | None:
    """줄표로 칸을 나눈 표를 (마크다운의 줄, 다음 줄)로. 아니면 None이다."""
    near = range(at, min(at + FARTHEST, len(lines)))
    rule = next((n for n in near if DASHES.match(lines[n])), None)
    if rule is None or not opens(lines, at, rule):
        return None
    spans = columns(lines[rule])
    framed = rule == at or LONG_DASHES.match(lines[at])
    end, body = rule + 1, []
    while end < len(lines):
        line = lines[end]
        if DASHES.match(line) or LONG_DASHES.match(line):
            end += 1
            break
        if not line.strip() and not framed:
            break
        body.append(line)
        end += 1
    else:
        if framed:
            return None  # 닫는 줄표가 없다
    head = [x for x in lines[at:rule] if not LONG_DASHES.match(x)]
    rows = [joined([cut(x, spans) for x in head])] if head else []
    several = [""] in [[x.strip()] for x in body]
    for group in groups(body) if several else [[x] for x in body]:
        rows.append(joined([cut(x, spans) for x in group]))
    return (piped(rows), end) if body else None


def opens(lines: Sequence[str], at: int, rule: int) -> bool:
    """표의 첫 줄인지 본다. 줄표이거나, 바로 아래에 줄표가 있는 머리다."""
    if rule == at:
        return True
    if LONG_DASHES.match(lines[at]):
        return all(x.strip() for x in lines[at:rule])
    return rule == at + 1 and bool(re.search(r"\S {2,}\S", lines[at]))


def columns(rule: str) -> list[tuple[int, int | None]]:
    """칸마다 (처음, 다음 칸의 처음). 마지막 칸은 끝까지다."""
    starts = [x.start() for x in re.finditer("-+", rule)]
    return [*zip(starts, [*starts[1:], None], strict=True)]


def cut(line: str, spans: Sequence[tuple[int, int | None]]) -> list[str]:
    """한 줄을 칸으로 자른다. 한글은 두 자리를 차지한다."""
    by_gap = re.split(r" {2,}", line.strip())
    if len(by_gap) == len(spans):
        return by_gap
    cells = ["" for _ in spans]
    place = 0
    for letter in line:
        number = max((n for n, (x, _) in enumerate(spans) if x <= place), default=0)
        cells[number] += letter
        place += 2 if unicodedata.east_asian_width(letter) in WIDE else 1
    return [x.strip() for x in cells]


def groups(lines: Sequence[str]) -> list[list[str]]:
    """빈 줄로 나뉜 것끼리 묶는다."""
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [x for x in found if x]


def joined(parts: Sequence[Sequence[str]]) -> list[str]:
    """여러 줄에 걸친 칸을 잇는다. 항목은 줄을 바꾸어 적는다."""
    width = max(map(len, parts), default=0)
    cells = []
    for number in range(width):
        texts = [x[number] for x in parts if number < len(x) and x[number]]
        cell = ""
        for text in texts:
            gap = "<br>" if MARKED.match(text) else " "
            cell += (gap if cell else "") + text
        cells.append(cell)
    return cells


def piped(rows: Rows) -> list[str]:
    """이 사이트의 표로 적은 줄."""
    width = max(map(len, rows))
    shown = [
        "| "
        + " | ".join(
            [*(x.replace("|", "\\|") for x in row), *[""] * (width - len(row))]
        )
        + " |"
        for row in rows
    ]
    shown.insert(1, f"|{' --- |' * width}")
    return shown


def definition(lines: Sequence[str], at: int) -> tuple[list[str], int] | None:
    """`용어` 아래의 `: 뜻`을 목록으로 적은 (줄, 다음 줄). 아니면 None이다."""
    below = at + 1
    if below < len(lines) and not lines[below].strip():
        below += 1
    found = DEFINED.match(lines[below]) if below < len(lines) else None
    if not found or not lines[at].strip() or lines[at].startswith(" "):
        return None
    if OTHER.match(lines[at]):
        return None
    made = [f"- **{lines[at].strip()}**: {found['text']}"]
    end = below + 1
    while end < len(lines):
        if again := DEFINED.match(lines[end]):
            made.append(f"    - {again['text']}")
        elif lines[end].startswith("    ") and lines[end].strip():
            made.append(lines[end])
        else:
            break
        end += 1
    return made, end
