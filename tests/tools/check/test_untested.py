"""파이썬을 무엇이라고 부르고 어디에 적든 알아보고, 다른 글은 두는지 확인한다."""

from pathlib import Path

import pytest

from tests.tools.check.edits import MULTI, accepted, below, line_of
from tools.check.gate import check
from tools.check.untested import UNTESTED, is_python, quoted
from tools.page.markdown import fences

SPOT = "양성을 하나도 찾지 못했는데"


@pytest.mark.parametrize(
    "box",
    [
        "```text\nimport torch\nx = torch.zeros(3)\n```",
        "```txt\nlayer = Dense(3)\n```",
        "```none\nmodel.evaluate(x, y)\n```",
        "```output\nfrom keras import layers\n```",
        "```jinja\nmodel.evaluate(x, y)\n```",
        "```console\n>>> 1 + 1\n2\n```",
        "```r\nimport torch\n```",
        "```sql\ndef loss(x):\n    return x\n```",
        "```numpy\nx\n```",
        "```cython\nx\n```",
        "```{.py3 linenums='1'}\nx\n```",
        "```#!python\nx\n```",
        '```text title="train.py"\nx\n```',
        "```text\n%pip install keras\nimport keras\n```",
        "~~~\n    model.evaluate(x, y)\n~~~",
        "```text\nIn [3]: x\n```",
    ],
)
def test_python_is_known_under_any_name(box: str) -> None:
    (fence,) = fences(box.split("\n"))
    assert is_python(fence)
    (inside,) = quoted([f"> {line}" for line in box.split("\n")])
    assert is_python(inside)


@pytest.mark.parametrize(
    "box",
    [
        "```text\n나무\n├── 가지\n└── 잎\n```",
        "```text\n이름 = 값\nlr = 0.1\n```",
        "```text\nf(x) = 3\ny = f(x) + 1.\n손실 (훈련)\n```",
        '```text\n--8<-- "week1/a.txt"\n```',
        "```console\n$ pip install keras\n```",
        "```bash\npython -m pip install keras\n```",
        "```js\nimport a from 'a'\nconsole.log(a)\n```",
        "```java\nimport java.util.List;\n```",
        "```r\nx <- read.csv('a.csv')\n```",
        "```yaml\nimport: a\n```",
        '```json\n{"a": 1}\n```',
        "```pytb\nTraceback (most recent call last):\n```",
        "```text\nepochs: 3, loss(train): 0.5\n```",
    ],
)
def test_other_text_is_left_alone(box: str) -> None:
    (fence,) = fences(box.split("\n"))
    assert not is_python(fence)


@pytest.mark.parametrize("mark", ["> ", ">", "> > ", "    > "])
def test_python_in_a_quote_is_told_at_its_line(mark: str, place: Path) -> None:
    rows = ["```python", "model.evaluate(x, y)", "```"]
    below(MULTI, SPOT, "\n".join(f"{mark}{row}" for row in rows))(place)
    line = line_of(place, MULTI, f"{mark}```python")
    told = [x for x in check(place) if "직접 적었습니다" in x.problem]
    assert [(x.file, x.line) for x in told] == [(MULTI, line)]


def test_quoted_text_is_accepted(place: Path) -> None:
    below(MULTI, SPOT, "> 이렇게 적는다.\n>\n> ```text\n> 나무\n> ```")(place)
    accepted(place)


def test_code_that_says_it_is_untested_is_no_fault() -> None:
    body = "print(1)\n```"
    (told,) = fences(f'```text title="{UNTESTED}"\n{body}'.split("\n"))
    assert not is_python(told)
    (shown,) = fences(f'```python title="{UNTESTED}"\n{body}'.split("\n"))
    assert is_python(shown)
