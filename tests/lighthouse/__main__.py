"""첫 화면과 주제마다 Lighthouse(휴대 전화) 점수를 잰다.

Lighthouse는 200MB쯤이고 한 쪽을 세 번씩 재느라 몇 분이 걸린다. 그래서 `pytest`와
따로 두고, 같은 것을 값싸게 재는 시험은 `tests/site/`에 있다. Node와 npm이 있어야 한다.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.paths import ROOT
from tests.site.browser import COMMANDS
from tests.site.conftest import build
from tests.site.pages import read_pages
from tests.site.wire import compressed

HERE = Path(__file__).parent
INSTALLED = ROOT / ".cache" / "lighthouse"
RUNS = 3
# 성능은 기기에 따라 흔들리므로 95점을 받아들이고, 나머지는 언제나 만점이어야 한다.
BARS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
NO_NPM = "npm을 찾을 수 없습니다. Node 20 이상을 설치하고 다시 돌리세요."


def install() -> Path:
    """고정한 Lighthouse를 깔고, 부를 파일을 준다."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit(NO_NPM)
    INSTALLED.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, INSTALLED / name)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    subprocess.run(command, cwd=INSTALLED, check=True)
    return INSTALLED / "node_modules" / "lighthouse" / "cli" / "index.js"


def chrome() -> str:
    """이 기기의 크로미움을 찾는다. 없으면 playwright가 내려받은 것을 쓴다."""
    for command in COMMANDS:
        if path := shutil.which(command):
            return path
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def measure(script: Path, browser: str, url: str) -> dict:
    """한 번 재고 보고서를 읽는다."""
    command = [
        shutil.which("node"),
        str(script),
        url,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(BARS)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]
    result = subprocess.run(
        command,
        env={**os.environ, "CHROME_PATH": browser},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if result.returncode:
        raise SystemExit(f"Lighthouse가 {url}을(를) 재지 못했습니다.\n{result.stderr}")
    return json.loads(result.stdout)


def median_scores(reports: list[dict]) -> dict[str, int]:
    """갈래마다 여러 번 잰 점수의 가운데 값을 구한다."""
    return {
        name: round(
            100
            * statistics.median(
                report["categories"][name]["score"] or 0 for report in reports
            )
        )
        for name in BARS
    }


def lost(report: dict) -> list[str]:
    """점수를 깎은 항목의 이름."""
    return [
        audit["id"]
        for audit in report["audits"].values()
        if audit["score"] is not None and audit["score"] < 0.9
    ]


def main() -> int:
    """점수를 표로 찍고, 모자란 쪽이 있으면 1을 준다."""
    script, browser = install(), chrome()
    failed = False
    print("쪽", *BARS, sep="\t")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with compressed(folder) as wire:
            build(folder, SITE_URL=wire.url)
            for page in read_pages(folder):
                if page.address and not page.article.select(".admonition.abstract"):
                    continue
                url = wire.url + page.address
                reports = [measure(script, browser, url) for _ in range(RUNS)]
                scores = median_scores(reports)
                print(page.address or "첫 화면", *scores.values(), sep="\t", flush=True)
                if any(scores[name] < bar for name, bar in BARS.items()):
                    failed = True
                    print(f"  깎인 곳: {', '.join(lost(reports[-1]))}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
