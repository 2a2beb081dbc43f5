import keras
import numpy as np
import pytest

from snippets.week12.keras_applications.digit_images import (
    Split,
    build_classifier,
    load_split,
    train_and_score,
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
    assert np.array_equal(load_split()[1], split[1])
    assert not np.array_equal(load_split(seed=1)[1], split[1])


def test_classifier_is_convolutional_and_answers_with_ten_probabilities() -> None:
    model = build_classifier()
    convolutions = [x for x in model.layers if isinstance(x, keras.layers.Conv2D)]
    assert [x.filters for x in convolutions] == [16, 32]
    assert {x.kernel_size for x in convolutions} == {(3, 3)}
    answers = np.asarray(model(np.zeros((2, 8, 8, 1))))
    assert answers.shape == (2, 10)
    assert np.allclose(answers.sum(axis=1), 1, atol=1e-5)


def test_training_beats_guessing_by_far(split: Split) -> None:
    # 열에 하나를 찍어 맞히는 0.1과 견준다. 기기마다 ±0.02쯤 다르다.
    assert train_and_score(split) > 0.92


def test_training_longer_helps(split: Split) -> None:
    assert train_and_score(split, epochs=1) < 0.9
