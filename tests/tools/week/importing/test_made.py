"""지어낸 노트 200개를 옮기고, 모든 덩이를 바뀐 쪽에서 찾는다."""

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.paths import ROOT
from tests.tools.week.importing.made import Made, Maker
from tests.tools.week.importing.notes import picture
from tools.check import fidelity, lint, rendered
from tools.page import front_matter
from tools.page.config import read_config
from tools.page.formulas import source
from tools.page.project import Project
from tools.page.render import Renderer
from tools.page.text import squeeze
from tools.week.importing.addresses import unique
from tools.week.importing.build import Week
from tools.week.importing.canonical import Rewriter
from tools.week.importing.code import Tried
from tools.week.importing.images import Images
from tools.week.importing.intake import clean
from tools.week.importing.plan import named, split
from tools.week.importing.private import Cleanser

pytestmark = pytest.mark.slow

NOTES = 200
FEWEST_BLOCKS = 3000
PICTURE = picture()


def weekly(number: int, made: Made) -> Week:
    """명령과 같은 차례로 옮긴다. 코드는 돌려 보지 않는다."""
    found = Cleanser().cleanse(clean(made.text))
    assert not found.dropped
    images = Images({"그림 1.png": PICTURE})
    chunks = Rewriter(images.find).chunks(found.text)

    def propose(_: str, taken: object) -> str:
        return unique("part", taken)

    plan = named(split(chunks, "노트"), propose)
    return Week(number, plan, images.made, propose, lambda *_: Tried(why="글이다"))


@pytest.fixture(scope="module")
def made() -> list[Made]:
    return [Maker(seed).make() for seed in range(NOTES)]


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory, made: list[Made]) -> Path:
    """노트마다 한 주가 된 저장소."""
    root = tmp_path_factory.mktemp("weeks")
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text("nav:\n  - 첫 화면: index.md\n", encoding="utf-8")
    (root / "docs/index.md").write_text("# 집 { #home }\n", encoding="utf-8")
    for number, note in enumerate(made, start=1):
        weekly(number, note).write(root)
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, root / name)
    return root


@pytest.fixture(scope="module")
def project(weeks: Path) -> Project:
    return Project(weeks)


def lost(note: Made, html: BeautifulSoup) -> list[str]:
    """쪽에서 찾지 못한 덩이."""
    for formula in html.select(".arithmatex"):
        formula.string = f"${source(formula.get_text())[0]}$"
    text = squeeze(html.get_text())
    boxes = [
        [line.strip() for line in box.get_text().split("\n") if line.strip()]
        for box in html.select("pre")
    ]
    rows = [
        [squeeze(x.get_text()) for x in row.select("th, td")]
        for row in html.select("tr")
    ]
    found = [x for x in note.prose if squeeze(x) not in text]
    found += [str(x) for x in note.code if x not in boxes]
    found += [x for x in note.formulas if squeeze(x) not in text]
    found += [str(x) for x in note.rows if x not in rows]
    pictures = len(html.select('img[src^="images/"]'))
    return found + [f"그림 {pictures}"] * (pictures != note.images)


def test_every_block_of_two_hundred_notes_is_on_the_pages(
    made: list[Made], project: Project
) -> None:
    renderer = Renderer(read_config(project.read(project.config)))
    missing = {}
    for number, note in enumerate(made, start=1):
        pages = project.under(project.docs / f"week{number}", ".md")
        html = ""
        for page in pages:
            lines = project.lines(page)
            html += renderer.html("\n".join(lines[front_matter.end(lines) :]))
        if gone := lost(note, BeautifulSoup(html, "lxml")):
            missing[number] = gone
    assert sum(note.blocks for note in made) > FEWEST_BLOCKS
    assert missing == {}


def test_fidelity_finds_every_block(project: Project) -> None:
    assert [str(x) for x in fidelity.find(project)] == []


def test_no_mark_is_left_as_text(project: Project) -> None:
    found = [*rendered.find(project), *lint.find(project)]
    assert [str(x) for x in found if "/week" in x.file] == []
