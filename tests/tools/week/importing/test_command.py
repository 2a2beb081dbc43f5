"""노트를 사본에 옮겨, 명령 하나로 검사와 짓기를 통과하는지 확인한다."""

import shutil
import sys
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from tests.paths import ROOT, TESTS
from tests.tools.week.importing.conftest import HOME, bring, note_file
from tests.tools.week.importing.notes import (
    CONVOLUTION,
    hangul_file,
    notion_zip,
    obsidian_folder,
)
from tools import processes
from tools.check.gate import check
from tools.page.nav import entries
from tools.page.note import sentences
from tools.page.project import Project

IGNORED = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".cache", "__pycache__")
REAL = TESTS / "week12" / "source" / "note.md"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """저장소 전체의 사본."""
    return Path(shutil.copytree(ROOT, tmp_path / "copy", ignore=IGNORED))


def snapshot(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".cache" not in path.parts
    }


@pytest.mark.slow
def test_real_note_becomes_six_pages_of_the_authors_words(copy: Path) -> None:
    assert bring(copy, 13, REAL) == 0
    assert [str(finding) for finding in check(copy)] == []
    nav = yaml.safe_load((copy / "mkdocs.yml").read_text("utf-8").split("\nnav:\n")[1])
    names = [name for _, name in entries(nav) if name.startswith("week13/")]
    topics = [x for x in names if not x.endswith(("index.md", "reference.md"))]
    assert len(topics) == 6
    pages = "\n".join((copy / "docs" / x).read_text("utf-8") for x in names)
    project = Project(copy)
    said = sentences(project.notes[copy / "tests/week13/source"].text)
    original = sentences(REAL.read_text("utf-8"))
    assert len(said) == len(original)
    plain = pages.replace("**", "")
    assert [x for x in said if x not in plain] == []
    assert pages.count("아직 다듬는 중") == 6


@pytest.mark.slow
def test_three_forms_pass_the_gate_the_build_and_the_suite(
    copy: Path, tmp_path: Path
) -> None:
    exports = [notion_zip(tmp_path), obsidian_folder(tmp_path), hangul_file(tmp_path)]
    for week, export in enumerate(exports, start=13):
        assert bring(copy, week, export) == 0
        assert [str(finding) for finding in check(copy)] == []
    processes.run(copy, "git", "init", "-q")
    python = sys.executable
    for command in (
        (processes.tool("ruff"), "check", "."),
        (processes.tool("ruff"), "format", "--check", "."),
        (processes.tool("rumdl"), "check", "."),
        (python, "-m", "mkdocs", "build", "--strict", "-q", "-d", "site"),
        (python, "-m", "pytest", "-q", "-n0", "tests/week13"),
    ):
        result = processes.run(copy, *command)
        assert result.returncode == 0, result.stdout + result.stderr
    built = copy / "site/week13/convolutional-neural-network/index.html"
    html = BeautifulSoup(built.read_text("utf-8"), "lxml")
    assert "28 26" in html.get_text()
    assert "검증됨" not in html.select_one("article").get_text()
    assert html.select_one('img[alt="특성 맵을 겹쳐 그린 그림"]')
    weeks = {x.parent.name for x in (copy / "site").glob("week*/index.html")}
    assert weeks >= {"week12", "week13", "week14", "week15"}


