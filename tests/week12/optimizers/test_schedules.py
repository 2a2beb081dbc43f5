from collections.abc import Iterable

import numpy as np
import pytest

from snippets.week12.optimizers.schedules import (
    SCHEDULES,
    STEPS,
    describe,
    draw,
    main,
    rate,
    used_rates,
)


def rates(name: str, steps: Iterable[int]) -> list[float]:
    return [rate(name, int(step)) for step in steps]


def test_cosine_falls_from_full_to_zero() -> None:
    steps = np.arange(0, 101, 10)
    assert STEPS == 100
    expected = 0.05 * (1 + np.cos(np.pi * steps / 100))
    assert rates("코사인", steps) == pytest.approx(expected, abs=1e-6)


def test_warmup_rises_in_a_line_then_falls_to_zero() -> None:
    assert rates("웜업과 코사인", [0, 5, 10]) == pytest.approx([0, 0.05, 0.1])
    steps = np.arange(10, 101, 10)
    expected = 0.05 * (1 + np.cos(np.pi * (steps - 10) / 90))
    assert rates("웜업과 코사인", steps) == pytest.approx(expected, abs=1e-6)


def test_exponential_halves_every_twenty_steps() -> None:
    halved = rates("지수", [0, 20, 40])
    assert halved == pytest.approx([0.1, 0.05, 0.025], abs=1e-6)
    assert rate("지수", 10) == pytest.approx(0.1 * 0.5**0.5)


def test_optimizer_follows_the_schedule_it_was_given() -> None:
    moved = used_rates("코사인", 12)
    assert moved.shape == (12,)
    assert moved == pytest.approx(rates("코사인", range(12)), abs=1e-5)


def test_output_shows_five_steps_of_each(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "0, 10, 50, 90, 100걸음째의 학습률"
    for name, line in zip(SCHEDULES, lines[1:4], strict=True):
        values = rates(name, [0, 10, 50, 90, 100])
        assert line == f"{name}: " + ", ".join(f"{value:.3f}" for value in values)
    assert lines[4] == "코사인 SGD의 첫 걸음 0.100, 11번째 걸음 0.098"


def test_figure_draws_each_schedule() -> None:
    (axes,) = draw().axes
    steps = np.arange(0, 101, 5)
    for line, name in zip(axes.lines, SCHEDULES, strict=True):
        assert line.get_xdata() == pytest.approx(steps)
        assert line.get_ydata() == pytest.approx(rates(name, steps))
    assert [text.get_text() for text in axes.texts] == list(SCHEDULES)
    assert len({line.get_linestyle() for line in axes.lines}) == 3
    assert axes.get_xlim() == (0, 100)
    assert axes.get_ylim() == (0, 0.112)
    assert "코사인 0.05, 웜업과 코사인 0.06" in describe()
