"""바로잡음마다 자리와 날을 달고, 모은 쪽의 같은 바로잡음과 오가게 한다."""

import re
from collections.abc import Iterator
from html import escape

from tools.build.site import Page, Site
from tools.build.tree import Node, Tree, insert_after, nodes, text_of
from tools.data.history import korean
from tools.page.embeds import embeds, sections

LIST = "corrections.md"
FIX = "fix-"
PREFIX = "바로잡음, "
QUOTE = re.compile("「([^」]+)」")


def link_corrections(tree: Tree, page: Page, site: Site) -> None:
    """노트의 상자에서는 모은 쪽으로, 모은 쪽의 상자에서는 노트의 그 자리로 잇는다."""
    boxes = tree.all(".admonition.correction")
    if page.source == LIST:
        list_quotes(tree, boxes, [name for _, name in order(page, site)])
    for box, (source, name) in zip(boxes, order(page, site), strict=False):
        box.attrs["id"] = name
        target = source if page.source == LIST else LIST
        title = box.css_first(".admonition-title")
        if target in site.urls and title:
            address = site.address(page, f"{target}#{name}")
            title.inner_html = f'<a href="{escape(address)}">{title.inner_html}</a>'
        if title and (date := site.corrected(source, name)):
            told = f'<time datetime="{date:%Y-%m-%d}">{korean(date)}에 고침</time>'
            insert_after(
                title, f'<p class="correction-date" data-search-exclude>{told}</p>'
            )


def list_quotes(tree: Tree, boxes: list[Node], names: list[str]) -> None:
    """모은 쪽의 맨 위에서, 노트의 말을 찾아 그 바로잡음으로 곧장 가게 한다."""
    first = tree.first("h2")
    if first is None:
        return
    rows = "".join(
        f'<li>「{escape(quote)}」 <a href="#{name}">{escape(title)}</a></li>'
        for box, name in zip(boxes, names, strict=False)
        for quote, title in [told(box)]
    )
    for one in nodes(f'<ul class="quotes" data-search-exclude>{rows}</ul>'):
        first.insert_before(one)


def told(box: Node) -> tuple[str, str]:
    """상자가 옮긴 노트의 말과 상자의 제목. 마지막 문단은 출처다."""
    title, *said, _source = box.css("p")
    quote = QUOTE.search(" ".join(map(text_of, said)))
    return quote[1] if quote else "", text_of(title).removeprefix(PREFIX)


def order(page: Page, site: Site) -> Iterator[tuple[str, str]]:
    """쪽에 나오는 차례로, 바로잡음이 든 원본과 그 이름."""
    source = site.sources.get(page.source)
    if source is None:
        return
    for embed in embeds(source.markdown):
        if embed.part and embed.part.startswith(FIX):
            yield embed.file, embed.part
    for section in sections(source.markdown):
        if section.edge == "start" and section.name.startswith(FIX):
            yield page.source, section.name