def test_dry_run_shows_everything_and_writes_nothing(
    bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(bare)
    note = note_file(tmp_path, CONVOLUTION)
    assert bring(bare, 3, note, "--dry-run", "--no-run") == 0
    told = capsys.readouterr().out
    for part in ("쪽으로 나눈 계획", "docs/week3/", "한 줄 답을 적으세요", "속성 상태"):
        assert part in told
    assert "진행 중" not in told
    assert snapshot(bare) == before


def test_person_is_asked_for_the_addresses_once(
    bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def say(question: str) -> str:
        asked.append(question)
        return "filters"

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", say)
    note = note_file(tmp_path, "# 노트\n\n## 합성곱\n\n글이다.\n")
    assert bring(bare, 3, note, "--no-run", "--dry-run") == 0
    assert bring(bare, 4, note, "--no-run", "--yes") == 0
    assert asked == []
    assert bring(bare, 3, note, "--no-run") == 0
    assert len(asked) == 1
    assert (bare / "docs/week3/filters.md").is_file()
    assert bring(bare, 3, note, "--no-run") == 0
    assert len(asked) == 1


def test_person_who_stops_leaves_nothing_behind(
    bare: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stop(_question: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", stop)
    before = snapshot(bare)
    note = note_file(tmp_path, "# 노트\n\n## 합성곱\n\n글이다.\n")
    assert bring(bare, 3, note, "--no-run") == 1
    assert "그만두었습니다." in capsys.readouterr().out
    assert snapshot(bare) == before


def test_hidden_week_is_out_of_the_search_and_the_cards(
    bare: Path, tmp_path: Path
) -> None:
    note = note_file(tmp_path, "# 노트\n\n## 합성곱\n\n글이다.\n")
    assert bring(bare, 3, note, "--hidden") == 0
    home = (bare / "docs/index.md").read_text("utf-8")
    assert home == HOME
    for page in ("index.md", "convolution.md"):
        text = (bare / "docs/week3" / page).read_text("utf-8")
        assert "search:\n  exclude: true\n" in text
    assert "week3/convolution.md" in (bare / "mkdocs.yml").read_text("utf-8")


def test_what_is_not_sure_stops_until_it_is_answered(
    bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(bare)
    name = "김" + "영희"
    note = note_file(tmp_path, f"# 노트\n\n{name}\n\n글이다.\n")
    assert bring(bare, 3, note) == 1
    told = capsys.readouterr().out
    assert "3번째 줄" in told
    assert "--drop 3" in told
    assert name not in told
    assert snapshot(bare) == before
    assert bring(bare, 3, note, "--drop", "3") == 0
    assert not any(name.encode() in x for x in snapshot(bare).values())


def test_changed_note_is_brought_again(
    bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "# 노트\n\n## 합성곱\n\n첫 문단이다.\n\n둘째 문단이다.\n"
    assert bring(bare, 3, note_file(tmp_path, text)) == 0
    page = bare / "docs/week3/convolution.md"
    edited = page.read_text("utf-8").replace("둘째 문단이다.", "사람이 고친 문단이다.")
    page.write_text(edited, encoding="utf-8")
    capsys.readouterr()
    again = text.replace("첫 문단", "처음 문단").replace("둘째 문단", "다음 문단")
    assert bring(bare, 3, note_file(tmp_path, again)) == 0
    told = capsys.readouterr().out
    assert "  - 첫 문단이다.\n  + 처음 문단이다." in told
    now = page.read_text("utf-8")
    both = "사람이 고친 문단이다.\n\n다음 문단이다."
    kept = edited.replace("사람이 고친 문단이다.", both)
    assert now == kept.replace("첫 문단이다.", "처음 문단이다.")
    todo = (bare / "tests/week3/source/todo.md").read_text("utf-8")
    assert "## 노트가 바뀌어 볼 것" in todo
    assert "다음 문단이다." in (bare / "tests/week3/source/note.md").read_text("utf-8")
    before = snapshot(bare)
    assert bring(bare, 3, note_file(tmp_path, again)) == 0
    assert "노트가 그대로입니다." in capsys.readouterr().out
    assert snapshot(bare) == before


def test_accepted_mends_reach_the_pages(
    bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = note_file(tmp_path, "# 노트\n\n## 합성곱\n\n훈련할때는 그래프를 지원힌다.\n")
    assert bring(bare, 3, note) == 0
    draft = bare / "tests/week3/source/proposed/mends.toml"
    kept = draft.read_text("utf-8")
    assert kept.count("[[mend]]") == 2
    assert bring(bare, 3, draft) == 0
    assert "docs/week3/convolution.md" in capsys.readouterr().out
    page = (bare / "docs/week3/convolution.md").read_text("utf-8")
    assert "훈련할 때는 그래프를 지원한다." in page
    assert not draft.exists()
    assert [x for x in check(bare) if "원래 노트" in x.problem] == []


def test_last_sentence_without_a_stop_is_on_the_page(
    bare: Path, tmp_path: Path
) -> None:
    text = "# 노트\n\n## 합성곱\n\n- 층이 깊다. 그래서 느림\n- 폭이 넓다\n"
    assert bring(bare, 3, note_file(tmp_path, text)) == 0
    page = (bare / "docs/week3/convolution.md").read_text("utf-8")
    assert "\n- 층이 깊다. 그래서 느림\n- 폭이 넓다\n" in page
    assert "```" not in page


def test_hidden_line_break_does_not_join_words(bare: Path, tmp_path: Path) -> None:
    text = "# 노트\n\n## 합성곱\n\n없다\u2028다음\n"
    assert bring(bare, 3, note_file(tmp_path, text)) == 0
    page = (bare / "docs/week3/convolution.md").read_text("utf-8")
    assert "\n없다\n다음\n" in page


def test_address_that_only_sounds_is_in_the_list(bare: Path, tmp_path: Path) -> None:
    text = "# 노트\n\n## 장독대\n\n글이다.\n\n## 드롭아웃\n\n글이다.\n"
    assert bring(bare, 3, note_file(tmp_path, text)) == 0
    todo = (bare / "tests/week3/source/todo.md").read_text("utf-8")
    (row,) = [x for x in todo.split("\n") if "소리대로" in x]
    assert "jangdokdae" in row


@pytest.mark.parametrize(
    ("week", "text", "reason"),
    [
        (0, "글이다.", "0주차는 없습니다."),
        (3, "---\n상태: 끝\n---\n", "남은 글이 없습니다."),
        (3, "  \n", "노트가 비었습니다."),
    ],
)
def test_what_cannot_be_brought_is_refused(
    week: int,
    text: str,
    reason: str,
    bare: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = snapshot(bare)
    assert bring(bare, week, note_file(tmp_path, text)) == 1
    assert reason in capsys.readouterr().out
    assert snapshot(bare) == before


def test_week_that_people_made_is_not_touched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring(ROOT, 12, note_file(tmp_path, "글이다.")) == 1
    assert "12주차가 이미 있습니다." in capsys.readouterr().out


def test_plan_of_a_person_is_followed(bare: Path, tmp_path: Path) -> None:
    note = note_file(tmp_path, "# 가\n\n글이다.\n\n# 나\n\n글이 또 있다.\n")
    plan = tmp_path / "plan.toml"
    plan.write_text(
        '[[page]]\nheading = "가"\naddress = "first"\nlabel = "처음"\n\n'
        '[[page]]\nheading = "나"\njoin = true\n',
        encoding="utf-8",
    )
    assert bring(bare, 3, note, "--plan", plan) == 0
    page = (bare / "docs/week3/first.md").read_text("utf-8")
    assert "글이다." in page
    assert "## 나 {" in page
    assert "1. 처음" in (bare / "mkdocs.yml").read_text("utf-8")
