"""노트의 말이라고 따온 글만 원래 노트와 견주는지 확인한다."""

from pathlib import Path

import pytest

from tools.check.misquotes import find
from tools.page.project import Project

FIRST = "학습이 느려지거나 완전히 멈추는 문제가 있다."
NOTE = f"{FIRST} RMSProp는 **최근의** 반복만 본다.\n"
MENDS = '[[mend]]\nbefore = "RMSProp는"\nafter = "RMSProp은"\nwhy = "조사"\n'


def told(root: Path, text: str) -> list[str]:
    files = {
        "docs/week1/a.md": text,
        "tests/week1/source/note.md": NOTE,
        "tests/week1/source/mends.toml": MENDS,
    }
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return [f"{x.line}: {x.problem} {x.mend}" for x in find(Project(root))]


@pytest.mark.parametrize(
    "line",
    [
        "노트는 「어느 순간 갑자기 멈춘다」고 했지만, 그렇지 않다.",
        "    노트의 「완전히 멈춘다」는 말은 틀렸다.",
        "노트에서는 “완전히 멈춘다”고 했다.",
        '원래 노트는 "완전히 멈춘다"고 했다.',
        "노트는 「멈추는 문제가 있다」고 하면서 노트는 「갑자기」라고도 했다.",
        "노트는 「학습이 … 갑자기 멈춘다」고 했다.",
    ],
)
def test_false_quote_is_told_with_the_nearest_sentence(
    line: str, tmp_path: Path
) -> None:
    (problem,) = told(tmp_path, f"{FIRST}\n{line}\n")
    assert problem.startswith("2: 노트의 말이라고 따온 「")
    assert "원래 노트에 없습니다" in problem
    assert f"가장 가까운 문장은 「{FIRST}」입니다." in problem


@pytest.mark.parametrize(
    "line",
    [
        "노트는 「완전히 멈추는 문제가 있다」고 했지만, 그렇지 않다.",
        "노트는 「완전히 멈추는 문제」라고 했지만, 논문은 「걸음이 준다」고 한다.",
        "노트는 「학습이 … 멈추는 문제가 있다」고 했다. 「걸음」은 다르다.",
        "노트의 「완전히 멈추는 문제」는 「걸음이 아주 작아지는 문제」로 읽는다.",
        "노트의 「완전히 멈추는 문제」는 「걸음이 작다」라는 뜻이다.",
        "노트는 「RMSProp은 최근의 반복만」 본다고 했다.",
        "노트는 「RMSProp는 **최근의** 반복만」 본다고 했다.",
        "강의 노트북은 「아무 말」이라고 한다. 논문은 「다른 말」이라고 한다.",
        "출처: [Charte 외, 「노트의 이름」](https://a.org)",
    ],
)
def test_true_quote_and_other_source_are_no_fault(line: str, tmp_path: Path) -> None:
    assert told(tmp_path, f"\n{line}\n") == []
