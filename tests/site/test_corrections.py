"""쪽의 바로잡음이 모두 출처를 대고, 한데 모은 쪽에도 실리는지 확인한다."""

from tests.paths import DOCS, ROOT, relative
from tools.check.embeds import places
from tools.page.built import BuiltPage
from tools.page.embeds import sections
from tools.page.project import Project


def corrections(page: BuiltPage) -> list[str]:
    return [box.get_text() for box in page.article.select(".admonition.correction")]


def test_every_correction_is_listed_in_the_order_of_its_page() -> None:
    project = Project(ROOT)
    listed = [
        (embed.file, embed.part)
        for embed in places(project)
        if embed.page == DOCS / "corrections.md"
    ]
    written = [
        (relative(page).removeprefix("docs/"), section.name)
        for week in sorted(DOCS.glob("week*"))
        for page in sorted(week.glob("*.md"))
        for section in sections(project.read(page))
        if section.edge == "start" and section.name.startswith("fix-")
    ]
    assert sorted(listed) == sorted(written)
    for page in {page for page, _ in written}:
        assert [x for x in listed if x[0] == page] == [
            x for x in written if x[0] == page
        ]


def test_list_shows_what_the_pages_show(pages: list[BuiltPage]) -> None:
    (overview,) = [page for page in pages if page.address == "corrections/"]
    on_pages = [
        text for page in pages if page is not overview for text in corrections(page)
    ]
    assert on_pages
    assert sorted(corrections(overview)) == sorted(on_pages)


def test_every_correction_names_its_source(pages: list[BuiltPage]) -> None:
    for page in pages:
        for box in page.article.select(".admonition.correction"):
            links = [a["href"] for a in box.select("a[href^='https://']")]
            assert "출처" in box.get_text(), f"{page.address}: {box.get_text()[:60]}"
            assert links, f"{page.address}: {box.get_text()[:60]}"
            assert (
                box.select_one(".admonition-title").get_text().startswith("바로잡음, ")
            )
