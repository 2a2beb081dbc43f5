"""Lighthouse를 깔고, 휴대 전화에서의 점수를 잰다."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tools.processes import node, npm

HERE = Path(__file__).parent
BARS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
# Lighthouse는 BenchmarkIndex가 1500~2000인 책상 위의 기기를 네 배 느리게 해
# 중간쯤 되는 휴대 전화로 본다. 그보다 느린 기기는 덜 늦추어야 같은 휴대 전화가 된다.
# 느린 기기에서는 브라우저의 여러 프로세스가 서로 기다려, 늦춘 것보다 더 늦게 나온다.
SLOWDOWN, DESKTOP = 4, 2000
SLOW_MACHINE = {"performance": 85}
NO_LIGHTHOUSE = "Lighthouse를 내려받지 못했습니다. 인터넷을 확인하고 다시 돌리세요.\n"


@dataclass(frozen=True)
class Report:
    """한 번 잰 것. 점수는 100점 만점이다."""

    scores: dict[str, int]
    lost: list[str]
    speed: float

    @property
    def missed(self) -> list[str]:
        """모자란 갈래와 점수."""
        bars = BARS if self.speed >= DESKTOP else BARS | SLOW_MACHINE
        return [
            f"{name} {score}"
            for name, score in self.scores.items()
            if score < bars[name]
        ]


class Lighthouse:
    """고정한 Lighthouse와, 시험이 쓰는 브라우저."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        """Lighthouse를 깐다.

        Args:
            browser: 재는 데 쓸, 열려 있는 브라우저.
            folder: Lighthouse를 깔 폴더. 이미 같은 것이 깔려 있으면 그대로 쓴다.

        Raises:
            RuntimeError: 내려받지 못했을 때.
        """
        self.script = install(folder)
        self.chrome = executable(browser)
        self.slowdown = SLOWDOWN

    def measure(self, url: str) -> Report:
        """한 쪽을 한 번 재고, 이 기기의 빠르기에 맞추어 다음에 늦출 만큼을 정한다.

        Raises:
            RuntimeError: 쪽을 열지 못했을 때.
        """
        result = node(
            str(self.script),
            url,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(BARS)}",
            f"--throttling.cpuSlowdownMultiplier={self.slowdown:.2f}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
            CHROME_PATH=self.chrome,
        )
        if result.returncode:
            raise RuntimeError(f"{url}을(를) 재지 못했습니다.\n{result.stderr}")
        report = read(json.loads(result.stdout))
        self.slowdown = SLOWDOWN * min(1, report.speed / DESKTOP)
        return report


def install(folder: Path) -> Path:
    """잠근 판의 Lighthouse를 깔고, 명령의 자리를 준다.

    Raises:
        RuntimeError: 내려받지 못했을 때.
    """
    script = folder / "node_modules" / "lighthouse" / "cli" / "index.js"
    # npm은 다 깐 다음에야 이 파일을 적는다.
    done = folder / "node_modules" / ".package-lock.json"
    names = ("package.json", "package-lock.json")
    wanted = [(HERE / name).read_bytes() for name in names]
    present = [x.read_bytes() for name in names if (x := folder / name).is_file()]
    if done.is_file() and script.is_file() and present == wanted:
        return script
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        shutil.copy(HERE / name, folder / name)
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    result = npm(folder, "ci", *options)
    if result.returncode:
        raise RuntimeError(NO_LIGHTHOUSE + result.stderr)
    return script


def executable(browser: Browser) -> str:
    """열려 있는 브라우저의 실행 파일. 다른 시험과 같은 브라우저로 재려고 찾는다."""
    session = browser.new_browser_cdp_session()
    command = session.send("SystemInfo.getInfo")["commandLine"]
    session.detach()
    return command.split(" --")[0].strip('"')


def read(report: dict) -> Report:
    """보고서에서 점수와, 점수를 깎은 항목의 이름을 꺼낸다."""
    categories, audits = report["categories"], report["audits"]
    weighted = {
        reference["id"]
        for category in categories.values()
        for reference in category["auditRefs"]
        if reference["weight"]
    }
    return Report(
        scores={name: round(100 * (categories[name]["score"] or 0)) for name in BARS},
        lost=[
            name
            for name in sorted(weighted)
            if (score := audits[name]["score"]) is not None and score < 0.9
        ],
        speed=report["environment"]["benchmarkIndex"],
    )
