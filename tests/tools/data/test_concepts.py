"""개념 지도의 자료가 틀리면 파일과 줄을 말하며 멈추는지 확인한다."""

from pathlib import Path

import pytest

from tools.data.concepts import Concepts, Reader, WrongConcept, layers, load

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


def read(text: str, file: str = "week1/concepts.yml") -> Concepts:
    return Reader(file, PAGES, {"층"}).read(text)


def test_sound_data_passes_and_empty_file_is_no_map() -> None:
    concepts = read(SOUND)
    assert concepts.inner == [("week1/a.md", "week1/b.md")]
    assert read("# 아직 없다\n").links == []


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("b.md#two", "gone.md", 5, "'gone.md' 쪽이 없습니다."),
        ("b.md#two", "b.md#gone", 5, "'b.md'에 '#gone' 절이 없습니다."),
        ("b.md#two", "a.md", 4, "from과 to가 같은 쪽입니다."),
        ("[층]", "[칸]", 2, "용어집에 '칸'이(가) 없습니다."),
        ("    why: 까닭이다.\nnext", "next", 4, "'why'을(를) 한 줄 적으세요."),
        ("next:", "after:", 7, "'after'(이)라는 칸은 없습니다."),
        ("  a.md: [층]", "  gone.md: [층]", 2, "'gone.md' 쪽이 없습니다."),
        ("  a.md: [층]", "  a.md: 층", 2, "줄표로 시작하는 목록으로 적으세요."),
        (
            "next:",
            "  - {from: b.md, to: a.md, why: 되돌아온다.}\nnext:",
            7,
            "떠난 쪽으로 되돌아옵니다.",
        ),
    ],
)
def test_bad_data_stops_the_build_with_its_line(
    before: str, after: str, line: int, message: str
) -> None:
    assert before in SOUND
    with pytest.raises(WrongConcept) as error:
        read(SOUND.replace(before, after, 1))
    assert str(error.value).startswith(f"docs/week1/concepts.yml:{line}: ")
    assert message in str(error.value)


def test_broken_yaml_is_named(tmp_path: Path) -> None:
    (tmp_path / "week1").mkdir()
    file = tmp_path / "week1" / "concepts.yml"
    file.write_text("links:\n  - from: 'a.md\n", encoding="utf-8")
    with pytest.raises(WrongConcept, match=r"docs/week1/concepts\.yml:\d+: YAML"):
        load(tmp_path, PAGES, {"층"})


def test_way_from_another_week_is_known_but_not_drawn() -> None:
    concepts = read(SOUND.replace("from: a.md#one", "from: ../week2/a.md"))
    assert concepts.links[0].before.page == "week2/a.md"
    assert concepts.inner == []


def test_every_way_leads_to_a_lower_layer() -> None:
    pairs = [("a", "b"), ("b", "d"), ("a", "d"), ("d", "e")]
    assert layers(pairs) == {"a": 0, "b": 1, "d": 2, "e": 3}
    assert layers([]) == {}
