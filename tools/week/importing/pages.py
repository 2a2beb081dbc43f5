"""주제 하나를 쪽으로 적는다."""

import re
import textwrap
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from string import Template

from tools.check import drafts
from tools.check.languages import KNOWN
from tools.check.untested import UNTESTED
from tools.page.blocks import FORMULA_EDGE, PROSE, Kind, blocks, formula_end
from tools.page.markdown import INLINE_CODE, Fence, fences
from tools.week import templates
from tools.week.importing.canonical import Chunk
from tools.week.importing.code import RAN, Tried, is_python
from tools.week.importing.formulas import page_form, todo
from tools.week.importing.inline import FORMULA
from tools.week.importing.plan import Topic
from tools.week.insert import quoted

BANNER = f"""\
{drafts.BANNER}

    쓴 사람의 노트를 옮겨 둔 쪽이다. 사실인지와 빠진 것이 없는지를 아직 다 보지 않았다.
"""
PAGE = Template("""\
---
title: ${title}
description: ${description}
${hidden}---

# ${heading} { #${address} }

${banner}
!!! abstract "한 줄 답"

    <!-- --8<-- [start:answer] -->
    ${answer}
    <!-- --8<-- [end:answer] -->

""")
SOURCES = "## 더 알아보기"
END = SOURCES + templates.PAGE.template.partition(SOURCES)[2]
HIDDEN = "search:\n  exclude: true\n"
ANSWER = "여기에 한 줄 답을 적는다. 두 문장을 넘기지 않는다."
NOTE = "## 노트 { #note .given }"
BOLD_LINE = re.compile(r"\*\*(?P<title>[^*\n]+)\*\*:?")
ADDED = "노트의 출력이 아니라 시험이 더한 줄"
NOT_RUN = "목록이나 상자에 든 코드라 돌려 보지 않았습니다. 시험하려면 밖으로 꺼내세요."
EMPTY = "글이 없는 절입니다. 채우거나 지우세요."
DEEPEST = 4


@dataclass(frozen=True)
class Todo:
    """사람이 정할 것 하나. `group`은 갈래, `line`은 그 쪽의 줄이다."""

    group: str
    file: str
    line: int
    what: str


@dataclass
class Page:
    """적은 쪽 하나.

    Attributes:
        text: 쪽의 글.
        todos: 사람이 정할 것.
        spans: 덩이마다 (처음 줄, 끝 줄).
        snippets: 새 코드 파일의 이름에서 돌려 본 것으로.
    """

    text: str
    todos: list[Todo]
    spans: list[tuple[int, int]]
    snippets: dict[str, Tried]


@dataclass
class Names:
    """쪽 하나에 쓸 이름."""

    week: int
    number: int
    topic: Topic
    hidden: bool = False

    @property
    def file(self) -> str:
        """저장소에서 본 쪽의 자리."""
        return f"docs/week{self.week}/{self.topic.address}.md"

    @property
    def heading(self) -> str:
        """번호를 붙인 제목."""
        return f"{self.number}. {self.topic.title}"

    @property
    def folder(self) -> str:
        """snippets에서 본 코드의 폴더."""
        return f"week{self.week}/{self.topic.address.replace('-', '_')}"


