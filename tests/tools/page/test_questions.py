"""고르는 문제와 보기를 읽는지 확인한다."""

from tools.page.questions import id_of, questions

TEXT = """\
# 층 { #layers }

!!! question "`Dense`는 **무엇**인가?"

    아래에서 고른다.

    ??? wrong "손실"

        층이 아니다.

    ??? right "층"

        가중치가 있다.

        - 편향도 있다.

다음 글.

??? question "옛 문제"

    답.
"""


def test_question_carries_its_choices_and_reasons() -> None:
    (one,) = questions(TEXT)
    assert one.box.line == 3
    assert one.title == "Dense는 무엇인가?"
    assert [(x.box.title, x.right) for x in one.choices] == [
        ("손실", False),
        ("층", True),
    ]
    assert one.choices[0].reason == "층이 아니다."
    assert one.choices[1].reason.endswith("- 편향도 있다.")


def test_box_that_is_not_a_choice_is_told_apart() -> None:
    text = TEXT.replace("??? wrong", "???+ wrong").replace("??? right", "??? correct")
    (one,) = questions(text)
    assert not one.choices
    assert [(x.mark, x.kind) for x in one.boxes] == [
        ("???+", "wrong"),
        ("???", "correct"),
    ]


def test_id_follows_the_letters_and_not_the_place() -> None:
    (one,) = questions(TEXT)
    (moved,) = questions(f"글.\n\n{TEXT}".replace("**", ""))
    assert one.id == moved.id == id_of("Dense는 무엇인가")
    assert one.id != id_of("Dense가 무엇인가")


def test_tabs_indent_as_four_spaces() -> None:
    (one,) = questions(TEXT.replace("    ", "\t"))
    assert len(one.choices) == 2
    assert one.choices[0].reason == "층이 아니다."
