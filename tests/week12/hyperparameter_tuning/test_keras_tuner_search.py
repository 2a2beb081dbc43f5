from pathlib import Path

import keras
import keras_tuner
import pytest

from snippets.week12.hyperparameter_tuning.keras_tuner_search import (
    build,
    make_tuner,
    run,
)

# KerasTuner 1.4.8이 쓰는 옛 이름이다.
pytestmark = pytest.mark.filterwarnings(r"ignore:(currentThread|getName)\(\) is")


def test_tuner_decides_the_learning_rate() -> None:
    hp = keras_tuner.HyperParameters()
    hp.values["learning_rate"] = 0.25
    model = build(hp)
    assert float(model.optimizer.learning_rate) == pytest.approx(0.25)
    (asked,) = hp.space
    assert asked.name == "learning_rate"
    assert (asked.min_value, asked.max_value, asked.sampling) == (0.01, 1.0, "log")


def test_model_is_one_hidden_layer_of_32() -> None:
    model = build(keras_tuner.HyperParameters())
    assert model.input_shape == (None, 64)
    assert [layer.units for layer in model.layers] == [32, 10]
    assert [layer.activation.__name__ for layer in model.layers] == ["relu", "linear"]
    assert model.count_params() == 64 * 32 + 32 + 32 * 10 + 10
    assert isinstance(model.optimizer, keras.optimizers.SGD)
    assert model.loss.get_config()["from_logits"] is True


def test_tuner_has_the_settings_that_the_page_states(tmp_path: Path) -> None:
    tuner = make_tuner(str(tmp_path))
    oracle = tuner.oracle
    assert (oracle.max_trials, oracle.num_initial_points, oracle.seed) == (4, 3, 1)
    assert (oracle.objective.name, oracle.objective.direction) == (
        "val_accuracy",
        "max",
    )
    assert Path(tuner.project_dir) == tmp_path / "digits"


def test_seed_of_zero_counts_as_no_seed() -> None:
    oracle = keras_tuner.oracles.BayesianOptimizationOracle
    assert oracle("val_accuracy", seed=1).seed == 1
    assert oracle("val_accuracy", seed=0).seed != 0


def test_overwrite_forgets_the_earlier_record(tmp_path: Path) -> None:
    tuner = make_tuner(str(tmp_path))
    tuner.oracle.create_trial("tuner0")
    tuner.save()
    assert len(tuner.oracle.trials) == 1
    kept = keras_tuner.BayesianOptimization(
        build, "val_accuracy", directory=str(tmp_path), project_name="digits"
    )
    assert len(kept.oracle.trials) == 1
    assert len(make_tuner(str(tmp_path)).oracle.trials) == 0


def test_surrogate_is_matern_and_acquisition_is_ucb() -> None:
    scores, beta, kernel = run()
    assert beta == 2.6
    assert kernel == "Matern(length_scale=1, nu=2.5)"
    assert scores.shape == (4,)
    assert ((scores > 0) & (scores < 1)).all()
    assert scores.max() > 0.6


def test_nothing_is_left_in_the_working_directory() -> None:
    run()
    assert not Path("digits").exists()
