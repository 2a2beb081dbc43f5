"""용어집 쪽이 자료와 같고, 폰에서도 읽히고, 검색에서 주제 쪽을 밀어내지 않는지 본다."""

import pytest
from playwright.sync_api import expect

from tests.paths import DOCS
from tests.site.addresses import current
from tests.site.conftest import REPOSITORY, Site, Visit
from tests.site.test_search import ask
from tools.build.files import glossary_page
from tools.data import glossary
from tools.page.built import BuiltPage
from tools.page.text import squeeze

ENTRIES = glossary.load(DOCS / glossary.NAME)


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
    optimizers = current("week12/optimizers/")
    links = page.article.select("#gradient-descent ~ .glossary-pages")[0].select("a")
    assert links[0]["href"] == f"../{optimizers}#mini-batch"
    overfitting = page.article.select("#overfitting ~ .glossary-pages")[0]
    assert f"../{current('week12/multi-label/')}#complexity" in str(overfitting)
    assert f"../{optimizers}" not in str(overfitting)


def test_pencil_leads_to_the_data(page: BuiltPage) -> None:
    edit = page.article.select_one("a.md-content__button")["href"]
    assert edit == f"{REPOSITORY}/edit/main/docs/glossary.yml"


def test_data_itself_is_not_published(site: Site) -> None:
    assert not (site.folder / "glossary.yml").exists()


def test_search_finds_the_term_below_the_page_that_treats_it(visit: Visit) -> None:
    terms = ["가우시안 프로세스", "앙상블", "변분 오토인코더"]
    for term, answer in zip(terms, ask(visit.open(), terms), strict=True):
        found = [one["location"] for group in answer["groups"] for one in group]
        entry = next(x for x in ENTRIES if x.name == term)
        # 네 쪽 아래에 나오면 글을 받지 않아 쪽의 이름만 보인다.
        assert {f"glossary/#{entry.id}", "glossary/"} & {*found}, term
        assert not found[0].startswith("glossary/"), term


def test_jump_row_stays_in_sight_and_does_not_cover_the_heading(visit: Visit) -> None:
    page = visit.open("glossary/")
    page.locator(".glossary-jump").get_by_role("link", name="ㅎ").click()
    heading = page.locator("#group-h")
    expect(heading).to_be_in_viewport()
    row = page.locator(".glossary-jump").bounding_box()
    assert heading.bounding_box()["y"] >= row["y"] + row["height"] - 1


def test_filter_leaves_only_the_terms_that_hold_the_word(visit: Visit) -> None:
    page = visit.open("glossary/")
    terms = page.locator("article h3:visible")
    every = terms.count()
    box = page.get_by_role("searchbox", name="용어 고르기")
    box.fill("adam W")
    expect(page.locator(".glossary-filter [role=status]")).to_have_text("1개")
    expect(terms).to_have_count(1)
    expect(terms).to_contain_text("AdamW")
    expect(page.locator("article h2:visible")).to_have_count(1)
    expect(page.locator(".glossary-pages:visible")).to_have_count(1)
    page.locator(".glossary-jump a").first.click()
    expect(terms).to_have_count(every)
    expect(box).to_have_value("")


def test_usage_stands_apart_from_the_definition(page: BuiltPage) -> None:
    told = [squeeze(x.get_text()) for x in page.article.select(".glossary-usage")]
    ordered = sorted(ENTRIES, key=glossary_page.order)
    assert told == [squeeze(x.usage.replace("`", "")) for x in ordered if x.usage]
