"""사람을 적는 말의 곁에서 이름을 알아내는 것을, 지어낸 이름으로 확인한다."""

import pytest

from tools.week.importing.people import Reader

WORDS = {"정규화", "이미지", "연도", "전처리", "구성", "변수", "은닉층", "역할"}


def people(text: str) -> tuple[set[str], set[str]]:
    reader = Reader(WORDS)
    reader.text(text)
    return reader.people.sure, reader.people.unsure


@pytest.mark.parametrize(
    "text",
    [
        "조원: 이영희, 박민수",
        "팀원 - 이영희 / 박민수",
        "조원 이영희 박민수",
        "**발표자**: 이영희(서론), 박민수(결론)",
        "지도교수: 이영희 교수님, 박민수 조교님",
        "## 조원\n\n- 이영희\n- 박민수 - 결론",
        "팀원:\n이영희\n박민수\n\n글이다.",
        "| 이름 | 맡은 일 |\n|---|---|\n| 이영희 | 훈련 |\n| 박민수 | 글 |",
        "| 조원 | 이영희 |\n|---|---|\n| 조장 | 박민수 |",
        "<table><tr><td>이름</td></tr><tr><td>이영희</td></tr>"
        "<tr><td>박민수</td></tr></table>",
        "이름\t학번\n이영희\t1\n박민수\t2",
        "조장은 이영희이고 발표자는 박민수입니다.",
        "조: 3 / 조장: 이영희 / 조원: 박민수",
        "## 팀원 소개\n\n- 이영희: 훈련\n- 박민수: 글",
        "이름(학번): 이영희\n작성: 박민수",
    ],
)
def test_names_beside_a_label_are_known(text: str) -> None:
    assert people(text) == ({"이영희", "박민수"}, set())


@pytest.mark.parametrize(
    "text",
    [
        "| 이름 | 연도 |\n|---|---|\n| LeNet | 1998 |",
        "| 이름 | 역할 |\n|---|---|\n| 정규화 | 값을 맞춘다 |",
        "이름: Batch Normalization",
        "담당: 전처리",
        "멤버 변수",
        "조원 구성",
        "## 학생\n\n- 이미지\n- 은닉층",
        "이영희가 데이터를 모았다.",
    ],
)
def test_words_that_are_no_person_are_left(text: str) -> None:
    assert people(text) == (set(), set())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("조원: 김구", "김구"),
        ("조원: 이미지", "이미지"),
        ("발표자: 이영희가 서론을 맡음", "이영희"),
        ("## 발표 순서\n\n1. 이영희 - 서론", "이영희"),
        ("Author: Gildong Hong", "Gildong Hong"),
        ("| 이름 | 학번 |\n|---|---|\n| 이미지 | 1 |", "이미지"),
    ],
)
def test_what_may_be_a_name_is_not_sure(text: str, name: str) -> None:
    assert people(text) == (set(), {name})


def test_student_numbers_of_a_table_are_known() -> None:
    reader = Reader()
    reader.text("| 이름 | 학번 |\n|---|---|\n| 이영희 | 2099123456 |")
    assert reader.people.numbers == {"2099123456"}


def test_number_beside_a_word_or_a_year_is_no_student_number() -> None:
    reader = Reader({"이미지"})
    reader.text("10000000 이미지\n\n| 이름 | 학번 |\n|---|---|\n| 이영희 | 2099 |")
    assert reader.people.numbers == set()


def test_name_of_a_file_is_sure_only_beside_a_number() -> None:
    reader = Reader({"이미지"})
    for name in ("이영희_2099123456.png", "과제 박민수.md", "이미지.png"):
        reader.file(name)
    assert reader.people.sure == {"이영희"}
    assert reader.people.unsure == {"박민수"}
