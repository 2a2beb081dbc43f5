"""개념 지도, 읽는 시간, 앞뒤로 이어지는 줄이 자료와 같고 누구나 쓸 수 있는지 본다."""

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

from tests.paths import DOCS
from tests.site.conftest import Visit
from tools.page.built import BuiltPage

WEEKS = sorted(DOCS.glob("week*/concepts.yml"))


def page_at(pages: list[BuiltPage], address: str) -> BuiltPage:
    return next(page for page in pages if page.address == address)


@pytest.mark.parametrize("file", WEEKS, ids=lambda file: file.parent.name)
def test_map_shows_every_page_and_every_way(file: Path, pages: list[BuiltPage]) -> None:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    index = page_at(pages, f"{file.parent.name}/").article
    drawn = index.select_one(".concept-map")
    boxes = [link["href"].strip("./") for link in drawn.select("a")]
    linked = {
        x[key].partition(".md")[0] for x in data["links"] for key in ("from", "to")
    }
    assert set(boxes) == linked
    assert len(boxes) == len(set(boxes))
    ways = {
        (x["from"].partition(".md")[0], x["to"].partition(".md")[0])
        for x in data["links"]
    }
    assert len(drawn.select(".concept-lines path")) == len(ways)
    text = index.get_text()
    for row in [*data["links"], *data["next"]]:
        assert row["why"] in text
    names = {name for terms in data["before"].values() for name in terms}
    terms = {link.get_text() for link in index.select("#concepts-before + p a")}
    assert terms == names


@pytest.mark.parametrize("file", WEEKS, ids=lambda file: file.parent.name)
def test_pages_say_what_comes_before_and_after(
    file: Path, pages: list[BuiltPage]
) -> None:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    for name, terms in data["before"].items():
        page = page_at(pages, f"{file.parent.name}/{name.removesuffix('.md')}/")
        first = page.article.select_one("h1 ~ .page-facts")
        assert first.find_next_sibling(class_="abstract")
        # 「문제 5개」는 이 쪽의 문제로 간다.
        links = first.select('a:not([href^="#"])')
        known = [link.get_text() for link in links]
        assert known[: len(terms)] == terms
    for row in data["links"]:
        page, _, anchor = row["to"].partition("#")
        source = row["from"].partition(".md")[0]
        article = page_at(pages, f"{file.parent.name}/{source}/").article
        links = [link["href"] for link in article.select(".page-facts--after a")]
        assert f"../{page.removesuffix('.md')}/#{anchor}" in links


def test_every_note_tells_its_reading_time(pages: list[BuiltPage]) -> None:
    notes = [page for page in pages if page.article.select_one(".abstract")]
    assert len(notes) >= 6
    for page in notes:
        time = page.article.select_one("p.page-facts > span")
        assert re.fullmatch(r"읽는 데 \d+분쯤", time.get_text())
        assert page.article.select("#quiz"), page.address


def test_index_lists_the_questions_of_each_page(pages: list[BuiltPage]) -> None:
    links = page_at(pages, "week12/").article.select("#quizzes ~ ul > li > a")
    assert [link["href"] for link in links] == [
        f"{page.stem}/#quiz" for name in nav_pages() for page in [Path(name)]
    ]


def nav_pages() -> list[str]:
    text = (DOCS.parent / "mkdocs.yml").read_text(encoding="utf-8")
    return [
        name
        for name in re.findall(r"(week12/[\w-]+)\.md", text)
        if "#quiz" in (DOCS / f"{name}.md").read_text(encoding="utf-8")
    ]


SIZES = [
    pytest.param(
        {"viewport": {"width": width, "height": 740}, "color_scheme": scheme},
        id=f"{width}-{scheme}",
    )
    for width in (360, 1280)
    for scheme in ("light", "dark")
]
CUT = """() => [...document.querySelectorAll(".concept-map a")]
  .filter((a) => a.scrollHeight > a.clientHeight || a.scrollWidth > a.clientWidth)
  .map((a) => a.textContent)"""


@pytest.mark.parametrize("visit", SIZES, indirect=True)
def test_map_fits_the_screen(visit: Visit) -> None:
    page = visit.open("week12/")
    assert page.evaluate(CUT) == []
    place = page.locator(".concept-map").bounding_box()
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= page.viewport_size["width"]


def test_keyboard_walks_the_map_from_top_to_bottom(visit: Visit) -> None:
    page = visit.open("week12/")
    boxes = page.locator(".concept-map a")
    boxes.first.focus()
    for number in range(1, boxes.count()):
        page.keyboard.press("Tab")
        expect(boxes.nth(number)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/week12/optimizers/(#.*)?$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("옵티마이저")
