import json
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import optuna
import pytest

from snippets.week12.experiment_tracking.optuna_plots import (
    describe,
    draw,
    gain_from_penalty,
    importances,
    objective,
    recorded,
    reload,
    search,
)


def test_journal_holds_every_trial(tmp_path: Path) -> None:
    file = tmp_path / "journal.log"
    search(file, trials=4)
    assert [entry.name for entry in tmp_path.iterdir()] == ["journal.log"]
    for line in file.read_text(encoding="utf-8").splitlines():
        assert "op_code" in json.loads(line)
    study = reload(file)
    assert study.direction == optuna.study.StudyDirection.MAXIMIZE
    first = recorded()[1].trials[:4]
    assert [trial.params for trial in study.trials] == [t.params for t in first]
    assert [trial.value for trial in study.trials] == [t.value for t in first]


def test_search_looks_where_the_page_says() -> None:
    file, study = recorded()
    assert file == "journal.log"
    assert len(study.trials) == 30
    logs = optuna.distributions.FloatDistribution
    assert study.trials[0].distributions == {
        "C": logs(0.1, 100, log=True),
        "gamma": logs(1e-5, 1e-1, log=True),
    }


@pytest.mark.parametrize(
    ("gamma", "low", "high"), [(0.001, 0.95, 1.0), (0.1, 0.05, 0.2)]
)
def test_wide_gamma_only_memorises(gamma: float, low: float, high: float) -> None:
    accuracy = objective(optuna.trial.FixedTrial({"C": 10.0, "gamma": gamma}))
    assert low < accuracy < high
    # 이미지 400장에서 세었으므로 400분의 1의 배수다.
    assert accuracy * 400 == pytest.approx(round(accuracy * 400))


def test_gamma_decides_by_either_measure() -> None:
    _, study = recorded()
    found = importances(study)
    assert list(found) == ["fANOVA", "PED-ANOVA"]
    for shares in found.values():
        assert sum(shares.values()) == pytest.approx(1)
        assert shares["gamma"] > 0.6
    assert found["fANOVA"]["C"] < 0.05 < found["PED-ANOVA"]["C"]
    assert study.best_value > 0.97
    assert importances(study) == found


def test_unimportant_is_not_arbitrary() -> None:
    assert gain_from_penalty(1e-5) > 0.5
    assert 0 <= gain_from_penalty(1e-3) < 0.5


def test_figure_is_optunas_own_plot_in_our_style() -> None:
    _, study = recorded()
    style = plt.rcParams.copy()
    figure = draw()
    assert dict(plt.rcParams) == dict(style)
    assert "axes.facecolor" in plt.style.library["ggplot"]
    top, bottom = figure.axes
    assert [axes.get_xlabel() for axes in (top, bottom)] == ["C", "gamma"]
    assert [axes.get_ylabel() for axes in (top, bottom)] == ["검증 정확도"] * 2
    assert figure.get_suptitle() == ""
    for axes, name in ((top, "C"), (bottom, "gamma")):
        assert axes.get_xscale() == "log"
        points = axes.collections[0].get_offsets()
        assert np.allclose(points[:, 0], [t.params[name] for t in study.trials])
        assert np.allclose(points[:, 1], [t.value for t in study.trials])


def test_words_hold_for_the_points() -> None:
    _, study = recorded()
    wide = [t.value for t in study.trials if t.params["gamma"] > 0.01]
    middle = [t.value for t in study.trials if 0.0003 < t.params["gamma"] < 0.003]
    assert max(wide) < 0.2
    assert min(middle) > 0.9
    assert f"높아야 {max(wide):.2f}이고" in describe()
    assert f"낮아도 {min(middle):.2f}이다" in describe()
