import keras
import numpy as np
import pytest

from snippets.week12.keras_applications.digit_images import (
    SEEDS,
    TEST,
    TRAIN,
    accuracies,
    build_classifier,
    compiled,
    gap,
    load_split,
    place,
    train,
)


def test_split_has_the_stated_shapes_and_scale() -> None:
    train_images, test_images, train_labels, test_labels = load_split(0)
    assert train_images.shape == (TRAIN, 12, 12, 1) == (600, 12, 12, 1)
    assert test_images.shape == (TEST, 12, 12, 1) == (1197, 12, 12, 1)
    assert train_images.dtype == np.float32
    assert (train_images.min(), train_images.max()) == (0, 1)
    # 숫자마다 고르게 나뉘었다.
    assert np.bincount(train_labels).min() >= 55
    assert np.bincount(test_labels).min() >= 110
    assert np.array_equal(load_split(0)[1], test_images)
    assert not np.array_equal(load_split(1)[1], test_images)


def test_digits_land_anywhere_whole() -> None:
    digits = np.random.default_rng(0).uniform(0.1, 1, size=(300, 8, 8))
    placed = place(digits, np.random.default_rng(1))
    assert placed.sum(axis=(1, 2, 3)) == pytest.approx(digits.sum(axis=(1, 2)))
    filled = placed[..., 0] > 0
    rows, columns = filled.any(axis=2).argmax(1), filled.any(axis=1).argmax(1)
    assert set(rows) == set(columns) == {0, 1, 2, 3, 4}
    row, column = rows[7], columns[7]
    cut = placed[7, row : row + 8, column : column + 8, 0]
    assert cut == pytest.approx(digits[7])


def test_classifier_forgets_where_the_pattern_was() -> None:
    model = build_classifier()
    assert model.input_shape == (None, 12, 12, 1)
    answers = model.predict(np.zeros((2, 12, 12, 1)), verbose=0)
    assert answers.sum(axis=1) == pytest.approx([1, 1], abs=1e-5)
    pooling, dense = model.layers[-2:]
    assert isinstance(pooling, keras.layers.GlobalMaxPooling2D)
    patterns = np.random.default_rng(0).normal(size=(1, 3, 3, 64)).astype("float32")
    moved = np.roll(patterns, 1, axis=(1, 2))
    one, other = (dense(pooling(x)) for x in (patterns, moved))
    assert keras.ops.convert_to_numpy(one) == pytest.approx(
        keras.ops.convert_to_numpy(other), abs=1e-6
    )


def test_network_beats_the_strongest_simple_model() -> None:
    assert list(accuracies()) == ["로지스틱 회귀", "서포트 벡터 머신", "합성곱 신경망"]
    for values in accuracies().values():
        assert values.shape == (len(SEEDS),) == (10,)
    assert gap("서포트 벡터 머신")[1] > 0.02
    assert gap("로지스틱 회귀")[1] > 0.2
    assert (accuracies()["합성곱 신경망"] > accuracies()["서포트 벡터 머신"]).all()


def test_gap_is_paired_and_widened_for_the_images_that_splits_share() -> None:
    gaps = accuracies()["합성곱 신경망"] - accuracies()["로지스틱 회귀"]
    mean, low, high = gap("로지스틱 회귀")
    # 자유도 9의 t 분포에서 위쪽 2.5%의 자리다.
    half = 2.262157 * gaps.std(ddof=1) * np.sqrt(1 / 10 + 1197 / 600)
    assert mean == pytest.approx(gaps.mean())
    assert (low, high) == pytest.approx((mean - half, mean + half), rel=1e-4)


def test_every_training_starts_afresh() -> None:
    images, _, labels, _ = load_split(0)
    first = train(images[:100], labels[:100], seed=3, epochs=1).get_weights()
    assert int(compiled()[0].optimizer.iterations) == 2
    other = train(images[:100], labels[:100], seed=4, epochs=1).get_weights()
    again = train(images[:100], labels[:100], seed=3, epochs=1).get_weights()
    assert int(compiled()[0].optimizer.iterations) == 2
    for one, two in zip(first, again, strict=True):
        assert one == pytest.approx(two, abs=1e-6)
    assert not np.allclose(first[0], other[0], atol=1e-3)
    assert train.__defaults__ == (12,)
