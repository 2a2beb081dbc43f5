"""쪽에서 처음 나온 용어를 뜻을 띄우는 링크로 바꾼다.

뜻은 쪽의 끝에 자료로 싣고 `assets/terms.js`가 띄운다. 스크립트가 없으면 용어집으로
가는 링크다. 버튼이 아니라 링크라서 줄 안에서 글처럼 꺾이고, 뒤의 조사와 떨어지지
않으며, 그대로 복사된다.
"""

import json
import re
from collections.abc import Iterable, Mapping
from html import escape

from tools.build.files import glossary_page
from tools.build.site import Page, Site
from tools.build.tree import Node, Tree, classes, replace, texts
from tools.data.glossary import Entry
from tools.data.terms import Finder, Found

# 글이 아니거나, 이미 누를 수 있는 것.
SKIPPED_TAGS = {
    "a", "abbr", "autoref", "button", "code", "figure", "h1", "h2", "h3", "h4", "h5",
    "h6", "kbd", "label", "pre", "script", "style", "summary", "svg", "th",
}  # fmt: skip
SKIPPED_CLASSES = {"admonition-title", "arithmatex", "doc", "filename", "week"}


def link_terms(tree: Tree, page: Page, site: Site) -> None:
    """처음 나온 용어를 링크로 바꾸고 뜻을 끝에 싣는다. 용어집 쪽은 그대로 둔다."""
    if page.source == glossary_page.NAME:
        return
    entries = {entry.id: entry for entry in site.entries.values()}
    prose = [node for node in texts(tree.root, skipped) if node.text_content.strip()]
    rows = site.cache.get(
        "terms",
        [[node.text_content for node in prose], site.finder.fingerprint],
        lambda: first_uses((node.text_content for node in prose), site.finder),
    )
    glossary = site.address(page, glossary_page.NAME)
    shown = {}
    for number, found in rows:
        shown |= {id_: entries[id_] for _, _, id_ in found}
        link(prose[number], found, glossary)
    if shown:
        tree.append(data(shown))


def skipped(node: Node) -> bool:
    """글로 보지 않는 원소인지 답한다."""
    return node.tag in SKIPPED_TAGS or bool(SKIPPED_CLASSES & {*classes(node)})


def first_uses(
    prose: Iterable[str], finder: Finder
) -> list[tuple[int, list[tuple[int, int, str]]]]:
    """글마다 용어가 처음 나온 자리를 (글의 번호, [(처음, 끝, 용어의 id)])로 찾는다."""
    rows, seen = [], set()
    for number, found in enumerate(finder.find_all(list(prose))):
        new = [one for one in found if is_new(one, seen)]
        if new:
            rows.append((number, [(x.start, x.end, x.entry.id) for x in new]))
    return rows


def is_new(found: Found, seen: set[str]) -> bool:
    """뜻을 띄울 만하고 이 쪽에서 처음인지 보고, 본 것으로 적는다."""
    entry = found.entry
    if entry.id in seen or not entry.tooltip:
        return False
    seen.add(entry.id)
    return True


def link(node: Node, found: Iterable[tuple[int, int, str]], glossary: str) -> None:
    """글 한 토막의 용어를 링크로 바꾼다."""
    text, parts, last = node.text_content, [], 0
    for start, end, id_ in found:
        parts += [
            escape(text[last:start], quote=False),
            f'<a class="term" href="{glossary}#{id_}">'
            f"{escape(text[start:end], quote=False)}</a>",
        ]
        last = end
    replace(node, "".join([*parts, escape(text[last:], quote=False)]))


def data(shown: Mapping[str, Entry]) -> str:
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
