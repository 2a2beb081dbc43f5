"""바뀐 것의 쪽이 읽는 사람이 볼 것만, 새것부터 날마다 모으는지 확인한다."""

from datetime import datetime

import pytest

from tests.tools.build.conftest import ADDRESS
from tools.build.files.changes_page import LENGTH, UNKNOWN, write
from tools.build.site import Site
from tools.data.history import KOREA, Change


def change(day: int, subject: str, *files: str) -> Change:
    date = datetime(2026, 11, day, 9, tzinfo=KOREA)
    return Change(subject, date, subject, tuple(f"docs/{x}" for x in files))


def test_days_and_pages_are_told(site: Site) -> None:
    site.changes[:] = [
        change(9, "층과 *훈련*을 고친다", "week1/layers.md", "week1/training.md"),
        change(9, "층을 고친다", "week1/layers.md"),
        change(1, "층을 쓴다", "week1/layers.md"),
    ]
    text = write(site)
    assert "\n\n## 2026년 11월 9일 { #on-2026-11-09 }\n\n- 층과 \\*훈련\\*을" in text
    assert "<br>[1. 층](week1/layers.md), [2. 훈련](week1/training.md)\n- 층을" in text
    assert text.index("11월 9일") < text.index("11월 1일")
    assert f"({ADDRESS}changes.xml)" in text
    assert UNKNOWN not in text


@pytest.mark.parametrize(
    "other",
    [
        change(9, "Merge branch 'main'", "week1/layers.md"),
        change(9, "없앤 쪽을 고친다", "week1/gone.md"),
        change(9, "모양을 고친다", "assets/extra.css"),
        change(9, "안내를 고친다", "contributing.md"),
    ],
)
def test_what_readers_do_not_see_is_left_out(site: Site, other: Change) -> None:
    site.changes[:] = [other]
    text = write(site)
    assert "##" not in text.partition("{ #changes }")[2]
    assert UNKNOWN in text


def test_old_changes_fall_out(site: Site) -> None:
    site.changes[:] = [
        change(9, f"{number}째", "week1/layers.md") for number in range(LENGTH + 5)
    ]
    assert write(site).count("<br>") == LENGTH
