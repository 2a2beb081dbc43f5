"""테마의 색인에서 글과 코드를 나누는지 본다."""

from korean_search.sections import read_sections, split_html


def test_code_and_text_part_ways() -> None:
    source = "<p>글 &lt;b&gt;</p><pre><span></span><code>x = 1</code></pre><p>끝</p>"
    assert split_html(source) == ("글 <b>\n끝", "x = 1")


def test_sections_keep_their_order_and_lose_their_markup() -> None:
    docs = [
        {"location": "a/", "title": "<code>keras</code> &amp; 층", "text": ""},
        {
            "location": "a/#b",
            "title": "둘",
            "text": "<p>글</p>",
            "tags": ["꼬리"],
            "boost": 0.5,
        },
    ]
    first, second = read_sections({"docs": docs})
    assert first.title == "keras & 층"
    assert (second.page, second.text, second.tags, second.boost) == (
        "a/", "글", ("꼬리",), 0.5,
    )  # fmt: skip
