"""코드 상자의 갈래를 어떻게 적든 이름만 읽는지 확인한다."""

import pytest

from tools.check.languages import DIAGRAMS, KNOWN, language


@pytest.mark.parametrize(
    ("info", "name"),
    [
        ("python", "python"),
        ('python title="a.py"', "python"),
        ('python{ title="a.py" }', "python"),
        ("{ .text .no-copy }", "text"),
        ("Bash", "bash"),
        ('title="출력"', ""),
        ('{ title="출력" }', ""),
        ("{", ""),
        ("", ""),
    ],
)
def test_first_word_is_the_language(info: str, name: str) -> None:
    assert language(info) == name


@pytest.mark.parametrize("name", ["python", "text", "console", "yaml", "toml", "diff"])
def test_usual_languages_are_known(name: str) -> None:
    assert name in KNOWN


def test_mistyped_language_is_not_known() -> None:
    assert "pyhton" not in KNOWN


def test_what_is_not_drawn_is_not_known() -> None:
    assert {"mermaid", "plantuml", "graphviz"} <= set(DIAGRAMS)
    assert not set(DIAGRAMS) & set(KNOWN)
