"""쪽의 글이 마크다운으로 온전히 옮겨지는지 확인한다."""

import pytest

from tools.build.files import plain
from tools.build.steps.takeaway import plain_html
from tools.build.tree import Tree


def convert(html: str) -> str:
    """쪽을 옮길 때처럼, 화면에서만 뜻이 있는 것을 빼고 바꾼다."""
    return plain.markdown(plain_html(Tree(html)), lambda link: f"https://a.b/{link}")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p><strong>굵게</strong>, 그리고</p>", "**굵게**, 그리고\n"),
        # 문장 부호와 글자 사이의 별표는 풀리지 않는다.
        ("<p><strong>값(a)</strong>이다</p>", "<b>값(a)</b>이다\n"),
        ('<p><a href="x" title="y">글</a></p>', "[글](https://a.b/x)\n"),
        ('<h2 id="a">제목<a class="headerlink" href="#a">¶</a></h2>', "## 제목\n"),
        (
            '<div class="admonition tip"><p class="admonition-title">알림</p>'
            "<p>첫째</p><p>둘째</p></div>",
            "> **알림**\n>\n> 첫째\n>\n> 둘째\n",
        ),
        (
            '<details class="question"><summary>물음</summary><p>답</p></details>',
            "> **물음**\n>\n> 답\n",
        ),
        (
            '<figure><svg aria-label="설명"><text>1</text></svg>'
            "<figcaption>제목</figcaption></figure>",
            "> 설명\n>\n> **그림. 제목**\n",
        ),
        (
            '<div class="language-text highlight"><span class="filename">출력</span>'
            "<pre><code>a\n\n\nb\n</code></pre></div>",
            "출력\n\n```text\na\n\n\nb\n```\n",
        ),
        (
            '<div class="language-md highlight"><pre><code>```a\n```\n</code></pre>'
            "</div>",
            "````md\n```a\n```\n````\n",
        ),
        ("<p>snake_case와 <kbd>Ctrl</kbd></p>", "snake_case와 `Ctrl`\n"),
        ("<script>1</script><p>글</p><button>누름</button>", "글\n"),
        ('<p>아이콘 <svg><path d="M0"/></svg>하나</p>', "아이콘 하나\n"),
    ],
)
def test_html_becomes_markdown(html: str, expected: str) -> None:
    assert convert(html) == expected


def test_nothing_becomes_nothing() -> None:
    assert convert("") == "\n"


def test_blank_lines_inside_code_are_kept() -> None:
    text = "글\n\n\n\n```text\na\n\n\nb\n```\n\n\n\n끝"
    assert plain.squeeze(text) == "글\n\n```text\na\n\n\nb\n```\n\n끝"


def test_name_and_code_of_a_box_are_read() -> None:
    box = plain.parse(
        '<div class="highlight"><span class="filename">출력</span>'
        "<pre><code>a\n\n</code></pre></div>"
    ).div
    assert (plain.name_of(box), plain.code_of(box)) == ("출력", "a\n")
    box.span.decompose()
    assert plain.name_of(box) == ""
