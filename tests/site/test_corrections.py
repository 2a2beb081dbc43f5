"""한데 모은 쪽이 쪽의 바로잡음을 그대로 보이는지 본다. 꼴은 tools/check가 본다."""

from tools.page.built import BuiltPage


def corrections(page: BuiltPage) -> list[str]:
    return [box.get_text() for box in page.article.select(".admonition.correction")]


def test_list_shows_what_the_pages_show(pages: list[BuiltPage]) -> None:
    (overview,) = [page for page in pages if page.address == "corrections/"]
    on_pages = [
        text for page in pages if page is not overview for text in corrections(page)
    ]
    assert on_pages
    assert sorted(corrections(overview)) == sorted(on_pages)
