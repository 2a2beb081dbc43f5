import keras
import numpy as np
import pytest

from snippets.week12.multi_label.sigmoid_softmax import (
    GRID,
    LOSSES,
    SLOTS,
    build,
    experiment,
    for_training,
    make_pictures,
    pick,
)


def test_labels_tell_which_digits_are_in_the_picture() -> None:
    images = np.repeat(np.arange(10.0)[:, None] + 1, 64, axis=1)
    pictures, labels = make_pictures(images, np.arange(10), rows=5000, seed=0)
    assert pictures.shape == (5000, 64 * SLOTS) == (5000, 192)
    assert labels.shape == (5000, 10)
    assert pictures.dtype == labels.dtype == "float32"
    slots = pictures.reshape(-1, 3, 64)[..., 0].astype(int)
    for seen, marked in zip(slots[:200], labels[:200], strict=True):
        assert set(seen[seen > 0] - 1) == set(np.flatnonzero(marked))
    # 세 자리가 저마다 0.4의 확률로 빈다.
    assert (slots == 0).mean() == pytest.approx(0.4, abs=0.02)
    assert (labels.sum(axis=1) == 0).mean() == pytest.approx(0.4**3, abs=0.02)
    assert not (labels == make_pictures(images, np.arange(10), 5000, 1)[1]).all()


@pytest.mark.parametrize("activation", ["sigmoid", "softmax"])
def test_models_differ_only_in_output_and_loss(activation: str) -> None:
    model = build(activation)
    hidden, output = model.layers
    assert hidden.activation is keras.activations.relu
    assert output.activation is getattr(keras.activations, activation)
    assert model.count_params() == 193 * 128 + 129 * 10
    assert model.loss == LOSSES[activation]
    assert float(model.optimizer.learning_rate) == pytest.approx(0.003)


def test_softmax_learns_targets_of_sum_one_and_no_empty_row() -> None:
    pictures = np.arange(6.0).reshape(3, 2)
    labels = np.array([[1.0, 1, 0], [0, 0, 0], [0, 0, 1]])
    same = for_training("sigmoid", pictures, labels)
    assert same[0] is pictures
    assert same[1] is labels
    kept, targets = for_training("softmax", pictures, labels)
    assert kept.tolist() == [[0, 1], [4, 5]]
    assert targets.tolist() == [[0.5, 0.5, 0], [0, 0, 1]]


def test_losses_match_their_outputs() -> None:
    assert LOSSES == {
        "sigmoid": "binary_crossentropy",
        "softmax": "categorical_crossentropy",
    }


def test_threshold_is_picked_by_micro_f1() -> None:
    assert (GRID[0], GRID[-1], len(GRID)) == (0.02, 0.9, 45)
    truth = np.array([[1, 0], [1, 1]])
    probability = np.array([[0.6, 0.2], [0.5, 0.4]])
    assert 0.2 < pick(truth, probability) <= 0.4


def test_softmax_shares_one_sum_and_sigmoid_does_not() -> None:
    sigmoid, softmax = experiment()["sigmoid"], experiment()["softmax"]
    assert softmax["한 행의 합의 평균"] == pytest.approx(1, abs=1e-4)
    assert softmax["한 행의 합의 최댓값"] == pytest.approx(1, abs=1e-4)
    assert sigmoid["한 행의 합의 최댓값"] > 2.5


def test_softmax_misses_labels_at_one_half() -> None:
    sigmoid, softmax = experiment()["sigmoid"], experiment()["softmax"]
    f1, recall = "임곗값 0.5의 마이크로 F1", "정답이 셋일 때 임곗값 0.5의 재현율"
    assert sigmoid[f1] > softmax[f1] + 0.1
    # 합이 1이면 0.5 이상인 칸은 많아야 하나다. 둘이 똑같이 0.5일 때만 둘이다.
    assert softmax[recall] < 1 / 3 + 0.01
    assert sigmoid[recall] > 0.5


def test_threshold_closes_most_of_the_gap_but_not_all() -> None:
    sigmoid, softmax = experiment()["sigmoid"], experiment()["softmax"]
    f1, subset = "그때의 마이크로 F1", "그때의 부분집합 정확도"
    half = "임곗값 0.5의 마이크로 F1"
    assert softmax[f1] > softmax[half] + 0.1
    assert softmax["고른 임곗값"] < sigmoid["고른 임곗값"]
    assert 0 < sigmoid[f1] - softmax[f1] < sigmoid[half] - softmax[half]
    assert sigmoid[subset] > softmax[subset]
