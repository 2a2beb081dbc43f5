"""쪽에 실은 도구의 화면이 지금의 도구가 보이는 화면인지 본다."""

import io
import re
from importlib import metadata

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.paths import ROOT, document_files
from tools.measure.screens import (
    FOLDER,
    HEIGHT,
    SCREENS,
    WIDTH,
    compressed,
    opened,
    record,
    taken,
)

# 어느 쪽이 실었든 찾는다. 쪽의 이름은 바뀔 수 있다.
PAGES = [page.read_text(encoding="utf-8") for page in document_files()]
LARGEST = 40_000  # 바이트
# 화면에 있어야 하는 글. 쪽의 그림 설명이 말하는 것이다.
SAID = {
    "tensorboard": (
        *("Time Series", "Scalars", "Distributions", "Histograms", "Pinned"),
        *("digits", "loss", "kernel"),
    ),
    "trackio": ("Metrics", "cancer", "scaled", "raw", "val_accuracy"),
}
MEND = "`python -m tools screens`로 다시 찍어 함께 커밋하세요."


@pytest.mark.parametrize("name", SCREENS)
def test_screen_shows_what_the_page_says(browser: Browser, name: str) -> None:
    with opened(browser, ROOT, name) as screen:
        said = screen.page.locator("body").inner_text().casefold()
        fields = screen.page.locator("input").evaluate_all(
            "all => all.map(x => x.value)"
        )
        drawn = screen.page.screenshot(animations="disabled")
        assert screen.outside == []
    words = {line.strip() for line in said.splitlines()} | set(fields)
    assert [word for word in SAID[name] if word.casefold() not in words] == []
    with Image.open(io.BytesIO(compressed(drawn))) as picture:
        assert len(picture.getcolors(WIDTH * HEIGHT)) > 100


@pytest.mark.parametrize("name", SCREENS)
def test_page_tells_what_is_on_the_screen_and_how_it_is_opened(name: str) -> None:
    shown = re.compile(rf"!\[(?P<alt>[^\]]+)\]\([^)]*/{name}\.webp\).*?</figure>", re.S)
    (page,) = filter(shown.search, PAGES)
    figure = shown.search(page)
    assert [word for word in SAID[name] if word not in figure["alt"]] == []
    assert f'width="{WIDTH}" height="{HEIGHT}"' in figure[0]
    assert "loading=lazy" in figure[0]
    dashboard, _ = SCREENS[name]
    assert dashboard.command[0] in figure[0]
    assert " ".join(dashboard.command[:2]) in page


@pytest.mark.parametrize("name", SCREENS)
def test_picture_is_small_and_of_the_told_size(name: str) -> None:
    file = ROOT / FOLDER / f"{name}.webp"
    with Image.open(file) as picture:
        assert (picture.format, picture.size) == ("WEBP", (WIDTH, HEIGHT))
    assert file.stat().st_size < LARGEST


@pytest.mark.parametrize("name", SCREENS)
def test_picture_was_taken_from_the_pinned_version(name: str) -> None:
    told = taken(ROOT)
    assert set(told) == set(SCREENS)
    package = SCREENS[name][0].package
    locked = (ROOT / "requirements-test.txt").read_text(encoding="utf-8")
    pinned = re.search(rf"^{package}==([^ ;]+)", locked, re.M)[1]
    assert told[name]["package"] == package
    assert told[name]["version"] == pinned, (
        f"{FOLDER}/{name}.webp는 {package} {told[name]['version']}의 화면인데 "
        f"지금은 {pinned}을(를) 씁니다. {MEND}"
    )


def test_record_names_the_installed_version() -> None:
    told = record()
    for dashboard, _ in SCREENS.values():
        assert f'version = "{metadata.version(dashboard.package)}"' in told
