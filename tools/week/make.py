"""주차와 쪽을 만든다."""

import re
import subprocess
import sys
import textwrap
from keyword import iskeyword
from pathlib import Path

from tools.week import templates
from tools.week.insert import (
    add_card_to_home,
    add_page_to_nav,
    add_week_to_home,
    add_week_to_nav,
    quoted,
)

TOPIC = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
# 주차의 첫 쪽과 코드 설명서, 원래 노트의 폴더가 쓰는 이름.
TAKEN = ("index", "reference", "source")
# 차례와 카드에서 한 줄에 들 만한 길이.
LABEL = 20


class Refused(Exception):  # noqa: N818 - 오류가 아니라 거절이다
    """만들 수 없는 까닭."""


def add_page(
    root: Path, week: int, topic: str, question: str, label: str = ""
) -> list[str]:
    """쪽 하나와 그 코드, 출력, 시험, 차례를 만든다. 주차가 없으면 주차부터 만든다.

    Args:
        root: 저장소의 맨 위.
        week: 몇 주차인지.
        topic: 주소가 될 영문 이름. `multi-label`처럼 적는다.
        question: 쪽의 제목이 될 물음.
        label: 차례와 첫 화면에 적을 짧은 이름. 비었으면 물음을 줄인다.

    Returns:
        만들거나 고친 파일의 이름.

    Raises:
        Refused: 이름이 잘못되었거나 이미 있을 때.
    """
    refuse(root, week, topic, question)
    folder = root / "docs" / f"week{week}"
    made = [] if (folder / "index.md").exists() else add_week(root, week)
    names = named(folder, week, topic, question, label)
    for touched in (
        write_page(root, names),
        write_code(root, names),
        list_page(root, names),
    ):
        made += touched
    return list(dict.fromkeys(path.relative_to(root).as_posix() for path in made))


def refuse(root: Path, week: int, topic: str, question: str) -> None:
    """만들 수 없으면 파일을 건드리기 전에 까닭을 말한다.

    Raises:
        Refused: 이름이 잘못되었거나 이미 있을 때.
    """
    if week < 1:
        raise Refused(f"{week}주차는 없습니다. 주차는 1부터 적으세요.")
    if not TOPIC.fullmatch(topic) or topic in TAKEN or iskeyword(topic):
        raise Refused(
            f"주소 '{topic}'은(는) 쓸 수 없습니다. 'multi-label'처럼 영문 소문자와 "
            "'-'로 짓고, 파이썬의 예약어와 "
            f"{', '.join(TAKEN)}은(는) 피하세요."
        )
    if not question.strip():
        raise Refused("쪽의 제목이 비었습니다. 물음을 따옴표로 감싸 적으세요.")
    if (root / "docs" / f"week{week}" / f"{topic}.md").exists():
        raise Refused(f"'docs/week{week}/{topic}.md'이(가) 이미 있습니다.")
    refuse_without_room(root, week)


def refuse_without_room(root: Path, week: int) -> None:
    """새 쪽을 올릴 차례와 첫 화면, 주차의 설명서가 없으면 무엇이 없는지 말한다.

    Raises:
        Refused: 고쳐야 할 파일이나 줄이 없을 때.
    """
    folder = f"docs/week{week}"
    wanted = ["mkdocs.yml", "docs/index.md"]
    if (root / folder / "index.md").is_file():
        wanted.append(f"{folder}/reference.md")
    for name in wanted:
        if not (root / name).is_file():
            raise Refused(
                f"'{name}'이(가) 없어 쪽을 더할 수 없습니다. 저장소의 맨 위에서 "
                "불렀는지 보고, 지운 파일이면 되살리세요."
            )
    nav = read(root / "mkdocs.yml").partition("\nnav:\n")[2]
    if not nav.startswith("  - "):
        raise Refused(
            "mkdocs.yml에 차례가 없습니다. 'nav:' 한 줄을 적고, 그 아래에 두 칸 들여 "
            "'- 첫 화면: index.md'를 적으세요."
        )
    if len(wanted) > 2 and wanted[-1].removeprefix("docs/") not in nav:
        raise Refused(
            f"mkdocs.yml의 차례에 {week}주차의 코드 설명서가 없습니다. "
            f"'- {week}주차 코드 설명서: week{week}/reference.md'를 넣으세요."
        )


def named(
    folder: Path, week: int, topic: str, question: str, label: str
) -> dict[str, str]:
    """뼈대에 채울 이름."""
    number = len([*folder.glob("*.md")]) - 1
    question = " ".join(question.split())
    short = label.strip() or textwrap.shorten(question, LABEL, placeholder="…")
    return {
        "week": str(week),
        "topic": topic,
        "module": topic.replace("-", "_"),
        "title": f"{number}. {question}",
        "label": f"{number}. {short}",
        "quoted_title": quoted(f"{number}. {question}"),
        "quoted_reference": quoted(f"{number}. {short} 코드 설명서"),
        "quoted_description": quoted(f"{question} 묻고 코드로 확인한다."),
    }


def add_week(root: Path, week: int) -> list[Path]:
    """주차의 첫 쪽과 코드 설명서를 만들고, 차례와 첫 화면에 올린다."""
    names = {"week": str(week)}
    folder = root / "docs" / f"week{week}"
    config, home = root / "mkdocs.yml", root / "docs" / "index.md"
    entry = templates.HOME_ENTRY.substitute(names)
    return [
        write(folder / "index.md", templates.WEEK_INDEX.substitute(names)),
        write(folder / "reference.md", templates.REFERENCE.substitute(names)),
        write(config, add_week_to_nav(read(config), week)),
        write(home, add_week_to_home(read(home), week, entry)),
    ]


def write_page(root: Path, names: dict[str, str]) -> list[Path]:
    """쪽을 쓰고, 주차의 첫 쪽과 코드 설명서에 더한다."""
    folder = root / "docs" / f"week{names['week']}"
    entries = {
        "index.md": templates.WEEK_INDEX_ENTRY,
        "reference.md": templates.REFERENCE_ENTRY,
    }
    return [
        write(folder / f"{names['topic']}.md", templates.PAGE.substitute(names)),
        write(
            folder / "reference" / f"{names['topic']}.md",
            templates.REFERENCE_PAGE.substitute(names),
        ),
        *(
            write(folder / name, read(folder / name) + entry.substitute(names))
            for name, entry in entries.items()
        ),
    ]


def write_code(root: Path, names: dict[str, str]) -> list[Path]:
    """코드와 출력과 시험을 쓴다."""
    place = Path(f"week{names['week']}", names["module"])
    code = root / "snippets" / place / "first_try.py"
    test = root / "tests" / place / "test_first_try.py"
    return [
        write(code, templates.SNIPPET.substitute(names)),
        write(code.with_suffix(".txt"), output_of(code)),
        write(test, templates.TEST.substitute(names)),
    ]


def list_page(root: Path, names: dict[str, str]) -> list[Path]:
    """차례와 첫 화면에 쪽을 올린다."""
    week = int(names["week"])
    config, home = root / "mkdocs.yml", root / "docs" / "index.md"
    nav = add_page_to_nav(read(config), week, names["label"], names["topic"])
    card = templates.HOME_CARD.substitute(names)
    return [
        write(config, nav),
        write(home, add_card_to_home(read(home), week, card)),
    ]


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


def write(path: Path, text: str) -> Path:
    """폴더가 없으면 만들고, 어디서나 같은 줄바꿈으로 쓴다. 쓴 파일을 돌려준다."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
