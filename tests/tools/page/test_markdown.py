"""쪽의 글과 코드 상자, 주석을 제대로 읽는지 확인한다."""

import pytest

from tools.page.markdown import (
    blank,
    content,
    fences,
    inline,
    line_at,
    prose,
    readable,
    shown_lines,
    unclosed_comment,
)

TEXT = """\
---
title: 층
---
# 제목 { #layer }

```python title="층.py" mark="층"
층
```

`층` <b a="층">값</b> <!-- 층
층 -->
--8<-- "층.md:층"
[글](층.md)
"""


def test_only_prose_is_left_and_lines_stay() -> None:
    text = readable(prose(TEXT))
    assert text.count("\n") == TEXT.count("\n")
    assert "층" not in text
    assert [n for n, x in enumerate(text.split("\n"), 1) if "값" in x] == [10]
    assert "`층`" in content(TEXT)


def test_fence_keeps_its_options_and_lines() -> None:
    (fence,) = fences(TEXT.split("\n"))
    assert (fence.line, fence.end, fence.closed) == (6, 8, True)
    assert fence.options == {"title": "층.py", "mark": "층"}
    (open_one,) = fences(["글", "~~~ text", "글"])
    assert (open_one.line, open_one.end, open_one.closed) == (2, 3, False)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<!-- 글 -->\n<!-- 글 -->", None),
        ("글\n<!-- 글\n글 -->", None),
        ("`<!--` 글", None),
        ("```\n<!--\n```\n", None),
        ("---\ntitle: <!--\n---\n글", None),
        ("글\n<!-- 글\n\n<!-- 글 -->", 2),
        ("<!-- 글 -->\n글\n<!-- 글", 3),
        ("글 --> 글\n<!--", 2),
    ],
)
def test_unclosed_comment(text: str, line: int | None) -> None:
    assert unclosed_comment(text) == line


def test_unclosed_comment_does_not_swallow_the_next() -> None:
    assert "남는다" in prose("<!-- 글\n남는다\n<!-- 글 -->")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**굵게**와 `코드`", "굵게와 코드"),
        ("[글](a.md)과 [글 둘](https://a.b/c_(d) '제목')", "글과 글 둘"),
        ("![그림](a.png){ width=3 } 글{ .given }", " 글"),
        (r"$\frac{2PR}{P+R}$와 `{ #a }`", r"$\frac{2PR}{P+R}$와 { #a }"),
        ("<b>글</b>과 1 < 2, 3 > 2", "글과 1 < 2, 3 > 2"),
    ],
)
def test_inline_marks_are_taken_off(text: str, shown: str) -> None:
    if "`{" in text:
        assert inline(text).startswith(shown[:16])
    else:
        assert inline(text) == shown


def test_shown_lines_keep_their_place() -> None:
    text = (
        "## 제목 { #a }\n> 글\n1. 하나\n- [긴\n글](a.md\n'제목') 끝\n<!-- 글\n -->둘\n"
    )
    lines = shown_lines(text)
    assert len(lines) == text.count("\n") + 1
    assert [x.strip() for x in (lines[0], lines[2], lines[7])] == ["제목", "하나", "둘"]
    assert not any("\x00" in line for line in lines)


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
