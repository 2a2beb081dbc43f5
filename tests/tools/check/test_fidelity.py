"""원문의 문장을 고쳤을 때 알려 주는 네 줄이, 붙이면 정말 통과하는지 확인한다."""

from pathlib import Path

import pytest

from tests.tools.check.edits import (
    FUNCTIONAL,
    MENDS,
    MULTI,
    NOTE,
    OPTIMIZERS,
    Edit,
    append,
    entry,
    every,
    remove,
    replace,
    write,
)
from tools.check.gate import check, fix
from tools.finding import Finding


def told_lines(finding: Finding) -> str:
    """알린 말에서 붙이라고 한 네 줄만 꺼낸다."""
    return finding.mend[finding.mend.index("[[mend]]") :]


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        (MULTI, "확장 가능하다.", "확장할 수 있다."),
        # 원문의 다른 문장에도 있는 말.
        (MULTI, "학습이 어려울 수 있다.", "학습이 어려울 수도 있다."),
        (FUNCTIONAL, "예를 들어, 이미지 처리", "예를 들어 이미지 처리"),
        # 앞머리이자 다른 곳에도 있는 짧은 말.
        (FUNCTIONAL, "공유 층 { #shared", "공유층 { #shared"),
        # 문장의 첫 낱말.
        (MULTI, "새로운 레이블을 추가하거나", "새 레이블을 추가하거나"),
        # 이어 붙인 두 문장.
        (
            OPTIMIZERS,
            "최적화 알고리즘이 있다. 이 알고리즘은",
            "최적화 알고리즘이 있고, 이 알고리즘은",
        ),
    ],
)
def test_mend_applied_as_told_is_accepted(
    file: str, before: str, after: str, copy: Path
) -> None:
    replace(file, before, after)(copy)
    told = [found for found in check(copy) if "원래 노트" in found.problem]
    assert {found.file for found in told} == {file}
    for found in told:
        append(MENDS, f"\n{told_lines(found)}\n")(copy)
    assert [str(found) for found in check(copy)] == []


@pytest.mark.parametrize(
    "edit",
    [
        replace(MULTI, "해석하기 어려울 수 있다.", "**해석하기** 어려울 수 있다."),
        replace(MULTI, "해석하기 어려울 수 있다.", "`해석하기` 어려울 수 있다."),
        replace(
            MULTI,
            "해석하기 어려울 수 있다.",
            "[해석하기](optimizers.md) 어려울 수 있다.",
        ),
    ],
    ids=["굵게", "코드", "링크"],
)
def test_mark_around_an_original_word_changes_nothing(edit: Edit, copy: Path) -> None:
    edit(copy)
    assert [str(found) for found in check(copy)] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("해석하기 어려울 수 있다.", "해석하기 어려울 수 없다."),
        ("학습이 어려울 수 있다.", "학습이 어렵지 않을 수 있다."),
    ],
)
def test_turned_sentence_gets_no_ready_mend(
    before: str, after: str, copy: Path
) -> None:
    replace(MULTI, before, after)(copy)
    (told,) = [x for x in check(copy) if "원래 노트" in x.problem]
    assert "뜻이 뒤집혔을 수 있습니다." in told.problem
    assert "[[mend]]" not in told.mend


def test_mend_holds_no_hidden_character(copy: Path) -> None:
    replace(MULTI, "해석하기 어려울 수 있다.", "`풀이하기` 어려울 수 있다.")(copy)
    (told,) = check(copy)
    assert 'after = "결정을 풀이하기"' in told.mend
    assert "\\u0000" not in told.mend
    append(MENDS, f"\n{told_lines(told)}\n")(copy)
    assert check(copy) == []


def test_deleted_sentence_is_looked_for_on_its_own_page_only(copy: Path) -> None:
    sentence = (
        "새로운 레이블을 추가하거나 기존 레이블을 제거하는 데 "
        "비교적 쉽게 대응할 수 있다."
    )
    replace(MULTI, sentence, "")(copy)
    (told,) = [found for found in check(copy) if "원래 노트" in found.problem]
    assert told.file == MULTI
    assert f"「{sentence}」이(가) 지워졌거나 많이 바뀌었습니다." in told.problem
    assert "[[mend]]" not in told.mend
    line = (copy / MULTI).read_text("utf-8").split("\n")[told.line - 1]
    assert "다양한 레이블 수에 대해 확장 가능하다." in line
    replace(MULTI, "확장 가능하다.", f"확장 가능하다. {sentence}")(copy)
    fix(copy)  # 지우고 남은 빈칸
    assert check(copy) == []


