"""검색 로봇이 읽을 자료가 쪽과 같은지 확인한다."""

import json
from datetime import UTC, datetime

from tests.tools.build.conftest import ADDRESS, page_of
from tools.build.files.structured import data
from tools.build.site import Page, Site
from tools.data.history import Change

FIRST, LAST = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 9, tzinfo=UTC)


def told(site: Site, page: Page) -> dict[str, dict]:
    return {x["@type"]: x for x in json.loads(data(site, page))["@graph"]}


def test_page_tells_its_title_dates_and_licence(site: Site) -> None:
    site.changes[:] = [
        Change(commit, date, "고침", ("docs/week1/layers.md",))
        for commit, date in (("b", LAST), ("a", FIRST))
    ]
    article = told(site, page_of(title="층이란 <무엇>?"))["Article"]
    assert article["headline"] == "층이란 <무엇>?"
    assert article["url"] == f"{ADDRESS}week1/layers/"
    assert article["datePublished"] == FIRST.isoformat()
    assert article["dateModified"] == LAST.isoformat()
    assert "creativecommons.org/licenses/by/4.0" in article["license"]


def test_unknown_history_has_no_dates(site: Site) -> None:
    assert "datePublished" not in told(site, page_of())["Article"]


def test_place_leads_from_the_home_over_the_week(site: Site) -> None:
    steps = told(site, page_of())["BreadcrumbList"]["itemListElement"]
    assert [(x["name"], x["item"]) for x in steps] == [
        ("노트", ADDRESS),
        ("1주차", f"{ADDRESS}week1/"),
        ("1. 층", f"{ADDRESS}week1/layers/"),
    ]


def test_home_is_the_whole_site(site: Site) -> None:
    assert told(site, page_of("index.md")).keys() == {"WebSite"}


def test_markup_in_a_title_cannot_end_the_data(site: Site) -> None:
    assert "<" not in data(site, page_of(title="</script><b>"))
