"""만든 뼈대가 그대로 모든 검사를 통과하는지, 사본에 만들어 확인한다."""

import re
import shutil
import sys
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from tests.paths import ROOT, relative
from tests.tools.week.edited import edit
from tests.tools.week.filled import fill
from tools import processes
from tools.check.gate import check
from tools.cli import main
from tools.page.nav import entries
from tools.week.insert import (
    add_card_to_home,
    add_page_to_nav,
    add_week_to_home,
    add_week_to_nav,
)
from tools.week.make import add_page

# 쪽과 코드를 훑는 빠른 시험. 도구의 시험은 제 자료를 쓴다.
CHEAP = ("tests", "--ignore=tests/tools", "--ignore=tests/korean_search")
# 브라우저를 열거나 노트북을 돌리는 시험은 케라스와 시간이 든다.
HEAVY = re.compile(r"\b(?:browser|visit|seen|NotebookClient)\b")
IGNORED = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".cache", "__pycache__")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """저장소 전체의 사본."""
    return Path(shutil.copytree(ROOT, tmp_path / "copy", ignore=IGNORED))


def built_tests() -> list[str]:
    """지은 사이트를 브라우저와 노트북 없이 보는 시험. 주차마다 쪽을 모두 훑는다."""
    tests = sorted((ROOT / "tests/site").glob("test_*.py"))
    return [
        relative(path)
        for path in tests
        if not HEAVY.search(path.read_text(encoding="utf-8"))
    ]


def run(folder: Path, *command: str) -> str:
    result = processes.run(folder, *command)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.mark.slow
def test_what_the_gate_accepts_passes_the_suite(copy: Path) -> None:
    for week, topic, question in (
        ("13", "attention", '"주의"는 무엇을: 보는가?'),
        ("13", "self-attention", "둘째 물음"),
        ("12", "extra-topic", "12주차의 새 물음"),
        ("5", "first-words", "앞선 주차의 꽤 길어서 한 줄에 다 들지 않는 물음"),
    ):
        assert main(["new", week, topic, question, "--root", str(copy)]) == 0
    fill(copy / "docs/week13/attention.md")
    edit(copy)
    assert [str(finding) for finding in check(copy)] == []
    run(copy, "git", "init", "-q")  # .gitignore를 읽게 한다
    run(copy, processes.tool("ruff"), "check", ".")
    run(copy, processes.tool("ruff"), "format", "--check", ".")
    run(copy, processes.tool("rumdl"), "check", "docs")
    python = sys.executable
    run(copy, python, "-m", "mkdocs", "build", "--strict", "-q", "-d", "site")
    page = (copy / "site" / "week13" / "attention" / "index.html").read_text("utf-8")
    assert "1. &quot;주의&quot;는 무엇을: 보는가?" in page or '1. "주의"는' in page
    assert "평균 0.75" in page
    assert '<span class="nf">average</span>' in page
    tests = ["tests/week13", "tests/week12/extra_topic", "tests/week5"]
    fresh = ["tests/test_outputs.py", "-k", "first_try"]
    assert "8 passed" in run(copy, python, "-m", "pytest", "-q", *tests)
    assert "4 passed" in run(copy, python, "-m", "pytest", "-q", *fresh)
    run(copy, python, "-m", "pytest", "-q", *CHEAP, "-m", "not slow")
    run(copy, python, "-m", "pytest", "-q", *built_tests())
    home = BeautifulSoup((copy / "site/index.html").read_text("utf-8"), "lxml")
    cards = [x["href"] for x in home.select(".week > section a")]
    assert cards[:2] == ["week13/attention/", "week13/self-attention/"]
    assert cards[-2:] == ["week12/extra-topic/", "week5/first-words/"]


@pytest.mark.parametrize(
    ("topic", "question", "reason"),
    [
        ("optimizers", "다시", "'docs/week12/optimizers.md'이(가) 이미 있습니다."),
        ("옵티마이저", "한글", "주소 '옵티마이저'은(는) 쓸 수 없습니다."),
        ("../evil", "밖으로", "주소 '../evil'은(는) 쓸 수 없습니다."),
        ("index", "첫 쪽", "주소 'index'은(는) 쓸 수 없습니다."),
        ("new", " ", "쪽의 제목이 비었습니다."),
        ("lambda", "예약어", "주소 'lambda'은(는) 쓸 수 없습니다."),
        ("source", "원래 노트의 폴더", "주소 'source'은(는) 쓸 수 없습니다."),
    ],
)
def test_what_cannot_be_made_is_refused_with_the_reason(
    topic: str, question: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "12", topic, question, "--root", str(ROOT)]) == 1
    assert reason in capsys.readouterr().out


