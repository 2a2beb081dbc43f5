import keras
import numpy as np
import pytest

from snippets.week12.keras_applications.digit_images import (
    Split,
    accuracies,
    build_classifier,
    load_split,
    shift_right,
    train,
)


@pytest.fixture(scope="module")
def split() -> Split:
    return load_split()


def test_split_has_the_stated_shapes_and_scale(split: Split) -> None:
    train_images, test_images, train_labels, test_labels = split
    assert train_images.shape == (1347, 8, 8, 1)
    assert test_images.shape == (450, 8, 8, 1)
    assert train_images.dtype == np.float32
    assert train_images.min() == 0
    assert train_images.max() == 1
    assert train_labels.shape == (1347,)
    # 숫자마다 고르게 나뉘었다.
    counts = np.bincount(test_labels)
    assert len(counts) == 10
    assert counts.min() >= 43


def test_split_is_repeatable(split: Split) -> None:
    assert np.array_equal(load_split(seed=0)[1], split[1])
    assert not np.array_equal(load_split(seed=1)[1], split[1])


def test_classifier_is_convolutional_and_answers_with_ten_probabilities() -> None:
    model = build_classifier()
    assert model.input_shape == (None, 8, 8, 1)
    convolutions = [x for x in model.layers if isinstance(x, keras.layers.Conv2D)]
    assert [x.filters for x in convolutions] == [16, 32]
    assert {x.kernel_size for x in convolutions} == {(3, 3)}
    assert {x.activation.__name__ for x in convolutions} == {"relu"}
    answers = np.asarray(model(np.zeros((2, 8, 8, 1))))
    assert answers.shape == (2, 10)
    assert np.allclose(answers.sum(axis=1), 1, atol=1e-5)


def test_shift_moves_one_pixel_right_and_fills_with_zero() -> None:
    images = np.arange(1, 129, dtype="float32").reshape(2, 8, 8, 1)
    shifted = shift_right(images)
    assert shifted.shape == images.shape
    assert (shifted[:, :, 0] == 0).all()
    assert np.array_equal(shifted[:, :, 1:], images[:, :, :7])
    assert images[0, 0, 0, 0] == 1


def test_both_models_read_upright_digits_alike() -> None:
    network, simple = (same for same, _ in accuracies().values())
    # 찍어 맞히면 0.1이다. 450장에서 정확도의 표준오차는 0.01쯤이다.
    assert network > 0.92
    assert simple > 0.94
    assert abs(network - simple) < 0.04


def test_one_pixel_breaks_both_models() -> None:
    assert list(accuracies()) == ["합성곱 신경망", "로지스틱 회귀"]
    for same, moved in accuracies().values():
        assert moved < same - 0.3


def test_training_longer_helps(split: Split) -> None:
    train_images, test_images, train_labels, test_labels = split
    model = train(train_images, train_labels, epochs=1)
    result = model.evaluate(test_images, test_labels, verbose=0, return_dict=True)
    assert result["accuracy"] < 0.9
    assert model.optimizer.name == "adam"
    # 1347장을 32장씩 묶으면 한 에포크가 43걸음이다.
    assert int(model.optimizer.iterations) == 43


def test_ten_epochs_are_the_default() -> None:
    assert train.__defaults__ == (10,)
