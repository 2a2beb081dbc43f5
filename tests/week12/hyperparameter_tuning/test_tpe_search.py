import inspect

import numpy as np
import optuna
import pytest

from snippets.week12.hyperparameter_tuning.tpe_search import (
    PICTURED,
    SEEDS,
    STARTUP,
    TRIALS,
    describe,
    draw,
    is_rbf,
    scores,
    search,
    suggest,
)


def test_kernel_decides_which_questions_are_asked() -> None:
    fixed = optuna.trial.FixedTrial({"kernel": "rbf", "C": 2.0, "gamma": 0.5})
    model = suggest(fixed)
    assert (model.kernel, model.C, model.gamma) == ("rbf", 2.0, 0.5)
    assert set(fixed.params) == {"kernel", "C", "gamma"}
    fixed = optuna.trial.FixedTrial(
        {"kernel": "sigmoid", "C": 1.0, "gamma": 0.1, "coef0": -0.5}
    )
    model = suggest(fixed)
    assert (model.kernel, model.coef0) == ("sigmoid", -0.5)
    assert set(fixed.params) == {"kernel", "C", "gamma", "coef0"}


def test_ranges_are_the_ones_that_the_page_shows() -> None:
    seen = {}
    for trial in search(PICTURED).trials:
        seen |= trial.distributions
    float_range = optuna.distributions.FloatDistribution
    assert seen == {
        "kernel": optuna.distributions.CategoricalDistribution(("rbf", "sigmoid")),
        "C": float_range(0.01, 1000, log=True),
        "gamma": float_range(0.0001, 10, log=True),
        "coef0": float_range(-1, 1),
    }


def test_score_is_the_accuracy_on_rows_that_training_did_not_see() -> None:
    assert (scores(PICTURED) * 300 % 1).round(6) % 1 == pytest.approx(0)
    assert search(0).best_value == scores(0).max()


def first_params(sign: int) -> list[float]:
    study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=0))
    study.optimize(lambda trial: sign * trial.suggest_float("x", 0, 1), n_trials=14)
    return [trial.params["x"] for trial in study.trials]


def test_first_ten_are_random_and_later_ones_follow_the_results() -> None:
    signature = inspect.signature(optuna.samplers.TPESampler.__init__)
    assert signature.parameters["n_startup_trials"].default == STARTUP == 10
    low, high = first_params(1), first_params(-1)
    assert low[:10] == high[:10]
    assert np.mean(low[10:]) < np.mean(high[10:])


def test_tpe_gathers_where_the_results_are_good() -> None:
    values = np.array([scores(seed) for seed in SEEDS])
    rbf = np.array([is_rbf(seed) for seed in SEEDS])
    assert values.shape == rbf.shape == (6, TRIALS) == (6, 30)
    early, late = values[:, :STARTUP], values[:, STARTUP:]
    assert np.median(late) > np.median(early) + 0.3
    assert rbf[:, STARTUP:].mean() > rbf[:, :STARTUP].mean()
    assert np.median(values.max(axis=1)) >= np.median(early.max(axis=1))


def test_same_seed_gives_the_same_search() -> None:
    again = search.__wrapped__(PICTURED)
    assert [trial.value for trial in again.trials] == list(scores(PICTURED))


def test_picture_shows_every_trial() -> None:
    (axes,) = draw().axes
    rbf, sigmoid = axes.lines[0], axes.lines[1]
    assert len(rbf.get_xdata()) == is_rbf(PICTURED).sum()
    assert len(rbf.get_xdata()) + len(sigmoid.get_xdata()) == TRIALS
    assert axes.lines[2].get_xdata() == pytest.approx([10.5, 10.5])
    assert f"{np.median(scores(PICTURED)[:10]):.2f}이고 넓게" in describe()
    assert f"{np.median(scores(PICTURED)[10:]):.2f}이고, 그" in describe()
