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


def test_label_of_the_menu_goes_to_the_page_that_has_another_title() -> None:
    docs = [
        {"location": place, "title": title, "text": ""}
        for place, title in [("a/", "긴 물음"), ("a/#b", "절"), ("c/", "같은 이름")]
    ]
    labels = {"a/": "짧은 이름", "c/": "같은 이름"}
    sections = read_sections({"docs": docs}, labels)
    assert [section.label for section in sections] == ["짧은 이름", "", ""]