@dataclass
class Writer:
    """쪽 하나를 위에서 아래로 적는다.

    Attributes:
        names: 쪽의 이름.
        attempt: (코드, 앞에서 돌아간 코드)를 돌려 보는 함수.
        propose: (제목, 이미 쓴 주소)에서 절의 주소를 짓는 함수.
    """

    names: Names
    attempt: Callable[[str, Sequence[str]], Tried]
    propose: Callable[[str, Collection[str]], str]
    lines: list[str] = field(default_factory=list)
    todos: list[Todo] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    snippets: dict[str, Tried] = field(default_factory=dict)
    ran: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    level: int = 1

    def write(self) -> Page:
        """쪽을 적는다."""
        topic = self.names.topic
        self.taken = [topic.address, "note", "sources", "quiz"]
        plain = re.sub(r"[`*$]", "", topic.title)
        self.add(
            PAGE.substitute(
                title=quoted(re.sub(r"[`*]", "", self.names.heading)),
                description=quoted(f"{plain.rstrip(' .?!')}에 대해 정리한 노트다."),
                hidden=HIDDEN if self.names.hidden else "",
                heading=self.names.heading,
                address=topic.address,
                banner=BANNER,
                answer=ANSWER,
            ).rstrip("\n")
        )
        self.todo("쪽", self.line_of(ANSWER), "한 줄 답을 적으세요.")
        self.base = min((x.level for x in topic.chunks if x.level), default=2)
        if topic.chunks and not topic.chunks[0].level:
            self.add(NOTE)
            self.level = 2
        for chunk, after in pairwise([*topic.chunks, None]):
            self.chunk(chunk)
            if chunk.level and (after is None or 0 < after.level <= chunk.level):
                self.todo("쪽", self.spans[-1][1], EMPTY)
        if not topic.chunks:
            self.todo("쪽", self.line_of("# "), EMPTY)
        self.add(END.rstrip("\n"))
        self.todo("쪽", self.line_of(SOURCES), "믿을 만한 출처를 적으세요.")
        self.todo("쪽", self.line_of("## 확인 문제"), "확인 문제를 둘 넘게 적으세요.")
        text = "\n".join(self.lines).rstrip("\n") + "\n"
        return Page(text, self.todos, self.spans, self.snippets)

    def add(self, text: str) -> int:
        """빈 줄을 두고 적는다. 시작한 줄을 돌려준다."""
        if self.lines:
            self.lines.append("")
        start = len(self.lines) + 1
        self.lines += text.split("\n")
        return start

    def todo(self, group: str, line: int, what: str) -> None:
        """사람이 정할 것을 적어 둔다."""
        self.todos.append(Todo(group, self.names.file, line, what))

    def line_of(self, start: str) -> int:
        """글로 시작하는 마지막 줄."""
        rows = [n for n, x in enumerate(self.lines, 1) if x.strip().startswith(start)]
        return rows[-1]

    def chunk(self, chunk: Chunk) -> None:
        """덩이 하나를 적는다."""
        before = len(self.lines)
        bold = BOLD_LINE.fullmatch(chunk.text)
        if chunk.level:
            line = self.heading(chunk.title, chunk.level - self.base + 2)
        elif bold:
            line = self.heading(bold["title"].strip(" :"), self.level + 1, keep=True)
        elif chunk.kind == "fence":
            line = self.fence(chunk.text)
        else:
            line = self.add(self.shown(chunk.text, len(self.lines) + 2))
        for told in chunk.told:
            self.todo("옮기며 본 것", line, told)
        self.spans.append((before + 1, len(self.lines)))

    def heading(self, title: str, level: int, *, keep: bool = False) -> int:
        """절의 제목. 단계를 건너뛰지 않는다."""
        level = max(2, min(level, self.level + 1, DEEPEST))
        if not keep:
            self.level = level
        address = self.propose(title, self.taken)
        self.taken.append(address)
        shown = title
        if title in self.titles:
            shown = f"{title} ({self.titles.count(title) + 1})"
        self.titles.append(title)
        shown = inline_formulas(shown)
        return self.add(f"{'#' * level} {shown} {{ #{address} .given }}")

    def fence(self, text: str) -> int:
        """코드 상자. 돌아가면 시험할 파일로, 아니면 글 상자로 둔다."""
        (box,) = fences(text.split("\n"))
        body = "\n".join(box.body)
        if not is_python(body, box.info):
            return self.add(kept_box(box))
        tried = self.attempt(body, self.ran)
        if not tried.source:
            line = self.add(text_box(box, UNTESTED))
            self.todo("코드", line, f"{tried.why}. 돌아가게 고치거나 글로 두세요.")
            return line
        self.ran.append(body)
        name = f"{self.names.folder}/code_{len(self.ran)}"
        self.snippets[name] = tried
        line = self.add(
            f'```python title="snippets/{name}.py"\n--8<-- "{name}.py:run"\n```\n\n'
            f'```text title="{output_title(tried)}"\n--8<-- "{name}.txt"\n```'
        )
        self.todo(
            "코드",
            line,
            f"snippets/{name}.py의 이름을 뜻에 맞게 고치고, tests/{self.names.folder}/"
            f"test_{name.rpartition('/')[2]}.py에 쪽의 주장을 시험으로 쓰세요.",
        )
        return line

    def shown(self, text: str, start: int) -> str:
        """코드 상자와 수식을 쪽의 꼴로 바꾼 글."""
        for box in fences(text.split("\n")):
            if is_python("\n".join(dedented(box)), box.info):
                self.todo("코드", start + box.line - 1, NOT_RUN)
        for tex in formulas_in(text):
            if what := todo(tex):
                self.todo("수식", start, what)
        return with_boxes(text)


