import keras
import numpy as np
import pytest

from snippets.week12.keras_applications.custom_layer import (
    Nearness,
    accuracy,
    describe,
    draw,
    load_split,
    saved_and_loaded,
    straight_line,
    train,
)


def test_layer_measures_nearness_to_its_centers() -> None:
    layer = Nearness(2)
    layer.build((None, 3))
    layer.set_weights([np.array([[0.0, 0.0, 0.0], [1.0, 2.0, 2.0]])])
    answer = np.asarray(layer(np.array([[0.0, 0.0, 0.0], [1.0, 0.0, 0.0]])))
    expected = np.exp([[0.0, -9.0], [-1.0, -8.0]])
    assert answer == pytest.approx(expected, rel=1e-5)


def test_centers_are_made_when_the_input_is_known() -> None:
    layer = Nearness(5, name="near")
    assert layer.weights == []
    layer(np.zeros((2, 3)))
    assert layer.centers.shape == (5, 3)
    assert layer.centers.trainable
    assert layer.name == "near"
    centers = np.asarray(layer.centers)
    assert 0 < np.abs(centers).max() < 0.5


def test_layer_is_rebuilt_from_its_config() -> None:
    config = Nearness(7, name="near").get_config()
    again = Nearness.from_config(config)
    assert (again.units, again.name) == (7, "near")
    assert keras.saving.get_registered_name(Nearness) == "notes>Nearness"


def test_split_halves_two_circles() -> None:
    train_points, test_points, train_labels, test_labels = load_split()
    assert train_points.shape == test_points.shape == (200, 2)
    points = np.concatenate([train_points, test_points])
    labels = np.concatenate([train_labels, test_labels])
    assert np.bincount(labels).tolist() == [200, 200]
    radius = np.hypot(*points.T)
    assert radius[labels == 0].mean() == pytest.approx(1, abs=0.05)
    assert radius[labels == 1].mean() == pytest.approx(0.4, abs=0.05)


def test_no_straight_line_parts_the_circles_but_the_layer_does() -> None:
    assert straight_line() < 0.7
    assert accuracy(train()) > 0.97


def test_model_joins_the_layer_with_ready_ones() -> None:
    near, dense = train().layers
    assert near.units == 4
    assert dense.activation.__name__ == "sigmoid"
    # 중심 4×2, 가중치 4, 편향 1.
    assert train().count_params() == 13
    assert train.__wrapped__.__defaults__ == (60,)
    assert int(train().optimizer.iterations) == 240


def test_loaded_model_gives_the_same_answers() -> None:
    points = load_split()[1]
    loaded = saved_and_loaded(train())
    assert loaded is not train()
    assert isinstance(loaded.layers[0], Nearness)
    expected = train().predict(points, verbose=0)
    assert loaded.predict(points, verbose=0) == pytest.approx(expected, abs=1e-6)


def test_picture_shows_a_closed_boundary_between_the_circles() -> None:
    axes = draw().axes[0]
    (boundary,) = [
        path
        for collection in axes.collections
        if collection.get_array() is not None and hasattr(collection, "levels")
        for path in collection.get_paths()
    ]
    radius = np.hypot(*boundary.vertices.T)
    assert radius.min() > 0.4
    assert radius.max() < 1.1
    angles = np.unwrap(np.arctan2(*boundary.vertices.T))
    assert np.ptp(angles) > 6
    names = [text.get_text() for text in axes.get_legend().get_texts()]
    assert names == ["바깥", "안"]
    outside, inside = axes.collections[:2]
    assert np.hypot(*outside.get_offsets().T).mean() > 0.8
    assert np.hypot(*inside.get_offsets().T).mean() < 0.6
    assert len(outside.get_offsets()) == len(inside.get_offsets()) == 40
    assert f"{accuracy(train()):.2f}" in describe()
