"""쪽에서 처음 나온 용어를 뜻을 띄우는 링크로 바꾼다.

뜻은 쪽의 끝에 자료로 싣고 `assets/terms.js`가 띄운다. 스크립트가 없으면 용어집으로
가는 링크다. 버튼이 아니라 링크라서 줄 안에서 글처럼 꺾이고, 뒤의 조사와 떨어지지
않으며, 그대로 복사된다.
"""

import json
import re
from collections.abc import Iterator
from html import escape, unescape

from tools.data.glossary import Entry
from tools.data.terms import Finder

TOKEN = re.compile(
    r"""<!--.*?-->|<(?P<slash>/?)(?P<tag>[a-zA-Z][\w:-]*)"""
    r"""(?P<attributes>(?:[^'">]|"[^"]*"|'[^']*')*)>""",
    re.S,
)
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
# 글이 아니거나, 이미 누를 수 있는 것.
SKIPPED_TAGS = {
    "a", "abbr", "button", "code", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "kbd",
    "label", "pre", "script", "style", "summary", "svg", "th",
}  # fmt: skip
SKIPPED_CLASSES = re.compile(
    r'\bclass="[^"]*\b(?:admonition-title|doc|filename|week)\b'
)


def prose(html: str) -> Iterator[tuple[int, int]]:
    """글이 든 자리의 처음과 끝을 차례로 낸다."""
    stack: list[tuple[str, bool]] = []
    start = 0
    for token in [*TOKEN.finditer(html), None]:
        skipped = bool(stack) and stack[-1][1]
        end = token.start() if token else len(html)
        if not skipped and html[start:end].strip():
            yield start, end
        if token is None:
            return
        start = token.end()
        tag = (token["tag"] or "").lower()
        if not tag or tag in VOID or token["attributes"].endswith("/"):
            continue
        if not token["slash"]:
            mine = tag in SKIPPED_TAGS or SKIPPED_CLASSES.search(token["attributes"])
            stack.append((tag, skipped or bool(mine)))
        elif tag in [name for name, _ in stack]:
            while stack.pop()[0] != tag:
                pass


def add(html: str, finder: Finder, glossary: str) -> str:
    """처음 나온 용어를 링크로 바꾸고 뜻을 끝에 싣는다.

    Args:
        html: 본문.
        finder: 용어의 찾개.
        glossary: 이 쪽에서 본 용어집의 주소.
    """
    shown: dict[str, Entry] = {}
    parts, last = [], 0
    for start, end in prose(html):
        linked = link(unescape(html[start:end]), finder, glossary, shown)
        if linked:
            parts += [html[last:start], linked]
            last = end
    if not shown:
        return html
    return "".join([*parts, html[last:], data(shown)])


def link(
    text: str, finder: Finder, glossary: str, shown: dict[str, Entry]
) -> str | None:
    """글 한 토막의 용어를 링크로 바꾼다. 새로 나온 것이 없으면 None이다."""
    parts, last = [], 0
    for found in finder.find(text):
        entry = found.entry
        if entry.id in shown or not entry.tooltip:
            continue
        shown[entry.id] = entry
        word = escape(text[found.start : found.end], quote=False)
        parts += [
            escape(text[last : found.start], quote=False),
            f'<a class="term" href="{glossary}#{entry.id}">{word}</a>',
        ]
        last = found.end
    return "".join([*parts, escape(text[last:], quote=False)]) if parts else None


def data(shown: dict[str, Entry]) -> str:
    """띄울 뜻. 용어의 id에서 이름, 영어, 뜻으로 간다."""
    rows = {
        id_: [entry.name, entry.english, definition(entry)]
        for id_, entry in shown.items()
    }
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    # 테마는 쪽을 바꿔 끼울 때 `<script>`를 모두 코드로 돌린다. 그래서 속성에 싣는다.
    text = escape(text, quote=False).replace("'", "&#39;")
    return f"<span class=\"terms\" data-terms='{text}' hidden></span>"


def definition(entry: Entry) -> str:
    """뜻의 마크다운에서 코드만 살려 HTML로 바꾼다."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(entry.definition, False))