def formulas_in(text: str) -> list[str]:
    """덩이에 든 수식."""
    shown = [block.text for block in blocks(text) if block.kind is Kind.FORMULA]
    prose = [block.text for block in blocks(text) if block.kind in (*PROSE, Kind.TABLE)]
    inner = (FORMULA.findall(INLINE_CODE.sub(" ", one)) for one in prose)
    return [*shown, *(tex for found in inner for tex in found)]


def with_boxes(text: str) -> str:
    """덩이 안의 코드 상자는 글 상자로, 수식은 쪽의 꼴로 바꾼다."""
    lines = text.split("\n")
    boxes = {fence.line: fence for fence in fences(lines)}
    found: list[str] = []
    number = 0
    while number < len(lines):
        number += 1
        line = lines[number - 1]
        if box := boxes.get(number):
            blank = line[: len(line) - len(line.lstrip())]
            body = dedented(box, len(blank))
            inner = Fence(box.line, box.info, body, closed=True)
            python = is_python("\n".join(body), box.info)
            made = text_box(inner, UNTESTED) if python else kept_box(inner)
            found += [f"{blank}{x}".rstrip() for x in made.split("\n")]
            number = box.end
        elif FORMULA_EDGE.match(line):
            end = formula_end(lines, number)
            blank = line[: len(line) - len(line.lstrip())]
            tex = "\n".join(x.strip() for x in lines[number : end - 1])
            made = page_form(tex, display=True)
            found += [f"{blank}{x}".rstrip() for x in made.split("\n")]
            number = end
        else:
            found.append(inline_formulas(line))
    return "\n".join(found)


def dedented(box: Fence, width: int | None = None) -> list[str]:
    """들여 쓴 상자의 속을 당긴 줄. `width`를 안 적으면 모두 같이 들인 만큼이다."""
    if width is None:
        return textwrap.dedent("\n".join(box.body)).split("\n")
    return [x[width:] if not x[:width].strip() else x.lstrip() for x in box.body]


def inline_formulas(line: str) -> str:
    """글 속의 수식을 쪽의 꼴로 바꾼다. 코드 안의 `$`는 그대로다."""
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match[0])
        return f"\x02{len(held) - 1}\x03"

    line = INLINE_CODE.sub(hold, line)
    line = FORMULA.sub(lambda x: page_form(x["tex"], display=False), line)
    return re.sub("\x02(\\d+)\x03", lambda x: held[int(x[1])], line)


def output_title(tried: Tried) -> str:
    """출력 상자의 이름. 노트의 코드가 찍지 않은 것이면 그렇다고 적는다."""
    return ADDED if tried.output.strip() == RAN else "출력"


def kept_box(box: Fence) -> str:
    """파이썬이 아닌 상자. 아는 갈래면 그대로 둔다."""
    known = box.info if box.info in KNOWN else "text"
    return box_of(box, known)


def text_box(box: Fence, title: str) -> str:
    """글로 남긴 코드."""
    return box_of(box, f'text title="{title}"')


def box_of(box: Fence, info: str) -> str:
    """상자 하나. 안에 든 `보다 길게 두른다."""
    body = "\n".join(box.body)
    longest = max(map(len, re.findall(r"`{3,}", body)), default=2)
    mark = "`" * max(3, longest + 1)
    return f"{mark}{info}\n{body}\n{mark}"


def boxed(text: str, problem: str) -> Chunk:
    """옮기지 못한 덩이를 적힌 그대로 글 상자에 담는다. `problem`은 걸린 까닭이다."""
    box = Fence(1, "text", text.split("\n"), closed=True)
    return Chunk(
        box_of(box, "text"),
        "fence",
        told=[f"{problem} 적힌 그대로 상자에 담아 두었으니 다듬으세요."],
    )
