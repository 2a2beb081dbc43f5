"""뜻을 바꾸지 않은 고침만 대신 적는지 확인한다."""

import pytest

from tools.check.minor_edits import is_typo


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("학습이 어려울 수 있다.", "학습이 어려울 수도 있다."),
        ("개별적으로 조정해주는", "개별적으로 조정해 주는"),
        ("그래프를 지원힌다.", "그래프를 지원한다."),
        ("예를 들어, 문서", "예를 들어 문서"),
        ("레이블를 고른다.", "레이블을 고른다."),
        ("데이터을 고른다.", "데이터를 고른다."),
    ],
)
def test_small_mend_is_a_typo(before: str, after: str) -> None:
    assert is_typo(before, after)
    assert is_typo(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("학습이 가능하다.", "학습이 불가능하다."),
        ("쓸 수 있다.", "쓸 수 없다."),
        ("쓰지 않는다.", "쓴다."),
        ("값이 크다.", "값이 작다."),
        ("높은 값", "낮은 값"),
        ("10배 빠르다.", "11배 빠르다."),
        ("Adam을 쓴다.", "AdamW를 쓴다."),
        ("아키텍처를 보다 유연하게", "아키텍처를 더 유연하게"),
        ("대해 확장 가능하다.", "대해 확장할 수 있다."),
        ("맞다. 틀리다.", "맞다? 틀리다."),
        ("하나를 고르고 둘을 버린다.", "하나를 고르거나 둘은 버린다."),
    ],
)
def test_change_of_meaning_is_not(before: str, after: str) -> None:
    assert not is_typo(before, after)
    assert not is_typo(after, before)
