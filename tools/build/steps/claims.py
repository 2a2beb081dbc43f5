"""근거가 있는 문장에 근거로 가는 링크를 달고, 근거 쪽의 링크를 그 문장까지 잇는다."""

from html import escape

from tools.build.files import claims_page
from tools.build.site import Page, Site
from tools.build.tree import Node, Tree, nodes, text_of
from tools.page.text import squeeze

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
    for claim in site.claims:
        if claim.page != page.source:
            continue
        if block := find(tree, claim.sentence):
            address = site.address(page, f"{claims_page.NAME}#{claim.id}")
            for node in nodes(mark(claim.id, address)):
                block.insert_child(node)


def find(tree: Tree, sentence: str) -> Node | None:
    """문장이 든 원소."""
    return next(
        (
            node
            for name in BLOCKS
            for node in tree.all(name)
            if sentence in squeeze(text_of(node))
        ),
        None,
    )


def mark(id_: str, address: str) -> str:
    """근거로 가는 링크. 이 자리로 돌아올 수 있게 id를 단다."""
    return (
        f' <a class="claim" id="{id_}" href="{escape(address)}" '
        'title="이 문장의 근거" data-search-exclude>근거</a>'
    )
