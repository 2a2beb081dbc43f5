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
    gains,
    interval,
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


def test_both_methods_share_the_data_and_the_first_ten() -> None:
    for seed in SEEDS:
        tpe, random = search(seed).trials, search(seed, tpe=False).trials
        for one, other in zip(tpe[:STARTUP], random[:STARTUP], strict=True):
            assert (one.params, one.value) == (other.params, other.value)
        assert len(tpe) == len(random) == TRIALS == 30
        assert [x.params for x in tpe[10:]] != [x.params for x in random[10:]]


def test_tpe_usually_tries_better_settings_than_random_search() -> None:
    usual, _ = gains()
    assert usual.shape == (len(SEEDS),) == (10,)
    assert interval(usual)[0] > 0.2


def test_its_best_is_within_two_points_of_random_search() -> None:
    """동등성 검정: 최고끼리의 차이의 95% 구간이 ±0.02 안에 든다."""
    _, best = gains()
    low, high = interval(best)
    assert -0.02 < low < high < 0.02


def test_gain_is_the_difference_between_the_two_methods() -> None:
    usual, best = gains()
    tpe, random = scores(SEEDS[3]), scores(SEEDS[3], tpe=False)
    assert usual[3] == np.median(tpe[10:]) - np.median(random[10:])
    assert best[3] == tpe.max() - random.max()


def test_same_seed_gives_the_same_search() -> None:
    again = search.__wrapped__(PICTURED)
    assert [trial.value for trial in again.trials] == list(scores(PICTURED))


def test_picture_shows_every_trial() -> None:
    (axes,) = draw().axes
    rbf, sigmoid = axes.lines[0], axes.lines[1]
    assert len(rbf.get_xdata()) == is_rbf(PICTURED).sum()
    assert len(rbf.get_xdata()) + len(sigmoid.get_xdata()) == TRIALS
    assert axes.lines[2].get_xdata() == pytest.approx([10.5, 10.5])
    assert f"{np.median(scores(PICTURED)[:10]):.2f}이고, TPE" in describe()
    assert f"뒤로는 {np.median(scores(PICTURED)[10:]):.2f}이다" in describe()
