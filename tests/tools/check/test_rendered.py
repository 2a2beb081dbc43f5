"""바뀐 쪽에 글로 남은 표시를 그 줄에서 찾고, 맞게 적은 것은 두는지 확인한다."""

from pathlib import Path

import pytest

from tests.tools.check.conftest import FROZEN
from tools.check.rendered import faults, find
from tools.page.project import Project

CONFIG = (FROZEN / "mkdocs.yml").read_text(encoding="utf-8")
HEAD = "---\ntitle: 쪽\n---\n\n# 쪽 { #page }\n\n"


def told(markdown: str) -> list[tuple[int, str]]:
    """쪽의 글에서 찾은 (줄, 틀린 것)."""
    found = faults("docs/a.md", f"{markdown}\n", 0, CONFIG)
    return [(one.line, one.problem) for one in found]


@pytest.mark.parametrize(
    ("markdown", "line", "word"),
    [
        # 덜 들여 써서 탭 밖으로 나간 글. 이름이 비슷한 탭도 제 줄에서 알린다.
        ('=== "훈련"\n\n   점수를 적는다.', 1, "탭 '훈련'"),
        (
            '=== "훈련"\n\n    손실을 적는다.\n\n=== "훈련 뒤"\n\n손실을 잰다.',
            5,
            "훈련 뒤",
        ),
        ('=== "하나"\n=== "둘"\n\n    둘째 탭이다.', 1, "탭 '하나'"),
        ('!!! note "메모"\n\n    === "안"\n\n    밖으로 나갔다.', 3, "탭 '안'"),
        ("=== “훈련”", 1, "탭이 되지 않고"),
        ("=== 훈련", 1, "탭이 되지 않고"),
        # 있지도 않은 상자. 코드 설명서가 아니면 모듈의 이름이어도 그렇다.
        ("글이다.\n\n::: 주의", 3, "':::'"),
        ("글이다.\n\n::: snippets.week12", 3, "':::'"),
        ("글이다.\n\n- 목록\n\n    ::: warning", 5, "':::'"),
        ("글이다.\n\n앞의 :doc:`plan`을 본다.", 3, "reStructuredText"),
        (":py:class:`~keras.Layer`를 본다.", 1, "reStructuredText"),
        ("점수는 :rocket: 오른다.", 1, "그림 글자"),
        ("글의 __앞__이 굵다.", 1, "'__'"),
        # 다른 도구의 표시
        ("글이다.\n\n%%다음에 다시 쓴다%%", 3, "'%%…%%'"),
        ("글이다.\n\n%%\n다음에\n%%", 3, "'%%…%%'"),
        ("재현율을 본다. ^recall-1", 1, "^이름"),
        ("- 재현율을 본다. ^r2", 1, "^이름"),
        ("글이다.\n\n'''python\nx\n'''", 3, "따옴표가 글로"),
        ('"""\n나무\n"""', 1, "따옴표가 글로"),
        (".. warning::\n\n   글이다.", 1, "'.. 이름::'"),
        (".. image:: a.png", 1, "'.. 이름::'"),
        ("앞의 `문서 <https://a.b>`_를 본다.", 1, "`…`_"),
        ("글이다.\n\n```text\n`a`_\n```\n\n`문서`__를 본다.", 7, "`…`_"),
        ("\\emph{재현율}을 본다.", 1, "LaTeX"),
        ("재현율이다~\\citep[12쪽]{kim2020}.", 1, "LaTeX"),
        ("\\section*{재현율}", 1, "LaTeX"),
        ("{/* 나중에 */}", 1, "MDX의 주석"),
        ('import Chart from "../chart"', 1, "import나 export"),
        ("export const a = 1", 1, "import나 export"),
        ("글의 ^^앞^^이다.", 1, "'^^…^^'"),
        ("/// warning | 조심\n글이다.\n///", 1, "'///'"),
        ("글이다.\n\n[toc]", 3, "'[toc]'"),
        ("글이다 [@lecun1998, 7쪽]와 [-@kim].", 1, "Pandoc"),
        ("글이다.^[덧붙인 말이다.]", 1, "각주"),
        ("글이다(((덧붙인 말이다))).", 1, "각주"),
    ],
)
def test_mark_that_does_nothing_is_told_at_its_line(
    markdown: str, line: int, word: str
) -> None:
    found = told(markdown)
    assert [x for x in found if x[0] == line and word in x[1]], found


@pytest.mark.parametrize(
    "markdown",
    [
        '=== "훈련"\n\n    점수를 적는다.\n\n=== "시험"\n\n    손실을 잰다.',
        '=== "그림"\n\n    ![손실이 줄어드는 곡선](a.png)',
        '=== "코드"\n\n    ```text\n    나무\n    ```',
        '!!! note "메모"\n\n    === "안"\n\n        안에 있다.',
        '!!! note "그림"\n\n    ![손실이 줄어드는 곡선](a.png)',
        "100%%가 아니라 99%다. $x^{2}$과 10^6, x^2, `^id`를 적는다.",
        "「''가''」와 'a' 'b'를 적는다. ..까지. `a`, `b`다.",
        "`snake`_case와 \\(\\mathbf{x}\\), $\\text{손실}$이다.",
        "import는 파이썬의 낱말이다.\n\nexport한 모델을 읽는다.",
        "a/b와 https:///a, [메일](https://a.b/@c)과 [@c](https://a.b)를 본다.",
        "((둘))과 (((a)))가 아니라 f((x))다. [c@d]라고 적는다.",
        "비는 1:`b`이고 시간은 10:30:20이다. 다음은 이렇다:`b`",
        "`===`와 `:::`는 표시다. a === b도 글이다.",
    ],
)
def test_mark_that_works_is_left_alone(markdown: str) -> None:
    assert told(markdown) == []


@pytest.mark.parametrize(
    ("page", "module", "line"),
    [
        ("week1/reference/a.md", "week1.boxes", None),
        ("week1/reference/a.md", "week1.boxes.draw", None),
        ("week1/reference/a.md", "week1.boxs", 7),
        ("week1/reference/a.md", "week2.boxes", 7),
        ("week1/a.md", "week1.boxes", 7),
    ],
)
def test_only_a_module_that_exists_may_be_shown(
    page: str, module: str, line: int | None, tmp_path: Path
) -> None:
    for name, text in {
        "mkdocs.yml": CONFIG,
        "snippets/week1/boxes/draw.py": "a = 1\n",
        f"docs/{page}": f"{HEAD}::: snippets.{module}\n    options:\n      a: 1\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = [x for x in find(Project(tmp_path)) if "코드 상자" not in x.problem]
    assert [(x.file, x.line) for x in found] == (
        [(f"docs/{page}", line)] if line else []
    )
