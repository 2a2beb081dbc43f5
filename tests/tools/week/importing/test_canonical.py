"""여러 꼴의 표시가 이 사이트의 마크다운이 되는 것을 확인한다."""

import pytest

from tools.week.importing.canonical import Rewriter

LOOP = "```python\nfor i in x:\n    print(i)\n```"


def rewritten(text: str) -> str:
    chunks = Rewriter(lambda target: f"images/{target}").chunks(text)
    return "\n\n".join(chunk.text for chunk in chunks)


def told(text: str) -> list[str]:
    chunks = Rewriter(lambda _: None).chunks(text)
    return [one for chunk in chunks for one in chunk.told]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("제목\n===", "# 제목"),
        ("제목\n---\n글", "## 제목\n\n글"),
        ("# 제목:", "# 제목"),
        ("##\n글", "글"),
        ("글\n\n---\n\n글", "글\n\n글"),
        ("* 가\n+ 나", "- 가\n- 나"),
        ("• 가\n\t• 나", "- 가\n    - 나"),
        ("1) 가\n2) 나", "1. 가\n2. 나"),
        ("- [ ] 가\n- [x] 나", "- ☐ 가\n- ☑ 나"),
        ("- 가\n\n1. 나", "- 가\n\n<!-- 목록 나눔 -->\n\n1. 나"),
        ("1. 가\n\n   글\n2. 나", "1. 가\n\n    글\n\n2. 나"),
        ("글\n- 가", "글\n\n- 가"),
        ("~~~py\na\n~~~", "```py\na\n```"),
        ("```Python 3\na", "```python\na\n```"),
        ("~~~\n```\n~~~", "````\n```\n````"),
        ("<aside>\n💡 글\n\n</aside>", '!!! note "메모"\n\n    💡 글'),
        (
            "<details><summary>가 <b>나</b></summary>\n\n글\n</details>\n끝",
            '??? note "가 나"\n\n    글\n\n끝',
        ),
        ("> [!WARNING] 가\n> 나", '!!! warning "가"\n\n    나'),
        ("> [!NOTE]\n> 가\n> - 나", '!!! note "메모"\n\n    가\n\n    - 나'),
        ("> 가\n>\n> 나", "> 가\n>\n> 나"),
        ("$$ a $$", "$$\na\n$$"),
        ("\\[\na\n\\]", "$$\na\n$$"),
        ("a|b\n-|-\n1|2", "| a | b |\n| --- | --- |\n| 1 | 2 |"),
        ("|a|\n|:-:|\n|1|2|", "| a |  |\n| :---: | --- |\n| 1 | 2 |"),
        ("가 <!-- 나 --> 다 %%라%%", "가 다"),
        ("!!! 중요", "`!!!` 중요"),
        ("#태그 글", "`#태그` 글"),
        ('=== "가"', '`===` "가"'),
        ("*[가]: 나", "`*[가]:` 나"),
        ("글\\\n다음\\", "글<br>\n다음"),
        ("# 가 {#a .unnumbered}\n글", "# 가\n\n글"),
        ("## 가 {-}\n글", "## 가\n\n글"),
        ("글이다. ^steps", "글이다."),
        ("2. 가\n글", "2\\. 가\n\n글"),
        ("글\n\n    for i in x:\n        print(i)\n\n끝", f"글\n\n{LOOP}\n\n끝"),
        ("글:\n\n\tfor i in x:\n\t    print(i)", f"글:\n\n{LOOP}"),
        ("    들여 쓴 문장이다.", "들여 쓴 문장이다."),
        (
            "글\nfor i in x:\n    print(i)\n\n끝",
            f"글\n\n{LOOP}\n\n끝",
        ),
        (
            "3. 코드\nimport a as b\nc = b(1)",
            "3\\. 코드\n\n```python\nimport a as b\nc = b(1)\n```",
        ),
        ("- 가\n\n        x = 1\n", "- 가\n\n    ```\n    x = 1\n    ```"),
        ("```math\nx^2\n```", "$$\nx^2\n$$"),
        ('```python title="a.py"\nx\ny\n```', "`a.py`\n\n```python\nx\ny\n```"),
        (
            "| a |\n|-|\n| `b|c` |\n| $|x|$ |",
            "| a |\n| --- |\n| `b|c` |\n| $\\vert x\\vert$ |",
        ),
        (
            "<table><tr><td><p>가|</p></td><td>나<br>다</td></tr>\n"
            "<tr><td>1</td><td><ul><li>2</li><li>3</li></ul></td></tr></table>글",
            "| 가\\| | 나<br>다 |\n| --- | --- |\n| 1 | 2<br>3 |\n\n글",
        ),
        ("<h2>가</h2><ul><li>나</li></ul>", "## 가\n\n- 나"),
        (
            '<pre><code class="language-py">for i in x:\n    a &lt; 1\n</code></pre>',
            "```py\nfor i in x:\n    a < 1\n```",
        ),
        ("<style>td {}</style>글", "글"),
        ("<dl><dt>가</dt><dd>나</dd></dl>", "- **가**: 나"),
        (
            "+---+----+\n| a | b  |\n+===+====+\n| 가| - 1|\n|   | - 2|\n+---+----+\n",
            "| a | b |\n| --- | --- |\n| 가 | - 1<br>- 2 |",
        ),
        (
            "  모형    연도\n  ------- ----\n  LeNet   1998\n\n  : 표 1\n",
            "| 모형 | 연도 |\n| --- | --- |\n| LeNet | 1998 |\n\n표 1",
        ),
        (
            "--------------\n 모형    연도\n ------- ------\n 르넷    첫\n"
            " 다섯    모형\n\n 둘째    다음\n--------------\n",
            "| 모형 | 연도 |\n| --- | --- |\n| 르넷 다섯 | 첫 모형 |\n| 둘째 | 다음 |",
        ),
        ("a|b\n-|-\n1|2\n\n: 표 1", "| a | b |\n| --- | --- |\n| 1 | 2 |\n\n표 1"),
        ("- 가\n\n: 나", "- 가\n\n나"),
        ("용어\n:   뜻이다.\n:   다른 뜻", "- **용어**: 뜻이다.\n    - 다른 뜻"),
    ],
)
def test_blocks_are_rewritten(text: str, wanted: str) -> None:
    assert rewritten(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("*가* _나_ __다__ ==라== ***마***", "**가** **나** **다** **라** **마**"),
        ("가 **나 다", "가 나 다"),
        ("a*b", "a*b"),
        ("3 * 4 * 5", "3 \\* 4 \\* 5"),
        ("5 \\* 3 \\< 20", "5 \\* 3 < 20"),
        ('이번에\\. \\#1 \\"가\\"', '이번에. #1 "가"'),
        ("$\\{a_1\\}$ \\$5", "$\\{a_1\\}$ $5"),
        ("[가]{.underline} ![나](a.png){width=3in}", "가 ![나](images/a.png)"),
        ("`a*b*c` ``a`b``", "`a*b*c` `` a`b ``"),
        ("\\(x_1\\) $y_1$ $5와 $6", "$x_1$ $y_1$ $5와 $6"),
        ("[[가]] [[나#다|라]]", "가 라"),
        ("[가](나.md) [다](https://a.kr/?utm_source=b)", "가 [다](https://a.kr/)"),
        (
            "https://a.kr/b.",
            "[https://a.kr/b](https://a.kr/b).",
        ),
        ("<u>가</u> <T> a<br/>b", "가 `<T>` a<br/>b"),
        ("R&amp;D A &lt; B", "R&D A < B"),
        ("{#가} {{나}} :smile: ++a++", "`{#가}` `{{나}}` `:smile:` `++a++`"),
        ("가[^1]\n\n[^1]: 나\n\n    다", "가[^1]\n\n[^1]: 나\n\n    다"),
        ("가[^1]\n\n[^2]: 나", "가(주 1)\n\n(주 2) 나"),
        ("1\\. 가 \\_나\\_", "1\\. 가 \\_나\\_"),
        ("\\# 가\n\n\\- 나", "\\# 가\n\n\\- 나"),
        ("[TOC]", "`[TOC]`"),
        (
            "![설명](a.png) ![[b.png]]",
            "![설명](images/a.png) ![노트의 그림](images/b.png)",
        ),
    ],
)
def test_marks_in_a_line_are_rewritten(text: str, wanted: str) -> None:
    assert rewritten(text) == wanted


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("![설명](a.png)", "`a.png` 그림이 없습니다"),
        ("![설명](https://a.kr/b.png?key=1)", "`https://a.kr/b.png` 그림이"),
        ("~~지움~~", "줄을 그어 지운 글"),
        ("[가](나.md)", "링크를 글로"),
        ("```\n가", "닫지 않은 코드 상자"),
        ("$$\n가", "닫지 않은 수식"),
        ("3. 가\n4. 나", "번호가 1부터"),
        ("1. 가\n2. 나\n7. 다", "7로 적은 번호"),
        ("가[^1]", "짝이 없는 각주"),
        ("가\n\n    나 -> 다", "코드로 보고"),
        ("<table><tr><td>가", "닫지 않은 HTML"),
        ("<script>a()</script>글", "HTML을 뺐습니다"),
        ("<table><tr><td rowspan=2>가</td></tr><tr></tr></table>", "합친 칸"),
    ],
)
def test_what_a_person_must_look_at_is_told(text: str, what: str) -> None:
    (one,) = told(text)
    assert what in one
