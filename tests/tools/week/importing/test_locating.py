"""덩이가 온 노트의 줄을 찾는 것을 확인한다."""

from tools.finding import Finding
from tools.week.importing.build import Week
from tools.week.importing.canonical import Chunk, Rewriter
from tools.week.importing.code import Tried
from tools.week.importing.locating import in_notes, place
from tools.week.importing.pages import Page
from tools.week.importing.plan import Plan, Topic


def test_every_chunk_knows_its_line() -> None:
    text = "# 제목\n\n글이다.\n\n- 하나\n- 둘\n\n```\n코드\n```\n\n글이다.\n"
    chunks = Rewriter(lambda _: None).chunks(text)
    place(chunks, text, 3)
    assert [chunk.place for chunk in chunks] == [(3, n) for n in (1, 3, 5, 9, 12)]


def test_what_the_gate_finds_is_told_by_the_line_of_the_note() -> None:
    topic = Topic("가", "가", "first", place=(1, 2))
    topic.chunks = [Chunk("글이다.", place=(1, 7))]
    week = Week(3, Plan("", [topic]), {}, lambda *_: "", lambda *_: Tried())
    week.pages = [Page("", [], [(5, 6)], {})]
    found = [
        Finding("docs/week3/first.md", 5, "틀렸다.", "고친다."),
        Finding("docs/week3/first.md", 2, "틀렸다.", "고친다."),
        Finding("docs/week3/index.md", 1, "틀렸다.", "고친다."),
    ]
    assert list(in_notes(week, found, ["a.md", "b.md"])) == [
        "b.md:7: 틀렸다. 고친다.",
        "b.md:2: 틀렸다. 고친다.",
    ]
