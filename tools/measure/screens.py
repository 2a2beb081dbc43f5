"""실험 추적 도구의 화면을 브라우저로 열어, 쪽에 실을 그림으로 찍는다."""

import argparse
import io
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, Route, sync_playwright

from tools.measure.browser import ensure, launch
from tools.measure.dashboards import TENSORBOARD, TRACKIO, Dashboard, shown
from tools.proof.environment import prepare

EXAMPLE = "예: python -m tools screens"
FOLDER = "docs/assets/screens"
RECORD = "taken.toml"
HEAD = "# `python -m tools screens`가 적는다. 손으로 고치지 않는다.\n"
WIDTH, HEIGHT = 960, 540
QUALITY = 80
PATIENCE = 60_000  # 밀리초
RUN_COLOR = (66, 80, 102)  # 텐서보드가 첫 실행에 주는 색
HERE = {"127.0.0.1", "localhost"}


class Opened(NamedTuple):
    """브라우저에 띄운 화면."""

    page: Page
    outside: list[str]
    """이 컴퓨터 밖으로 보내려던 요청의 주소. 보내지 않고 막았다."""


def arguments(_parser: argparse.ArgumentParser) -> None:
    """따로 고를 것이 없다."""


def run(options: argparse.Namespace) -> int:
    """화면을 모두 찍고, 찍은 도구의 버전과 날을 적는다."""
    root = options.root
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    ensure(print)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        prepare(Path(scratch), root / ".cache")
        with sync_playwright() as playwright, launch(playwright) as browser:
            for name in SCREENS:
                with opened(browser, root, name) as screen:
                    picture = compressed(screen.page.screenshot(animations="disabled"))
                file = folder / f"{name}.webp"
                file.write_bytes(picture)
                print(f"{FOLDER}/{file.name}을(를) 새로 썼습니다.")
    (folder / RECORD).write_text(record(), encoding="utf-8", newline="\n")
    return 0


@contextmanager
def opened(browser: Browser, root: Path, name: str) -> Iterator[Opened]:
    """도구가 코드의 기록을 다 그릴 때까지 기다려, 그 화면을 준다."""
    dashboard, settle = SCREENS[name]
    outside: list[str] = []

    def stay(route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.hostname in HERE or address.scheme in ("blob", "data"):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        shown(dashboard, root, Path(folder)) as url,
        browser.new_context(
            viewport={"width": WIDTH, "height": HEIGHT},
            color_scheme="light",
            reduced_motion="reduce",
            locale="en-US",
        ) as context,
    ):
        context.set_default_timeout(PATIENCE)
        context.route("**/*", stay)
        page = context.new_page()
        page.goto(url)
        settle(page)
        yield Opened(page, outside)


def settle_tensorboard(page: Page) -> None:
    """설정 칸을 닫고, 두 그림을 핀으로 꽂아 위에 나란히 놓는다."""
    close = page.get_by_role("button", name="Close side pane")
    close.click()
    close.wait_for(state="hidden")
    cards = ("scalar-card", "histogram-card")
    for card in cards:
        page.locator(card).get_by_role("button", name="Pin card", exact=True).click()
    pinned = page.locator("metrics-pinned-view")
    pinned.evaluate("box => box.scrollIntoView({ block: 'start' })")
    for card in cards:
        drawn = pinned.locator(card).locator("svg text:visible").first
        drawn.wait_for()
        drawn.element_handle().wait_for_element_state("stable")
    page.mouse.move(0, HEIGHT - 1)
    wait_for_curve(pinned.locator("line-chart"))


def wait_for_curve(chart: Locator) -> None:
    """꺾은선은 글보다 늦게 그려지므로, 실행의 색이 보일 때까지 기다린다.

    Raises:
        RuntimeError: 기다려도 그 색이 보이지 않을 때.
    """
    deadline = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < deadline:
        with Image.open(io.BytesIO(chart.screenshot())) as picture:
            colors = picture.convert("RGB").getcolors(picture.width * picture.height)
        if any(color == RUN_COLOR for _, color in colors):
            return
    raise RuntimeError("텐서보드가 꺾은선을 그리지 않았습니다. 한 번 더 돌리세요.")


def settle_trackio(page: Page) -> None:
    """두 실험의 곡선을 다 그릴 때까지 기다린다."""
    for name in ("scaled", "raw"):
        page.get_by_text(name, exact=True).first.wait_for()
    drawn = page.locator(".vega-embed canvas")
    drawn.wait_for()
    drawn.element_handle().wait_for_element_state("stable")


# 그림의 이름에서 (도구, 화면을 가다듬는 함수)로.
SCREENS: dict[str, tuple[Dashboard, Callable[[Page], None]]] = {
    "tensorboard": (TENSORBOARD, settle_tensorboard),
    "trackio": (TRACKIO, settle_trackio),
}


def compressed(png: bytes) -> bytes:
    """찍은 PNG를 WebP로 줄인다."""
    small = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        picture.convert("RGB").save(small, "WEBP", quality=QUALITY, method=6)
    return small.getvalue()


def record() -> str:
    """찍은 도구의 버전과 찍은 날."""
    rows = [
        f"\n[{name}]\n"
        f'package = "{dashboard.package}"\n'
        f'version = "{metadata.version(dashboard.package)}"\n'
        f"taken = {date.today().isoformat()}\n"
        for name, (dashboard, _) in SCREENS.items()
    ]
    return HEAD + "".join(rows)


def taken(root: Path) -> dict[str, dict]:
    """그림의 이름에서 적어 둔 도구의 버전과 찍은 날로."""
    return tomllib.loads((root / FOLDER / RECORD).read_text(encoding="utf-8"))
