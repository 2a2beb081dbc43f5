"""출력을 끼워 넣지 않고 손으로 적은 상자를 찾는다. 코드가 바뀌면 틀린 채 남는다."""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from tools.check.note_blocks import filled
from tools.finding import Finding
from tools.page.blocks import Kind
from tools.page.embeds import EMBED
from tools.page.markdown import Fence, fences
from tools.page.note import things
from tools.page.project import Project
from tools.page.text import squeeze

# 이만큼 닮으면 그 출력을 옮겨 적은 것이다.
COPIED = 0.8
SHORTEST = 12
PLAIN = re.compile(
    r"^\{?\s*\.?(?:text|txt|plain\w*|console|output|out|log)?(?=[\s}]|$)", re.I
)
OUTPUT = re.compile(r"출력|결과|output|result", re.I)
MEND = (
    "적은 줄을 지우고 '--8<-- \"{}\"'로 끼워 넣으세요. 값이 틀렸으면 코드를 고쳐 "
    "`python -m tools outputs`로 다시 기록하세요."
)


def find(project: Project) -> Iterator[Finding]:
    """쪽마다 글뿐인 상자를 본다. 쓴 사람이 노트에 적은 상자는 그대로 둔다."""
    outputs = {
        project.name(path).removeprefix("snippets/"): project.read(path)
        for path in project.under(project.snippets, ".txt")
    }
    own = [
        filled(block.text.split("\n"))
        for note in project.notes.values()
        for block in things(note.text)
        if block.kind is Kind.FENCE
    ]
    for page in project.pages:
        lines = tuple(project.lines(page))
        before: Fence | None = None
        for fence in fences(lines):
            above = code_above(lines, before, fence)
            before = fence
            rows = typed_rows(fence)
            if not rows or filled(fence.body) in own:
                continue
            said = says_output(fence, page, project) or above is not None
            name = above or nearest("\n".join(fence.body), outputs, sure=not said)
            if name or said:
                yield Finding(
                    project.name(page),
                    fence.line + 1 + rows[0],
                    "코드의 출력을 손으로 적었습니다. 코드가 바뀌어도 그대로 남습니다.",
                    MEND.format(name or "주차/주제/파일.txt"),
                )


def typed_rows(fence: Fence) -> list[int]:
    """글뿐인 상자에서, 끼워 넣지 않은 줄의 차례. 다른 갈래의 상자면 비었다."""
    if not PLAIN.match(fence.info):
        return []
    return [
        n for n, row in enumerate(fence.body) if row.strip() and not EMBED.match(row)
    ]


def says_output(fence: Fence, page: Path, project: Project) -> bool:
    """노트에서 「출력」이라는 이름을 단 상자인지 본다."""
    titled = OUTPUT.search(fence.options.get("title", ""))
    return page.parent != project.docs and titled is not None


def code_above(
    lines: tuple[str, ...], before: Fence | None, fence: Fence
) -> str | None:
    """바로 위에 끼워 넣은 코드가 있으면, 그 출력의 이름."""
    if before is None or any(map(str.strip, lines[before.end : fence.line - 1])):
        return None
    shown = [match["file"] for row in before.body if (match := EMBED.match(row))]
    python = [name for name in shown if name.endswith(".py")]
    return f"{python[-1].removesuffix('.py')}.txt" if python else None


def nearest(text: str, outputs: Mapping[str, str], *, sure: bool) -> str | None:
    """가장 닮은 출력의 이름. `sure`면 옮겨 적은 것이 분명할 때만 낸다."""
    flat = squeeze(text)
    if len(flat) < SHORTEST or not outputs:
        return None
    scores = {name: likeness(flat, squeeze(one)) for name, one in outputs.items()}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] >= COPIED or (not sure and scores[best] > 0) else None


@cache
def likeness(one: str, other: str) -> float:
    """두 글이 얼마나 닮았는지 0에서 1로 잰다. 일부만 옮겨 적은 것도 닮았다."""
    if one in other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < COPIED / 2:
        return 0.0
    return matcher.ratio()
