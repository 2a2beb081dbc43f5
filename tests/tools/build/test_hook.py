"""MkDocs가 훅을 불러 작은 사이트를 짓게 하고, 무엇이 나오는지 확인한다."""

import base64
import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.paths import ROOT
from tests.tools.build.conftest import CODE, CONCEPTS, GLOSSARY, SNIPPET, write
from tools.processes import run

PARTS = ("docs/assets", "docs/templates", "korean_search", "tools")
PAGES = {
    "docs/index.md": "# 노트 { #home }\n\n[층](week1/layers.md)\n",
    "docs/contributing.md": "# 고치는 법\n\n## 읽는 시간 { #reading-time }\n",
    "docs/sw.js": "",
    "docs/week1/index.md": "# 1주차 { #week1 }\n",
    "docs/week1/layers.md": (
        "# 층이란? { #layers }\n\n"
        "!!! abstract\n\n    층을 쌓는다.\n\n## 깊이 { #depth }\n\n"
        f'```python title="{SNIPPET}"\n--8<-- "week1/layers/count.py:count"\n```\n\n'
        "<script>window.evil = 1</script>\n"
    ),
    "docs/week1/training.md": "# 훈련이란? { #training }\n\n## 되풀이 { #loop }\n",
}
NAV = """\
nav:
  - 첫 화면: index.md
  - 1주차:
      - week1/index.md
      - 1. 층: week1/layers.md
      - 2. 훈련: week1/training.md
  - 용어집: glossary.md
  - 고치는 법: contributing.md
"""
# `mkdocs serve`가 처음 한 번 짓는 일. 서버는 띄우지 않는다.
PREVIEW = """\
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config("mkdocs.yml", site_dir=sys.argv[1])
config.plugins.on_startup(command="serve", dirty=False)
build(config)
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """쪽이 셋인 저장소. git이 없어 어디의 것인지 모른다."""
    root = tmp_path_factory.mktemp("project")
    for part in PARTS:
        ignored = shutil.ignore_patterns("__pycache__", "node_modules")
        shutil.copytree(ROOT / part, root / part, ignore=ignored)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    # 검색은 따로 시험하고, 여기서는 짓는 시간만 늘린다.
    settings = settings.replace("  - korean_search/hook.py\n", "")
    write(
        root,
        {
            **PAGES,
            "docs/glossary.yml": GLOSSARY,
            "docs/week1/concepts.yml": CONCEPTS,
            "mkdocs.yml": settings.partition("\nnav:")[0] + "\n" + NAV,
            "requirements-tensorflow.txt": "keras==3.15.1\n",
            SNIPPET: CODE,
        },
    )
    return root


def build(project: Path, folder: Path, *command: str) -> Path:
    """사이트를 폴더에 짓는다."""
    command = command or ("-m", "mkdocs", "build", "--strict", "-d")
    result = run(project, sys.executable, *command, str(folder), REPO_URL="")
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="module")
def unknown(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """어느 저장소의 것인지 모른 채 지은 사이트."""
    return build(project, tmp_path_factory.mktemp("unknown"))


def read(folder: Path, name: str = "week1/layers") -> BeautifulSoup:
    text = (folder / name / "index.html").read_text(encoding="utf-8")
    return BeautifulSoup(text, "html.parser")


def addresses(folder: Path) -> list[str]:
    return [
        link["href"]
        for file in folder.rglob("*.html")
        for link in BeautifulSoup(file.read_text("utf-8"), "html.parser").select(
            "[href]"
        )
    ]


def test_unknown_repository_is_not_made_up(unknown: Path) -> None:
    page = read(unknown)
    assert not page.select("a.md-content__button, a.md-source, a.code-test")
    assert not page.select(".proof a")
    assert SNIPPET in page.select_one(".proof").get_text()
    assert [x.get_text() for x in page.select(".notebook a")] == ["노트북 내려받기"]
    found = addresses(unknown)
    assert len(found) > 100
    for host in ("github.com", "colab.research.google.com", "/blob/", "/edit/"):
        assert not [address for address in found if host in address], host


def test_origin_leads_to_the_fork_without_its_token(
    project: Path, tmp_path: Path
) -> None:
    origin = "https://me:secret@github.com/someone/a-fork.git"
    for command in (["init", "-q"], ["remote", "add", "origin", origin]):
        subprocess.run(["git", *command], cwd=project, check=True)
    try:
        folder = build(project, tmp_path)
    finally:
        shutil.rmtree(project / ".git")
    page = read(folder)
    edit = page.select_one("a.md-content__button")["href"]
    assert edit == ("https://github.com/someone/a-fork/edit/main/docs/week1/layers.md")
    assert page.select_one(".proof a")["href"].startswith(
        "https://github.com/someone/a-fork/blob/main/snippets/"
    )
    assert page.select_one(".notebook a").get_text() == "코랩에서 열기"
    texts = [x.read_bytes() for x in folder.rglob("*") if x.is_file()]
    assert not [text for text in texts if b"secret" in text]


def test_script_in_the_body_of_a_page_is_not_allowed(unknown: Path) -> None:
    page = read(unknown)
    policy = page.select_one("meta[http-equiv=Content-Security-Policy]")["content"]
    (evil,) = page.select("article script")
    digest = base64.b64encode(hashlib.sha256(evil.get_text().encode()).digest())
    assert "'sha256-" in policy
    assert digest.decode() not in policy


def test_preview_makes_only_what_is_looked_at(project: Path, tmp_path: Path) -> None:
    folder = build(project, tmp_path, "-c", PREVIEW)
    assert (folder / "glossary" / "index.html").exists()
    made = {file.suffix for file in folder.rglob("*") if file.is_file()}
    assert not made & {".md", ".ipynb"}
    for name in ("changes.xml", "llms.txt", "robots.txt", "assets/cards"):
        assert not (folder / name).exists(), name
    page = read(folder)
    assert not page.select("meta[http-equiv=Content-Security-Policy]")
    assert not page.select("link[rel=alternate], .notebook, meta[property='og:image']")
    assert not page.select("script[src*='offline.js']")
    assert page.select("a.term, .page-facts, .proof")


def test_wrong_source_is_told_in_one_line(project: Path, tmp_path: Path) -> None:
    file = project / "docs" / "glossary.yml"
    file.write_text(GLOSSARY.replace("#depth", "#gone"), encoding="utf-8")
    try:
        result = run(
            project, sys.executable, "-m", "mkdocs", "build", "-d", str(tmp_path)
        )
    finally:
        file.write_text(GLOSSARY, encoding="utf-8")
    assert result.returncode == 1
    assert re.search(r"docs/glossary\.yml:\d+: 용어 '층'.*'#gone' 절이", result.stderr)
    assert "Traceback" not in result.stderr


def test_built_site_has_every_file_beside_its_pages(unknown: Path) -> None:
    for name in (
        "changes.xml",
        "glossary.md",
        "llms.txt",
        "robots.txt",
        "week1/layers.ipynb",
        "week1/layers.md",
    ):
        assert (unknown / name).is_file(), name
    assert not (unknown / "glossary.yml").exists()
    assert not list(unknown.rglob("concepts.yml"))
