"""점수가 모자란지 기기의 빠르기에 맞추어 보는지 살핀다."""

import pytest

from tools.measure.lighthouse import BARS, DESKTOP, Report


@pytest.mark.parametrize(
    ("performance", "speed", "missed"),
    [
        (94, DESKTOP, ["performance 94"]),
        (95, DESKTOP, []),
        (85, DESKTOP - 1, []),
        (84, DESKTOP - 1, ["performance 84"]),
    ],
)
def test_slow_machine_is_judged_more_gently(
    performance: int, speed: float, missed: list[str]
) -> None:
    report = Report(BARS | {"performance": performance}, [], speed)
    assert report.missed == missed


def test_other_scores_have_one_bar() -> None:
    assert Report(BARS | {"seo": 99}, [], 100).missed == ["seo 99"]
