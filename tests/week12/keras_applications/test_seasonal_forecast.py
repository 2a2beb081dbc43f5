import numpy as np
import pytest

from snippets.week12.keras_applications.seasonal_forecast import (
    absolute_errors,
    describe,
    draw,
    forecasts,
    lowest_error,
    make_series,
    make_windows,
    network_forecast,
    paired_gap,
    split_in_time,
    weekday_and_yesterday,
)


def test_series_repeats_every_week_with_a_lasting_wobble() -> None:
    series = make_series()
    assert series.shape == (840,)
    by_weekday = series.reshape(-1, 7).mean(axis=0)
    assert by_weekday == pytest.approx([10, 10.6, 10.3, 10.9, 13, 16, 14.5], abs=0.1)
    assert series[0] == 10.0
    wobble = series - np.tile([10, 10.6, 10.3, 10.9, 13, 16, 14.5], 120)
    shocks = wobble[1:] - 0.6 * wobble[:-1]
    # 표준편차의 표준오차는 0.3/√1680, 곧 0.007이다.
    assert shocks.std() == pytest.approx(0.3, abs=0.02)
    assert np.corrcoef(shocks[1:], shocks[:-1])[0, 1] == pytest.approx(0, abs=0.1)


def test_series_is_repeatable() -> None:
    assert np.array_equal(make_series(), make_series(seed=0))
    assert not np.array_equal(make_series(), make_series(seed=1))
    assert len(make_series(days=30)) == 30


def test_windows_hold_the_past_only() -> None:
    past, target = make_windows(np.arange(20.0))
    assert past.shape == (6, 14)
    assert past[0].tolist() == list(range(14))
    assert target.tolist() == [14, 15, 16, 17, 18, 19]
    assert (past[:, -1] == target - 1).all()


def test_test_part_comes_after_the_training_part() -> None:
    train, test = split_in_time(826)
    assert (train, test) == (slice(0, 619), slice(619, 826))
    assert split_in_time(10, share=0.5) == (slice(0, 5), slice(5, 10))


def test_naive_forecasts_copy_the_series() -> None:
    truth, predicted = forecasts()
    series = make_series()
    assert np.array_equal(truth, series[-207:])
    assert np.array_equal(predicted["어제의 값"], series[-208:-1])
    assert np.array_equal(predicted["지난주 같은 요일"], series[-214:-7])
    mean = predicted["훈련 구간의 평균"]
    assert mean.shape == (207,)
    assert mean == pytest.approx(series[14:633].mean())


def test_learned_forecasts_beat_the_seasonal_naive_one() -> None:
    errors = {name: values.mean() for name, values in absolute_errors().items()}
    assert errors["지난주 같은 요일"] < errors["어제의 값"] / 3
    assert errors["어제의 값"] < errors["훈련 구간의 평균"]
    for name in list(errors)[3:]:
        assert errors[name] < 0.8 * errors["지난주 같은 요일"]


def test_network_comes_close_to_the_lowest_error() -> None:
    # 규칙을 다 아는 예측의 오차. 정규 분포의 평균 절댓값을 표본으로 확인한다.
    shocks = np.random.default_rng(0).normal(scale=0.3, size=200_000)
    assert lowest_error() == pytest.approx(np.abs(shocks).mean(), rel=0.01)
    errors = absolute_errors()["신경망"]
    assert 0.85 * lowest_error() < errors.mean() < 1.25 * lowest_error()


def test_paired_gap_is_taken_day_by_day() -> None:
    errors = absolute_errors()
    gap, error = paired_gap("신경망", "지난주 같은 요일")
    difference = errors["지난주 같은 요일"] - errors["신경망"]
    assert gap == pytest.approx(difference.mean())
    assert error == pytest.approx(difference.std(ddof=1) / np.sqrt(207))
    assert gap > 4 * error
    gap, _ = paired_gap("신경망", "선형 회귀(지난 14일)")
    assert 0 < gap < 0.08
    assert paired_gap("선형 회귀(지난 14일)", "신경망")[0] == pytest.approx(-gap)


def test_knowing_the_weekday_does_as_well_as_the_network() -> None:
    gap, _ = paired_gap("신경망", "선형 회귀(요일과 어제)")
    assert abs(gap) < 0.03


def test_weekday_is_marked_beside_yesterday() -> None:
    past, target = make_windows(np.arange(30.0))
    known = weekday_and_yesterday(past)
    assert known.shape == (16, 8)
    # 값이 곧 날이므로 요일은 7로 나눈 나머지다.
    assert known[:, :7].argmax(axis=1).tolist() == (target % 7).tolist()
    assert (known[:, :7].sum(axis=1) == 1).all()
    assert np.array_equal(known[:, 7], target - 1)


def test_network_never_sees_the_test_days() -> None:
    past, target = make_windows(make_series(days=100))
    train, test = slice(0, 60), slice(60, 86)
    changed, hidden = past.copy(), target.copy()
    hidden[test] = 1000
    first = network_forecast(past, target, train, test, epochs=1)
    second = network_forecast(changed, hidden, train, test, epochs=1)
    assert first.shape == (26,)
    assert np.array_equal(first, second)
    assert network_forecast.__defaults__ == (40,)


def test_picture_shows_three_lines_of_three_weeks() -> None:
    truth, predicted = forecasts()
    axes = draw().axes[0]
    names = [text.get_text() for text in axes.get_legend().get_texts()]
    assert names == ["참값", "지난주 같은 요일", "신경망"]
    for line, values in zip(
        axes.lines,
        (truth, predicted["지난주 같은 요일"], predicted["신경망"]),
        strict=True,
    ):
        assert line.get_xdata().tolist() == list(range(1, 22))
        assert np.array_equal(line.get_ydata(), values[-21:])
        assert (line.get_ydata() > 8.5).all()
        assert (line.get_ydata() < 17.5).all()
    assert [line.get_linestyle() for line in axes.lines] == ["-", ":", "--"]
    assert axes.get_xlim() == (1, 21)
    assert f"{absolute_errors()['지난주 같은 요일'].mean():.2f}" in describe()
