import matplotlib.pyplot as plt
import numpy as np
import pytest

from snippets.week12.multi_label.thresholds import (
    GRID,
    INTERCEPTS,
    NAMES,
    best_thresholds,
    describe,
    draw,
    experiment,
    f1_curve,
    make_data,
)


def test_grid_and_labels_are_those_of_the_page() -> None:
    assert (GRID[0], GRID[-1], len(GRID)) == (0.02, 0.9, 45)
    assert INTERCEPTS == (0.0, -2.5, -4.5)
    assert len(NAMES) == 3


def test_labels_grow_rarer_and_each_has_its_own_features() -> None:
    x, y = make_data(20_000, seed=0)
    assert x.shape == (20_000, 6)
    assert y.shape == (20_000, 3)
    assert y.mean(axis=0) == pytest.approx([0.5, 0.15, 0.04], abs=0.02)
    links = np.corrcoef(np.hstack([x, y]).T)[:6, 6:]
    own = np.kron(np.eye(3), [[1], [1]]) == 1
    assert (links[own] > 0.1).all()
    assert (np.abs(links[~own]) < 0.03).all()
    assert not (y == make_data(20_000, seed=1)[1]).all()


def test_f1_curve_by_hand() -> None:
    truth = np.array([1, 1, 0, 0])
    probability = np.array([0.8, 0.3, 0.4, 0.1])
    curve = f1_curve(truth, probability)
    assert curve.shape == (45,)
    assert curve[0] == pytest.approx(2 * 2 / 6)  # 모두 양성이라고 한다
    assert curve[GRID < 0.3][-1] == pytest.approx(4 / 5)
    assert curve[-1] == 0  # 아무것도 찾지 않는다
    assert f1_curve(np.array([1]), GRID[[7]])[7] == 1  # 임곗값과 같으면 양성이다


def test_best_threshold_is_found_label_by_label() -> None:
    truth = np.array([[1, 1], [1, 0], [0, 0], [0, 0]])
    probability = np.array([[0.5, 0.7], [0.4, 0.6], [0.2, 0.5], [0.1, 0.1]])
    first, second = best_thresholds(truth, probability)
    assert 0.2 < first <= 0.4
    assert 0.6 < second <= 0.7


def test_rare_labels_want_lower_thresholds_and_gain_more() -> None:
    results = experiment()
    assert (np.diff(results["thresholds"]) < 0).all()
    assert (results["thresholds"] < 0.5).all()
    gains = results["tuned"] - results["half"]
    assert (gains > 0).all()
    assert gains[2] > gains[1] > gains[0]
    assert results["tuned"][2] > 1.5 * results["half"][2]


def test_best_threshold_is_near_half_of_the_best_f1() -> None:
    results = experiment()
    half = results["curves"].max(axis=1) / 2
    # 꼭대기가 평평해 고른 자리는 조금 흔들린다.
    assert results["thresholds"] == pytest.approx(half, abs=0.05)


def test_thresholds_are_chosen_without_the_test_data() -> None:
    results = experiment()
    assert results["curves"].shape == (3, 45)
    chosen = GRID[results["curves"].argmax(axis=1)]
    assert (results["thresholds"] == chosen).all()
    assert results["prevalence"] == pytest.approx(make_data(6_000, 2)[1].mean(axis=0))


def test_figure_marks_every_peak() -> None:
    figure = draw()
    (axes,) = figure.axes
    guide, *lines = axes.lines
    assert list(guide.get_xdata()) == [0.5, 0.5]
    assert len(lines) == 6
    for i, curve in enumerate(experiment()["curves"]):
        assert list(lines[2 * i].get_ydata()) == list(curve)
        assert lines[2 * i + 1].get_ydata() == curve.max()
        assert lines[2 * i + 1].get_xdata() == experiment()["thresholds"][i]
    assert tuple(text.get_text() for text in axes.texts) == NAMES
    assert len({line.get_linestyle() for line in lines[::2]}) == 3
    plt.close(figure)


def test_description_names_every_peak() -> None:
    for name, threshold in zip(NAMES, experiment()["thresholds"], strict=True):
        assert f"{name} 레이블은 임곗값 {threshold:.2f}에서" in describe()
