"""만든 뼈대가 그대로 모든 검사를 통과하는지, 사본에 만들어 확인한다."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.paths import ROOT
from tools import processes
from tools.check.gate import check
from tools.cli import main
from tools.week.insert import add_page_to_nav, add_week_to_home, add_week_to_nav

IGNORED = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".cache", "__pycache__")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """저장소 전체의 사본."""
    return Path(shutil.copytree(ROOT, tmp_path / "copy", ignore=IGNORED))


def run(folder: Path, *command: str) -> str:
    result = processes.run(folder, *command)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def test_new_week_passes_every_check_as_made(copy: Path) -> None:
    for week, topic, question in (
        ("13", "attention", '"주의"는 무엇을: 보는가?'),
        ("13", "self-attention", "둘째 물음"),
        ("12", "extra-topic", "12주차의 새 물음"),
    ):
        assert main(["new", week, topic, question, "--root", str(copy)]) == 0
    assert [str(finding) for finding in check(copy)] == []
    run(copy, processes.tool("ruff"), "check", ".")
    run(copy, processes.tool("ruff"), "format", "--check", ".")
    run(copy, processes.tool("rumdl"), "check", "docs")
    python = sys.executable
    run(copy, python, "-m", "mkdocs", "build", "--strict", "-q", "-d", "site")
    page = (copy / "site" / "week13" / "attention" / "index.html").read_text("utf-8")
    assert "1. &quot;주의&quot;는 무엇을: 보는가?" in page or '1. "주의"는' in page
    assert "평균 0.75" in page
    assert '<span class="nf">average</span>' in page
    tests = ["tests/week13", "tests/week12/extra_topic"]
    fresh = ["tests/test_outputs.py", "-k", "first_try"]
    assert "6 passed" in run(copy, python, "-m", "pytest", "-q", *tests)
    assert "3 passed" in run(copy, python, "-m", "pytest", "-q", *fresh)
    run(copy, python, "-m", "pytest", "-q", "tests/test_glossary.py", "tests/search")


@pytest.mark.parametrize(
    ("topic", "question", "reason"),
    [
        ("optimizers", "다시", "'docs/week12/optimizers.md'이(가) 이미 있습니다."),
        ("옵티마이저", "한글", "주소 '옵티마이저'은(는) 쓸 수 없습니다."),
        ("../evil", "밖으로", "주소 '../evil'은(는) 쓸 수 없습니다."),
        ("index", "첫 쪽", "주소 'index'은(는) 쓸 수 없습니다."),
        ("new", " ", "쪽의 제목이 비었습니다."),
    ],
)
def test_what_cannot_be_made_is_refused_with_the_reason(
    topic: str, question: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "12", topic, question, "--root", str(ROOT)]) == 1
    assert reason in capsys.readouterr().out


def test_nav_keeps_comments_and_order() -> None:
    config = "a: 1 # 남는다\nnav:\n  - 홈: index.md\n  - 12주차: # 남는다\n" + (
        "      - week12/index.md\n      - 설명: week12/reference.md\n  - 끝: end.md\n"
    )
    config = add_page_to_nav(add_week_to_nav(config, 13), 13, "1. 가: 나", "topic")
    assert config.count("# 남는다") == 2
    assert config.endswith(
        "      - 설명: week12/reference.md\n"
        "  - 13주차:\n"
        "      - week13/index.md\n"
        '      - "1. 가: 나": week13/topic.md\n'
        "      - 13주차 코드 설명서: week13/reference.md\n"
        "  - 끝: end.md\n"
    )


def test_home_shows_the_new_week_first() -> None:
    home = "# 집\n\n## [12주차](week12/index.md) { #weeks }\n\n설명\n"
    entry = "## [13주차](week13/index.md) { #week13 }\n\n새것\n"
    wanted = home.replace("## [12", f"{entry}\n## [12")
    assert add_week_to_home(home, entry) == wanted
