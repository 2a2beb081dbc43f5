import matplotlib.pyplot as plt
import numpy as np
import pytest
from scipy.stats import ttest_1samp

from snippets.week12.multi_label.thresholds import (
    GRID,
    INTERCEPTS,
    NAMES,
    SEEDS,
    describe,
    draw,
    f1_curve,
    make_data,
    results,
    tuned_f1,
)


def test_grid_and_labels_are_those_of_the_page() -> None:
    assert (GRID[0], GRID[-1], len(GRID)) == (0.02, 0.9, 45)
    assert INTERCEPTS == (0.0, -2.5, -4.5)
    assert len(NAMES) == 3


def test_labels_grow_rarer_and_each_has_its_own_features() -> None:
    draws = [make_data(np.random.default_rng(seed)) for seed in range(5)]
    x, y = (np.concatenate(parts) for parts in zip(*draws, strict=True))
    assert x.shape == (20_000, 6)
    assert y.shape == (20_000, 3)
    assert y.mean(axis=0) == pytest.approx([0.5, 0.15, 0.04], abs=0.02)
    links = np.corrcoef(np.hstack([x, y]).T)[:6, 6:]
    own = np.kron(np.eye(3), [[1], [1]]) == 1
    assert (links[own] > 0.1).all()
    assert (np.abs(links[~own]) < 0.03).all()


def test_f1_curve_by_hand() -> None:
    truth = np.array([1, 1, 0, 0])
    probability = np.array([0.8, 0.3, 0.4, 0.1])
    curve = f1_curve(truth, probability)
    assert curve.shape == (45,)
    assert curve[0] == pytest.approx(2 * 2 / 6)  # 모두 양성이라고 한다
    assert curve[GRID < 0.3][-1] == pytest.approx(4 / 5)
    assert curve[-1] == 0  # 아무것도 찾지 않는다
    assert f1_curve(np.array([1]), GRID[[7]])[7] == 1  # 임곗값과 같으면 양성이다


def test_results_are_kept_by_seed_and_label() -> None:
    assert len(SEEDS) >= 10
    for key, values in results().items():
        assert values.shape[:2] == (len(SEEDS), len(NAMES))
        assert (values[3] == tuned_f1(SEEDS[3])[key]).all()
    assert results()["all"] == pytest.approx(
        2 * results()["rate"] / (1 + results()["rate"])
    )


def test_thresholds_are_chosen_without_the_test_data() -> None:
    chosen = GRID[results()["curve"].argmax(axis=2)]
    assert (results()["threshold"] == chosen).all()
    # 점수는 임곗값을 고르지 않은 데이터에서 잰다.
    assert (results()["tuned"] != results()["curve"].max(axis=2)).all()


def test_rare_labels_want_lower_thresholds_and_gain_more() -> None:
    common, rare, rarest = results()["threshold"].T
    assert ttest_1samp(common - rare, 0).confidence_interval()[0] > 0.05
    assert ttest_1samp(rare - rarest, 0).confidence_interval()[0] > 0.03
    gains = results()["tuned"] - results()["half"]
    low, high = ttest_1samp(gains, 0).confidence_interval()
    assert (low > [0, 0.07, 0.13]).all()
    assert low[2] > high[1]
    assert low[1] > high[0]


def test_tuned_thresholds_beat_calling_everything_positive() -> None:
    margin = results()["tuned"] - results()["all"]
    assert (ttest_1samp(margin, 0).confidence_interval()[0] > 0.05).all()


def test_best_threshold_is_near_half_of_the_best_f1() -> None:
    half = results()["curve"].max(axis=2).mean(axis=0) / 2
    # 꼭대기가 평평해 고른 자리는 조금 흔들린다.
    assert results()["threshold"].mean(axis=0) == pytest.approx(half, abs=0.04)


def test_figure_marks_every_peak() -> None:
    figure = draw()
    (axes,) = figure.axes
    guide, *lines = axes.lines
    assert list(guide.get_xdata()) == [0.5, 0.5]
    assert len(lines) == 6
    for i, curve in enumerate(results()["curve"].mean(axis=0)):
        assert lines[2 * i].get_ydata() == pytest.approx(curve)
        assert lines[2 * i + 1].get_ydata() == pytest.approx(curve.max())
        assert lines[2 * i + 1].get_xdata() == GRID[curve.argmax()]
    assert tuple(text.get_text() for text in axes.texts) == NAMES
    assert len({line.get_linestyle() for line in lines[::2]}) == 3
    plt.close(figure)


def test_description_names_every_peak() -> None:
    for name, curve in zip(NAMES, results()["curve"].mean(axis=0), strict=True):
        assert f"{name} 레이블은 임곗값 {GRID[curve.argmax()]:.2f}에서" in describe()
