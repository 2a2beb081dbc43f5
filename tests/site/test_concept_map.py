"""개념 지도, 읽는 시간, 앞뒤로 이어지는 줄이 자료와 같고 누구나 쓸 수 있는지 본다."""

import re
from itertools import pairwise
from pathlib import Path

from tools.build.steps import concept_map
import pytest
from tools.build.steps import reading_time
import yaml
from tools.data.concepts import Concepts, Reader, WrongConcept, layers, load
from playwright.sync_api import expect

from tests.paths import DOCS
from tests.site.conftest import Visit
from tools.page.built import BuiltPage

WEEKS = sorted(DOCS.glob("week*/concepts.yml"))
PAGES = {
    "week1/a.md": {"one": "하나"},
    "week1/b.md": {"two": "둘"},
    "week1/c.md": {},
    "week2/a.md": {},
}
SOUND = """\
before:
  a.md: [층]
links:
  - from: a.md#one
    to: b.md#two
    why: 까닭이다.
next:
  - from: b.md
    name: 다음
    why: 까닭이다.
"""


def read(text: str, file: str = "week1/concepts.yml") -> Concepts:
    return Reader(file, PAGES, {"층"}).read(text)


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
        known = [link.get_text() for link in first.select("a")]
        assert known[1 : 1 + len(terms)] == terms
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
        link = page.article.select_one("p.page-facts a")
        assert re.fullmatch(r"읽는 데 \d+분쯤", link.get_text())
        assert link["href"] == "../../contributing/#reading-time"
        assert page.article.select("#quiz"), page.address


def test_index_lists_the_questions_of_each_page(pages: list[BuiltPage]) -> None:
    links = page_at(pages, "week12/").article.select("#quizzes ~ ul a")
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


@pytest.mark.parametrize(
    ("words", "lines", "expected"),
    [(1, 0, 1), (200, 0, 1), (201, 0, 2), (0, 30, 1), (200, 30, 2), (400, 31, 4)],
)
def test_reading_time_counts_words_and_code_lines(
    words: int, lines: int, expected: int
) -> None:
    code = "x = <b>1</b>\n\n" * lines
    html = f"<p>{'말 ' * words}</p><pre><code>{code}</code></pre>"
    html += "<svg><text>그림 속의 글</text></svg><script>자료 는 글이 아니다</script>"
    assert reading_time.minutes(html) == expected


def test_sound_data_passes_and_empty_file_is_no_map() -> None:
    concepts = read(SOUND)
    assert concepts.inner == [("week1/a.md", "week1/b.md")]
    assert read("# 아직 없다\n").links == []


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("b.md#two", "gone.md", 5, "'gone.md' 쪽이 없습니다."),
        ("b.md#two", "b.md#gone", 5, "'b.md'에 '#gone' 절이 없습니다."),
        ("b.md#two", "a.md", 4, "from과 to가 같은 쪽입니다."),
        ("[층]", "[칸]", 2, "용어집에 '칸'이(가) 없습니다."),
        ("    why: 까닭이다.\nnext", "next", 4, "'why'을(를) 한 줄 적으세요."),
        ("next:", "after:", 7, "'after'(이)라는 칸은 없습니다."),
        ("  a.md: [층]", "  gone.md: [층]", 2, "'gone.md' 쪽이 없습니다."),
        ("  a.md: [층]", "  a.md: 층", 2, "줄표로 시작하는 목록으로 적으세요."),
        (
            "next:",
            "  - {from: b.md, to: a.md, why: 되돌아온다.}\nnext:",
            7,
            "떠난 쪽으로 되돌아옵니다.",
        ),
    ],
)
def test_bad_data_stops_the_build_with_its_line(
    before: str, after: str, line: int, message: str
) -> None:
    assert before in SOUND
    with pytest.raises(WrongConcept) as error:
        read(SOUND.replace(before, after, 1))
    assert str(error.value).startswith(f"docs/week1/concepts.yml:{line}: ")
    assert message in str(error.value)


def test_broken_yaml_is_named(tmp_path: Path) -> None:
    (tmp_path / "week1").mkdir()
    file = tmp_path / "week1" / "concepts.yml"
    file.write_text("links:\n  - from: 'a.md\n", encoding="utf-8")
    with pytest.raises(WrongConcept, match=r"docs/week1/concepts\.yml:\d+: YAML"):
        load(tmp_path, PAGES, {"층"})


def test_way_from_another_week_is_known_but_not_drawn() -> None:
    concepts = read(SOUND.replace("from: a.md#one", "from: ../week2/a.md"))
    assert concepts.links[0].before.page == "week2/a.md"
    assert concepts.inner == []


def test_ways_only_go_down_and_boxes_keep_apart() -> None:
    pairs = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("a", "d"), ("d", "e")]
    level = layers(pairs)
    assert all(level[x] < level[y] for x, y in pairs)
    spots = concept_map.arrange(pairs, list("abcde"))
    for row in range(4):
        boxes = [spot for spot in spots.values() if spot.level == row]
        for left, right in pairwise(boxes):
            assert left.x + left.width < right.x
        assert all(spot.x >= 0 for spot in boxes)
        assert all(
            spot.x + spot.width <= concept_map.WIDTH - concept_map.LANE
            for spot in boxes
        )
    drawn = concept_map.draw(pairs, dict.fromkeys("abcde", "쪽"), str)
    assert drawn.count("<path d=") == len(pairs) + 1  # 화살촉 하나


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
