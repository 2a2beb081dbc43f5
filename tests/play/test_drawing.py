"""등고선이 제 높이를 지나는지, 손실이 읽을 수 있게 적히는지 확인한다."""

import re

import numpy as np
import pytest

from tests.play.javascript import call
from tests.play.walk import GROUNDS


@pytest.mark.parametrize("name", ["곧은 골짜기", "돌린 골짜기", "안장", "돌린 안장"])
def test_contours_run_along_their_levels(name: str) -> None:
    levels, path = call([("levels", name), ("contours", name)])
    places = np.array(re.findall(r"[ML](\S+) ([^ML]+)", path), dtype=float) / 1e6
    assert len(places) > 500
    losses = np.array([GROUNDS[name].loss(place) for place in places])
    gaps = np.abs(losses[:, None] - np.array(levels))
    # 칸 안에서는 곧은 선으로 어림하므로 휜 만큼 어긋난다.
    assert gaps.min(axis=1).max() < 0.005
    assert set(gaps.argmin(axis=1)) == set(range(len(levels)))


def test_contour_lines_are_joined_at_the_edges_of_the_cells() -> None:
    (path,) = call([("contours", "안장")])
    ends = re.findall(r"[ML]([^ML]+)", path)
    counts = {end: ends.count(end) for end in set(ends)}
    alone = [end for end, count in counts.items() if count == 1]
    # 그림의 가장자리에서만 끊긴다.
    for end in alone:
        x, y = (abs(float(number)) / 1e6 for number in end.split())
        assert x == pytest.approx(2) or y == pytest.approx(1.5)


def test_losses_are_short_and_readable() -> None:
    values = [0, 0.0934, 0.00512, 0.00123, 2.3e-7, 8.05, 999.994, 5879.12, 3.2e8]
    assert call([("short", value) for value in values]) == [
        "0.00",
        "0.09",
        "0.01",
        "0.001",
        "2e-7",
        "8.05",
        "999.99",
        "5879",
        "3e8",
    ]
    assert call([("short", None)]) == ["넘침"]
