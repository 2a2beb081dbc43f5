import math

import keras
import pytest

from snippets.week12.experiment_tracking.model_structure import (
    build,
    describe,
    draw,
    parameters,
    summary,
)


def test_parameters_by_hand() -> None:
    model = build()
    assert parameters(model) == {
        "conv1": 3 * 3 * 1 * 16 + 16,
        "conv2": 3 * 3 * 16 * 32 + 32,
        "flatten": 0,
        "dense": 4 * 4 * 32 * 64 + 64,
        "digit": 64 * 10 + 10,
    }
    assert sum(parameters(model).values()) == model.count_params()


def test_layers_are_what_their_names_say() -> None:
    model = build()
    assert model.input_shape == (None, 8, 8, 1)
    assert model.output_shape == (None, 10)
    assert model.name == "digits"
    relu, softmax = keras.activations.relu, keras.activations.softmax
    activations = [layer.activation for layer in model.layers if layer.weights]
    assert activations == [relu, relu, relu, softmax]


def test_summary_names_every_layer_and_total() -> None:
    text = summary(build())
    for name, count in parameters(build()).items():
        (row,) = [line for line in text.splitlines() if f" {name} (" in line]
        assert f" {count:,} " in row
    assert "Total params: 38,282" in text
    assert text == text.rstrip()
    assert max(len(line) for line in text.splitlines()) <= 60
    wide = summary(build(), width=80)
    assert 60 < max(len(line) for line in wide.splitlines()) <= 80


def test_convolution_multiplies_more_than_the_layer_with_most_parameters() -> None:
    model = build()
    conv2, dense = model.get_layer("conv2"), model.get_layer("dense")
    # 커널의 곱셈을 출력의 자리마다 되풀이한다.
    places = math.prod(conv2.output.shape[1:3])
    assert places * math.prod(conv2.kernel.shape) == 73_728
    assert math.prod(dense.kernel.shape) == 32_768


def test_figure_has_a_bar_a_layer() -> None:
    (axes,) = draw().axes
    counts = list(parameters(build()).values())
    assert [bar.get_width() for bar in axes.patches] == counts
    assert [text.get_text() for text in axes.texts] == [f"{n:,}" for n in counts]
    assert axes.yaxis_inverted()
    assert max(counts) < axes.get_xlim()[1]


def test_most_parameters_sit_in_one_layer() -> None:
    counts = parameters(build())
    assert counts["dense"] / sum(counts.values()) == pytest.approx(0.86, abs=0.01)
    assert "dense 층이 32,832개로, 모두 38,282개" in describe()
