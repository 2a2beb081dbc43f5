"""마크다운에서 글이 아닌 것을 가리고 줄 번호는 지키는지 확인한다."""

import pytest

from tools.page.markdown import (
    blank,
    fences,
    front_matter_end,
    line_at,
    prose,
    readable,
)


def test_code_links_and_embeds_are_no_prose() -> None:
    text = (
        "---\ntitle: 층\n---\n# 제목 { #layer }\n```python\n층\n```\n`층`"
        ' <b a="층">값</b>'
        '\n--8<-- "층.md:층"\n[글](층.md) <!-- 층 -->'
    )
    shown = readable(prose(text))
    assert "층" not in shown
    assert all(word in shown for word in ("제목", "값"))
    assert "글" not in shown
    assert shown.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("---\ntitle: a\n---\n글", 3),
        ("---\ntitle: a\n...\n글", 3),
        ("---\n닫지 않았다\n", 0),
        ("글\n---\n---\n", 0),
        ("", 0),
    ],
)
def test_front_matter_ends_where_it_is_closed(text: str, end: int) -> None:
    assert front_matter_end(text.split("\n")) == end


def test_fences_are_told_apart_by_their_marks() -> None:
    text = "글\n````md\n```py\n안\n```\n````\n~~~\n물결\n```\n~~~\n"
    text += "    ```a\n들인 것\n    ```"
    found = fences(text.split("\n"))
    assert [(x.line, x.info, x.body, x.closed) for x in found] == [
        (2, "md", ["```py", "안", "```"], True),
        (7, "", ["물결", "```"], True),
        (11, "a", ["들인 것"], True),
    ]


def test_fence_that_is_never_closed_runs_to_the_end() -> None:
    (one,) = fences(["```", "a", "b"])
    assert (one.body, one.closed) == (["a", "b"], False)
    assert prose("글\n```\na\nb") == "글\n\n\n"


def test_inline_code_is_not_opened_by_text_in_a_line() -> None:
    assert fences(["```a``` 글"]) == []


def test_lines_are_counted_from_one() -> None:
    assert [line_at("가\n나\n", place) for place in (0, 1, 2, 4)] == [1, 1, 2, 3]
    assert blank("가\n나 ", "x") == "x\nxx"
