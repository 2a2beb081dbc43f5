"""휴대 전화에서 첫 화면과 모든 주제가 Lighthouse의 점수를 지키는지 잰다."""

import pytest
from playwright.sync_api import Browser

from tests.paths import CACHE
from tests.remember import Remembered
from tests.servers import Site
from tools.measure.lighthouse import Lighthouse
from tools.measure.quiet import wait_until_quiet
from tools.page.built import BuiltPage, topics

TRIES = 5
PATIENCE = 300  # 초


# 기기가 바쁘면 점수가 낮게 나올 뿐 높게 나오지는 않는다. 모자라면 몇 번 다시 잰다.
@pytest.mark.order(9)
@pytest.mark.timeout(3600)
def test_home_and_every_topic_reach_the_bars(
    browser: Browser,
    pages: list[BuiltPage],
    site: Site,
    seen: list[str],
    remembered: Remembered,
) -> None:
    def missed() -> list[str]:
        lighthouse = Lighthouse(browser, CACHE / "lighthouse")
        wait_until_quiet(PATIENCE)
        urls = [site.url + page.address for page in topics(pages)]
        return [told for url in urls if (told := measure(lighthouse, url))]

    assert not (found := remembered.problems(seen, missed)), "\n".join(found)


def measure(lighthouse: Lighthouse, url: str) -> str:
    """몇 번을 재어도 모자라면 마지막으로 잰 것을 말한다."""
    for _ in range(TRIES):
        report = lighthouse.measure(url)
        if not report.missed:
            return ""
    return f"{url}: {report}"
