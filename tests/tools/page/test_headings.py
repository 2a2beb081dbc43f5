"""제목과 id를 마크다운이 읽는 대로 읽는지 확인한다."""

import pytest

from tools.page.headings import headings


@pytest.mark.parametrize(
    ("line", "title", "id_", "explicit"),
    [
        ("# 제목 { #top }", "제목", "top", True),
        ("## A title", "A title", "a-title", False),
        ("## 가 { .class #id key=1 }", "가", "id", True),
        ("## 가 ##", "가", "", False),
        ("  ### 들인 것 {#x}", "들인 것", "x", True),
    ],
)
def test_heading_is_read(line: str, title: str, id_: str, explicit: bool) -> None:
    (one,) = headings(f"글\n\n{line}\n")
    assert (one.line, one.title, one.id) == (3, title, id_)
    assert one.explicit is explicit


def test_what_only_looks_like_a_heading_is_passed_over() -> None:
    text = "---\n# 머리\n---\n```\n# 주석\n```\n#태그\n<!-- # 주석 -->\n"
    assert not headings(text)


def test_link_in_a_heading_is_read_as_text() -> None:
    (one,) = headings("## [12주차](week12/index.md) 노트 { #weeks }")
    assert one.text == "12주차 노트"


def test_code_and_links_in_a_heading_are_read() -> None:
    text = "# `Adam`과 [층](a.md) { #adam .x }\n\n## Two words\n\n`# 글`\n"
    first, second = headings(text)
    assert (first.line, first.level, first.id, first.explicit) == (1, 1, "adam", True)
    assert first.text == "`Adam`과 층"
    assert (second.line, second.level, second.id) == (3, 2, "two-words")
    assert not second.explicit
