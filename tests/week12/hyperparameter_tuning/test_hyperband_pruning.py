import optuna
import pytest

from snippets.week12.hyperparameter_tuning.hyperband_pruning import (
    EPOCHS,
    TRIALS,
    brackets,
    epochs_used,
    objective,
    search,
)


def test_brackets_follow_the_paper() -> None:
    assert brackets(27) == [
        [(27, 1), (9, 3), (3, 9), (1, 27)],
        [(12, 3), (4, 9), (1, 27)],
        [(6, 9), (2, 27)],
        [(4, 27)],
    ]
    assert brackets(4, factor=2) == [
        [(4, 1), (2, 2), (1, 4)],
        [(3, 2), (1, 4)],
        [(3, 4)],
    ]
    assert brackets(1) == [[(1, 1)]]


def test_brackets_are_counted_without_rounding_errors() -> None:
    # math.log(243, 3)은 5보다 작다.
    assert len(brackets(243)) == 6
    assert len(brackets(242)) == 5


def test_optuna_makes_as_many_brackets() -> None:
    assert search(prune=True).pruner._n_brackets == len(brackets(EPOCHS)) == 4


def test_every_epoch_is_reported() -> None:
    trials = search(prune=False).trials
    assert len(trials) == TRIALS == 20
    assert epochs_used(search(prune=False)) == 20 * 27
    for trial in trials:
        assert list(trial.intermediate_values) == list(range(27))
        assert trial.intermediate_values[26] == trial.value
        assert trial.state == optuna.trial.TrialState.COMPLETE
    assert trials[0].distributions == {
        "learning_rate": optuna.distributions.FloatDistribution(1e-4, 10, log=True)
    }


def test_pruning_stops_the_same_settings_earlier() -> None:
    pruned, full = search(prune=True), search(prune=False)
    for one, other in zip(pruned.trials, full.trials, strict=True):
        assert one.params == other.params
        seen = list(one.intermediate_values.values())
        assert seen == list(other.intermediate_values.values())[: len(seen)]
        stopped = one.state == optuna.trial.TrialState.PRUNED
        assert stopped == (len(seen) < EPOCHS) or len(seen) == EPOCHS
    assert epochs_used(pruned) < 0.6 * epochs_used(full)
    assert pruned.best_value == pytest.approx(full.best_value, abs=0.02)


def test_name_is_fixed_so_that_brackets_repeat() -> None:
    assert search(prune=True).study_name == "digits"
    assert search(prune=True).direction == optuna.study.StudyDirection.MAXIMIZE


def test_score_is_the_accuracy_after_the_last_epoch() -> None:
    rate = search(prune=False).trials[0].params["learning_rate"]
    value = objective(optuna.trial.FixedTrial({"learning_rate": rate}))
    assert value == search(prune=False).trials[0].value