def test_title_must_stand_at_the_start_of_a_line(copy: Path) -> None:
    replace(MULTI, "### 계산 자원 {", "### 계산 비용 {")(copy)
    (told,) = check(copy)
    assert told.file == MULTI
    assert "원래 노트의 문장 「계산 자원」" in told.problem
    replace(MULTI, "### 계산 비용 {", "### 계산 자원 {")(copy)
    assert check(copy) == []


def test_week_without_pages_is_told_once(copy: Path) -> None:
    write("tests/week99/source/note.md", "# 제목\n\n하나다. 둘이다.\n")(copy)
    (told,) = check(copy)
    assert (told.file, told.line) == ("tests/week99/source/note.md", 1)
    assert "이 원문을 다룬 쪽이 하나도 없습니다." in told.problem


def test_curly_quotes_in_mends_are_straightened(copy: Path) -> None:
    rows = entry("대해 확장 가능하다.", "대해 확장할 수 있다.")
    curly = rows.replace(' "', " “").replace('"\n', "”\n")
    assert curly.count("“") == 3
    edit = every(
        replace(MULTI, "확장 가능하다.", "확장할 수 있다."), append(MENDS, curly)
    )
    edit(copy)
    (told,) = check(copy)
    assert (told.file, told.fixable) == (MENDS, True)
    lines = (copy / MENDS).read_text("utf-8").split("\n")
    assert "before = “" in lines[told.line - 1]
    assert list(fix(copy)) == [MENDS]
    assert check(copy) == []
    assert fix(copy) == {}


def test_same_entry_twice_is_the_same_as_once(copy: Path) -> None:
    append(MENDS, entry("지원힌다", "지원한다"))(copy)
    assert check(copy) == []


def test_stale_entry_is_named_and_deleted_as_told(copy: Path) -> None:
    append(MENDS, entry("지원힌다", "돕는다"))(copy)
    (told,) = check(copy)
    lines = (copy / MENDS).read_text("utf-8").split("\n")
    assert lines[told.line - 1] == "[[mend]]"
    assert "고칠 글이 원문에 없습니다: 지원힌다" in told.problem
    last = int(told.mend.rpartition("번째 줄까지")[0].split()[-1])
    del lines[told.line - 1 : last]
    write(MENDS, "\n".join(lines))(copy)
    assert check(copy) == []


def test_entry_for_many_places_needs_to_say_so(copy: Path) -> None:
    write(MENDS, (copy / MENDS).read_text("utf-8").replace("all = true\n", "", 1))(copy)
    told = [found for found in check(copy) if found.file == MENDS]
    assert len(told) == 1
    assert "고칠 글 '각 매개변수'이(가) 원문에 5번 나옵니다." in told[0].problem
    lines = (copy / MENDS).read_text("utf-8").split("\n")
    lines.insert(told[0].line, "all = true")
    write(MENDS, "\n".join(lines))(copy)
    assert check(copy) == []


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (
            '[[mend]]\nbefore = "a\nafter = "b"\nwhy = "c"\n',
            2,
            "TOML을 읽을 수 없습니다",
        ),
        ('[[mend]]\nbefore = "a"\nafter = "b"\n', 1, "why이(가) 없거나"),
        ('[[mend]]\nbefore = 3\nafter = "b"\nwhy = "c"\n', 1, "before이(가) 없거나"),
        ('[[mend]]\nbefore = ""\nafter = "b"\nwhy = "c"\n', 1, "before가 비었습니다"),
        ('[[mned]]\nbefore = "a"\n', 1, "'mned'은(는) 여기에 적는 것이"),
        ('[[mend]]\nbefore = "a"\nafter = "b"\nwhy = "c"\nal = 1\n', 1, "'al'(이)라는"),
        ("[[mend\n", 1, "TOML을 읽을 수 없습니다"),
    ],
)
def test_broken_entry_is_named_and_hides_no_other(
    text: str, line: int, problem: str, copy: Path
) -> None:
    start = (copy / MENDS).read_text("utf-8").count("\n") + 2
    append(MENDS, f"\n{text}")(copy)
    append(OPTIMIZERS, "\n이러면 되요 하고 적는다.\n")(copy)
    first, *others = [(x.file, x.line, x.problem) for x in check(copy)][::-1]
    assert first[:2] == (MENDS, start + line - 1)
    assert problem in first[2]
    assert [file for file, *_ in others] == [OPTIMIZERS]


def test_mends_without_their_note_are_named(copy: Path) -> None:
    remove(NOTE)(copy)
    assert [(x.file, x.line) for x in check(copy) if "원문" in x.problem] == [
        (MENDS, 1)
    ]