@pytest.mark.parametrize("week", ["-1", "0"])
def test_week_before_the_first_is_refused(
    week: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", week, "topic", "물음", "--root", str(tmp_path)]) == 1
    assert f"{week}주차는 없습니다." in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


BARE = {
    "mkdocs.yml": "site_name: 노트\nnav:\n  - 첫 화면: index.md\n  - 끝: end.md\n",
    "docs/index.md": "# 집 { #home }\n\n글이다.\n",
}


def bare(root: Path, **changed: str | None) -> Path:
    """주차가 없는 저장소. `changed`의 파일은 그 글로 쓰고, None이면 만들지 않는다."""
    for name, content in {**BARE, **changed}.items():
        if content is not None:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(content, encoding="utf-8")
    return root


def test_first_week_of_a_new_site_is_made(tmp_path: Path) -> None:
    root = bare(tmp_path)
    for week in (3, 2):
        assert main(["new", str(week), "topic", "물음인가?", "--root", str(root)]) == 0
    nav = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))["nav"]
    assert [next(iter(x)) for x in nav] == ["첫 화면", "2주차", "3주차", "끝"]
    home = (root / "docs/index.md").read_text("utf-8")
    titles = [x for x in home.split("\n") if x.startswith("## ")]
    assert [x[4:7] for x in titles] == ["3주차", "2주차"]
    assert "글이다." in home
    assert "(week3/topic.md)" in home


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("mkdocs.yml", None, "'mkdocs.yml'이(가) 없어 쪽을 더할 수 없습니다."),
        ("docs/index.md", None, "'docs/index.md'이(가) 없어 쪽을 더할 수 없습니다."),
        ("mkdocs.yml", "site_name: 노트\n", "mkdocs.yml에 차례가 없습니다."),
        ("mkdocs.yml", "a: 1\nnav:\n", "mkdocs.yml에 차례가 없습니다."),
        ("docs/week3/index.md", "# 3\n", "'docs/week3/reference.md'이(가) 없어"),
    ],
)
def test_site_without_room_for_a_page_is_refused(
    name: str,
    content: str | None,
    reason: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = bare(tmp_path, **{name: content})
    before = sorted(root.rglob("*"))
    assert main(["new", "3", "topic", "물음", "--root", str(root)]) == 1
    assert reason in capsys.readouterr().out
    assert sorted(root.rglob("*")) == before


def test_week_missing_from_the_menu_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = {f"docs/week3/{x}.md": f"# {x}\n" for x in ("index", "reference")}
    root = bare(tmp_path, **pages)
    assert main(["new", "3", "topic", "물음", "--root", str(root)]) == 1
    told = capsys.readouterr().out
    assert "차례에 3주차의 코드 설명서가 없습니다." in told
    assert "'- 3주차 코드 설명서: week3/reference.md'를 넣으세요." in told


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """차례와 첫 화면만 있는 저장소."""
    (tmp_path / "docs").mkdir()
    for name in ("mkdocs.yml", "docs/index.md"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_every_file_that_is_touched_is_told(small: Path) -> None:
    for week, topic in ((40, "first"), (40, "second"), (39, "third")):
        before = {x: x.read_bytes() for x in small.rglob("*") if x.is_file()}
        told = add_page(small, week, topic, "물음인가?")
        touched = {
            path.relative_to(small).as_posix()
            for path in small.rglob("*")
            if path.is_file() and before.get(path) != path.read_bytes()
        }
        assert len(told) == len(set(told))
        assert set(told) == touched


@pytest.mark.parametrize(
    ("question", "label", "wanted"),
    [
        ("어텐션은 무엇을 보는가?", "", "1. 어텐션은 무엇을 보는가?"),
        (
            "순환 신경망은 왜 긴 글의 앞을 잊는가?",
            "",
            "1. 순환 신경망은 왜 긴 글의 앞을…",
        ),
        ("순환 신경망은 왜 긴 글의 앞을 잊는가?", " 잊는 망 ", "1. 잊는 망"),
    ],
)
def test_label_in_the_menu_and_on_the_card_is_short(
    small: Path, question: str, label: str, wanted: str
) -> None:
    arguments = ["new", "40", "topic", question, "--root", str(small)]
    assert main([*arguments, "--label", label] if label else arguments) == 0
    nav = (small / "mkdocs.yml").read_text("utf-8").partition("\nnav:\n")[2]
    named = {name: shown for shown, name in entries(yaml.safe_load(nav))}
    assert named["week40/topic.md"] == wanted
    home = (small / "docs/index.md").read_text("utf-8")
    assert f"[{wanted}](week40/topic.md)" in home
    page = (small / "docs/week40/topic.md").read_text("utf-8")
    assert f"# 1. {question} {{ #topic }}" in page


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
        "      - 13주차 코드:\n"
        "          - 13주차 코드 설명서: week13/reference.md\n"
        '          - "1. 가: 나 코드": week13/reference/topic.md\n'
        "  - 끝: end.md\n"
    )


def test_page_joins_a_menu_where_the_reference_has_no_group() -> None:
    config = (
        "nav:\n  - 12주차:\n      - week12/index.md\n"
        "      - 설명: week12/reference.md\n  - 끝: end.md\n"
    )
    assert add_page_to_nav(config, 12, "1. 가", "topic") == (
        "nav:\n  - 12주차:\n      - week12/index.md\n"
        '      - "1. 가": week12/topic.md\n      - 설명: week12/reference.md\n'
        '      - "1. 가 코드": week12/reference/topic.md\n  - 끝: end.md\n'
    )


@pytest.mark.parametrize(
    ("added", "wanted"),
    [
        ([13], [12, 13]),
        ([13, 5], [5, 12, 13]),
        ([5, 13], [5, 12, 13]),
        ([1, 20, 14, 11], [1, 11, 12, 14, 20]),
    ],
)
def test_weeks_stand_in_order_however_they_come(
    added: list[int], wanted: list[int]
) -> None:
    config = (
        "nav:\n  - 홈: index.md\n  - 12주차:\n      - week12/index.md\n"
        "      - 설명: week12/reference.md\n  - 끝: end.md\n"
    )
    home = "# 집\n\n## [12주차](week12/index.md) { #weeks }\n\n설명\n\n## 뒤 { #end }\n"
    for week in added:
        config = add_week_to_nav(config, week)
        entry = f"## [{week}주차](week{week}/index.md) {{ #week{week} }}\n\n새것\n"
        home = add_week_to_home(home, week, entry)
    nav = yaml.safe_load(config)["nav"]
    names = [name for _, name in entries(nav)]
    assert names == [
        "index.md",
        *(f"week{x}/{y}.md" for x in wanted for y in ("index", "reference")),
        "end.md",
    ]
    assert [next(iter(x)) for x in nav][1:-1] == [f"{x}주차" for x in wanted]
    titles = [line for line in home.split("\n") if line.startswith("## ")]
    places = [line.partition("](")[2].partition("/")[0] for line in titles]
    assert places == [*(f"week{x}" for x in reversed(wanted)), ""]
    assert "\n\n\n" not in home


def test_card_follows_the_cards_of_its_own_week() -> None:
    def week(number: int, *cards: str) -> str:
        inside = "".join(f"{card}\n" for card in cards)
        return (
            f"## [{number}주차](week{number}/index.md) {{ #week{number} }}\n\n"
            f'<section class="week" markdown>\n{inside}</section>\n\n'
        )

    old, new = "<section>\n옛것\n</section>", "<section>\n새것\n</section>"
    home = "# 집\n\n" + week(13) + week(12, old) + "## 뒤 { #end }\n"
    wanted = "# 집\n\n" + week(13) + week(12, old, new) + "## 뒤 { #end }\n"
    assert add_card_to_home(home, 12, f"{new}\n") == wanted
    wanted = "# 집\n\n" + week(13, new) + week(12, old) + "## 뒤 { #end }\n"
    assert add_card_to_home(home, 13, f"{new}\n") == wanted
    bare = "## [12주차](week12/index.md) { #weeks }\n\n설명\n"
    assert add_card_to_home(bare, 12, f"{new}\n") == bare
