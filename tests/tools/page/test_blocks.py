"""원문을 덩이로 나누는 것을 확인한다."""

from tools.page.blocks import Kind, blocks, cells

NOTE = """\
# 제목

문단이다. 둘째다.
이어지는 줄

1. 하나
    - 둘
- ![그림](images/a.png)

| 이름 | 값 |
| --- | :-: |
| `a \\| b` | 2 |

```python
x = 1

# 제목이 아니다
```

$$
L = \\frac{1}{n}
$$

!!! note "메모"

    > 따온 말

!!! note ""

    안쪽
<!-- 목록 나눔 -->
---
"""


def test_blocks_are_told_apart() -> None:
    found = [(x.kind, x.line, x.text) for x in blocks(NOTE)]
    assert found == [
        (Kind.HEADING, 1, "# 제목"),
        (Kind.PARAGRAPH, 3, "문단이다. 둘째다."),
        (Kind.PARAGRAPH, 4, "이어지는 줄"),
        (Kind.ITEM, 6, "1. 하나"),
        (Kind.ITEM, 7, "- 둘"),
        (Kind.IMAGE, 8, "images/a.png"),
        (Kind.TABLE, 10, "| 이름 | 값 |"),
        (Kind.TABLE, 12, "| `a \\| b` | 2 |"),
        (Kind.FENCE, 14, "x = 1\n\n# 제목이 아니다"),
        (Kind.FORMULA, 20, "L = \\frac{1}{n}"),
        (Kind.PARAGRAPH, 24, "메모"),
        (Kind.PARAGRAPH, 26, "따온 말"),
        (Kind.PARAGRAPH, 30, "안쪽"),
    ]


def test_language_of_a_box_is_remembered() -> None:
    assert [x.info for x in blocks(NOTE) if x.kind is Kind.FENCE] == ["python"]


def test_formula_that_is_not_closed_reaches_the_end() -> None:
    (block,) = blocks("$$\na\n\nb")
    assert (block.kind, block.text) == (Kind.FORMULA, "a\n")


def test_escaped_bar_stays_in_its_cell() -> None:
    assert cells("| `a \\| b` | 2 |") == ("`a \\| b`", "2")
