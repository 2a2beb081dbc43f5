"""쪽의 코드 상자. 돋보일 줄을 찾고, 코드와 시험으로 가는 길을 단다."""

import re
from collections.abc import Callable

from tools.proof.verified import test_of

FENCE = re.compile(
    r"^(?P<head>[ \t]*`{3,}[ \t]*python[^\n]*?)[ \t]+mark=\"(?P<mark>[^\"\n]*)\""
    r"(?P<tail>[^\n]*)\n(?P<body>.*?)^[ \t]*`{3,}[ \t]*$",
    re.M | re.S,
)
EMBED = re.compile(r'^[ \t]*--8<--\s+"(?P<file>[^":]+):(?P<part>[^"]+)"', re.M)
SECTION_MARK = re.compile(r"--8<--\s*\[")
BLOCK = re.compile(r"<pre>(?P<code>(?:<span></span>)?<code\b.*?</code>)</pre>", re.S)
BOX = re.compile(
    r'<span class="filename">(?P<file>snippets/[\w./-]+\.py)</span>(?P<code>.*?</pre>)',
    re.S,
)
# 코드 설명서에서 모듈의 이름 아래에 적힌 파일의 자리.
FILE = re.compile(r'(?P<head><p class="doc-file"[^>]*>)(?P<file>[\w/]+\.py)(?=</p>)')


class UnknownMark(ValueError):  # noqa: N818 - 이름이 곧 까닭이다
    """돋보일 글이 코드에 없다."""

    def __init__(self, line: int, mark: str) -> None:
        """몇째 줄의 무슨 글인지 기억한다."""
        self.line = line
        super().__init__(
            f"강조할 글 '{mark}'이(가) 끼워 넣은 코드에 없습니다. "
            "코드에 있는 글을 그대로 적으세요."
        )


def section(code: str, name: str) -> list[str]:
    """파일에서 절의 줄만 꺼낸다. 쪽에 나오지 않는 절 표시는 뺀다."""
    start = code.index(f"--8<-- [start:{name}]")
    end = code.index(f"--8<-- [end:{name}]")
    lines = code[start:end].split("\n")[1:-1]
    return [line for line in lines if not SECTION_MARK.search(line)]


def resolve_marks(markdown: str, read: Callable[[str], str]) -> str:
    """`mark="글"`을 그 글이 든 줄의 번호로 바꾼다.

    Args:
        markdown: 쪽의 원본.
        read: 끼워 넣을 때 쓴 이름의 파일을 읽는 함수.

    Raises:
        UnknownMark: 맞는 줄이 하나도 없을 때.
    """

    def replace(match: re.Match[str]) -> str:
        embeds = list(EMBED.finditer(match["body"]))
        if not embeds:
            return match[0]  # 쓰는 법을 보여 주는 글이다
        code = [
            line
            for embed in embeds
            for line in section(read(embed["file"]), embed["part"])
        ]
        lines = [n for n, line in enumerate(code, start=1) if match["mark"] in line]
        if not lines:
            line = markdown.count("\n", 0, match.start()) + 1
            raise UnknownMark(line, match["mark"])
        numbers = " ".join(map(str, lines))
        start = match.start("mark") - len(' mark="') - match.start()
        end = match.end("mark") + 1 - match.start()
        whole = match[0]
        return f'{whole[:start]} hl_lines="{numbers}"{whole[end:]}'

    return FENCE.sub(replace, markdown)


def link_sources(html: str, repository: str, proof: Callable[[str, str], str]) -> str:
    """코드의 자리에 GitHub의 그 파일로 가는 링크를, 상자 아래에 시험의 기록을 단다.

    Args:
        html: 쪽의 HTML.
        repository: 저장소의 주소.
        proof: 코드의 자리와 시험의 주소를 받아 상자 아래에 달 줄을 만드는 함수.
    """
    base = f"{repository.rstrip('/')}/blob/main"

    def replace(match: re.Match[str]) -> str:
        file = match["file"]
        link = f'<a href="{base}/{file}">{file}</a>'
        line = proof(file, f"{base}/{test_of(file)}")
        return f'<span class="filename">{link}</span>{match["code"]}{line}'

    linked = FILE.sub(rf'\g<head><a href="{base}/\g<file>">\g<file></a>', html)
    return BOX.sub(replace, linked)


def count_lines(html: str) -> str:
    """코드마다 줄의 수를 적는다.

    스타일이 이 수로 높이를 미리 잡아, 화면에 들어오지 않은 코드는 그리지 않는다.
    """

    def replace(match: re.Match[str]) -> str:
        text = match["code"].removesuffix("</code>").rstrip("\n")
        return f'<pre style="--lines: {text.count(chr(10)) + 1}">{match["code"]}</pre>'

    return BLOCK.sub(replace, html)
