"""글에 섞은 HTML 태그 가운데 마크다운에 없는 것만, 짝을 맞추어 쓰게 하는지 본다."""

from pathlib import Path

import pytest

from tools.check.gate import check
from tools.check.links import unpaired

PAGE = "docs/corrections.md"


@pytest.mark.parametrize(
    "text",
    [
        "10<sup>6</sup>줄과 H<sub>2</sub>O",
        '<abbr title="지수 이동 평균">EMA</abbr>를 <kbd>Ctrl</kbd>로 연다.',
        "<ruby>層<rp>(</rp><rt>층</rt><rp>)</rp></ruby>과 <small>작은 글</small>",
        '<https://keras.io/>와 [글](index.md "첫 화면")을 본다.',
        "긴 줄을<br>나누고, 긴 이름을<wbr>끊는다.",
        "| 방법 | 장점 |\n| --- | --- |\n| SGD | - 빠르다<br>- 쉽다 |",
    ],
)
def test_tag_without_a_markdown_mark_is_accepted(text: str, copy: Path) -> None:
    page = copy / PAGE
    page.write_text(f"{page.read_text('utf-8')}\n{text}\n", "utf-8")
    assert [str(x) for x in check(copy)] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("10<sup>6줄이다.", "짝이 맞지"),
        ("10<sup/>6줄이다.", "짝이 맞지"),
        ("10<sup>6\n\n줄</sup>이다.", "짝이 맞지"),
        ("H<sub>2</sup>O", "짝이 맞지"),
        ('10<sup style="color: red">6</sup>', "'style' 속성"),
        ('10<sup onclick="a()">6</sup>', "코드를 돌립니다"),
        ("<u>6</u>", "<u> 태그"),
    ],
)
def test_unpaired_or_decorated_tag_is_told(text: str, word: str, copy: Path) -> None:
    page = copy / PAGE
    before = page.read_text("utf-8")
    page.write_text(f"{before}\n{text}\n", "utf-8")
    line = before.count("\n") + 2
    told = [x for x in check(copy) if x.file == PAGE and x.line >= line]
    assert any(word in x.problem for x in told)


def test_pairs_are_read_in_order() -> None:
    assert unpaired("<sup>1</sup><br><sub>2</sub>") == []
    assert unpaired("가\n</sup>") == [(2, "sup")]
