import matplotlib.pyplot as plt
import numpy as np
import pytest

from snippets.week12.multi_label.few_positives import (
    FEATURES,
    POSITIVES,
    ROWS,
    SHIFT,
    describe,
    draw,
    make_label,
    ranking_score,
)


def test_label_has_the_asked_positives_and_they_lie_apart() -> None:
    x, y = make_label(2_000, 10_000, np.random.default_rng(0))
    assert x.shape == (10_000, FEATURES) == (10_000, 20)
    assert y.sum() == 2_000
    assert set(y) == {0, 1}
    gap = x[y == 1].mean(axis=0) - x[y == 0].mean(axis=0)
    # 평균의 표준오차는 0.025다.
    assert gap == pytest.approx(np.full(20, SHIFT), abs=0.1)
    assert SHIFT == 0.4
    assert x[y == 0].std() == pytest.approx(1, abs=0.01)


def test_more_positives_help_and_more_rows_hardly_do() -> None:
    few, many = ROWS
    assert (few, many) == (400, 2_000)
    for rows in ROWS:
        assert ranking_score(100, rows) > ranking_score(10, rows) + 0.03
        assert ranking_score(10, rows) > ranking_score(5, rows)
    # 같은 양성이면 음성이 다섯 배여도 거의 그대로다.
    for positives in POSITIVES[:5]:
        change = ranking_score(positives, many) - ranking_score(positives, few)
        assert abs(change) < 0.03


def test_score_stays_below_the_best_possible() -> None:
    # 두 정규분포의 중심이 d만큼 떨어지면 가장 높은 AUC는 Φ(d/√2)이다.
    distance = SHIFT * np.sqrt(FEATURES)
    samples = np.random.default_rng(1).normal(size=200_000)
    best = (samples < distance / np.sqrt(2)).mean()
    assert best - 0.05 < ranking_score(200, 2_000) < best + 0.01


def test_figure_shows_both_lines() -> None:
    figure = draw()
    (axes,) = figure.axes
    lines = [line for line in axes.lines if len(line.get_xdata())]
    assert len(lines) == 2
    for line, rows in zip(lines, ROWS, strict=True):
        assert list(line.get_xdata()) == list(POSITIVES)
        assert list(line.get_ydata()) == [ranking_score(p, rows) for p in POSITIVES]
    low, high = axes.get_ylim()
    assert all(low < y < high for line in lines for y in line.get_ydata())
    assert [text.get_text() for text in axes.get_legend().get_texts()] == [
        "400행",
        "2,000행",
    ]
    assert axes.get_xscale() == "log"
    plt.close(figure)


def test_description_reads_the_same_data() -> None:
    assert f"{ranking_score(5, 400):.2f}에서" in describe()
    assert f"{ranking_score(200, 2_000):.2f}로" in describe()
    assert describe().startswith("양성이 5개에서 200개로")
