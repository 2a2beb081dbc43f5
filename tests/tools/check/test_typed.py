"""출력을 손으로 적은 상자만, 적은 줄에서 알리는지 확인한다."""

from pathlib import Path

import pytest

from tools.check.typed import find
from tools.page.project import Project

CODE = '```python\n--8<-- "week1/a.py:train"\n```\n'
OUTPUT = "L2 규제   첫 걸음 0.100\nAdamW     첫 걸음 0.010\n"


def told(root: Path, text: str, page: str = "docs/week1/a.md") -> list[tuple]:
    files = {page: text, "snippets/week1/a.txt": OUTPUT}
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return [(x.line, "week1/a.txt" in x.mend) for x in find(Project(root))]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f'```text title="출력"\n{OUTPUT}```\n', 2),
        ('```text title="출력"\n아무 글이나 이렇게 적었다.\n```\n', 2),
        (f"```text\n{OUTPUT}```\n", 2),
        (f"~~~\n{OUTPUT.replace('0.010', '0.020')}~~~\n", 2),
        ("```console\nAdamW 첫 걸음 0.010\n```\n", 2),
        (f"{CODE}\n```text\n3\n```\n", 6),
        (f'```text title="출력"\n--8<-- "week1/a.txt"\n{OUTPUT}```\n', 3),
        (f"- 차례\n\n    ```text\n    {OUTPUT}    ```\n", 4),
    ],
)
def test_output_typed_by_hand_is_told(text: str, line: int, tmp_path: Path) -> None:
    ((where, named),) = told(tmp_path, text)
    assert where == line
    assert named or "아무" in text


@pytest.mark.parametrize(
    "text",
    [
        '```text title="출력"\n--8<-- "week1/a.txt"\n```\n',
        "```text\n나무\n├── 가지\n└── 잎\n```\n",
        f"{CODE}\n다음처럼 적는다.\n\n```text\n이름 = 값\n```\n",
        f"{CODE}\n```bash\npython a.py\n```\n",
        '```yaml title="결과"\n- a: 1\n```\n',
        "```text\n\n```\n",
    ],
)
def test_other_box_is_left_alone(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, text) == []


def test_guide_may_show_an_example(tmp_path: Path) -> None:
    example = '```text title="출력"\n이런 꼴로 나와요.\n```\n'
    assert told(tmp_path, example, "docs/a.md") == []
