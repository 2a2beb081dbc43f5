import keras
import numpy as np
import pytest
from keras import ops
from scipy.stats import ttest_1samp

from snippets.week12.functional_api.siamese import (
    PAIRS,
    SEEDS,
    TRAIN_IMAGES,
    baseline,
    build_pair_model,
    compare,
    make_pairs,
    split_pairs,
)

ENCODER = 64 * 32 + 32
HEAD = 32 + 1


@pytest.mark.parametrize(("share", "encoders"), [(True, 1), (False, 2)])
def test_sharing_keeps_one_encoder(share: bool, encoders: int) -> None:
    model = build_pair_model(share=share)
    assert model.count_params() == encoders * ENCODER + HEAD
    dense = [x for x in model.layers if isinstance(x, keras.layers.Dense)]
    assert [x.activation.__name__ for x in dense] == ["relu"] * encoders + ["sigmoid"]


def test_shared_encoder_answers_the_same_when_pictures_are_swapped() -> None:
    left, right = np.random.default_rng(0).random((2, 5, 64)).astype("float32")
    for share, same in [(True, True), (False, False)]:
        model = build_pair_model(share=share)
        one, other = (
            ops.convert_to_numpy(model(pair)) for pair in ([left, right], [right, left])
        )
        assert np.allclose(one, other, atol=1e-6) is same
    assert compare()[True][:, 1] == pytest.approx(0, abs=1e-6)
    assert (compare()[False][:, 1] > 0.05).all()


def test_identical_pictures_differ_by_nothing_only_when_shared() -> None:
    picture = np.random.default_rng(0).random((1, 64)).astype("float32")
    model = build_pair_model(share=True)
    # 차이가 0이면 편향만 남는데, 편향은 0에서 시작한다.
    assert float(model([picture, picture])[0, 0]) == pytest.approx(0.5)


def test_half_of_the_pairs_show_the_same_digit() -> None:
    digits = np.arange(40) % 10
    images = np.arange(40)[:, None] * np.ones((1, 64))
    (left, right), same = make_pairs(images, digits, count=20, seed=3)
    assert left.shape == right.shape == (20, 64)
    assert same.tolist() == [1.0, 0.0] * 10
    shown = [digits[side[:, 0].astype(int)] for side in (left, right)]
    assert ((shown[0] == shown[1]) == (same == 1)).all()
    (again, _), _ = make_pairs(images, digits, count=20, seed=3)
    (other, _), _ = make_pairs(images, digits, count=20, seed=4)
    assert np.array_equal(left, again)
    assert not np.array_equal(left, other)


def differences() -> np.ndarray:
    return compare()[True][:, 0] - compare()[False][:, 0]


def test_sharing_does_as_well_with_half_of_the_parameters() -> None:
    assert len(SEEDS) >= 10
    for runs in compare().values():
        assert runs.shape == (len(SEEDS), 2)
        # 반반으로 찍으면 0.5다.
        assert runs[:, 0].mean() > 0.7
    assert differences().mean() > 0
    assert ttest_1samp(differences(), 0).confidence_interval()[0] > -0.02


def test_network_is_no_wonder_beside_the_baseline() -> None:
    assert baseline().shape == (len(SEEDS),)
    assert 0.75 < baseline().mean() < 0.9
    assert abs(compare()[True][:, 0].mean() - baseline().mean()) < 0.05


def test_pairs_for_testing_show_pictures_never_trained_on() -> None:
    for seed in SEEDS[:3]:
        (train, _), (test, _) = split_pairs(seed)
        seen = {picture.tobytes() for side in train for picture in side}
        shown = {picture.tobytes() for side in test for picture in side}
        assert len(seen) <= TRAIN_IMAGES
        assert not seen & shown
        assert len(train[0]) == len(test[0]) == PAIRS
