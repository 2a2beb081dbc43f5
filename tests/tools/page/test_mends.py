"""고친 곳의 목록을 읽고, 깨진 항목이 있어도 나머지를 쓰는지 확인한다."""

import pytest

from tools.page.mends import Mend, apply, read, straighten

FILE = "tests/week1/source/mends.toml"


def entry(before: str, after: str) -> str:
    return f'[[mend]]\nbefore = "{before}"\nafter = "{after}"\nwhy = "오탈자"\n\n'


def test_entries_are_read_with_their_lines() -> None:
    mends, problems = read(FILE, entry("가", "나") + entry("다", "라"))
    assert [(x.line, x.before, x.after, x.everywhere) for x in mends] == [
        (1, "가", "나", False),
        (6, "다", "라", False),
    ]
    assert problems == []


def test_broken_entry_does_not_hide_the_others() -> None:
    mends, problems = read(FILE, entry("가", "나") + "[[mend]]\nbefore = \n\n")
    assert [mend.before for mend in mends] == ["가"]
    assert [(x.file, x.fixable) for x in problems] == [(FILE, False)]
    assert problems[0].line >= 6
    assert problems[0].mend


def test_only_what_stands_once_is_mended() -> None:
    mends = [Mend(1, 4, "가", "나"), Mend(6, 9, "다", "라"), Mend(11, 14, "없다", "-")]
    text, problems = apply(FILE, "가 다 다", mends)
    assert text == "나 다 다"
    assert [problem.line for problem in problems] == [6, 11]
    assert apply(FILE, "다 다", [Mend(1, 5, "다", "라", everywhere=True)]) == (
        "라 라",
        [],
    )


def test_only_entries_that_cannot_be_read_are_straightened() -> None:
    curly = entry("가", "나").replace(' "', " “").replace('"\n', "”\n")
    sound = entry("가", "“나”")
    assert straighten(sound + curly) == sound + entry("가", "나")


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('befor = "나"\nafter = "너"\nwhy = "a"', 2, "'befor'(이)라는 칸은"),
        ('Before = "나"\nafter = "너"\nwhy = "a"', 2, "'Before'(이)라는 칸은"),
        ('before = "나"\naftr = "너"\nwhy = "a"', 3, "'aftr'(이)라는 칸은"),
        ('before = "나"\nafter = "너"', 1, "why이(가) 없거나"),
        ('before = "나\nafter = "너"\nwhy = "a"', 2, "TOML을 읽을 수"),
        ('before: "나"\nafter: "너"\nwhy: "a"', 2, "TOML을 읽을 수"),
        ('before = "나"\nafter = "너"\nafter = "넌"\nwhy = "a"', 4, "TOML을 읽을 수"),
    ],
)
def test_wrong_entry_is_told_once_and_still_understood(
    text: str, line: int, problem: str
) -> None:
    found, told = read("a.toml", f"[[mend]]\n{text}\n")
    ((where, what),) = [(x.line, x.problem) for x in told]
    assert (where, problem in what) == (line, True)
    assert apply("a.toml", "가 나 다", found) == ("가 너 다", [])
    assert apply("a.toml", "가 다", found) == ("가 다", [])
