"""실험 쪽으로 옮긴 제목의 옛 주소가 그 실험을 말하는 문장에 닿는지 확인한다."""

import pytest

from tests.tools.build.conftest import page_of
from tools.build.site import Site
from tools.build.steps.old_anchors import keep_old_anchors
from tools.build.tree import Tree

LINK = '<a href="../experiments/layers/#{}">{}</a>'


@pytest.fixture
def split(site: Site) -> Site:
    """주제의 실험을 다른 쪽으로 옮긴 사이트."""
    site.urls["week1/experiments/layers.md"] = "week1/experiments/layers/"
    return site


def ids(html: str, site: Site, source: str = "week1/layers.md") -> dict[str, str]:
    """id에서, 그 원소의 글로."""
    tree = Tree(html)
    keep_old_anchors(tree, page_of(source), site)
    return {node.attributes["id"]: node.text() for node in tree.all("[id]")}


def test_first_link_to_an_experiment_takes_its_name(split: Site) -> None:
    html = LINK.format("try-a", "하나") + LINK.format("try-a", "둘")
    assert ids(html + LINK.format("try-b", "셋"), split) == {
        "try-a": "하나",
        "try-b": "셋",
    }


def test_name_on_the_page_stays_where_it_is(split: Site) -> None:
    html = f'{LINK.format("try-a", "하나")}<h2 id="try-a">제목</h2>'
    assert ids(html, split) == {"try-a": "제목"}


def test_links_elsewhere_are_left_alone(split: Site) -> None:
    assert ids('<a href="../training/#loop">되풀이</a>', split) == {}
    html = LINK.format("try-a", "하나")
    assert ids(html, split, "week1/training.md") == {}
