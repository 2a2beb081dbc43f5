"""쪽의 머리를 읽고 틀린 곳을 말하는지 확인한다."""

import pytest

from tools.page import front_matter


@pytest.mark.parametrize(
    ("text", "end", "problem"),
    [
        ("글", 0, None),
        ("", 0, None),
        ("---\ntitle: 글\n---\n글", 3, None),
        ("\ufeff---\ntitle: 글\n...\n글", 3, None),
        ("---\n---\n글", 2, None),
        ("---\ntitle: 글", 0, (1, "닫는 '---'가 없습니다")),
        ("---\n- 글\n---", 3, (2, "꼴이 아닙니다")),
        ("---\na: 1\ntitle: a: b\n---", 4, (3, "YAML을 읽을 수 없습니다")),
        ("---\na: 1\na: 2\n---", 4, (3, "'a'을(를) 2번째 줄에도")),
    ],
)
def test_front_matter(text: str, end: int, problem: tuple[int, str] | None) -> None:
    lines = text.split("\n")
    assert front_matter.end(lines) == end
    found = front_matter.read("docs/a.md", lines).problems
    assert [x.line for x in found] == ([problem[0]] if problem else [])
    assert all(problem[1] in x.problem for x in found)
