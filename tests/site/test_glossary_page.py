"""용어집 쪽이 자료와 같고, 폰에서도 읽히고, 검색에서 주제 쪽을 밀어내지 않는지 본다."""

import re
from pathlib import Path

from tools.data import glossary
from tools.build.files import glossary_page
import pytest
from playwright.sync_api import expect

from tests.paths import DOCS
from tests.site.conftest import REPOSITORY, Site, Visit
from tools.page.built import BuiltPage
from tests.site.test_search import ask
from tools.page.text import squeeze

ENTRIES = glossary.load(DOCS / glossary.NAME)
ENTRY = """\
- term: {term}
  english: {english}
  definition: 뜻이다.
  page: {page}
"""


@pytest.fixture(scope="module")
def page(pages: list[BuiltPage]) -> BuiltPage:
    return next(page for page in pages if page.address == "glossary/")


def test_every_term_stands_in_order_with_all_that_is_known(page: BuiltPage) -> None:
    assert len(ENTRIES) >= 80
    headings = page.article.select("h3")
    assert [h["id"] for h in headings] == [
        entry.id for entry in sorted(ENTRIES, key=glossary_page.order)
    ]
    by_id = {heading["id"]: heading for heading in headings}
    for entry in ENTRIES:
        parts = [by_id[entry.id]]
        for sibling in by_id[entry.id].find_next_siblings():
            if sibling.name in ("h2", "h3", "aside"):
                break
            parts.append(sibling)
        text = squeeze(" ".join(part.get_text() for part in parts))
        assert entry.definition.replace("`", "") in text
        assert entry.usage.replace("`", "") in text
        for name in entry.term.names:
            assert name in text, f"{entry.name}: {name}"
        assert parts[-1].select("a[href]"), entry.name


def test_groups_follow_the_initials_and_the_jump_row_reaches_them(
    page: BuiltPage,
) -> None:
    titles = [heading.get_text().rstrip("¶") for heading in page.article.select("h2")]
    assert titles == sorted(titles, key=lambda x: (x.isascii() or "–" in x, x))
    jumps = page.article.select(".glossary-jump a")
    assert [jump.get_text() for jump in jumps] == titles
    ids = [heading["id"] for heading in page.article.select("h2")]
    assert [jump["href"] for jump in jumps] == [f"#{id_}" for id_ in ids]


def test_pages_that_use_a_term_are_listed(page: BuiltPage) -> None:
    links = page.article.select("#gradient-descent ~ .glossary-pages")[0].select("a")
    assert links[0]["href"] == "../week12/optimizers/#mini-batch"
    overfitting = page.article.select("#overfitting ~ .glossary-pages")[0]
    assert "../week12/multi-label/#complexity" in str(overfitting)
    assert "../week12/optimizers/" not in str(overfitting)


def test_pencil_leads_to_the_data(page: BuiltPage) -> None:
    edit = page.article.select_one("a.md-content__button")["href"]
    assert edit == f"{REPOSITORY}/edit/main/docs/glossary.yml"


def test_data_itself_is_not_published(site: Site) -> None:
    assert not (site.folder / "glossary.yml").exists()


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("Bayes' theorem", "bayes-theorem"),
        ("seasonal naïve", "seasonal-naive"),
        ("Weights & Biases", "weights-biases"),
        ("plot_model", "plot-model"),
    ],
)
def test_address_is_made_of_the_english(english: str, expected: str) -> None:
    assert glossary.slug(english) == expected


def write(folder: Path, *entries: dict[str, str]) -> list[glossary.Entry]:
    file = folder / "glossary.yml"
    text = "".join(
        ENTRY.format(**{"term": "층", "english": "layer", "page": "a.md#b", **entry})
        for entry in entries
    )
    file.write_text(text, encoding="utf-8")
    return glossary.load(file)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"page": ""}, "docs/glossary.yml:5: 용어 '값'에 page을(를)"),
        ({"english": "'!'"}, "docs/glossary.yml:5: 용어 '값'의 english를 영어로"),
        ({"english": "Layer"}, "'#layer'이(가) 1번째 줄의 용어와 같습니다"),
    ],
)
def test_bad_entry_stops_the_build_with_its_line(
    tmp_path: Path, entry: dict[str, str], message: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        write(tmp_path, {}, {"term": "값", "english": "value", **entry})


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("gone.md", "docs/glossary.yml:4: 용어 '층'을(를) 다룬 'gone.md' 쪽이"),
        ("a.md#gone", "docs/glossary.yml:4: 용어 '층'을(를) 다룬 '#gone' 절이"),
    ],
)
def test_unknown_page_or_section_stops_the_build(
    tmp_path: Path, page: str, message: str
) -> None:
    entries = write(tmp_path, {"page": page})
    known = {"a.md": {"b": "제목"}}
    with pytest.raises(glossary.WrongEntry, match=re.escape(message)):
        glossary.check_pages(entries, known.get)
    glossary.check_pages(write(tmp_path, {}), known.get)


def test_code_links_and_embeds_are_no_prose() -> None:
    text = (
        "---\ntitle: 층\n---\n# 제목 { #layer }\n```python\n층\n```\n`층`"
        ' <b a="층">값</b>'
        '\n--8<-- "층.md:층"\n[글](층.md) <!-- 층 -->'
    )
    assert "층" not in glossary_page.prose(text)
    assert all(word in glossary_page.prose(text) for word in ("제목", "값"))
    assert "글" not in glossary_page.prose(text)


def test_search_finds_the_term_below_the_page_that_treats_it(visit: Visit) -> None:
    terms = ["가우시안 프로세스", "앙상블", "변분 오토인코더"]
    for term, answer in zip(terms, ask(visit.open(), terms), strict=True):
        found = [one["location"] for group in answer["groups"] for one in group]
        entry = next(x for x in ENTRIES if x.name == term)
        assert f"glossary/#{entry.id}" in found, term
        assert not found[0].startswith("glossary/"), term


def test_jump_row_stays_in_sight_and_does_not_cover_the_heading(visit: Visit) -> None:
    page = visit.open("glossary/")
    page.locator(".glossary-jump").get_by_role("link", name="ㅎ").click()
    heading = page.locator("#group-h")
    expect(heading).to_be_in_viewport()
    row = page.locator(".glossary-jump").bounding_box()
    assert heading.bounding_box()["y"] >= row["y"] + row["height"] - 1
