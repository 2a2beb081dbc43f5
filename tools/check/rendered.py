"""사이트와 같은 확장으로 바꾼 쪽에서, 아무 일도 하지 못하고 글로 남은 표시를 찾는다.

원본의 모양을 어림하지 않고 바뀐 결과를 보므로, 어떤 마크다운에서 붙여 넣었든 찾는다.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tools.build.tree import Node, Tree, classes, text_of
from tools.finding import Finding
from tools.page import formulas, front_matter
from tools.page.config import read_config
from tools.page.markdown import blank, fences, inline, line_at
from tools.page.marks import MARK
from tools.page.project import Project
from tools.page.render import Renderer

BLOCKS = (
    "p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, summary, figcaption, aside, "
    "details, div, section, blockquote"
)
FORMULA = "arithmatex"
NOT_PROSE = {"pre", "code", "kbd", "svg", "script", "style", "math"}
# 수식이 그려지지 않은 것은 다른 표시가 알린다.
SHOWN_LATEX = (
    "frac|sum|theta|alpha|beta|eta|sigma|mu|partial|nabla|cdot|hat|sqrt|mathbb"
)
CODE = "\x00"  # 코드가 있던 자리
CELLS = {"td", "th"}
RUNS_CODE = "script, iframe, object, embed, form, style, link, base, meta"


ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*+]|\d+\.)[ \t]+\S")
ATX = re.compile(r"#{1,6}[ \t]+(?P<title>.+)")
RULE = re.compile(r" {0,3}(?:-+|=+)[ \t]*")
TAB = re.compile(r"[ \t]*===[!+]{0,2}[ \t]+\"(?P<label>.*)\"[ \t]*")


REFERENCE = "reference"
MODULE = re.compile(
    r"^::: snippets\.(?P<module>\w+(?:\.\w+)*)[ \t]*$(?:\n+ {4}.*)*", re.M
)
LONG = 40  # 이보다 짧은 문단은 되풀이될 수 있다


class Mark(NamedTuple):
    """글로 남으면 안 되는 표시와, 대신 쓸 것."""

    pattern: re.Pattern[str]
    problem: str
    mend: str


def mark(pattern: str, problem: str, mend: str) -> Mark:
    """줄마다 견줄 표시."""
    return Mark(re.compile(pattern, re.M), problem, mend)


BOLD_MEND = (
    "별표 바로 안쪽의 빈칸을 지우고, 짝을 맞추세요. 조사가 바로 붙었으면 문장 부호를 "
    "별표 밖으로 옮기세요. 예: **과적합**(overfitting)은"
)
MARKS = (
    mark(
        r"<!--|-->", "닫지 않은 주석이 있습니다.", "주석을 '<!--'와 '-->'로 닫으세요."
    ),
    mark(
        r"^#{1,6}(?=[^\s#])",
        "'#'이 제목이 되지 않고 글로 남았습니다.",
        "제목이면 '#' 뒤를 한 칸 띄우고, 해시태그면 지우세요.",
    ),
    mark(
        r"(?<![=<>!])==(?=[^\s=])[^=\n]+==(?!=)",
        "'==…=='는 이 사이트에서 형광펜이 되지 않습니다.",
        "'**…**'로 바꾸세요.",
    ),
    mark(
        r"~~(?=\S)[^~\n]+~~",
        "'~~…~~'는 이 사이트에서 취소선이 되지 않습니다.",
        "지운 글이면 통째로 지우고, 틀린 말이면 「바로잡음」을 쓰세요.",
    ),
    mark(
        r"\$\$|(?<![\w\\$])\$(?=[^\s$\d])[^$\n]*\$|\\[(\[](?=.*\\[)\]])"
        rf"|\\(?:{SHOWN_LATEX})(?![a-z])",
        "수식이 그려지지 않고 그대로 보입니다.",
        "앞뒤의 '$'를 수식에 빈칸 없이 붙이세요. 예: $w - \\eta g$. 한 줄을 차지하는 "
        "수식은 위아래에 빈 줄을 두고 '$$'로 두르세요.",
    ),
    mark(
        r"^(?:!!!|\?\?\?\+?)(?=\s|$)",
        "알림 상자가 되지 않고 글로 남았습니다.",
        "제목은 곧은 따옴표로 감싸고, 본문은 빈 줄 다음에 네 칸 들여 쓰세요. "
        '예: !!! note "제목"',
    ),
    mark(
        r"^===[!+]{0,2}(?=\s+\S)",
        "탭이 되지 않고 글로 남았습니다.",
        "이름을 곧은 따옴표로 감싸고, 위에 빈 줄을 두고, 내용은 빈 줄 다음에 네 칸 "
        '들여 쓰세요. 예: === "이름"',
    ),
    mark(
        r"^:{3,}",
        "':::'는 이 사이트에서 상자가 되지 않습니다.",
        "'!!! note \"제목\"'으로 바꾸고 본문을 네 칸 들여 쓰세요.",
    ),
    mark(
        r"!?\[\[[^\]\n]+\]\]",
        "'[[…]]'는 이 사이트에서 링크가 되지 않습니다.",
        "'[보일 글](파일.md)'로 바꾸세요.",
    ),
    mark(
        r"\[\^[^\]\s]+\]",
        "각주의 짝이 없습니다.",
        "'[^이름]: 설명' 줄을 쪽의 아래에 넣거나, 각주 표시를 지우세요.",
    ),
    mark(
        r"\[!\w+\]",
        "'[!…]'는 이 사이트에서 알림 상자가 되지 않습니다.",
        "'!!! note \"제목\"'으로 바꾸고 본문을 네 칸 들여 쓰세요.",
    ),
    mark(
        r"\[[^\[\]\n]+\]\s+\((?:https?:|[\w./%-]+\.(?:md|html|png|svg|jpe?g))[^)\s]*\)"
        r"|\[[^\[\]\n]+\]\([^)\n]*$|［[^］\n]+］\s*（|\[[^\[\]\n]+\]（",
        "링크가 되지 않고 글로 남았습니다.",
        "'[글](주소)'처럼 반각 괄호를 쓰고, 사이를 붙이고, 괄호를 닫으세요. "
        "주소에 빈칸이 있으면 '<>'로 두르세요.",
    ),
    mark(
        r"^\[[ xX]\](?=\s)",
        "할 일 목록은 이 사이트에서 네모가 되지 않습니다.",
        "'- '로 시작하는 보통 목록으로 바꾸세요.",
    ),
    mark(
        rf"(?<![\w:]):[a-z][a-z0-9_+:.-]*:{CODE}",
        "reStructuredText의 표시(:이름:`…`)가 글로 남았습니다.",
        "':이름:'을 지우고 '`…`'만 남기거나, 링크면 '[보일 글](주소)'로 적으세요.",
    ),
    mark(
        rf"(?<![\w:]):[a-z][a-z0-9_+-]*[a-z0-9]:(?![\w:{CODE}])",
        "그림 글자 이름이 그대로 보입니다.",
        "이름을 지우거나 그 글자를 직접 적으세요.",
    ),
    mark(
        r"^\s*\|.*\|\s*$|^[ |:—-]*-{3,}[ |:-]*\|[ |:-]*$",
        "표가 되지 않고 글로 남았습니다.",
        "표의 위와 아래에 빈 줄을 하나씩 두고, 둘째 줄을 '| --- | --- |'로 적으세요.",
    ),
    mark(
        r"(?<=\n)[ \t]*(?:[-*+•▪◦‣]|\d{1,2}[.)])[ \t]+(?=\S)",
        "목록이 되지 않고 한 문단으로 붙었습니다.",
        "목록의 위에 빈 줄을 하나 두고, '- '나 '1. '로 시작하세요.",
    ),
    mark(
        r"\*\*",
        "굵은 글씨가 되지 않은 별표가 남았습니다.",
        BOLD_MEND,
    ),
    mark(
        r"(?<!\w)__(?=\S)|(?<=\S)__(?!\w)",
        "굵은 글씨가 되지 않은 '__'가 남았습니다.",
        "'**…**'로 바꾸세요. 이름의 일부면 '`'로 두르세요.",
    ),
    mark(
        r"(?<![\w*])\*(?=[^\s*])[^*\n]+\*|(?<![\w_])_(?=[^\s_])[^_\n]+_(?=[가-힣])",
        "기울임이 되지 않은 표시가 남았습니다.",
        "표시를 지우거나 '**…**'로 바꾸세요.",
    ),
    mark(r"`", "코드 표시(`)의 짝이 맞지 않습니다.", "여는 '`'와 닫는 '`'를 맞추세요."),
    mark(
        r"\{\s*[:.#][^{}\n]*\}|\{[^{}\n]*=[\"“”][^{}\n]*\}",
        "속성이 걸리지 않고 글로 남았습니다.",
        "중괄호를 제목이나 링크의 바로 뒤에 두고 곧은 따옴표를 쓰세요. "
        "예: ## 제목 { #english-id }",
    ),
    mark(
        r"</?(?:br|b|i|u|p|div|span|aside|details|summary|table|tr|td|th|img|font|center"
        r"|mark|sub|sup|figure|iframe|script)\b[^<>\n]*>",
        "HTML 태그가 글로 보입니다.",
        "태그를 지우거나, 보여 줄 글이면 '`'로 두르세요.",
    ),
    mark(
        r"(?<![A-Za-z0-9_+])\+\+[a-z0-9]+(?:[+-][a-z0-9]+)*\+\+(?![A-Za-z0-9_+])",
        "키 표시(++…++)가 글로 남았습니다.",
        "'**Ctrl+C**'처럼 적거나, mkdocs.yml에서 pymdownx.keys를 켜세요.",
    ),
    mark(
        r"(?<!\d)%%(?=[^%]*[^%\s])[^%]+%%",
        "'%%…%%'는 이 사이트에서 숨지 않고 그대로 보입니다.",
        "남에게 보일 글이 아니면 지우고, 메모면 '<!-- … -->'로 바꾸세요.",
    ),
    mark(
        r"(?<=\s)\^[A-Za-z0-9][\w-]*$",
        "옵시디언의 자리 표시(^이름)가 글로 남았습니다.",
        "지우세요. 가리킬 자리가 필요하면 제목에 '{ #english-id }'를 다세요.",
    ),
    mark(
        r"^(?:\'\'\'|‘‘‘|’’’|\"\"\"|“““|”””|´´´)",
        "코드 상자가 되지 않고 따옴표가 글로 남았습니다.",
        "따옴표 셋을 백틱 셋('```')으로 바꾸세요. 글이면 '```text'로 여세요.",
    ),
    mark(
        r"^\.\. [\w-]+::|^\.\. _[^:\n]+:",
        "reStructuredText의 '.. 이름::'이 글로 남았습니다.",
        "알림이면 '!!! note \"제목\"'으로 바꾸고 본문을 네 칸 들여 쓰고, 아니면 "
        "지우세요.",
    ),
    mark(
        rf"{CODE}__?(?![A-Za-z0-9_])",
        "reStructuredText의 링크(`…`_)가 글로 남았습니다.",
        "'[보일 글](주소)'로 바꾸세요.",
    ),
    mark(
        rf"(?<![\w\\])\\(?!(?:{SHOWN_LATEX})(?![a-z]))[A-Za-z]{{2,}}\*?"
        r"(?:\[[^\]\n]*\])?\{",
        "LaTeX의 명령이 글로 남았습니다.",
        "명령을 지우고 '**굵게**'나 '[글](주소)'처럼 마크다운으로 적으세요. 수식이면 "
        "앞뒤에 '$'를 붙이세요.",
    ),
    mark(
        r"\{/\*|\*/\}",
        "MDX의 주석({/* … */})이 글로 남았습니다.",
        "남에게 보일 글이 아니면 지우고, 메모면 '<!-- … -->'로 바꾸세요.",
    ),
    mark(
        r"^import\s[^\n]*\sfrom\s+[\'\"‘’“”]|^import\s+[\'\"‘’“”][^\n]+$"
        r"|^export\s+(?:default|const|let|function|async|class)\s",
        "MDX의 import나 export가 글로 남았습니다.",
        "이 줄을 지우세요. 보여 줄 코드면 '```'로 두르세요.",
    ),
    mark(
        r"(?<![\^\w])\^\^(?=[^\s^])[^\^\n]*[^\s^]\^\^(?!\^)",
        "'^^…^^'는 이 사이트에서 밑줄이 되지 않습니다.",
        "'**…**'로 바꾸세요.",
    ),
    mark(
        r"^/{3,}(?=[ \t]*(?:[a-z][\w-]*(?:[ \t]*\|.*)?)?$)",
        "'///'는 이 사이트에서 상자가 되지 않습니다.",
        "'!!! note \"제목\"'으로 바꾸고 본문을 네 칸 들여 쓰고, 닫는 '///'를 지우세요.",
    ),
    mark(
        r"^\[(?:toc|Toc|목차)\]$|^\{:toc\}$|^\$\{toc\}$",
        "'[toc]'는 이 사이트에서 차례가 되지 않습니다.",
        "이 줄을 지우세요. 쪽의 차례는 옆에 저절로 나와요.",
    ),
    mark(
        r"\[[^\]\n]*(?<![\w.])@[A-Za-z가-힣][\w:.-]*[^\]\n]*\](?!\()",
        "Pandoc의 인용 표시([@…])가 글로 남았습니다.",
        "'[쓴 사람, 해](주소)'처럼 문헌의 링크로 바꾸세요.",
    ),
    mark(
        r"(?<![\w)\]}])\^\[[^\]\n]+\]|\(\(\((?=[^()\n]*[가-힣])[^()\n]+\)\)\)",
        "줄 안에 적은 각주가 글로 남았습니다.",
        "'[^이름]'으로 바꾸고, 쪽의 아래에 '[^이름]: 설명' 줄을 넣으세요.",
    ),
    mark(r"\{\{|\{%", "틀의 표시가 글로 남았습니다.", "표시를 지우세요."),
    mark(
        r"\\[*_`#\[\]()~]",
        "역슬래시(\\)가 그대로 보입니다.",
        "역슬래시를 지우세요.",
    ),
)


ALIGNED_MEND = (
    "'&'로 줄을 맞추는 수식은 이 사이트가 그리지 못합니다. '&', '\\\\'와 "
    "'\\begin', '\\end'를 빼고 식마다 '$$'로 따로 두르세요."
)


def find(project: Project) -> Iterator[Finding]:
    """모든 쪽을 바꾸어 본다. 설정을 읽을 수 없으면 그 검사가 따로 알린다."""
    if not project.has(project.config):
        return
    config = project.read(project.config)
    if renderer(config) is None:
        return
    for page in project.pages:
        lines = project.lines(page)
        start = front_matter.end(lines)
        markdown = without_modules(page, "\n".join(lines[start:]))
        yield from faults(project.name(page), markdown, start, config)
        yield from find_lost_modules(project, page)


@cache
def faults(name: str, markdown: str, start: int, config: str) -> list[Finding]:
    """쪽 하나에서 찾은 것. 같은 글은 다시 바꾸지 않는다."""
    return list(find_on_page(name, markdown, start, renderer(config)))


@cache
def renderer(config: str) -> Renderer | None:
    """설정대로 쪽을 바꾸는 것. 설정을 읽을 수 없으면 None이다."""
    try:
        return Renderer(read_config(config))
    except ValueError:
        return None


def find_on_page(
    name: str, markdown: str, start: int, renderer: Renderer
) -> Iterator[Finding]:
    """쪽 하나에서 찾는다.

    Args:
        name: 저장소에서 본 쪽의 이름.
        markdown: 머리를 뗀 원본.
        start: 머리의 줄 수.
        renderer: 마크다운을 바꾸는 것.
    """
    source = Lines(markdown, start)
    tree = Tree(renderer.html(MARK.sub("", markdown)))
    for _, text in prose_blocks(tree):
        for one in MARKS:
            if match := one.pattern.search(text):
                line = source.find(text, match)
                yield Finding(name, line, one.problem, one.mend)
    yield from find_formulas(name, tree, source)
    yield from find_boxes(name, tree, source)
    yield from find_tabs(name, tree, source)
    yield from find_repeats(name, tree, source)
    yield from find_eaten(name, tree, source)


def without_modules(page: Path, markdown: str) -> str:
    """코드 설명서의 쪽에서 모듈을 싣는 `:::`를 가린다. 줄 번호는 그대로다."""
    if page.parent.name != REFERENCE:
        return markdown
    return MODULE.sub(lambda match: blank(match[0]), markdown)


def find_lost_modules(project: Project, page: Path) -> Iterator[Finding]:
    """코드 설명서의 쪽이 싣는, 없는 모듈. 사이트를 짓지 못한다."""
    text = project.read(page)
    for match in MODULE.finditer(text) if page.parent.name == REFERENCE else ():
        place = project.snippets / match["module"].replace(".", "/")
        if not place.is_dir() and not project.has(place.with_suffix(".py")):
            yield Finding(
                project.name(page),
                line_at(text, match.start()),
                f"모듈 'snippets.{match['module']}'이(가) 없습니다.",
                "snippets/에 있는 폴더나 파일의 이름으로 고치세요. '/'는 '.'으로, "
                "'.py'는 빼고 적어요.",
            )


class Lines:
    """바뀐 글이 원본의 몇째 줄에서 왔는지 찾는다."""

    def __init__(self, markdown: str, start: int) -> None:
        """머리 다음부터 센다."""
        self.lines = markdown.split("\n")
        self.start = start

    def find(self, text: str, match: re.Match[str]) -> int:
        """바뀐 글의 한 자리가 적힌 줄.

        글이 똑같은 줄을 먼저 찾는다. 찾지 못하면 머리 다음 줄이다.
        """
        begin = text.rfind("\n", 0, match.end()) + 1
        end = text.find("\n", match.end())
        row = text[begin : end if end >= 0 else len(text)]
        for number, line in enumerate(self.lines, start=self.start + 1):
            if line.strip() == row.strip():
                return number
        if CODE in match[0]:
            written = re.escape(match[0]).replace(re.escape(CODE), "`[^`]+`")
            for number, line in self.prose():
                if re.search(written, line):
                    return number
        return self.containing([match[0].strip(), *words(row)])

    def prose(self) -> Iterator[tuple[int, str]]:
        """코드 상자 밖의 (줄 번호, 줄)."""
        hidden = {
            number
            for fence in fences(self.lines)
            for number in range(fence.line, fence.line + len(fence.body) + 2)
        }
        for number, line in enumerate(self.lines, start=1):
            if number not in hidden:
                yield self.start + number, line

    def rule_under(self, said: str) -> int | None:
        """이 글의 바로 아래에 그은 구분선의 줄."""
        rows = list(self.prose())
        for (_, above), (number, line) in pairwise(rows):
            if RULE.fullmatch(line) and above.strip() and words(above) == words(said):
                return number
        return None

    def containing(self, wanted: Iterable[str]) -> int:
        """낱말을 가장 많이 품은 줄."""
        wanted = [word for word in wanted if word]
        scores = [sum(word in line for word in wanted) for line in self.lines]
        best = max(scores, default=0)
        return self.start + (scores.index(best) + 1 if best else 1)


def words(text: str) -> list[str]:
    """글을 낱말로 나눈다."""
    return re.findall(r"[\w가-힣]{2,}", text)


def prose_blocks(tree: Tree) -> Iterator[tuple[Node, str]]:
    """글이 바로 든 원소와 그 글을 낸다. 코드는 한 글자로 바꾼다."""
    for block in [tree.root, *tree.all(BLOCKS)]:
        if FORMULA in classes(block):
            continue
        text = "".join(own_text(block)).strip()
        if text:
            yield block, text


def own_text(block: Node) -> Iterator[str]:
    """안에 든 다른 문단의 글은 빼고, 이 원소의 글만 낸다."""
    for node in block.iter(include_text=True):
        if node.is_text_node:
            yield node.text_content
        elif node.is_element_node and is_not_prose(node):
            yield CODE
        elif node.tag == "br":  # 표의 칸에서는 목록을 이렇게 적을 수밖에 없다
            yield " " if block.tag in CELLS else "\n"
        elif node.is_element_node and not node.css_matches(BLOCKS):
            yield from own_text(node)


def is_not_prose(node: Node) -> bool:
    """코드나 그림, 수식인지 답한다."""
    return node.tag in NOT_PROSE or FORMULA in classes(node)


def find_formulas(name: str, tree: Tree, source: Lines) -> Iterator[Finding]:
    """그릴 수 없는 수식."""
    for node in tree.all(f".{FORMULA}"):
        latex, _ = formulas.source(text_of(node))
        if why := formulas.reason(latex):
            yield Finding(
                name,
                source.containing([latex.split("\n")[0], *latex.split()]),
                f"수식 '{latex[:40]}'을(를) 그릴 수 없습니다. {why}.",
                ALIGNED_MEND
                if "&" in latex
                else "명령과 괄호를 살피고, 수식이 아니면 '$'나 역슬래시를 지우세요.",
            )


def find_boxes(name: str, tree: Tree, source: Lines) -> Iterator[Finding]:
    """본문이 빈 알림 상자와, 제목이 영어로 남은 상자를 찾는다."""
    for box in tree.all("div.admonition, details"):
        title = box.css_first(".admonition-title, summary")
        said = text_of(title).strip() if title else ""
        if is_empty(box, said):
            yield Finding(
                name,
                source.containing(["!!!", "???", *words(said)]),
                f"알림 상자 '{said}'의 본문이 비었습니다.",
                "본문을 빈 줄 다음에 네 칸 들여 쓰세요.",
            )
        if said and said.lower() in classes(box):
            yield Finding(
                name,
                source.containing(["!!!", "???", said.lower()]),
                f"알림 상자의 제목이 영어 '{said}'로 나옵니다.",
                f'종류 뒤에 제목을 적으세요. 예: !!! {said.lower()} "제목"',
            )


def find_tabs(name: str, tree: Tree, source: Lines) -> Iterator[Finding]:
    """내용이 탭 밖으로 나가 빈 탭을 찾는다."""
    openers = [
        (number, inline(match["label"]).strip())
        for number, row in source.prose()
        if (match := TAB.fullmatch(row))
    ]
    for tabs in tree.all(".tabbed-set"):
        labels = tabs.css(".tabbed-labels > label")
        blocks = tabs.css(".tabbed-content > .tabbed-block")
        for label, block in zip(labels, blocks, strict=True):
            if not is_empty(block):
                continue
            said = text_of(label).strip()
            rows = [number for number, written in openers if written == said]
            yield Finding(
                name,
                rows[0] if rows else source.containing(["===", *words(said)]),
                f"탭 '{said}'의 내용이 비었습니다.",
                "내용을 빈 줄 다음에 네 칸 들여 쓰세요.",
            )


def is_empty(box: Node, title: str = "") -> bool:
    """제목 말고는 글도 그림도 없는지 답한다."""
    shown = text_of(box).strip().removeprefix(title).strip()
    return not shown and box.css_first("img, svg, video, math, hr") is None


def find_repeats(name: str, tree: Tree, source: Lines) -> Iterator[Finding]:
    """붙여 넣다 두 번 들어간 문단."""
    seen: set[str] = set()
    for block in tree.all("p"):
        text = text_of(block).strip()
        if len(text) >= LONG and text in seen and not text.startswith("출처"):
            rows = [n for n, row in source.prose() if words(row) == words(text)]
            yield Finding(
                name,
                rows[-1] if rows else source.containing(words(text)),
                f"같은 문단이 두 번 있습니다. 「{text[:20]}…」",
                "둘 가운데 하나를 지우세요.",
            )
        seen.add(text)


def find_eaten(name: str, tree: Tree, source: Lines) -> Iterator[Finding]:
    """글의 일부였는데 표시로 쓰여 사라지거나 모양이 바뀐 것을 찾는다."""
    yield from find_multiplication(name, tree, source)
    yield from find_lost_numbers(name, source)
    yield from find_flat_lists(name, source)
    yield from find_made_headings(name, tree, source)
    yield from find_indented_code(name, tree, source)


def find_multiplication(name: str, tree: Tree, source: Lines) -> Iterator[Finding]:
    """곱하기로 적은 별표가 기울임이 된 것."""
    for node in tree.all("em, strong"):
        before, after = node.prev, node.next
        left = before.text_content[-1:] if before and before.is_text_node else ""
        right = after.text_content[:1] if after and after.is_text_node else ""
        inside = text_of(node)
        if left.isdigit() and right.isdigit() and inside[:1].isdigit():
            yield Finding(
                name,
                source.containing([f"{left}*{inside}*", f"*{inside}*{right}"]),
                f"곱하기로 적은 별표가 사라져 '{left}{inside}{right}'로 보입니다.",
                f"'×'로 바꾸세요. 예: {left}×{inside}×{right}",
            )


def find_lost_numbers(name: str, source: Lines) -> Iterator[Finding]:
    """줄의 처음에 적은 해가 목록의 번호가 된 것."""
    for number, line in source.prose():
        if match := re.match(r" {0,3}(\d{3,})\. +\S", line):
            yield Finding(
                name,
                number,
                f"줄이 '{match[1]}.'로 시작해 번호 목록이 되고, 그 수가 사라집니다.",
                f"'{match[1]}년 …'처럼 적거나 '{match[1]}\\.'로 적으세요.",
            )


def find_flat_lists(name: str, source: Lines) -> Iterator[Finding]:
    """덜 들여 써서 겹목록이 되지 못한 것."""
    inside = False
    for number, line in source.prose():
        if match := ITEM.match(line):
            if inside and len(match["indent"].expandtabs(4)) % 4 > 0:
                yield Finding(
                    name,
                    number,
                    "덜 들여 써서 안쪽 목록이 바깥 목록과 한 겹이 됩니다.",
                    "안쪽 목록은 바깥보다 네 칸 들여 쓰세요.",
                )
            inside = True
        elif line.strip() and not line.startswith((" ", "\t")):
            inside = False


def find_made_headings(name: str, tree: Tree, source: Lines) -> Iterator[Finding]:
    """글 바로 아래의 줄 때문에 제목이 된 글."""
    written = {
        match["title"].split("{")[0].strip()
        for _, line in source.prose()
        if (match := ATX.match(line))
    }
    for heading in tree.all("h1, h2"):
        for link in heading.css(".headerlink"):
            link.decompose()
        said = text_of(heading).strip()
        rule = source.rule_under(said)
        if rule and said not in written:
            yield Finding(
                name,
                rule,
                f"아래의 구분선 때문에 '{said[:30]}'이(가) 제목이 되었습니다.",
                "구분선 위에 빈 줄을 하나 넣으세요.",
            )


def find_indented_code(name: str, tree: Tree, source: Lines) -> Iterator[Finding]:
    """네 칸 들여 써서 코드가 된 글."""
    fenced = [row for fence in fences(source.lines) for row in fence.body]
    for block in tree.all("pre"):
        first = text_of(block).strip().split("\n")[0].strip()
        if not first or any(first in row for row in fenced):
            continue
        rows = [n for n, row in source.prose() if row.strip() == first]
        if rows:
            yield Finding(
                name,
                rows[0],
                "네 칸 들여 쓴 글이 코드 상자가 되었습니다.",
                "글이면 들여쓰기를 없애고, 코드면 '```'로 두르세요.",
            )
