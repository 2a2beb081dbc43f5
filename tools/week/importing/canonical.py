"""내보낸 마크다운을 이 사이트의 마크다운으로 다시 적는다.

노션, 옵시디언, 한글에서 나온 여러 꼴을 한 꼴로 모은다. 글쓴이의 낱말과 차례는 그대로다.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tools.page.markdown import FENCE, INLINE_CODE
from tools.week.importing import bare_code, markup, plain_tables
from tools.week.importing.inline import FOOTNOTE, FORMULA, TASK, Marks

ITEM = re.compile(
    r"^(?P<indent>[ \t]*)(?P<mark>[-*+•▪◦‣●○■□▶▷]|\d{1,3}[.)])(?:[ \t]+|$)"
    r"(?P<text>.*)$"
)
HEADING = re.compile(
    r"^ {0,3}(?P<level>#{1,6})(?:[ \t]+(?P<title>.*?))?[ \t]*#*[ \t]*$"
)
UNDERLINE = re.compile(r"^ {0,3}(?P<mark>=+|-{2,})[ \t]*$")
RULE = re.compile(r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
CALLOUT = re.compile(r"^\s*>\s*\[!(?P<kind>\w+)\][+-]?[ \t]*(?P<title>.*)$")
QUOTE = re.compile(r"^ {0,3}>[ \t]?")
OPEN_BOX = re.compile(r"^\s*<(?P<tag>aside|details)\b[^>]*>(?P<rest>.*)$", re.I)
SUMMARY = re.compile(r"<summary>(?P<title>.*?)</summary>", re.I | re.S)
FORMULA_LINE = re.compile(r"^\s*\$\$(?P<tex>.+?)\$\$\s*$")
FORMULA_EDGE = re.compile(r"^\s*(?P<edge>\$\$|\\\[)(?P<rest>.*)$")
CLOSING = {"$$": "$$", "\\[": "\\]"}
TABLE_RULE = re.compile(r"^\s*\|?(?:\s*:?-{1,}:?\s*\|)+\s*:?-*:?\s*\|?\s*$")
COMMENT = re.compile(r"<!--.*?-->", re.S)
# 상자의 갈래. 모르는 것은 메모다.
KINDS = {
    "warning": "warning", "caution": "warning", "attention": "warning",
    "danger": "danger", "error": "danger", "bug": "bug", "tip": "tip",
    "hint": "tip", "important": "important", "example": "example",
    "quote": "quote", "cite": "quote", "info": "info", "todo": "info",
}  # fmt: skip
TITLE = re.compile(r"""\b(?:title|filename)=["']?(?P<title>[^"'}\n]+)""")
NOTE = re.compile(rf"^{FOOTNOTE.pattern.removesuffix(':?')}:[ \t]*(?P<text>.*)$")
ATTRIBUTES = re.compile(r"\s*\{(?:[#.][^{}\n]*|-|[\w-]+=[^{}\n]*)\}\s*$")
BLOCK_ID = re.compile(r"(?:^|(?<=\S) +)\^[A-Za-z0-9][A-Za-z0-9-]+$")
BREAK = re.compile(r"(?<=[^\\])\\$")
BARE = "들여 쓴 줄이라 코드로 보고 상자에 담았습니다. 글이면 꺼내세요."
MEMO = "메모"
APART = "<!-- 목록 나눔 -->"
HELD_BAR = "\x06"
TAB = 4
DEEPEST = 6


@dataclass
class Chunk:
    """빈 줄로 나뉘는 덩이 하나.

    Attributes:
        text: 이 사이트의 마크다운.
        kind: heading, fence, list, paragraph, table, formula, box 가운데 하나.
        level: 제목의 단계. 제목이 아니면 0이다.
        title: 제목의 글.
        told: 이 덩이에서 사람이 볼 것.
        place: 내보낸 것에서의 자리. (노트의 번호, 줄)이고 번호는 0부터다.
    """

    text: str
    kind: str = "paragraph"
    level: int = 0
    title: str = ""
    told: list[str] = field(default_factory=list)
    place: tuple[int, int] = (0, 1)


class Rewriter:
    """노트의 줄을 위에서 아래로 읽으며 덩이로 적는다."""

    def __init__(self, find_image) -> None:
        """그림을 찾는 법을 기억한다.

        Args:
            find_image: 노트에 적힌 주소에서 옮긴 그림의 주소로. 없으면 None이다.
        """
        self.told: list[str] = []
        self.marks = Marks(find_image, self.tell)

    def tell(self, what: str) -> None:
        """지금 읽는 덩이에서 사람이 볼 것을 적어 둔다."""
        if what not in self.told:
            self.told.append(what)

    def chunks(self, text: str) -> list[Chunk]:
        """글 전체를 덩이로 적는다."""
        lines = [line.expandtabs(TAB).rstrip() for line in text.split("\n")]
        found = []
        lines = without_comments(lines)
        self.marks.footnotes = defined_footnotes(lines)
        for chunk in self.read(lines):
            chunk.told, self.told = self.told, []
            self.marks.tell = self.tell
            if chunk.text.strip():
                found.append(chunk)
        return apart(found)

    def read(self, lines: list[str]) -> Iterator[Chunk]:
        """덩이를 하나씩 읽는다."""
        at = 0
        while at < len(lines):
            if not lines[at].strip():
                at += 1
                continue
            for reader in (
                self.fence, self.code, self.box, self.callout, self.quote,
                self.formula, self.footnote, self.markup, self.table, self.drawn,
                self.heading, self.rule, self.items, self.paragraph,
            ):  # fmt: skip
                size = len(lines), lines[at]
                read = reader(lines, at)
                if not read and size != (len(lines), lines[at]):
                    break  # 바꾸어 적은 줄을 다시 읽는다
                if read:
                    chunk, at = read
                    if chunk:
                        yield chunk
                    break

    def fence(self, lines: list[str], at: int) -> tuple[Chunk, int] | None:
        """코드 상자. 닫지 않았으면 글의 끝까지다."""
        match = FENCE.match(lines[at])
        if not match or "`" in match["info"]:
            return None
        mark, width = match["mark"], len(match["indent"])
        body, end = [], at + 1
        while end < len(lines):
            close = FENCE.match(lines[end])
            if close and close["mark"].startswith(mark) and not close["info"].strip():
                break
            body.append(dedented(lines[end], width))
            end += 1
        if end == len(lines):
            self.tell("닫지 않은 코드 상자를 글의 끝에서 닫았습니다.")
        info = language(match["info"])
        if info == "math":
            return Chunk(display("\n".join(body)), "formula"), end + 1
        made = Chunk(fenced("\n".join(body), info), "fence")
        if title := TITLE.search(match["info"]):
            lines[at : end + 1] = made.text.split("\n")
            return Chunk(f"`{title['title']}`"), at
        return made, end + 1

    def code(self, lines: list[str], at: int) -> tuple[Chunk, int] | None:
        """코드 상자 없이 적은 코드. 들여 쓴 그대로 상자에 담는다."""
        if found := bare_code.indented(lines, at):
            body, end = found
            info = "python" if bare_code.is_code(body) else ""
            if not info:
                self.tell(BARE)
            return Chunk(fenced("\n".join(body), info), "fence"), end
        if found := bare_code.unfenced(lines, at):
            body, end = found
            return Chunk(fenced("\n".join(body), "python"), "fence"), end
        return None

    def markup(self, lines: list[str], at: int) -> None:
        """HTML의 표, 제목, 목록은 마크다운으로 바꾸어 이어 읽는다."""
        if found := markup.region(lines, at):
            end, source, rest = found
            made = markup.to_markdown(source, self.tell)
            lines[at:end] = ["", *made.split("\n"), "", *([rest] if rest else [])]
        elif markup.OPENING.match(lines[at]):
            self.tell(markup.NOT_CLOSED)

    def drawn(self, lines: list[str], at: int) -> None:
        """글자로 그린 표와 정의 목록은 마크다운으로 바꾸어 이어 읽는다."""
        for draw in (
            plain_tables.grid, plain_tables.spaced, plain_tables.definition
        ):  # fmt: skip
            if found := draw(lines, at):
                made, end = found
                lines[at:end] = [*made, ""]
                return
        if caption := plain_tables.CAPTION.match(lines[at]):
            lines[at] = caption["text"]

    def footnote(self, lines: list[str], at: int) -> tuple[Chunk, int] | None:
        """각주의 글. 쪽의 끝에 모여 보인다."""
        match = NOTE.match(lines[at])
        if not match or match["name"] not in self.marks.footnotes:
            return None
        end = at + 1
        while end < len(lines) and belongs(lines, end):
            end += 1
        body = self.inside([match["text"], *dedent(lines[at + 1 : end])])
        text = f"[^{match['name']}]: {indented(body).lstrip()}"
        return Chunk(text, "footnote"), end

    def box(self, lines: list[str], at: int) -> tuple[Chunk, int] | None:
        """`<aside>`와 `<details>`."""
        match = OPEN_BOX.match(lines[at])
        if not match:
            return None
        tag, depth, end = match["tag"].lower(), 0, at
        while end < len(lines):
            depth += len(re.findall(rf"<{tag}\b", lines[end], re.I))
            depth -= len(re.findall(rf"</{tag}>", lines[end], re.I))
            if depth <= 0:
                break
            end += 1
        inner = "\n".join([match["rest"], *lines[at + 1 : end + 1]])
        head, _, tail = (
            inner.rpartition(f"</{tag}>") if f"</{tag}>" in inner else (inner, "", "")
        )
        title, mark = MEMO, "!!!"
        if tag == "details":
            mark = "???"
            summary = SUMMARY.search(head)
            if summary:
                title = self.plain(summary["title"]) or MEMO
                head = head[: summary.start()] + head[summary.end() :]
        rest = lines[end + 1 :]
        if tail.strip():
            rest.insert(0, tail)
            lines[end + 1 :] = rest
        return self.boxed(mark, "note", title, dedent(head.split("\n"))), end + 1

    def callout(self, lines: list[str], at: int) -> tuple[Chunk, int] | None:
        """옵시디언과 GitHub의 `> [!NOTE]`."""
        match = CALLOUT.match(lines[at])
        if not match:
            return None
        end = at + 1
        while end < len(lines) and QUOTE.match(lines[end]):
            if CALLOUT.match(lines[end]):
                break
            end += 1
        inner = [QUOTE.sub("", line) for line in lines[at + 1 : end]]
        kind = KINDS.get(match["kind"].lower(), "note")
        title = self.plain(match["title"]) or MEMO
        return self.boxed("!!!", kind, title, inner), end

    def boxed(self, mark: str, kind: str, title: str, inner: list[str]) -> Chunk:
        """알림 상자. 속이 비었으면 제목을 속에 적는다."""
        body = self.inside(inner)
        if not body:
            body, title = title, MEMO
        return Chunk(f'{mark} {kind} "{title}"\n\n{indented(body)}', "box")

    def quote(self, lines: list[str], at: int) -> tuple[Chunk, int] | None:
        """따온 글."""
        if not QUOTE.match(lines[at]):
            return None
        end = at
        while (
            end < len(lines)
            and QUOTE.match(lines[end])
            and not (end > at and CALLOUT.match(lines[end]))
        ):
            end += 1
        body = self.inside([QUOTE.sub("", line) for line in lines[at:end]])
        text = "\n".join(f"> {line}".rstrip() for line in body.split("\n"))
        return (Chunk(text, "quote") if body else None), end

    def formula(self, lines: list[str], at: int) -> tuple[Chunk, int] | None:
        """줄을 따로 쓴 수식."""
        if match := FORMULA_LINE.match(lines[at]):
            return Chunk(display(match["tex"]), "formula"), at + 1
        match = FORMULA_EDGE.match(lines[at])
        if not match:
            return None
        close, body, end = CLOSING[match["edge"]], [match["rest"]], at
        while close not in body[-1]:
            end += 1
            if end == len(lines):
                self.tell("닫지 않은 수식을 글의 끝에서 닫았습니다.")
                break
            body.append(lines[end])
        last, _, rest = body[-1].partition(close)
        if rest.strip():
            lines.insert(end + 1, rest)
        return Chunk(display("\n".join([*body[:-1], last])), "formula"), end + 1

    def table(self, lines: list[str], at: int) -> tuple[Chunk, int] | None:
        """표. 칸의 수를 첫 줄에 맞춘다."""
        below = lines[at + 1] if at + 1 < len(lines) else ""
        if "|" not in lines[at] or "|" not in below or not TABLE_RULE.match(below):
            return None
        end = at + 2
        while end < len(lines) and "|" in lines[end] and lines[end].strip():
            end += 1
        rows = [split_row(line) for line in [lines[at], *lines[at + 2 : end]]]
        width = max(map(len, rows))
        aligns = [align(cell) for cell in split_row(below)]
        aligns += ["---"] * (width - len(aligns))
        shown = [
            [self.cell(x) for x in row] + [""] * (width - len(row)) for row in rows
        ]
        made = [f"| {' | '.join(row)} |" for row in shown]
        made.insert(1, f"| {' | '.join(aligns[:width])} |")
        return Chunk("\n".join(made), "table"), end

    def cell(self, text: str) -> str:
        """표의 한 칸. 칸을 나누지 않는 `|`에는 역슬래시를 단다."""
        text = self.marks.convert(text.replace("\\|", "|"))
        text = FORMULA.sub(lambda x: without_bars(x[0]), text)
        held = INLINE_CODE.sub(lambda x: x[0].replace("|", HELD_BAR), text)
        return held.replace("|", "\\|").replace(HELD_BAR, "|").strip()

    def heading(self, lines: list[str], at: int) -> tuple[Chunk | None, int] | None:
        """`#` 제목과, 밑줄을 그은 제목."""
        if match := HEADING.match(lines[at]):
            return self.titled(len(match["level"]), match["title"] or ""), at + 1
        below = lines[at + 1] if at + 1 < len(lines) else ""
        underline = UNDERLINE.match(below)
        if not underline or self.starts(lines, at, titles=False):
            return None
        level = 1 if underline["mark"].startswith("=") else 2
        return self.titled(level, lines[at].strip()), at + 2

    def titled(self, level: int, title: str) -> Chunk | None:
        """제목 하나. 그림뿐이면 문단으로 둔다."""
        title = BLOCK_ID.sub("", ATTRIBUTES.sub("", title.strip()))
        title = self.marks.convert(title).replace("**", "").strip()
        if title.startswith("!["):
            return Chunk(title)
        title = title.rstrip(" :.,;!。")
        if not title:
            return None
        return Chunk(f"{'#' * level} {title}", "heading", level, title)

    def rule(self, lines: list[str], at: int) -> tuple[None, int] | None:
        """가로줄은 옮기지 않는다."""
        return (None, at + 1) if RULE.match(lines[at]) else None

    def items(self, lines: list[str], at: int) -> tuple[Chunk, int] | None:
        """목록. 안에 든 것은 네 칸씩 들인다."""
        first = ITEM.match(lines[at])
        if not first:
            return None
        base, ordered = len(first["indent"]), first["mark"][0].isdigit()
        items: list[list[str]] = []
        marks: list[str] = []
        end = at
        while end < len(lines):
            line = lines[end]
            match = ITEM.match(line)
            width = len(line) - len(line.lstrip())
            if match and len(match["indent"]) <= base + 1:
                if match["mark"][0].isdigit() != ordered or RULE.match(line):
                    break
                items.append([match["text"]])
                marks.append(match["mark"])
            elif not line.strip():
                if not continues(lines, end, base, ordered=ordered):
                    break
                items[-1].append("")
            elif width > base or not self.starts(lines, end):
                items[-1].append(line if width > base else f"    {line}")
            else:
                break
            end += 1
        deep = any(line.startswith(" ") for line in lines[at + 1 : end])
        if ordered and len(items) == 1 and marks[0][:-1] != "1" and not deep:
            # 번호를 매긴 제목처럼 쓴 것이다
            text = self.safe(items[0][0]) or "(빈 항목)"
            return Chunk(f"{marks[0][:-1]}\\. {text}"), at + 1
        self.tell_numbers([int(x[:-1]) for x in marks] if ordered else [])
        return self.listed(items, ordered=ordered), end

    def tell_numbers(self, numbers: list[int]) -> None:
        """번호가 노트와 다르게 보일 때 알린다."""
        if not numbers or numbers == [*range(1, len(numbers) + 1)]:
            return
        if numbers[0] > 1:
            self.tell(
                f"{numbers[0]}부터 시작하던 번호가 1부터 보입니다. 앞 목록과 이으세요."
            )
        elif len({*numbers}) > 1:  # 1만 되풀이해 적은 것은 그대로다
            wrong = next(x for n, x in enumerate(numbers, 1) if x != n)
            self.tell(f"{wrong}로 적은 번호가 차례대로 보입니다. 번호를 확인하세요.")

    def listed(self, rows: list[list[str]], *, ordered: bool) -> Chunk:
        """목록 하나를 적는다."""
        shown = []
        loose = False
        for number, (first, *rest) in enumerate(rows, start=1):
            task = TASK.match(first)
            if task:
                first = f"{'☐' if task['done'] == ' ' else '☑'} {first[task.end() :]}"
            body = self.inside([first, *dedent_item(rest)], tight=True)
            loose |= "\n\n" in body
            lead = f"{number}. " if ordered else "- "
            shown.append(lead + (indented(body).lstrip() or "(빈 항목)"))
        return Chunk(("\n\n" if loose else "\n").join(shown), "list")

    def paragraph(self, lines: list[str], at: int) -> tuple[Chunk, int]:
        """나머지는 문단이다. 다른 덩이가 시작하기 전까지다."""
        end = at + 1
        while end < len(lines) and lines[end].strip() and not self.starts(lines, end):
            end += 1
        kept = [BLOCK_ID.sub("", line.strip()) for line in lines[at:end]]
        broken = [BREAK.sub("<br>", line) for line in kept[:-1]]
        body = [self.safe(line) for line in [*broken, kept[-1].removesuffix("\\")]]
        return Chunk("\n".join(filter(None, body))), end

    def safe(self, line: str) -> str:
        """한 줄의 표시를 바꾸고, 줄 첫머리의 글자가 표시로 읽히지 않게 한다."""
        line = self.marks.convert(line).strip()
        if re.match(r"(?:!!!|\?\?\?|:{3,}|={3,}|#|\*\[)", line):
            mark = re.match(r"\S+", line)[0]
            return f"`{mark}`{line[len(mark) :]}"
        return line

    def starts(self, lines: list[str], at: int, *, titles: bool = True) -> bool:
        """이 줄에서 문단이 아닌 덩이가 시작하는지 본다."""
        line = lines[at]
        below = lines[at + 1] if at + 1 < len(lines) else ""
        patterns = (FENCE, OPEN_BOX, QUOTE, FORMULA_EDGE, HEADING, RULE, ITEM)
        if any(pattern.match(line) for pattern in patterns):
            return True
        if NOTE.match(line) or markup.OPENING.match(line):
            return True
        if bare_code.unfenced(lines, at):
            return True
        if "|" in line and "|" in below and TABLE_RULE.match(below):
            return True
        return titles and bool(UNDERLINE.match(below)) and bool(line.strip())

    def inside(self, lines: list[str], *, tight: bool = False) -> str:
        """상자, 따온 글, 항목의 속. 속의 제목은 굵은 글이다."""
        parts = [
            f"**{chunk.title}**" if chunk.level else chunk.text
            for chunk in apart(list(self.read(lines)))
        ]
        kinds = [ITEM.match(part) for part in parts]
        if tight and len(parts) == 2 and not kinds[0] and kinds[1]:
            return "\n".join(parts)
        return "\n\n".join(parts)

    def plain(self, text: str) -> str:
        """상자의 제목. 꾸밈과 따옴표를 뺀다."""
        text = self.marks.convert(" ".join(text.split()))
        return re.sub(r"[*`]", "", text).replace('"', "'").strip()


def without_comments(lines: list[str]) -> list[str]:
    """코드 상자 밖의 주석을 뺀다."""
    found, kept, opened = [], [], ""
    for line in lines:
        match = FENCE.match(line)
        if match and not opened:
            found += outside(kept)
            kept, opened = [], match["mark"]
            found.append(line)
        elif opened:
            found.append(line)
            if match and match["mark"].startswith(opened) and not match["info"].strip():
                opened = ""
        else:
            kept.append(line)
    return found + outside(kept)


def outside(lines: list[str]) -> list[str]:
    """주석과 옵시디언의 `%%…%%`를 뺀 줄."""
    text = re.sub(r"%%.*?%%", "", COMMENT.sub("", "\n".join(lines)), flags=re.S)
    return text.split("\n") if lines else []


def continues(lines: list[str], at: int, base: int, *, ordered: bool) -> bool:
    """빈 줄 다음에도 같은 목록이 이어지는지 본다."""
    after = next((line for line in lines[at:] if line.strip()), "")
    match = ITEM.match(after)
    if match and len(match["indent"]) <= base + 1:
        numbered = match["mark"][0].isdigit()
        restarts = numbered and int(re.match(r"\d+", match["mark"])[0]) == 1
        return numbered == ordered and not restarts
    return len(after) - len(after.lstrip()) > base + 1


def apart(chunks: list[Chunk]) -> list[Chunk]:
    """잇따른 두 목록이나 따온 글이 하나로 붙지 않게 사이에 주석을 둔다."""
    found: list[Chunk] = []
    for chunk in chunks:
        if found and found[-1].kind == chunk.kind and chunk.kind in ("list", "quote"):
            found.append(Chunk(APART, "comment"))
        found.append(chunk)
    return found


def language(info: str) -> str:
    """코드 상자에 적힌 말의 이름만 남긴다."""
    match = re.match(r"\s*\{?\s*\.?(?P<name>[A-Za-z][\w+#-]*)", info)
    return match["name"].lower() if match else ""


def fenced(body: str, info: str) -> str:
    """코드 상자. 안에 든 `보다 길게 두른다."""
    inner = max(map(len, re.findall(r"`{3,}", body)), default=2)
    mark = "`" * max(3, inner + 1)
    return f"{mark}{info}\n{body}\n{mark}"


def display(tex: str) -> str:
    """줄을 따로 쓴 수식."""
    lines = [html.unescape(line).strip() for line in tex.split("\n") if line.strip()]
    return "\n".join(["$$", *lines, "$$"])


def split_row(line: str) -> list[str]:
    """표의 한 줄을 칸으로 나눈다."""
    line = line.strip().removeprefix("|")
    if line.endswith("|") and not line.endswith("\\|"):
        line = line[:-1]
    for pattern in (INLINE_CODE, FORMULA):
        line = pattern.sub(lambda x: x[0].replace("|", HELD_BAR), line)
    cells = re.split(r"(?<!\\)\|", line)
    return [cell.replace(HELD_BAR, "|").strip() for cell in cells]


def without_bars(formula: str) -> str:
    """표의 칸을 나누지 않게 `|`를 이름으로 적은 수식."""
    return re.sub(r"\|(?=[A-Za-z])", r"\\vert ", formula).replace("|", "\\vert")


def align(cell: str) -> str:
    """칸의 정렬."""
    return (
        f"{':' if cell.startswith(':') else ''}---{':' if cell.endswith(':') else ''}"
    )


def dedented(line: str, width: int) -> str:
    """앞의 빈칸을 `width`까지만 뗀다."""
    blank = len(line) - len(line.lstrip())
    return line[min(width, blank) :]


def dedent(lines: list[str]) -> list[str]:
    """모두 같이 들여 쓴 만큼 당긴다."""
    widths = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    return [dedented(line, min(widths, default=0)) for line in lines]


def dedent_item(lines: list[str]) -> list[str]:
    """항목의 속을 당긴다. 빈 줄 다음의 여덟 칸 넘게 들인 코드는 네 칸을 남긴다."""
    made = dedent(lines)
    filled = [line for line in lines if line.strip()]
    depth = min((len(x) - len(x.lstrip()) for x in filled), default=0)
    is_code = depth >= 2 * TAB and lines and not lines[0].strip()
    return [f"{' ' * TAB}{x}" if x else x for x in made] if is_code else made


def belongs(lines: list[str], at: int) -> bool:
    """각주에 딸린 줄인지 본다. 빈 줄은 다음이 들여 쓴 문단일 때만이다."""
    if lines[at].strip():
        return lines[at].startswith("  ")
    return at + 1 < len(lines) and bare_code.is_deep(lines[at + 1])


def defined_footnotes(lines: list[str]) -> set[str]:
    """글과 각주가 모두 있는 각주의 이름."""
    named = {match["name"] for line in lines if (match := NOTE.match(line))}
    said = "\n".join(x for x in lines if not NOTE.match(x))
    return {x["name"] for x in FOOTNOTE.finditer(said) if x["name"] in named}


def indented(text: str) -> str:
    """네 칸 들인다."""
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))
