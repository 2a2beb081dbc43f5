"""사이트를 짓는 CPU 시간을, 같은 쪽을 기본 테마로 짓는 시간과 나란히 잰다.

기본은 Material 테마에 검색과 mkdocstrings만 쓰고, 우리 훅과 틀과 스크립트는 뺀 것이다.
주차가 늘어난 사이트는 12주차를 다른 이름으로 베껴 만든다.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tools.build.files import glossary_page
from tools.build.site import Site
from tools.page import nav
from tools.page.config import read_config
from tools.page.marks import resolve_marks
from tools.page.page import Source

EXAMPLE = "예: python -m tools speed --weeks 1 4 15"
WEEK = "week12"
IGNORED = shutil.ignore_patterns(
    ".git", ".venv", ".cache", "site", "tests", "__pycache__", ".*_cache"
)
SAVED_LINE = "\n미리 보기에서 고친 줄이다.\n"
PATIENCE = 900  # 초
STOCK = """\
INHERIT: mkdocs.yml
docs_dir: stock
strict: false
repo_url: https://github.com/owner/name
hooks: []
extra_css: []
extra_javascript: []
theme:
  name: material
  custom_dir: stock/templates
plugins:
  - search:
      lang: [ko, en]
  - mkdocstrings:
      handlers:
        python:
          paths: [.]
          options:
            docstring_section_style: list
            filters: ["!^_", "!^main$"]
            heading_level: 3
            members_order: source
            separate_signature: true
            show_root_heading: false
            show_signature_annotations: true
            show_source: false
            show_submodules: true
