"""나무로 읽었다 다시 적어도 브라우저가 보는 것이 달라지지 않는지 확인한다."""

import pytest

from tools.build.tree import (
    Tree,
    classes,
    insert_after,
    nodes,
    replace,
    text_of,
    texts,
)


@pytest.mark.parametrize(
    "html",
    [
        '<svg viewBox="0 0 1 2" preserveAspectRatio="none"><linearGradient id="a">'
        "</linearGradient><foreignObject><p>글</p></foreignObject></svg>",
        "<p>a &amp; b &lt;c&gt; &nbsp; 한글 é</p>",
        '<p title="a &quot;b&quot; &amp;amp; &lt;">x</p>',
        "<pre>\n\n빈 줄로 시작한다</pre>",
        "<pre><span></span><code>\n\na\n</code></pre>",
        "<!-- 앞 --><p>a<!-- 안 --></p><!-- 뒤 -->",
        "<table><thead><tr><th>a</th></tr></thead>"
        "<tbody><tr><td>1</td></tr></tbody></table>",
        "<script>if (a < b && c) {}</script><style>a > b {}</style>",
        "<math><mi>x</mi></math>",
        "글만\n\n<p>있다</p>\n",
    ],
)
def test_page_comes_back_as_it_was(html: str) -> None:
    assert Tree(html).html == html
    assert Tree(html).copy().html == html


@pytest.mark.parametrize(
    ("html", "same"),
    [
        # mkdocstrings가 나중에 풀 표시다. 값이 없는 속성은 빈 글과 같다.
        (
            '<autoref optional identifier="a.b">글</autoref>',
            '<autoref optional="" identifier="a.b">글</autoref>',
        ),
        ('<img alt="" src="x" />', '<img alt="" src="x">'),
        ("<pre>\n첫 줄</pre>", "<pre>첫 줄</pre>"),
        ("<p>&quot;말&quot; &#39;</p>", '<p>"말" \'</p>'),
        (
            "<table><tr><th>a</th></tr></table>",
            "<table><tbody><tr><th>a</th></tr></tbody></table>",
        ),
    ],
)
def test_what_means_the_same_is_written_one_way(html: str, same: str) -> None:
    assert Tree(html).html == same
    assert Tree(same).html == same


def test_blank_first_line_survives_many_readings() -> None:
    html = "<pre>\n\n첫 줄은 비었다</pre>"
    for _ in range(3):
        html = Tree(html).html
    assert html == "<pre>\n\n첫 줄은 비었다</pre>"


def test_copy_is_changed_apart() -> None:
    tree = Tree("<p>a</p>")
    copy = tree.copy()
    copy.first("p").decompose()
    assert (tree.html, copy.html) == ("<p>a</p>", "")


def test_elements_are_found_in_order() -> None:
    tree = Tree('<p class="a b">1</p><div><p>2</p></div>')
    assert [text_of(node) for node in tree.all("p")] == ["1", "2"]
    assert classes(tree.first("p")) == ["a", "b"]
    assert classes(tree.all("p")[1]) == []
    assert tree.first("h1") is None


def test_pieces_are_added_in_the_order_written() -> None:
    tree = Tree("<p>a<b>z</b>c</p>")
    insert_after(tree.first("b"), "\n<i>1</i>2<u>3</u>")
    assert tree.html == "<p>a<b>z</b>\n<i>1</i>2<u>3</u>c</p>"
    tree.append("<hr>끝<!-- x -->")
    assert tree.html.endswith("c</p><hr>끝<!-- x -->")


def test_replacement_stands_where_the_element_stood() -> None:
    tree = Tree("<p>a<b>z</b>q</p>")
    replace(tree.first("b"), "1 &lt;<i>2</i>")
    assert tree.html == "<p>a1 &lt;<i>2</i>q</p>"
    replace(tree.first("p"), "")
    assert tree.html == ""
    assert nodes("") == []


def test_texts_pass_over_what_is_skipped() -> None:
    tree = Tree("가<p>나<code>다</code>라<!-- 마 --></p>바")
    found = texts(tree.root, lambda node: node.tag == "code")
    assert [node.text_content for node in found] == ["가", "나", "라", "바"]
