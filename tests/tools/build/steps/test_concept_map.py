"""개념 지도의 길이 쪽을 비켜 위에서 아래로 가는지 확인한다."""

from collections.abc import Callable
from itertools import pairwise

from tests.tools.build.conftest import page_of
from tools.build.site import Site
from tools.build.steps import concept_map
from tools.build.tree import Tree
from tools.data.concepts import layers


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


def draw(html: str, source: str, site: Site) -> Tree:
    tree = Tree(html)
    concept_map.draw_map(tree, page_of(source), site)
    return tree


def test_map_takes_its_place(site: Site) -> None:
    tree = draw(f"<p>앞</p>{concept_map.MAP}<p>뒤</p>", "week1/index.md", site)
    assert not tree.first("#concept-map-place")
    drawn = tree.first("p + .concept-map[data-search-exclude]")
    links = [(x.text(strip=True), x.attributes["href"]) for x in drawn.css("a")]
    assert links == [("1. 층", "layers/"), ("2. 훈련", "training/")]
    assert len(drawn.css(".concept-lines path")) == 1


def test_page_without_a_place_or_a_map_is_left_alone(
    make_site: Callable[..., Site],
) -> None:
    assert draw("<p>글</p>", "week1/index.md", make_site()).html == "<p>글</p>"
    place = concept_map.MAP
    assert draw(place, "week2/index.md", make_site()).html == place
