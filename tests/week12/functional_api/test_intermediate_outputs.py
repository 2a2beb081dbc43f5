import keras
import numpy as np
import pytest

from snippets.week12.functional_api import intermediate_outputs
from snippets.week12.functional_api.intermediate_outputs import (
    build_model,
    dead_share,
    diagnose,
    layer_outputs,
)

HIDDEN = ["hidden_1", "hidden_2", "hidden_3"]


def test_dead_unit_is_one_that_no_example_turns_on() -> None:
    activations = np.array([[0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 2.0, 0.0]])
    assert dead_share(activations) == 0.5


def test_probe_returns_every_layer_and_adds_no_weight() -> None:
    model = build_model(0.0)
    x = np.random.default_rng(0).random((3, 64)).astype("float32")
    outputs = layer_outputs(model, x)
    assert list(outputs) == [*HIDDEN, "answer"]
    assert [v.shape for v in outputs.values()] == [(3, 32)] * 3 + [(3, 10)]
    assert outputs["answer"] == pytest.approx(np.asarray(model(x)))
    first = model.get_layer("hidden_1")
    expected = np.maximum(0, x @ first.kernel.numpy() + first.bias.numpy())
    assert outputs["hidden_1"] == pytest.approx(expected, abs=1e-5)
    assert np.all(outputs["hidden_3"] >= 0)
    assert outputs["answer"].sum(axis=1) == pytest.approx(1)


def test_only_the_second_layer_gets_the_bias() -> None:
    model = build_model(-5.0)
    biases = [set(model.get_layer(name).bias.numpy()) for name in HIDDEN]
    assert biases == [{0.0}, {-5.0}, {0.0}]


def test_outputs_point_at_the_broken_layer() -> None:
    healthy, broken = diagnose()["멀쩡한 모델"], diagnose()["고장 낸 모델"]
    assert healthy["accuracy"] > 0.85
    assert max(healthy[name] for name in HIDDEN) < 0.5
    assert broken["accuracy"] < 0.15
    assert broken["hidden_1"] < 0.5
    assert broken["hidden_2"] == broken["hidden_3"] == 1


def test_layers_are_read_on_scaled_pictures(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def spy(_model: keras.Model, images: np.ndarray) -> None:
        assert images.shape == (1797, 64)
        assert (images.min(), images.max()) == (0, 1)
        raise RuntimeError("여기까지만 본다")

    monkeypatch.setattr(intermediate_outputs, "layer_outputs", spy)
    with pytest.raises(RuntimeError, match="여기까지만"):
        diagnose.__wrapped__()
