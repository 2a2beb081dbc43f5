import numpy as np
import optuna
import pytest
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

from snippets.week12.hyperparameter_tuning.hyperband_pruning import (
    EPOCHS,
    SEEDS,
    TRIALS,
    brackets,
    epochs_used,
    learning_curve,
    objective,
    saved,
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
    pruner = optuna.pruners.HyperbandPruner(min_resource=1, max_resource=EPOCHS)
    study = optuna.create_study(study_name="digits", pruner=pruner)
    study.optimize(lambda trial: trial.suggest_float("x", 0, 1), n_trials=1)
    trial = study.ask()
    trial.report(0.5, 0)
    trial.should_prune()
    assert len(pruner._pruners) == len(brackets(EPOCHS)) == 3


def test_curve_is_that_of_training_one_epoch_at_a_time() -> None:
    x, y = load_digits(return_X_y=True)
    train_x, val_x, train_y, val_y = train_test_split(
        x / 16, y, train_size=150, test_size=300, random_state=2
    )
    network = MLPClassifier(
        (16,), solver="sgd", learning_rate_init=0.1, batch_size=30, random_state=2
    )
    curve = learning_curve(0.1, seed=2)
    assert len(curve) == EPOCHS == 9
    for accuracy in curve[:2]:
        network.partial_fit(train_x, train_y, classes=np.arange(10))
        assert accuracy == network.score(val_x, val_y)


def test_every_epoch_is_reported() -> None:
    trials = search(0, prune=False).trials
    assert len(trials) == TRIALS == 15
    assert epochs_used(search(0, prune=False)) == 15 * 9
    for trial in trials:
        assert list(trial.intermediate_values) == list(range(1, 10))
        assert trial.intermediate_values[9] == trial.value
        assert trial.state == optuna.trial.TrialState.COMPLETE
    assert trials[0].distributions == {
        "learning_rate": optuna.distributions.FloatDistribution(1e-4, 10, log=True)
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_pruning_stops_the_same_settings_earlier(seed: int) -> None:
    pruned, full = search(seed, prune=True), search(seed, prune=False)
    for one, other in zip(pruned.trials, full.trials, strict=True):
        assert one.params == other.params
        seen = list(one.intermediate_values.values())
        assert seen == list(other.intermediate_values.values())[: len(seen)]
        if one.state == optuna.trial.TrialState.COMPLETE:
            assert len(seen) == EPOCHS
    assert epochs_used(pruned) < epochs_used(full)


def test_settings_stop_where_the_brackets_say() -> None:
    ends = {
        len(trial.intermediate_values)
        for seed in SEEDS
        for trial in search(seed, prune=True).trials
    }
    assert ends == {epochs for rounds in brackets(EPOCHS) for _, epochs in rounds}


def test_pruning_saves_epochs_and_loses_little() -> None:
    share, lost = saved()
    assert share.shape == lost.shape == (len(SEEDS),) == (10,)
    assert (lost >= 0).all()
    # 자유도 9의 t 분포에서 위쪽 2.5%의 자리다.
    half = 2.2622 * share.std(ddof=1) / np.sqrt(10)
    assert 0.45 < share.mean() - half < share.mean() + half < 0.85
    assert lost.mean() < 0.01
    assert lost.max() < 0.05


def test_names_differ_so_that_brackets_differ() -> None:
    assert search(0, prune=True).study_name == "digits0"
    assert search(3, prune=True).study_name == "digits3"
    assert search(0, prune=True).direction == optuna.study.StudyDirection.MAXIMIZE


def test_score_is_the_accuracy_after_the_last_epoch() -> None:
    fixed = optuna.trial.FixedTrial({"learning_rate": 0.5})
    assert objective(fixed, 0) == learning_curve(0.5, 0)[-1]
