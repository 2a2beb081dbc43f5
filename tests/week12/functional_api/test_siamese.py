import keras
import numpy as np
import pytest
from sklearn.datasets import load_digits

from snippets.week12.functional_api import siamese
from snippets.week12.functional_api.siamese import (
    SEEDS,
    build_pair_model,
    compare,
    make_pairs,
)

ENCODER = 64 * 32 + 32
HEAD = 32 + 1


@pytest.mark.parametrize(("share", "encoders"), [(True, 1), (False, 2)])
def test_sharing_keeps_one_encoder(share: bool, encoders: int) -> None:
    model = build_pair_model(share=share)
    assert model.count_params() == encoders * ENCODER + HEAD
    assert compare()[share]["parameters"] == encoders * ENCODER + HEAD
    dense = [x for x in model.layers if isinstance(x, keras.layers.Dense)]
    assert [x.activation.__name__ for x in dense] == ["relu"] * encoders + ["sigmoid"]


def test_shared_encoder_answers_the_same_when_pictures_are_swapped() -> None:
    left, right = np.random.default_rng(0).random((2, 5, 64)).astype("float32")
    for share, same in [(True, True), (False, False)]:
        model = build_pair_model(share=share)
        one, other = np.asarray(model([left, right])), np.asarray(model([right, left]))
        assert np.allclose(one, other, atol=1e-6) is same
    assert compare()[True]["swap_gap"] == pytest.approx(0, abs=1e-6)
    assert compare()[False]["swap_gap"] > 0.05


def test_identical_pictures_differ_by_nothing_only_when_shared() -> None:
    picture = np.random.default_rng(0).random((1, 64)).astype("float32")
    model = build_pair_model(share=True)
    # 차이가 0이면 편향만 남는데, 편향은 0에서 시작한다.
    assert float(np.asarray(model([picture, picture]))[0, 0]) == pytest.approx(0.5)


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


def test_both_learn_and_sharing_does_not_win_clearly() -> None:
    assert len(SEEDS) == 2
    shared, apart = compare()[True]["accuracy"], compare()[False]["accuracy"]
    assert shared > 0.65
    assert apart > 0.65
    assert abs(shared - apart) < 0.12


def test_pairs_for_testing_show_pictures_never_trained_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = []

    def spy(images: np.ndarray, digits: np.ndarray, count: int, seed: int) -> tuple:
        calls.append((images, digits, count, seed))
        return make_pairs(images, digits, count, seed)

    def stop(**_options: object) -> None:
        raise RuntimeError("여기까지만 본다")

    monkeypatch.setattr(siamese, "make_pairs", spy)
    monkeypatch.setattr(siamese, "build_pair_model", stop)
    with pytest.raises(RuntimeError, match="여기까지만"):
        compare.__wrapped__()
    (train, train_digits, *first), (test, test_digits, *second) = calls
    assert (first, second) == ([1000, 0], [1000, 1])
    assert len(train) == len(train_digits) == 300
    assert len(test) == len(test_digits) == 1797 - 300
    everything = np.concatenate([train, test])
    assert np.array_equal(everything, load_digits().data.astype("float32") / 16)
