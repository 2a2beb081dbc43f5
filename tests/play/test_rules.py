"""자바스크립트의 곡면과 갱신 규칙이 쪽에 실린 파이썬과 같은지 확인한다."""

from pathlib import Path

import numpy as np
import pytest

from snippets.week12.optimizers.update_rules import RULES
from tests.play.javascript import PLAY, broken, call
from tests.play.walk import GROUNDS, walk

TOLERANCE = 1e-6
STEPS = 150
RATES = (1e-4, 1e-3, 0.03, 0.5, 1.0, 3.0)
# 길은 앞 자리에서 그레이디언트를 다시 구하므로, 튀어 나가는 학습률에서는 셈의 끝자리도
# 부풀어 오른다. 길은 쪽에서 처음 보이는 학습률의 둘레에서 견준다.
WALKS = {
    "곧은 골짜기": (0.03, 0.5, 0.9, 1.0, 1.1),
    "돌린 골짜기": (0.03, 0.5, 0.9, 1.0, 1.1),
    "굽은 골짜기": (0.0001, 0.0005, 0.001),
    "안장": (0.001, 0.03, 0.1, 0.3),
    "돌린 안장": (0.001, 0.03, 0.1, 0.3),
}


def options_of(rule: str, rate: float, random: np.random.Generator) -> dict[str, float]:
    """학습률에, 규칙이 받는 관성과 기억을 아무렇게나 골라 더한다."""
    options = {"learning_rate": rate}
    for name in ("momentum", "rho"):
        if hasattr(RULES[rule][0], name):
            options[name] = round(float(random.uniform(0.5, 0.99)), 3)
    return options


def javascript_options(options: dict[str, float]) -> dict[str, float]:
    rest = {key: value for key, value in options.items() if key != "learning_rate"}
    return {"rate": options["learning_rate"], **rest}


def largest_gap(ours: np.ndarray, theirs: list) -> float:
    """상대 오차. 수를 넘친 자리는 JSON에 null로 적히며 무한대로 친다."""
    assert np.isfinite(ours).all()
    gap = np.abs(ours - np.array(theirs, dtype=float)) / np.maximum(np.abs(ours), 1)
    return float(np.nan_to_num(gap, nan=np.inf).max())


def gap(rule: str, folder: Path = PLAY) -> float:
    """같은 그레이디언트를 따라간 파이썬과 자바스크립트의 가장 큰 차이."""
    random = np.random.default_rng(12)
    calls, wanted = [], []
    for rate in RATES:
        for size in (1e-3, 1.0, 1e3):
            options = options_of(rule, rate, random)
            gradients = size * random.normal(size=STEPS)
            mover, weight = RULES[rule][0](**options), float(random.normal())
            calls.append(
                ("follow", rule, javascript_options(options), weight, list(gradients))
            )
            places = []
            for gradient in gradients:
                weight = mover.step(weight, gradient)
                places.append(weight)
            wanted.append(np.array(places))
    pairs = zip(wanted, call(calls, folder), strict=True)
    return max(largest_gap(ours, theirs) for ours, theirs in pairs)


@pytest.mark.parametrize("rule", RULES)
def test_every_step_equals_the_python_rule(rule: str) -> None:
    assert gap(rule) < TOLERANCE


@pytest.mark.parametrize("rule", RULES)
def test_every_path_equals_the_python_path(rule: str) -> None:
    random = np.random.default_rng(12)
    cases = [
        (surface, options_of(rule, rate, random))
        for surface, rates in WALKS.items()
        for rate in rates
    ]
    found = call(
        [
            ("walk", surface, rule, javascript_options(options), 60)
            for surface, options in cases
        ]
    )
    for (surface, options), theirs in zip(cases, found, strict=True):
        ours = walk(surface, rule, 60, **options)
        assert largest_gap(ours, theirs) < TOLERANCE, (surface, options)


@pytest.mark.parametrize(
    ("rule", "right", "wrong"),
    [
        ("SGD", "weight - rate * gradient;", "weight + rate * gradient;"),
        ("모멘텀", "velocity - rate * gradient;", "velocity - gradient;"),
        ("네스테로프", "weight + momentum * velocity - pull", "weight + velocity"),
        ("AdaGrad", "accumulator = 0.1", "accumulator = 0.1001"),
        ("RMSProp", "(1 - rho) * gradient ** 2", "gradient ** 2"),
        ("Adam", "beta1 ** steps", "beta1 ** (steps + 1)"),
        ("AdamW", "0.004", "0.005"),
    ],
)
def test_a_broken_rule_is_found(
    rule: str, right: str, wrong: str, tmp_path: Path
) -> None:
    folder = broken(tmp_path, "rules.js", right, wrong)
    assert gap(rule, folder) > TOLERANCE


def test_surfaces_equal_the_python_ones() -> None:
    random = np.random.default_rng(12)
    (names,) = call([("names",)])
    assert names == list(GROUNDS)
    for name, surface in GROUNDS.items():
        places = random.uniform(-9, 9, size=(100, 2))
        start, *found = call(
            [("start", name), *(("place", name, list(place)) for place in places)]
        )
        assert start == pytest.approx(surface.start)
        for place, (loss, *gradient) in zip(places, found, strict=True):
            assert loss == pytest.approx(surface.loss(place), rel=1e-9)
            assert gradient == pytest.approx(surface.gradient(place), rel=1e-9)
