"""손이 미끄러진 것만 찾고 일부러 적은 것은 놓아주는지 확인한다."""

import pytest

from tools.check.keystrokes import slips


@pytest.mark.parametrize(
    "line",
    [
        "데이터가 많ㅇ면 오른다.",
        "점수가 오른다ㅏ.",
        "재미있다ㅋㅋ",
        "학습률을 학습률을 낮춘다.",
        "이 방법은 방법은 느리다.",
        "학습률을을 낮춘다.",
        "느려진다..",
        "느리고,, 틀린다.",
    ],
)
def test_slip_is_told(line: str) -> None:
    ((problem, mend),) = slips(line)
    assert problem
    assert mend


@pytest.mark.parametrize(
    "line",
    [
        "받침 ㄹ 뒤에는 ㄹ로 적는다. 초성 ㄱㅅ으로 찾는다.",
        "하나 하나, 조금씩 조금씩, 점점 점점, 아주 아주 느리다.",
        "느리다… 그리고 느리다... 끝",
        "이는 이는 말, 은은 은은한 빛, 값을 값으로",
        "위 폴더는 ../a이고 1..9다.",
    ],
)
def test_what_is_meant_is_left_alone(line: str) -> None:
    assert list(slips(line)) == []
