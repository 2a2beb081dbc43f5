"""지은 사이트가 약속한 것을 갖추었는지 확인한다."""

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.paths import DOCS, ROOT, document_files, relative
from tests.site.conftest import REPOSITORY, Site
from tools.page.built import BuiltPage

DEFINED = re.compile(r"^def (\w+)\(", re.M)
RUN_ALONE = ("main", "draw", "describe")  # 파일을 직접 돌릴 때만 쓴다


def test_strict_build_makes_a_page_for_every_document(pages: list[BuiltPage]) -> None:
    expected = {"changes/", "claims/", "glossary/"}  # 지을 때 만들어진다
    for file in document_files():
        address = file.relative_to(DOCS).with_suffix("").as_posix()
        address = address.removesuffix("index").rstrip("/")
        expected.add(f"{address}/" if address else "")
    assert {page.address for page in pages} == expected


def test_pages_are_korean_and_have_one_title_and_a_description(
    pages: list[BuiltPage],
) -> None:
    for page in pages:
        assert page.html.html["lang"] == "ko"
        assert len(page.html.select("h1")) == 1, page.address
        assert page.html.select_one("meta[name=description]")["content"]


def test_headings_have_ascii_ids_and_step_down_one_by_one(
    pages: list[BuiltPage],
) -> None:
    for page in pages:
        levels = []
        for heading in page.article.select("h1, h2, h3, h4, h5, h6"):
            assert heading["id"].isascii(), f"{page.address}: {heading['id']}"
            assert not heading["id"].startswith("_"), f"{page.address}: {heading['id']}"
            levels.append(int(heading.name[1]))
        steps = [after - before for before, after in pairwise(levels)]
        assert all(step <= 1 for step in steps), page.address


def test_every_page_leads_to_its_source_in_the_fork(pages: list[BuiltPage]) -> None:
    for page in pages:
        buttons = [a["href"] for a in page.article.select("a.md-content__button")]
        if page.address == "changes/":  # 역사에서 만들어 고칠 파일이 없다
            assert not buttons
            continue
        edit, view = buttons
        assert edit.startswith(f"{REPOSITORY}/edit/main/docs/")
        assert (ROOT / edit.removeprefix(f"{REPOSITORY}/edit/main/")).exists()
        assert view == edit.replace("/edit/", "/raw/")


def test_canonical_address_follows_the_environment(
    pages: list[BuiltPage], site: Site
) -> None:
    for page in pages:
        canonical = page.html.select_one("link[rel=canonical]")["href"]
        assert canonical == site.url + page.address


def test_reference_lists_every_public_function(pages: list[BuiltPage]) -> None:
    ids = {p.address: {x["id"] for x in p.article.select("[id]")} for p in pages}
    for topic in (ROOT / "snippets").glob("week*/*/"):
        page = f"{topic.parent.name}/reference/{topic.name.replace('_', '-')}/"
        for file in topic.glob("*.py"):
            module = relative(file).removesuffix(".py").replace("/", ".")
            for name in DEFINED.findall(file.read_text(encoding="utf-8")):
                known = f"{module}.{name}" in ids[page]
                assert known != (name.startswith("_") or name in RUN_ALONE), name


def test_name_in_the_reference_tells_its_file(pages: list[BuiltPage]) -> None:
    for page in pages:
        for heading in page.article.select(":is(.doc-function, .doc-class) > [id]"):
            _, _, _, file, *names = heading["id"].split(".")
            told = heading.span.get_text()
            assert told == (names[-1] if names[1:] else f"{file}.{names[0]}")


def test_old_address_of_the_reference_leads_to_every_topic(
    pages: list[BuiltPage],
) -> None:
    addresses = [x.address for x in pages if re.search("/reference/.", x.address)]
    (index,) = (page for page in pages if page.address == "week12/reference/")
    links = {urljoin(index.address, x["href"]) for x in index.article.select("li > a")}
    assert links >= {x for x in addresses if x.startswith(index.address)}
    assert index.article.select_one("#optimizers")


def test_reference_speaks_korean(pages: list[BuiltPage]) -> None:
    # 받는 것도 돌려주는 것도 없는 함수만 있는 설명서에는 칸의 이름이 없다.
    titles = {
        tag.get_text()
        for page in pages
        if re.search("/reference/.", page.address)
        for tag in page.article.select(".doc-section-title")
    }
    assert titles
    assert all(not title.isascii() for title in titles)


def test_overview_answers_are_the_answers_of_the_pages(pages: list[BuiltPage]) -> None:
    weeks = [page for page in pages if re.fullmatch(r"week\d+/", page.address)]
    assert weeks
    for overview in weeks:
        boxes = [
            page.article.select_one(".admonition.abstract")
            for page in pages
            if page.address.startswith(overview.address)
        ]
        answers = [box.select("p")[1].get_text() for box in boxes if box]
        assert answers, overview.address
        for answer in answers:
            assert answer in overview.article.get_text()


@pytest.mark.parametrize("name", ["LICENSE", "docs/LICENSE"])
def test_code_and_notes_have_licences_of_their_own(name: str) -> None:
    assert Path(ROOT / name).read_text(encoding="utf-8")
