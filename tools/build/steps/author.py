"""노트를 쓴 사람의 문단에 표시를 단다. 덧붙인 글과 섞이지 않게 한다."""

import re

from tools.build.site import Page, Site
from tools.build.tree import Node, Tree, insert_after, text_of
from tools.page.note import SENTENCE_END
from tools.page.text import squeeze

MARK = "author"
# 수식은 아직 그리기 전이라 `\\(…\\)`로 적혀 있다. 원문에는 `$…$`로 적혀 있다.
FORMULA_EDGE = re.compile(r"\\[()]")
LEGEND = (
    '<p class="author-legend" data-search-exclude>왼쪽에 점선이 있는 문단은 노트를 쓴 '
    "사람의 글이다. 나머지는 덧붙인 설명이다.</p>"
)
# 덧붙인 글의 상자. 노트를 옮겨 적어도 쓴 사람의 문단이 아니다.
ADDED = ".admonition, details, figure, .page-facts, .notebook"


def mark_author(tree: Tree, page: Page, site: Site) -> None:
    """문장이 모두 원문에 있는 문단을 찾아 표시하고, 첫 표시 앞에 뜻을 적는다."""
    known = site.sentences(page.source)
    if not known:
        return
    added = {node.mem_id for box in tree.all(ADDED) for node in box.css("p, li")}
    marked = [
        node
        for node in tree.all("p, li")
        if node.mem_id not in added and is_author(node, known)
    ]
    for node in marked:
        node.attrs["class"] = f"{node.attributes.get('class') or ''} {MARK}".strip()
    if marked:
        place = tree.first(".admonition.abstract") or tree.first("h1")
        insert_after(place, LEGEND)


def is_author(node: Node, known: frozenset[str]) -> bool:
    """글이 원문의 문장만으로 되었는지 답한다."""
    if node.tag == "li" and node.css_first("p"):
        return False
    text = squeeze(FORMULA_EDGE.sub("$", text_of(node)))
    return bool(text) and all(
        part in known or without_lead(part) in known
        for part in SENTENCE_END.split(text)
    )


def without_lead(part: str) -> str:
    """「장점: 문장」에서 앞머리를 뗀 문장."""
    return part.partition(": ")[2] or part
