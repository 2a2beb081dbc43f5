"""개념 지도를 그린다. 쪽을 층으로 나누어 위에서 아래로 놓고, 길은 쪽을 비켜 간다."""

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from tools.build.site import Page, Site
from tools.build.tree import Tree, replace
from tools.data.concepts import layers

MAP = '<div id="concept-map-place"></div>'  # 지도를 그릴 자리
WIDTH, ROW, BOX, GAP = 328, 92, 48, 12
LANE = 20  # 층을 건너뛰는 길이 지나갈 너비
WIDEST = 196


def draw_map(tree: Tree, page: Page, site: Site) -> None:
    """지도를 그릴 자리가 있으면 이 주차의 개념 지도를 그린다."""
    place = tree.first("#concept-map-place")
    week = site.week(posixpath.dirname(page.source))
    if place is None or week is None:
        return
    labels = {name: source.label for name, source in site.sources.items()}
    replace(place, draw(week.inner, labels, lambda name: site.address(page, name)))


@dataclass
class Spot:
    """쪽이 놓일 자리."""

    level: int
    page: str
    x: float = 0
    width: float = WIDEST

    @property
    def middle(self) -> float:
        """가로의 한가운데."""
        return self.x + self.width / 2


def arrange(pairs: list[tuple[str, str]], order: list[str]) -> dict[str, Spot]:
    """쪽마다의 자리를 정한다. 오른쪽에는 층을 건너뛰는 길이 지나갈 자리를 비운다.

    Args:
        pairs: (앞 쪽, 뒤 쪽).
        order: 같은 층에서 쪽을 놓을 차례.
    """
    level = layers(pairs)
    pages = sorted(level, key=lambda page: (level[page], order.index(page)))
    spots = {page: Spot(level[page], page) for page in pages}
    room = WIDTH - LANE * len(long_pairs(pairs, level))
    for row in range(max(level.values()) + 1):
        spread([spot for spot in spots.values() if spot.level == row], room)
    return spots


def long_pairs(
    pairs: list[tuple[str, str]], level: Mapping[str, int]
) -> list[tuple[str, str]]:
    """층을 건너뛰는 길. 짧은 것일수록 안쪽으로 지나간다."""
    found = [pair for pair in pairs if level[pair[1]] - level[pair[0]] > 1]
    return sorted(found, key=lambda pair: level[pair[1]] - level[pair[0]])


def spread(row: list[Spot], room: float) -> None:
    """한 층의 쪽을 가로로 늘어놓는다."""
    width = min(WIDEST, (room - (len(row) - 1) * GAP) / len(row))
    x = (room - len(row) * width - (len(row) - 1) * GAP) / 2
    for spot in row:
        spot.x, spot.width = x, width
        x += width + GAP


def draw(
    pairs: list[tuple[str, str]],
    labels: Mapping[str, str],
    address: Callable[[str], str],
) -> str:
    """지도를 그린다. 길은 SVG이고, 쪽은 그 위에 놓인 링크다.

    테마는 SVG 안의 링크를 다루지 못하므로 링크는 HTML로 둔다.

    Args:
        pairs: (앞 쪽, 뒤 쪽).
        labels: 쪽의 이름. 차례에 오른 차례다.
        address: 쪽의 주소를 주는 함수.
    """
    spots = arrange(pairs, list(labels))
    height = max(spot.level for spot in spots.values()) * ROW + BOX
    skipping = long_pairs(pairs, {page: spot.level for page, spot in spots.items()})
    lanes = {pair: lane for lane, pair in enumerate(reversed(skipping))}
    lines = "".join(
        f'<path d="{curve(spots[x], spots[y], lanes.get((x, y)))}"/>' for x, y in pairs
    )
    boxes = "".join(
        f'<a href="{escape(address(spot.page))}" style="{position(spot, height)}">'
        f"{escape(labels[spot.page])}</a>"
        for spot in spots.values()
    )
    return (
        '<div class="concept-map" data-search-exclude '
        f'style="aspect-ratio:{WIDTH}/{height}">'
        f'<svg viewBox="0 0 {WIDTH} {height}" aria-hidden="true"><defs><marker '
        'id="concept-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
        'markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>'
        f'<g class="concept-lines">{lines}</g></svg>{boxes}</div>'
    )


def position(spot: Spot, height: float) -> str:
    """상자의 자리. 그림과 함께 늘고 줄도록 비율로 적는다."""
    return (
        f"left:{spot.x / WIDTH:.2%};top:{spot.level * ROW / height:.2%};"
        f"width:{spot.width / WIDTH:.2%};height:{BOX / height:.2%}"
    )


def curve(first: Spot, last: Spot, lane: int | None) -> str:
    """위 상자의 아래에서 아래 상자의 위까지 부드럽게 잇는다.

    Args:
        first: 위 상자.
        last: 아래 상자.
        lane: 층을 건너뛸 때 지나갈 자리. 0이 가장 바깥이다.
    """
    through = None if lane is None else WIDTH - LANE * (lane + 0.5)
    points = [(port(first, through or last.middle), first.level * ROW + BOX)]
    if through:
        points += [
            (through, (first.level + 1) * ROW),
            (through, (last.level - 1) * ROW + BOX),
        ]
    points.append((port(last, through or first.middle), last.level * ROW))
    parts = [f"M{points[0][0]:.0f} {points[0][1]}"]
    for (x1, y1), (x2, y2) in pairwise(points):
        bend = (y2 - y1) / 2
        parts.append(
            f"C{x1:.0f} {y1 + bend:.0f} {x2:.0f} {y2 - bend:.0f} {x2:.0f} {y2}"
        )
    return "".join(parts)


def port(spot: Spot, toward: float) -> float:
    """길이 상자에 닿는 자리. 가는 쪽으로 조금 치우쳐 길끼리 겹치지 않는다."""
    edge = spot.width / 2 - 12
    return spot.middle + max(-edge, min(edge, (toward - spot.middle) * 0.4))
