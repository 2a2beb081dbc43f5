"""첫 화면과 주제마다 세 번씩 재어 가운데 점수를 표로 찍는다."""

import argparse
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.measure.browser import launch, use_own_node
from tools.measure.building import build
from tools.measure.lighthouse import BARS, Lighthouse, Report
from tools.measure.wire import compressed
from tools.page.built import read_pages, topics

RUNS = 3
EXAMPLE = "예: python -m tools scores"


def arguments(_parser: argparse.ArgumentParser) -> None:
    """따로 고를 것이 없다."""


def median(reports: list[Report]) -> Report:
    """갈래마다 가운데 점수를 모은 것. 깎인 곳은 마지막에 잰 것이다."""
    return Report(
        scores={
            name: statistics.median(report.scores[name] for report in reports)
            for name in BARS
        },
        lost=reports[-1].lost,
        speed=statistics.median(report.speed for report in reports),
    )


def run(options: argparse.Namespace) -> int:
    """쪽마다 한 줄씩 찍고, 모자란 쪽이 있으면 1을 준다."""
    failed = False
    use_own_node()
    with (
        sync_playwright() as playwright,
        launch(playwright) as browser,
        tempfile.TemporaryDirectory() as name,
        compressed(Path(name)) as wire,
    ):
        lighthouse = Lighthouse(browser, options.root / ".cache" / "lighthouse")
        build(options.root, Path(name), SITE_URL=wire.url)
        print("쪽", *BARS, "BenchmarkIndex", sep="\t")
        for page in topics(read_pages(Path(name))):
            reports = [lighthouse.measure(wire.url + page.address) for _ in range(RUNS)]
            middle = median(reports)
            print(
                page.address or "첫 화면",
                *middle.scores.values(),
                round(middle.speed),
                sep="\t",
                flush=True,
            )
            if middle.missed:
                failed = True
                print(f"  깎인 곳: {', '.join(middle.lost)}")
    return int(failed)
