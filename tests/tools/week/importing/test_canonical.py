"""여러 꼴의 표시가 이 사이트의 마크다운이 되는 것을 확인한다."""

import pytest

from tools.week.importing.canonical import Rewriter


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
        ("3 * 4 * 5", "3 ∗ 4 ∗ 5"),
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
        ("가[^1]\n\n[^1]: 나", "가(주 1)\n\n(주 1) 나"),
        ("1\\. 가 \\_나\\_", "1. 가 _나_"),
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
    ],
)
def test_what_a_person_must_look_at_is_told(text: str, what: str) -> None:
    (one,) = told(text)
    assert what in one
