"""개념 지도의 틀린 곳을 줄과 고치는 법과 함께 모두 찾는지 확인한다."""

from graphlib import CycleError

import pytest

from tools.data.concepts import Concepts, Reader, WrongConcept, layers

PAGES = {
    "week1/a.md": {"one": "하나"},
    "week1/b.md": {"two": "둘"},
    "week1/c.md": {},
    "week2/a.md": {},
}
SOUND = """\
before:
  a.md: [층]
links:
  - from: a.md#one
    to: b.md#two
    why: 까닭이다.
next:
  - from: b.md
    name: 다음
    why: 까닭이다.
"""


def reader() -> Reader:
    return Reader("week1/concepts.yml", PAGES, {"층"})


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("b.md#two", "gone.md", 5, "'gone.md' 쪽이 없습니다."),
        ("b.md#two", "b.md#gone", 5, "'b.md'에 '#gone' 절이 없습니다."),
        ("b.md#two", "a.md", 4, "from과 to가 같은 쪽입니다."),
        ("b.md#two", "[b.md]", 4, "'to'이(가) 없습니다."),
        ("[층]", "[칸]", 2, "용어집에 '칸'이(가) 없습니다."),
        ("[층]", "[[층]]", 2, "용어가 글이 아닙니다."),
        ("  a.md: [층]", "  a.md: 층", 2, "목록이 아닙니다."),
        ("  a.md: [층]", "  - a.md", 2, "'이름: 값' 꼴이 아닙니다."),
        ("next:", "after:", 7, "'after'(이)라는 칸은 없습니다."),
        ("next:", "links:", 7, "'links'을(를) 3번째 줄에도 적었습니다."),
        ("    why: 까닭이다.\nnext", "next", 4, "'why'이(가) 없습니다."),
        ("    why: 까닭이다.\nnext", "    wy: 다.\nnext", 6, "'wy'(이)라는 칸은"),
        ("  - from: b.md", "  - 글\n  - from: b.md", 8, "'이름: 값' 꼴이 아닙니다."),
    ],
)
def test_bad_data_is_named_with_its_line(
    before: str, after: str, line: int, message: str
) -> None:
    assert before in SOUND
    read = reader()
    read.collect(SOUND.replace(before, after, 1))
    found = [x for x in read.problems if message in x.problem]
    assert [(x.file, x.line) for x in found] == [("docs/week1/concepts.yml", line)]
    assert all(x.mend for x in read.problems)


def test_every_problem_is_told_and_sound_rows_stay() -> None:
    text = SOUND.replace("[층]", "[칸, 층]").replace("from: b.md", "from: gone.md")
    read = reader()
    concepts = read.collect(text)
    assert [x.line for x in read.problems] == [2, 8]
    assert concepts.before == {"week1/a.md": ["층"]}
    assert concepts.inner == [("week1/a.md", "week1/b.md")]
    with pytest.raises(WrongConcept, match=r"^docs/week1/concepts\.yml:2: "):
        reader().read(text)


def test_terms_are_not_compared_when_the_glossary_is_unreadable() -> None:
    read = Reader("week1/concepts.yml", PAGES, None)
    assert read.collect(SOUND).before == {"week1/a.md": ["층"]}
    assert read.problems == []


def test_every_loop_is_told_once_by_its_last_way() -> None:
    loops = (
        "  - {from: b.md, to: a.md, why: 되돌아온다.}\n"
        "  - {from: b.md, to: c.md, why: 간다.}\n"
        "  - {from: c.md, to: b.md, why: 되돌아온다.}\n"
    )
    read = reader()
    concepts = read.collect(SOUND.replace("next:", f"{loops}next:"))
    assert sorted(x.line for x in read.problems) == [7, 9]
    assert set(layers(concepts.inner).values()) == {0, 1, 2}


def test_layer_is_the_length_of_the_longest_way() -> None:
    pairs = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("a", "d"), ("d", "e")]
    assert layers(pairs) == {"a": 0, "b": 1, "c": 1, "d": 2, "e": 3}
    assert layers([]) == {}
    with pytest.raises(CycleError):
        layers([("a", "b"), ("b", "a")])


def read(text: str, file: str = "week1/concepts.yml") -> Concepts:
    return Reader(file, PAGES, {"층"}).read(text)


def test_sound_data_passes_and_empty_file_is_no_map() -> None:
    concepts = read(SOUND)
    assert concepts.inner == [("week1/a.md", "week1/b.md")]
    assert read("# 아직 없다\n").links == []


def test_way_from_another_week_is_known_but_not_drawn() -> None:
    concepts = read(SOUND.replace("from: a.md#one", "from: ../week2/a.md"))
    assert concepts.links[0].before.page == "week2/a.md"
    assert concepts.inner == []


def test_every_way_leads_to_a_lower_layer() -> None:
    pairs = [("a", "b"), ("b", "d"), ("a", "d"), ("d", "e")]
    assert layers(pairs) == {"a": 0, "b": 1, "d": 2, "e": 3}
    assert layers([]) == {}
