"""노트의 머리와 속성의 줄을 가려내는 것을 확인한다."""

from tools.week.importing.properties import head_of


def test_front_matter_gives_title_and_owners() -> None:
    text = "---\ntitle: GAN\nauthor:\n  - 홍길동\ntags: [a]\n---\n글이다."
    head = head_of(text.split("\n"))
    assert (head.title, head.owners) == ("GAN", ["홍길동"])
    assert sorted(head.lines) == [0, 1, 2, 3, 4, 5]


def test_text_between_two_rules_is_no_front_matter() -> None:
    text = "---\n글이다. 지우면 안 된다.\n---\n글이다."
    assert head_of(text.split("\n")).lines == {}


def test_front_matter_that_cannot_be_read_is_read_by_lines() -> None:
    head = head_of(["---", 'title: "GAN', "author: 홍길동", "---"])
    assert head.owners == ["홍길동"]


def test_properties_end_at_the_first_sentence() -> None:
    head = head_of(["# 제목", "", "상태: 끝", "날짜: 1일", "글이다.", "상태: 켜짐"])
    assert sorted(head.lines) == [2, 3]
