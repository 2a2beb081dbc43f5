"""쪽을 적으며 사람이 볼 것을 알리는지 확인한다."""

from tools.week.importing.addresses import unique
from tools.week.importing.canonical import Rewriter
from tools.week.importing.code import RAN, Tried
from tools.week.importing.pages import Names, Page, Writer
from tools.week.importing.plan import named, split


def page(text: str, tried: Tried) -> Page:
    def propose(_: str, taken: object) -> str:
        return unique("part", taken)

    plan = named(split(Rewriter(lambda _: None).chunks(text), "노트"), propose)
    return Writer(Names(3, 1, plan.topics[0]), lambda *_: tried, propose).write()


def told(made: Page, group: str, what: str) -> list[str]:
    lines = made.text.split("\n")
    return [
        lines[x.line - 1] for x in made.todos if x.group == group and what in x.what
    ]


def test_code_inside_a_list_and_a_box_is_told() -> None:
    note = "# 가\n\n- 나\n\n    ```python\n    x = 1\n    ```\n\n"
    made = page(note + "> [!NOTE]\n> ```python\n> y = 2\n> ```\n", Tried(why="글"))
    rows = told(made, "코드", "돌려 보지 않았습니다")
    assert [x.strip().startswith("```text") for x in rows] == [True, True]


def test_section_without_text_is_told() -> None:
    made = page("# 가\n\n## 나\n\n### 다\n\n글\n\n### 라\n", Tried())
    assert [x.split(" {")[0] for x in told(made, "쪽", "글이 없는 절")] == ["## 라"]


def test_line_that_the_note_did_not_print_is_named() -> None:
    note = "# 가\n\n```python\nx = 1\n```\n"
    silent = page(note, Tried("코드", f"{RAN}\n"))
    spoken = page(note, Tried("코드", "1\n"))
    assert 'title="출력"' not in silent.text
    assert "시험이 더한 줄" in silent.text
    assert 'title="출력"' in spoken.text
