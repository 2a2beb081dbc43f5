"""주차와 쪽을 만든다."""

import re
import subprocess
import sys
from pathlib import Path

from tools.week import templates
from tools.week.insert import (
    add_page_to_nav,
    add_week_to_home,
    add_week_to_nav,
    quoted,
)

TOPIC = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class Refused(Exception):  # noqa: N818 - 오류가 아니라 거절이다
    """만들 수 없는 까닭."""


def add_page(root: Path, week: int, topic: str, question: str) -> list[str]:
    """쪽 하나와 그 코드, 출력, 시험, 차례를 만든다. 주차가 없으면 주차부터 만든다.

    Args:
        root: 저장소의 맨 위.
        week: 몇 주차인지.
        topic: 주소가 될 영문 이름. `multi-label`처럼 적는다.
        question: 쪽의 제목이 될 물음.

    Returns:
        만들거나 고친 파일의 이름.

    Raises:
        Refused: 이름이 잘못되었거나 이미 있을 때.
    """
    if not TOPIC.fullmatch(topic) or topic in ("index", "reference"):
        raise Refused(
            f"주소 '{topic}'은(는) 쓸 수 없습니다. 'multi-label'처럼 영문 소문자와 "
            "'-'로 지으세요."
        )
    if not question.strip():
        raise Refused("쪽의 제목이 비었습니다. 물음을 따옴표로 감싸 적으세요.")
    page = root / "docs" / f"week{week}" / f"{topic}.md"
    if page.exists():
        raise Refused(f"'docs/week{week}/{topic}.md'이(가) 이미 있습니다.")
    made = [] if page.with_name("index.md").exists() else add_week(root, week)
    number = len([*page.parent.glob("*.md")]) - 1
    names = {
        "week": str(week),
        "topic": topic,
        "module": topic.replace("-", "_"),
        "title": f"{number}. {question.strip()}",
    }
    names["quoted_title"] = quoted(names["title"])
    names["quoted_description"] = quoted(f"{question.strip()} 묻고 코드로 확인한다.")
    code = root / "snippets" / f"week{week}" / names["module"] / "first_try.py"
    test = root / "tests" / f"week{week}" / names["module"] / "test_first_try.py"
    write(page, templates.PAGE.substitute(names))
    write(code, templates.SNIPPET.substitute(names))
    write(test, templates.TEST.substitute(names))
    write(code.with_suffix(".txt"), output_of(code))
    append(page.with_name("index.md"), templates.WEEK_INDEX_ENTRY.substitute(names))
    append(page.with_name("reference.md"), templates.REFERENCE_ENTRY.substitute(names))
    config = root / "mkdocs.yml"
    write(config, add_page_to_nav(read(config), week, names["title"], topic))
    touched = [page, code, code.with_suffix(".txt"), test, config]
    return [*made, *(path.relative_to(root).as_posix() for path in touched)]


def add_week(root: Path, week: int) -> list[str]:
    """주차의 첫 쪽과 코드 설명서를 만들고, 차례와 첫 화면에 올린다."""
    names = {"week": str(week)}
    folder = root / "docs" / f"week{week}"
    config, home = root / "mkdocs.yml", root / "docs" / "index.md"
    write(folder / "index.md", templates.WEEK_INDEX.substitute(names))
    write(folder / "reference.md", templates.REFERENCE.substitute(names))
    write(config, add_week_to_nav(read(config), week))
    write(home, add_week_to_home(read(home), templates.HOME_ENTRY.substitute(names)))
    touched = [folder / "index.md", folder / "reference.md", home]
    return [path.relative_to(root).as_posix() for path in touched]


def output_of(code: Path) -> str:
    """코드를 돌려 출력을 얻는다."""
    return subprocess.run(
        [sys.executable, "-X", "utf8", str(code)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def read(path: Path) -> str:
    """글을 읽는다."""
    return path.read_text(encoding="utf-8")


def write(path: Path, text: str) -> None:
    """폴더가 없으면 만들고, 어디서나 같은 줄바꿈으로 쓴다."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def append(path: Path, text: str) -> None:
    """파일 끝에 덧붙인다."""
    write(path, read(path) + text)
