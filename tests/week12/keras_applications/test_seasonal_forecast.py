import numpy as np
import pytest

from snippets.week12.keras_applications.seasonal_forecast import (
    SEEDS,
    describe,
    draw,
    forecasts,
    lowest_error,
    make_series,
    make_windows,
    mean_errors,
    network_forecast,
    paired_gap,
    split_in_time,
    weekday_and_yesterday,
)


def test_series_repeats_every_week_with_a_lasting_wobble() -> None:
    series = make_series()
    assert series.shape == (600,)
    by_weekday = series[:595].reshape(-1, 7).mean(axis=0)
    assert by_weekday == pytest.approx([10, 10.6, 10.3, 10.9, 13, 16, 14.5], abs=0.12)
    assert series[0] == 10.0
    wobble = series - np.resize([10, 10.6, 10.3, 10.9, 13, 16, 14.5], 600)
    shocks = wobble[1:] - 0.6 * wobble[:-1]
    # 표준편차의 표준오차는 0.3/√1200, 곧 0.009다.
    assert shocks.std() == pytest.approx(0.3, abs=0.03)
    assert np.corrcoef(shocks[1:], shocks[:-1])[0, 1] == pytest.approx(0, abs=0.13)


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
    truth, predicted = forecasts(0)
    series = make_series(seed=0)
    assert np.array_equal(truth, series[-147:])
    assert np.array_equal(predicted["어제의 값"], series[-148:-1])
    assert np.array_equal(predicted["지난주 같은 요일"], series[-154:-7])
    mean = predicted["훈련 구간의 평균"]
    assert mean.shape == (147,)
    assert mean == pytest.approx(series[14:453].mean())


def test_errors_are_averaged_in_each_series() -> None:
    truth, predicted = forecasts(SEEDS[3])
    for name, values in mean_errors().items():
        assert values.shape == (len(SEEDS),) == (10,)
        assert values[3] == pytest.approx(np.abs(predicted[name] - truth).mean())


def test_learned_forecasts_beat_the_seasonal_naive_one() -> None:
    errors = mean_errors()
    assert (errors["지난주 같은 요일"] < errors["어제의 값"] / 3).all()
    for name in list(errors)[3:]:
        assert (errors[name] < errors["지난주 같은 요일"]).all()


def test_lowest_error_is_that_of_the_rule() -> None:
    # 정규 분포의 평균 절댓값을 표본으로 확인한다.
    shocks = np.random.default_rng(0).normal(scale=0.3, size=200_000)
    assert lowest_error() == pytest.approx(np.abs(shocks).mean(), rel=0.01)
    errors = mean_errors()["선형 회귀(요일과 어제)"].mean()
    assert errors == pytest.approx(lowest_error(), abs=0.02)


def test_network_beats_the_naive_forecast_but_not_the_informed_line() -> None:
    assert paired_gap("신경망", "지난주 같은 요일")[1] > 0.08
    mean, low, high = paired_gap("신경망", "선형 회귀(요일과 어제)")
    # 요일을 아는 회귀가 더 낫다.
    assert -0.1 < low < mean < high < 0
    assert paired_gap("신경망", "선형 회귀(지난 14일)")[0] > 0


def test_gap_is_paired_by_series() -> None:
    errors = mean_errors()
    gaps = errors["지난주 같은 요일"] - errors["신경망"]
    mean, low, high = paired_gap("신경망", "지난주 같은 요일")
    # 자유도 9의 t 분포에서 위쪽 2.5%의 자리다.
    half = 2.262157 * gaps.std(ddof=1) / np.sqrt(10)
    assert (mean, low, high) == pytest.approx(
        (gaps.mean(), gaps.mean() - half, gaps.mean() + half), rel=1e-4
    )


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
    first = network_forecast(past, target, train, test, 5, epochs=1)
    second = network_forecast(changed, hidden, train, test, 5, epochs=1)
    assert first.shape == (26,)
    assert first == pytest.approx(second, abs=1e-5)
    assert network_forecast.__defaults__ == (25,)


def test_picture_shows_three_lines_of_three_weeks() -> None:
    truth, predicted = forecasts(0)
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
    assert f"{mean_errors()['지난주 같은 요일'].mean():.2f}" in describe()