"""


class Row(NamedTuple):
    """한 번 잰 것. CPU 초다."""

    weeks: int
    what: str
    ours: float
    stock: float

    def __str__(self) -> str:
        """표의 한 줄."""
        ratio = self.ours / self.stock
        return (
            f"{self.weeks}\t{self.what}\t{self.ours:.1f}\t{self.stock:.1f}\t{ratio:.2f}"
        )


def arguments(parser: argparse.ArgumentParser) -> None:
    """잴 사이트의 크기와 되풀이할 수를 더한다."""
    parser.add_argument(
        "--weeks", type=int, nargs="+", default=[1, 4, 15], help="주차의 수"
    )
    parser.add_argument("--repeat", type=int, default=3, help="되풀이할 수")


def run(options: argparse.Namespace) -> int:
    """표를 찍는다. 크기마다 빈 캐시로, 캐시를 두고, 한 줄을 고친 뒤의 시간이다."""
    if not Path("/proc/self/stat").exists():
        print("미리 보기의 CPU 시간을 읽을 수 있는 리눅스에서 돌리세요.")
        return 2
    print("주차", "무엇을", "우리(초)", "기본(초)", "배", sep="\t")
    for weeks in options.weeks:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name, "notes")
            prepare(options.root, folder, weeks)
            for row in measure(folder, weeks, options.repeat):
                print(row, flush=True)
    return 0


def prepare(root: Path, folder: Path, weeks: int) -> None:
    """저장소를 베껴 주차를 늘리고, 기본 테마로 지을 쪽을 곁에 둔다."""
    shutil.copytree(root, folder, ignore=IGNORED)
    for number in range(13, 12 + weeks):
        add_week(folder, f"week{number}")
    copy_for_stock(folder)


def add_week(folder: Path, week: str) -> None:
    """12주차를 다른 이름으로 베끼고 차례에 올린다."""
    for top in ("docs", "snippets"):
        copy = folder / top / week
        shutil.copytree(folder / top / WEEK, copy)
        for file in copy.rglob("*"):
            if file.suffix in (".md", ".yml", ".py"):
                text = file.read_text(encoding="utf-8")
                file.write_text(text.replace(WEEK, week), encoding="utf-8")
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    group = re.search(r"^  - 12주차:\n(?:      .*\n)+", text, re.M)[0]
    copied = group.replace(WEEK, week).replace("12주차", f"{week[4:]}주차")
    config.write_text(text.replace(group, group + copied), encoding="utf-8")


def copy_for_stock(folder: Path) -> None:
    """같은 쪽을 훅 없이 지을 수 있게 둔다. 훅이 만들고 푸는 것을 미리 해 둔다."""
    docs, stock = folder / "docs", folder / "stock"
    shutil.copytree(docs, stock, ignore=shutil.ignore_patterns("templates"))
    (stock / "templates").mkdir()
    for page in stock.rglob("*.md"):
        text = resolve_marks(
            page.read_text(encoding="utf-8"),
            lambda name: (folder / "snippets" / name).read_text(encoding="utf-8"),
        )
        page.write_text(text, encoding="utf-8")
    (stock / glossary_page.NAME).write_text(glossary(folder), encoding="utf-8")
    (folder / "stock.yml").write_text(STOCK, encoding="utf-8")


def glossary(folder: Path) -> str:
    """훅이 만드는 용어집 쪽의 마크다운."""
    site = Site(folder, "", "", "", "", serving=True, relative=lambda to, _: to)
    navigation = read_config((folder / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    site.read(
        Source(name, label, (folder / "docs" / name).read_text(encoding="utf-8"))
        for label, name in nav.entries(navigation)
        if name != glossary_page.NAME
    )
    return glossary_page.write(site)


def measure(folder: Path, weeks: int, repeat: int) -> list[Row]:
    """두 설정을 번갈아 재고 가운데 값을 고른다."""
    cold, warm, saved = [], [], []
    for _ in range(repeat):
        shutil.rmtree(folder / ".cache", ignore_errors=True)
        stock = build(folder, "stock.yml")
        cold.append((build(folder, "mkdocs.yml", "--strict"), stock))
        warm.append((build(folder, "mkdocs.yml", "--strict"), stock))
        saved.append((rebuild(folder, "mkdocs.yml"), rebuild(folder, "stock.yml")))
    kinds = {"처음": cold, "캐시를 두고": warm, "한 줄을 고친 미리 보기": saved}
    return [
        Row(weeks, what, *map(statistics.median, zip(*pairs, strict=True)))
        for what, pairs in kinds.items()
    ]


def build(folder: Path, config: str, *options: str) -> float:
    """한 번 짓는 데 든 CPU 초."""
    before = os.times()
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", config, *options]
    subprocess.run(command, cwd=folder, env=environment(), check=True)
    after = os.times()
    return (
        after.children_user
        - before.children_user
        + after.children_system
        - before.children_system
    )


def rebuild(folder: Path, config: str) -> float:
    """미리 보기를 띄우고, 쪽에 한 줄을 더했을 때 다시 짓는 데 든 CPU 초."""
    docs = folder / ("stock" if config == "stock.yml" else "docs")
    page = docs / WEEK / "optimizers.md"
    text = page.read_text(encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", config]
    log = folder / "serve.log"
    with log.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(
            [*command, "-a", "127.0.0.1:0"],
            cwd=folder,
            env=environment(),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for_builds(log, server, 1)
        time.sleep(2)  # 지켜보기 시작할 틈을 준다
        before = cpu_seconds(server.pid)
        page.write_text(text + SAVED_LINE, encoding="utf-8")
        wait_for_builds(log, server, 2)
        return cpu_seconds(server.pid) - before
    finally:
        server.terminate()
        server.wait()
        page.write_text(text, encoding="utf-8")


def wait_for_builds(log: Path, server: subprocess.Popen, count: int) -> None:
    """몇 번 지었다고 말할 때까지 기다린다.

    Raises:
        RuntimeError: 미리 보기가 멈추었거나 너무 오래 걸릴 때.
    """
    deadline = time.monotonic() + PATIENCE
    while log.read_text(encoding="utf-8").count("Documentation built in") < count:
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"미리 보기가 멈췄습니다.\n{log.read_text('utf-8')}")
        time.sleep(0.1)


def cpu_seconds(pid: int) -> float:
    """프로세스와 그것이 끝까지 기다린 자식이 쓴 CPU 초."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2]
    ticks = sum(map(int, fields.split()[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def environment() -> dict[str, str]:
    """두 설정에 똑같이 주는 환경."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
