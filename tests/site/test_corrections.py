"""한데 모은 쪽이 쪽의 바로잡음을 그대로 보이는지 본다. 꼴은 tools/check가 본다."""

from copy import copy

from bs4 import Tag

from tools.page.built import BuiltPage


def corrections(page: BuiltPage) -> list[str]:
    return [shown(box) for box in page.article.select(".admonition.correction")]


def shown(box: Tag) -> str:
    """바로잡음의 글. 노트의 문장에만 다는 「근거」는 뺀다."""
    box = copy(box)
    for link in box.select("a.claim"):
        link.decompose()
    return "\n".join(line.strip() for line in box.get_text().splitlines())


def test_list_shows_what_the_pages_show(pages: list[BuiltPage]) -> None:
    (overview,) = [page for page in pages if page.address == "corrections/"]
    on_pages = [
        text for page in pages if page is not overview for text in corrections(page)
    ]
    assert on_pages
    assert sorted(corrections(overview)) == sorted(on_pages)
