import keras

from snippets.week12.keras_applications.predefined_parts import (
    build_ready_model,
    parts,
    ready_models,
)


def test_parts_are_counted_once_and_without_their_base() -> None:
    found = parts(keras.layers, keras.layers.Layer)
    assert {keras.layers.Dense, keras.layers.Conv2D, keras.layers.LSTM} <= found
    assert keras.layers.Convolution2D is keras.layers.Conv2D
    assert keras.layers.Layer not in found
    assert all(issubclass(part, keras.layers.Layer) for part in found)
    # 층이 아닌 클래스는 세지 않는다.
    assert keras.layers.InputSpec not in found


def test_base_of_the_optimizers_is_left_out() -> None:
    found = parts(keras.optimizers, keras.Optimizer)
    assert keras.optimizers.Adam in found
    assert keras.Optimizer not in found


def test_ready_models_are_functions_that_make_models() -> None:
    names = ready_models()
    assert {"VGG16", "ResNet50", "MobileNetV2", "EfficientNetB0"} <= set(names)
    assert not [name for name in names if name.islower()]
    assert all(callable(getattr(keras.applications, name)) for name in names)


def test_ready_model_takes_small_colour_images() -> None:
    model = build_ready_model()
    assert model.input_shape == (None, 32, 32, 3)
    assert model.output_shape == (None, 10)
