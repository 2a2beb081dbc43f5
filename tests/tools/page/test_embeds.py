"""끼워 넣기와 절의 표시를 읽는지 확인한다."""

from tools.page.embeds import (
    Embed,
    Section,
    embeds,
    section_lines,
    sections,
    shown_lines,
)

CODE = """\
# --8<-- [start:all]
first = 1
# --8<-- [start:inner]
second = 2
# --8<-- [end:inner]
# --8<-- [end:all]
"""


def test_embeds_are_read_with_their_lines() -> None:
    text = '글\n--8<-- "a.py:part"\n\n    --8<-- "b.txt"\n글 속의 --8<-- "c.py"\n'
    assert list(embeds(text)) == [Embed(2, "a.py", "part"), Embed(4, "b.txt", None)]


def test_marks_of_sections_are_read_in_order() -> None:
    assert sections(CODE) == [
        Section(1, "start", "all"),
        Section(3, "start", "inner"),
        Section(5, "end", "inner"),
        Section(6, "end", "all"),
    ]


def test_section_holds_the_lines_between_its_marks() -> None:
    assert section_lines(CODE, "inner") == ["second = 2"]
    assert len(section_lines(CODE, "all")) == 4
    assert shown_lines(CODE, "all") == ["first = 1", "second = 2"]
    assert section_lines(CODE, "gone") == []
