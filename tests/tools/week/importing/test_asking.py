"""쪽의 주소를 묻고, 쓸 수 없는 답이면 다시 묻는지 확인한다."""

import pytest

from tools.week.importing.asking import ASKED, ask_addresses
from tools.week.importing.plan import Plan, Topic


def answers(*given: str) -> list[str]:
    """차례로 답한 다음에 정해진 주소들과, 보인 것."""
    plan = Plan(
        "노트",
        [
            Topic("합성곱", "합성곱", "convolution", "합성곱"),
            Topic("이어짐", "이어짐", "part", "이어짐", join=True),
            Topic("풀링", "풀링", "pooling", "풀링"),
        ],
    )
    waiting = iter(given)
    told: list[str] = []

    def read(question: str) -> str:
        told.append(question)
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    made = ask_addresses(plan, read, told.append)
    assert told[0] == ASKED
    return [x.address for x in made.topics if not x.join] + told


def test_enter_takes_what_was_proposed() -> None:
    found = answers("", "")
    assert found[:2] == ["convolution", "pooling"]
    assert "    주소 [convolution] " in found


def test_answer_takes_the_place_of_the_proposal() -> None:
    assert answers(" conv ", "max-pooling")[:2] == ["conv", "max-pooling"]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [("합성곱", "쓸 수 없습니다"), ("conv", "두 쪽이 씁니다"), ("index", "피하세요")],
)
def test_wrong_answer_is_told_and_asked_again(wrong: str, reason: str) -> None:
    found = answers("conv", wrong, "pool")
    assert found[:2] == ["conv", "pool"]
    assert any(reason in line for line in found)


def test_end_of_input_takes_the_rest_as_proposed() -> None:
    assert answers("conv")[:2] == ["conv", "pooling"]
