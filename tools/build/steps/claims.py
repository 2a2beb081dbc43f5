"""근거가 있는 문장에 근거로 가는 링크를 달고, 근거 쪽의 링크를 그 문장까지 잇는다."""

from html import escape

from tools.build.files import claims_page
from tools.build.site import Page, Site
from tools.build.tree import Node, Tree, classes, nodes, text_of, texts

# 문장이 놓일 수 있는 원소. 문단이 든 목록에서는 문단이 먼저다.
BLOCKS = ("p", "figcaption", "td", "li")


def link_claims(tree: Tree, page: Page, site: Site) -> None:
    """노트의 문장 끝에 「근거」를 단다. 근거 쪽에서는 문장의 자리로 가게 한다.

    쪽에 없는 문장은 글 검사가 알린다. 미리 보며 문장을 고치는 동안 멈추지 않게 여기서는
    지나친다.
    """
    if page.source == claims_page.NAME:
        for sentence in tree.all("p.claim-sentence"):
            link = sentence.css_first("a")
            link.attrs["href"] += f"#{sentence.attributes['id']}"
        return
    claims = [claim for claim in site.claims if claim.page == page.source]
    if not claims:
        return
    blocks = [(x, compact(text_of(x))) for name in BLOCKS for x in tree.all(name)]
    for claim in claims:
        wanted = compact(claim.sentence)
        block = next((node for node, text in blocks if wanted in text), None)
        if block:
            address = site.address(page, f"{claims_page.NAME}#{claim.id}")
            insert(*end_of(block, wanted), mark(claim.id, address))


def compact(text: str) -> str:
    """빈칸을 뺀 글."""
    return "".join(text.split())


def end_of(block: Node, wanted: str) -> tuple[Node, int]:
    """문장이 끝나는 글의 마디와, 그 글에서 문장이 끝난 바로 뒤의 자리.

    빈칸은 견주지 않으므로, 꾸미는 표시로 나뉜 문장도 찾는다.
    """
    letters = [
        (letter, node, place)
        for node in texts(block, lambda node: "claim" in classes(node))
        for place, letter in enumerate(text_of(node), start=1)
        if not letter.isspace()
    ]
    start = "".join(letter for letter, *_ in letters).index(wanted)
    _, node, end = letters[start + len(wanted) - 1]
    return node, end


def insert(node: Node, end: int, html: str) -> None:
    """글의 마디를 둘로 나누고 그 사이에 더한다."""
    text = text_of(node)
    node.insert_before(text[:end])
    for one in nodes(html):
        node.insert_before(one)
    node.insert_before(text[end:])
    node.decompose()


def mark(id_: str, address: str) -> str:
    """근거로 가는 링크. 이 자리로 돌아올 수 있게 id를 단다."""
    # 글을 베끼거나 견줄 때 섞이지 않게, 보이는 말은 스타일이 적는다.
    return (
        f'<a class="claim" id="{id_}" href="{escape(address)}" '
        'aria-label="이 문장의 근거" data-search-exclude></a>'
    )
