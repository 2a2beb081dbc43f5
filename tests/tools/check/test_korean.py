"""맞춤법 규칙이 틀린 글만 잡고 맞는 글은 놓아주는지 확인한다."""

import pytest

from tools.check.korean import complaints, rules

CASES = [
    pytest.param(rule, id=rule["find"])
    for kind in ("spelling", "translationese")
    for rule in rules()[kind]
]


@pytest.mark.parametrize("rule", CASES)
def test_rule_catches_its_wrong_example_and_spares_the_right_one(rule: dict) -> None:
    assert complaints(rule["wrong"])
    assert complaints(rule["right"]) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("모멘텀(momentum)를 쓴다.", "모멘텀(momentum)을 쓴다."),
        ("옵티마이저(optimizer)은 규칙이다.", "옵티마이저(optimizer)는 규칙이다."),
        (
            "학습률(learning rate)로 정한다와 층(layer)로",
            "학습률(learning rate)로 정한다",
        ),
        ("RMSProp(Root Mean Square Propagation)라는 것", "RMSProp(Root Mean)이라는 것"),
        ("AdaGrad이 줄어든다.", "AdaGrad가 줄어든다."),
        ("Adam는 빠르다.", "Adam은 빠르다."),
        ("URL으로 연다.", "URL로 연다."),
        ("값이 3를 넘는다.", "값이 3을 넘는다."),
        ("값이 0.95으로 올랐다.", "값이 0.95로 올랐다."),
        ("값이 10와 같다.", "값이 10과 같다."),
        ("**모멘텀(momentum)**를 쓴다.", "**모멘텀(momentum)**을 쓴다."),
        ("재현률이 낮다.", "재현율이 낮다."),
        ("학습율을 정한다.", "학습률을 정한다. 확률과 비율과 선율"),
        ("필터을 옮긴다.", "필터를 옮긴다. 가을에 지을 집"),
        ("레이블를 고른다.", "레이블을 고른다."),
        ("다룰때는 다르다.", "다룰 때는 다르다."),
        ("쓰지 안는다.", "쓰지 않는다. 이미지 안에 있다."),
    ],
)
def test_particle_rate_and_space(wrong: str, right: str) -> None:
    assert complaints(wrong)
    assert complaints(right) == []


@pytest.mark.parametrize(
    "line",
    [
        "어떻게 읽는지 모르는 Foobar은 건드리지 않는다.",
        "| 표의  칸은 | 맞추어도 된다 |",
        "[없는 낱말](week12/되요.md)과 https://example.com/몇일",
        "이(가)처럼 적은 것",
        "3이라는 수, 4가지 방법, 1과 2",
    ],
)
def test_what_is_not_wrong_is_not_touched(line: str) -> None:
    assert complaints(line) == []


def test_mend_shows_the_right_particle() -> None:
    ((problem, mend),) = complaints("옵티마이저(optimizer)은 규칙이다.")
    assert "'저(optimizer)은'의 조사가 '저' 뒤에 맞지 않습니다." in problem
    assert mend == "'저(optimizer)는'(으)로 고치세요."
