"""새 쪽의 뼈대. 만든 그대로 모든 검사를 통과한다."""

from string import Template

WEEK_INDEX = Template("""\
---
title: ${week}주차 정리 노트
description: ${week}주차에 묻고 답한 것을 한 줄 답과 함께 모았다.
search:
  boost: 0.5
---

# ${week}주차 정리 노트 { #week${week} }

묻고, 한 줄로 답한다. 제목을 누르면 노트와 실행한 코드를 볼 수 있다.
""")

WEEK_INDEX_ENTRY = Template("""\

## [${title}](${topic}.md) { #${topic} }

--8<-- "week${week}/${topic}.md:answer"
""")

REFERENCE = Template("""\
---
title: ${week}주차 코드 설명서
description: ${week}주차 노트에 실린 함수의 설명을 주제마다 모았다.
search:
  boost: 0.04
---

# ${week}주차 코드 설명서 { #reference }

${week}주차 쪽에 실린 함수를 주제마다 모았다.
설명은 코드의 독스트링(docstring)에서 그대로 가져온다.

""")

REFERENCE_ENTRY = Template("""\
- [${title}](reference/${topic}.md){ #${topic} }
""")

REFERENCE_PAGE = Template("""\
---
title: ${quoted_reference}
description: 노트에 실린 함수의 인자와 돌려주는 값을 모두 설명한다.
search:
  boost: 0.04
---

# ${label} 코드 설명서 { #${topic}-code }

[${title}](../${topic}.md)에 실린 함수를 파일마다 모았다.
설명은 코드의 독스트링(docstring)에서 그대로 가져온다.

::: snippets.week${week}.${module}
""")

PAGE = Template("""\
---
title: ${quoted_title}
description: ${quoted_description}
---

# ${title} { #${topic} }

!!! abstract "한 줄 답"

    <!-- --8<-- [start:answer] -->
    여기에 한 줄 답을 적는다. 두 문장을 넘기지 않는다.
    <!-- --8<-- [end:answer] -->

## 소제목을 적는 곳 { #note }

여기에 노트를 적는다. 처음 나오는 용어는 한글 뒤에 영어를 한 번 밝힌다.

### 해 보기, 평균 구하기 { #try-first-try }

쪽에는 코드를 적지 않고, 시험을 거친 파일의 절을 끼워 넣는다.

```python title="snippets/week${week}/${module}/first_try.py"
--8<-- "week${week}/${module}/first_try.py:average"
```

```text title="출력"
--8<-- "week${week}/${module}/first_try.txt"
```

글에 적은 수는 출력에 있는 수여야 한다.

## 더 알아보기 { #sources }

- [파이썬 문서](https://docs.python.org/ko/3/): 논문처럼 믿을 만한 곳을 적는다.

## 확인 문제 { #quiz }

!!! question "여기에 문제를 적는다."

    ??? wrong "여기에 틀린 보기를 적는다."

        왜 틀렸는지 적는다.

    ??? right "여기에 맞는 보기를 적는다."

        왜 맞는지 적는다.
""")

SNIPPET = Template('''\
"""평균을 구하는 본보기. 이 파일을 고쳐 쪽에 보일 코드로 만든다."""


# --8<-- [start:average]
def average(values: list[float]) -> float:
    """값들의 평균을 구한다.

    Args:
        values: 하나 이상의 값.

    Returns:
        산술 평균.
    """
    return sum(values) / len(values)


# --8<-- [end:average]


def main() -> None:
    """세 값의 평균을 출력한다."""
    print(f"평균 {average([0.25, 0.5, 1.5]):.2f}")


if __name__ == "__main__":
    main()
''')

TEST = Template("""\
import pytest

from snippets.week${week}.${module}.first_try import average


def test_average_lies_between_the_values() -> None:
    values = [0.25, 0.5, 1.5]
    assert min(values) < average(values) < max(values)
    assert sum(values) == pytest.approx(average(values) * len(values))


def test_average_of_nothing_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        average([])
""")

HOME_ENTRY = Template("""\
## [${week}주차 정리 노트](week${week}/index.md) { #week${week} data-search-exclude }

<section class="week" markdown>
</section>
""")

HOME_CARD = Template("""\
<section markdown>

[${label}](week${week}/${topic}.md)

여기에 무엇을 알아냈는지 한 문장으로 적어요.

</section>
""")
