import keras
import numpy as np
import pytest

from snippets.week12.optimizers import update_rules
from snippets.week12.optimizers.update_rules import (
    EPSILON,
    RULES,
    SGD,
    STEPS,
    TOLERANCE,
    AdaGrad,
    Adam,
    AdamW,
    Momentum,
    Nesterov,
    RMSProp,
    bowl_gradient,
    largest_gap,
    main,
)

START = np.array([-2.0, 1.0])


@pytest.mark.parametrize("name", RULES)
def test_every_step_equals_keras_within_float32(name: str) -> None:
    assert largest_gap(name) < TOLERANCE == 1e-5
    assert largest_gap(name, rate=0.003, steps=30) < TOLERANCE


@pytest.mark.parametrize("name", RULES)
def test_default_arguments_equal_keras(name: str) -> None:
    ours, theirs = RULES[name]
    optimizer = theirs(0.01)
    config = optimizer.get_config()
    rule = ours()
    default = type(optimizer)().learning_rate
    assert rule.learning_rate == pytest.approx(float(default))
    for key in ("momentum", "rho", "beta_1", "beta_2", "weight_decay"):
        if hasattr(rule, key):
            assert getattr(rule, key) == config[key]
    if hasattr(rule, "rho"):
        assert config["momentum"] == 0
    assert config.get("epsilon", EPSILON) == EPSILON == 1e-7
    start = config.get("initial_accumulator_value", 0.1)
    assert getattr(rule, "accumulator", 0.1) == start


def test_the_seven_rules_are_the_ones_named() -> None:
    assert [kind for kind, _ in RULES.values()] == [
        SGD,
        Momentum,
        Nesterov,
        AdaGrad,
        RMSProp,
        Adam,
        AdamW,
    ]
    assert RULES["모멘텀"][1](0.5).get_config()["nesterov"] is False
    assert RULES["네스테로프"][1](0.5).get_config()["nesterov"] is True
    for _, theirs in RULES.values():
        assert float(theirs(0.5).learning_rate) == 0.5


def test_a_wrong_rule_leaves_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    swapped = (Momentum, RULES["네스테로프"][1])
    monkeypatch.setitem(RULES, "바뀐 것", swapped)
    assert largest_gap("바뀐 것") > 100 * TOLERANCE


def test_gap_is_the_largest_over_the_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    # 그레이디언트가 (-2, 10)이므로 첫 걸음에 우리는 절반인 0.5만 간다.
    half = (lambda rate: SGD(rate / 2), keras.optimizers.SGD)
    monkeypatch.setitem(RULES, "절반", half)
    assert largest_gap("절반", rate=0.1, steps=1) == pytest.approx(0.5, rel=1e-5)
    # 우리의 그레이디언트로 케라스도 움직이므로 둘째 걸음의 차이는 0.75다.
    assert largest_gap("절반", rate=0.1, steps=2) == pytest.approx(0.75, rel=1e-5)


def test_bowl_is_ten_times_steeper_along_the_second_axis() -> None:
    assert bowl_gradient(START) == pytest.approx([-2.0, 10.0])


def test_first_steps_by_hand() -> None:
    gradient = np.array([3.0, -4.0])
    assert SGD(0.1).step(START, gradient) == pytest.approx([-2.3, 1.4])
    assert Momentum(0.1).step(START, gradient) == pytest.approx([-2.3, 1.4])
    # 0.9 * 속도 + 당김 = 1.9배
    assert Nesterov(0.1).step(START, gradient) == pytest.approx([-2.57, 1.76])
    moved = AdaGrad(0.1).step(START, gradient)
    assert moved == pytest.approx(
        [-2 - 0.3 / np.sqrt(9.1), 1 + 0.4 / np.sqrt(16.1)], abs=1e-7
    )
    moved = RMSProp(0.1).step(START, gradient)
    assert moved == pytest.approx(START - 0.1 / np.sqrt(0.1) * np.sign(gradient))
    moved = Adam(0.1).step(START, gradient)
    assert moved == pytest.approx(START - 0.1 * np.sign(gradient), abs=1e-6)
    moved = AdamW(0.1).step(START, gradient)
    expected = START * (1 - 0.1 * 0.004) - 0.1 * np.sign(gradient)
    assert moved == pytest.approx(expected, abs=1e-6)


def test_epsilon_sits_inside_the_root_except_in_adam() -> None:
    tiny = np.array([1e-4])
    zero = np.zeros(1)
    moved = AdaGrad(1.0, accumulator=0.0).step(zero, tiny)
    assert moved == pytest.approx(-1e-4 / np.sqrt(1e-8 + 1e-7))
    moved = RMSProp(1.0).step(zero, tiny)
    assert moved == pytest.approx(-1e-4 / np.sqrt(1e-9 + 1e-7))
    tiny = np.array([1e-5])
    rate = np.sqrt(1 - 0.999) / (1 - 0.9)
    moved = Adam(1.0).step(zero, tiny)
    assert moved == pytest.approx(-rate * 1e-6 / (np.sqrt(1e-13) + 1e-7))


def test_adam_equals_the_papers_form_when_epsilon_does_not_matter() -> None:
    rule, weight, mean, square = Adam(0.01), START, 0.0, 0.0
    theirs = START
    for step in range(1, 30):
        gradient = bowl_gradient(theirs)
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        hats = mean / (1 - 0.9**step), square / (1 - 0.999**step)
        theirs = theirs - 0.01 * hats[0] / np.sqrt(hats[1])
        weight = rule.step(weight, bowl_gradient(weight))
    assert weight == pytest.approx(theirs, abs=1e-5)
    assert rule.steps == 29


def test_nesterov_is_the_papers_form_seen_from_the_point_ahead() -> None:
    rule, weight = Nesterov(0.01), START
    place, velocity = START, np.zeros(2)
    for _ in range(50):
        velocity = 0.9 * velocity - 0.01 * bowl_gradient(place + 0.9 * velocity)
        place = place + velocity
        weight = rule.step(weight, bowl_gradient(weight))
        assert weight == pytest.approx(place + 0.9 * velocity)


def test_output_says_yes_only_below_the_tolerance(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main()
    lines = capsys.readouterr().out.splitlines()
    assert STEPS == 100
    assert lines[0] == "100걸음마다 견준 가장 큰 차이가 0.00001보다 작은가"
    assert lines[1:] == [f"- {name}: 예" for name in RULES]
    monkeypatch.setattr(update_rules, "TOLERANCE", 0.0)
    main()
    assert "예" not in capsys.readouterr().out
