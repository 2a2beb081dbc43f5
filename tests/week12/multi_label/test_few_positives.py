import matplotlib.pyplot as plt
import numpy as np
import pytest
from scipy.stats import norm, ttest_1samp

from snippets.week12.multi_label.few_positives import (
    FEATURES,
    NEGATIVES,
    POSITIVES,
    SEEDS,
    SHIFT,
    describe,
    draw,
    gain,
    interval,
    make_label,
    results,
)


def bounds(differences: np.ndarray) -> tuple[float, float]:
    return ttest_1samp(differences, 0).confidence_interval()


def test_label_has_the_asked_positives_and_they_lie_apart() -> None:
    x, y = make_label(2_000, 8_000, np.random.default_rng(0))
    assert x.shape == (10_000, FEATURES) == (10_000, 20)
    assert y.sum() == 2_000
    assert set(y) == {0, 1}
    gap = x[y == 1].mean(axis=0) - x[y == 0].mean(axis=0)
    # 평균의 표준오차는 0.025다.
    assert gap == pytest.approx(np.full(20, SHIFT), abs=0.1)
    assert SHIFT == 0.4
    assert x[y == 0].std() == pytest.approx(1, abs=0.01)


def test_results_are_kept_by_seed_positives_and_negatives() -> None:
    assert len(SEEDS) >= 10
    assert results().shape == (len(SEEDS), len(POSITIVES), len(NEGATIVES))
    assert gain((5, 20), (80, 1_280)) == pytest.approx(
        results()[:, -1, -1] - results()[:, 0, 0]
    )


def test_with_plenty_of_negatives_positives_help_more() -> None:
    positives = gain((20, 320), (80, 320))
    negatives = gain((20, 320), (20, 1_280))
    assert bounds(positives)[0] > 0.01
    assert bounds(negatives)[1] < 0.025
    assert bounds(positives - negatives)[0] > 0.002


def test_where_negatives_lack_more_of_them_help_too() -> None:
    assert bounds(gain((20, 20), (20, 80)))[0] > 0.01


def test_scores_lie_between_chance_and_the_best_possible() -> None:
    # 두 정규분포의 중심이 d만큼 떨어지면 가장 높은 AUC는 Φ(d/√2)이다.
    best = norm.cdf(SHIFT * np.sqrt(FEATURES) / np.sqrt(2))
    means = results().mean(axis=0)
    assert means.min() > 0.5 + 0.1
    assert best - 0.05 < means[-1, -1] < best


def test_interval_is_that_of_the_paired_t_test() -> None:
    differences = 2 + np.sqrt(3) * np.array([-1.0, 0.0, 1.0])
    assert interval(differences) == "2.00 (-2.30~6.30)"


def test_figure_shows_a_line_and_a_band_for_each_count() -> None:
    figure = draw()
    (axes,) = figure.axes
    assert len(axes.lines) == len(axes.collections) == len(POSITIVES)
    for i, line in enumerate(axes.lines):
        assert list(line.get_xdata()) == list(NEGATIVES)
        assert line.get_ydata() == pytest.approx(results()[:, i].mean(axis=0))
        band = axes.collections[i].get_datalim(axes.transData)
        assert band.y0 < min(line.get_ydata()) < max(line.get_ydata()) < band.y1
    low, high = axes.get_ylim()
    assert all(low < y < high for line in axes.lines for y in line.get_ydata())
    texts = [text.get_text() for text in axes.get_legend().get_texts()]
    assert texts == [f"양성 {positives}개" for positives in POSITIVES]
    assert axes.get_xscale() == "log"
    plt.close(figure)


def test_description_reads_the_same_data() -> None:
    means = results().mean(axis=0)
    assert f"양성 5개는 {means[0, 0]:.2f}에서 {means[0, -1]:.2f}로" in describe()
    assert describe().startswith("음성이 20개에서 1,280개로")
