import keras
import numpy as np
import pytest

from snippets.week12.functional_api.custom_parts import (
    Gate,
    RadialBasis,
    build_model,
    run,
    save_and_load,
)


def test_radial_basis_is_one_at_a_center_and_falls_with_distance() -> None:
    layer = RadialBasis(2)
    layer.build((None, 2))
    layer.centers.assign([[0.0, 0.0], [0.3, 0.4]])
    out = np.asarray(layer(np.array([[0, 0], [0.3, 0.4]], "float32")))
    far = np.exp(-0.25)
    assert out == pytest.approx(np.array([[1, far], [far, 1]]), rel=1e-4)


def test_radial_basis_starts_with_scattered_centers() -> None:
    layer = RadialBasis(50)
    layer.build((None, 2))
    assert layer.centers.shape == (50, 2)
    assert 0.02 < layer.centers.numpy().std() < 0.1


def test_gate_mixes_by_its_ratio() -> None:
    gate = Gate()
    first, second = np.ones((1, 3), "float32"), np.full((1, 3), 5, "float32")
    gate([first, second])
    gate.ratio.kernel.assign(np.zeros((6, 1)))
    gate.ratio.bias.assign([np.log(3)])
    assert np.asarray(gate([first, second])) == pytest.approx(0.75 * 1 + 0.25 * 5)


def test_custom_parts_sit_in_the_graph_like_any_layer() -> None:
    model = build_model()
    names = [type(layer).__name__ for layer in model.layers]
    assert names == ["InputLayer", "RadialBasis", "Dense", "Gate", "Dense"]
    assert [x.count_params() for x in model.layers] == [0, 32, 48, 33, 17]
    assert model.get_layer("straight").activation.__name__ == "relu"
    assert model.output_shape == (None, 1)


def test_saved_file_brings_back_the_same_model() -> None:
    model = build_model()
    loaded = save_and_load(model)
    assert isinstance(loaded.get_layer("radial_basis"), RadialBasis)
    assert isinstance(loaded.get_layer("gate"), Gate)
    x = np.random.default_rng(0).normal(size=(5, 2)).astype("float32")
    assert np.asarray(loaded(x)) == pytest.approx(np.asarray(model(x)), abs=1e-6)


def test_trained_model_separates_the_moons_and_survives_saving() -> None:
    assert run()["accuracy"] > 0.93
    assert run()["gap"] == pytest.approx(0, abs=1e-6)


def test_keras_writes_the_simple_arguments_of_a_layer() -> None:
    config = RadialBasis(units=3).get_config()
    assert RadialBasis.from_config(config).units == config["units"] == 3
    del config["units"]
    with pytest.raises(TypeError, match="units"):
        RadialBasis.from_config(config)
    # 단순하지 않은 인자가 있으면 적지 않는다.
    with pytest.raises(NotImplementedError, match="get_config"):
        RadialBasis(units=np.int64(3)).get_config()


def test_registered_names_carry_the_package() -> None:
    get = keras.saving.get_registered_name
    assert get(RadialBasis) == "week12>RadialBasis"
    assert get(Gate) == "week12>Gate"
