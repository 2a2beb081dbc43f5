import itertools

import keras
import numpy as np
import pytest

from snippets.week12.functional_api.build_hp import (
    build,
    drop_last_layer,
    grid,
    main,
    validation_accuracy,
)


@pytest.mark.parametrize(
    ("depth", "units", "skip"),
    list(itertools.product((0, 1, 3), (8, 32), (False, True))),
)
def test_build_follows_its_hyperparameters(depth: int, units: int, skip: bool) -> None:
    model = build({"depth": depth, "units": units, "skip": skip})
    adds = [x for x in model.layers if isinstance(x, keras.layers.Add)]
    assert len(adds) == depth * skip
    hidden = (units + 1) * units
    assert model.count_params() == 65 * units + depth * hidden + (units + 1) * 10
    dense = [x for x in model.layers if isinstance(x, keras.layers.Dense)]
    names = [x.activation.__name__ for x in dense]
    assert names == ["relu"] * (depth + 1) + ["softmax"]
    assert model.input_shape == (None, 64)


def test_grid_holds_every_combination_once() -> None:
    found = [(hp["depth"], hp["units"], hp["skip"]) for hp in grid()]
    assert found == [(1, 8, True), (1, 32, True), (3, 8, True), (3, 32, True)]


def test_wider_models_learn_more_in_the_same_time() -> None:
    for depth in (1, 3):
        narrow = validation_accuracy(depth=depth, units=8, skip=True)
        wide = validation_accuracy(depth=depth, units=32, skip=True)
        assert wide > narrow
        assert wide > 0.8


def test_taking_a_layer_from_the_list_changes_nothing() -> None:
    model = build(grid()[0])
    x = np.ones((1, 64), "float32")
    before, layers = np.asarray(model(x)), len(model.layers)
    model.layers.pop()
    assert len(model.layers) == layers
    assert np.array_equal(before, np.asarray(model(x)))
    with pytest.raises(AttributeError, match="reserved"):
        model.layers = []


def test_new_model_is_cut_from_the_same_layers() -> None:
    model = build(grid()[1])
    shorter = drop_last_layer(model)
    assert shorter.output_shape == (None, 32)
    assert model.output_shape == (None, 10)
    assert shorter.layers == model.layers[:-1]


def test_printed_sizes(capsys: pytest.CaptureFixture) -> None:
    main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("깊이 1, 폭  8, 잔차: 파라미터   682, 정확도 0.")
    assert lines[-2:] == [
        "layers에서 하나 뺀 뒤의 출력: (None, 10)",
        "새로 만든 모델의 출력: (None, 32)",
    ]
