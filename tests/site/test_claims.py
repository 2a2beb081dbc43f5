"""노트의 문장에서 보이는 「근거」로, 근거에서 다시 그 문장으로 가는지 확인한다."""

import re

import pytest
from playwright.sync_api import expect

from tests.site.conftest import Visit
from tools.page.built import BuiltPage

PHONE = {"viewport": {"width": 390, "height": 844}}
SHOWN = "(link) => getComputedStyle(link, '::before').content"


@pytest.mark.parametrize("visit", [{}, PHONE], indirect=True, ids=["desktop", "phone"])
def test_evidence_is_seen_and_leads_there_and_back(visit: Visit) -> None:
    page = visit.open("week12/optimizers/")
    link = page.locator("a.claim").first
    expect(link).to_be_visible()
    assert link.evaluate(SHOWN) == '"근거"'
    id_ = link.get_attribute("id")
    link.click()
    page.wait_for_url(re.compile(rf"/claims/#{id_}$"))
    sentence = page.locator(f"#{id_}")
    expect(sentence).to_be_in_viewport()
    sentence.get_by_role("link").click()
    page.wait_for_url(re.compile(rf"/week12/optimizers/#{id_}$"))
    expect(page.locator(f"#{id_}")).to_be_in_viewport()


def test_every_claim_is_linked_from_its_sentence(pages: list[BuiltPage]) -> None:
    (ledger,) = (page for page in pages if page.address == "claims/")
    listed = [row["id"] for row in ledger.article.select(".claim-sentence")]
    linked = [
        link["id"]
        for page in pages
        if page.address.startswith("week")
        for link in page.article.select("a.claim")
    ]
    assert listed
    assert sorted(linked) == sorted(listed)
