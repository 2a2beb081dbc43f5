import keras
import numpy as np
import pytest

from snippets.week12.multi_label.sigmoid_softmax import (
    GRID,
    LOSSES,
    ROWS,
    SCORES,
    SEEDS,
    SLOTS,
    build,
    f1,
    for_training,
    interval,
    make_pictures,
    pick,
    results,
    split,
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
    assert float(model.optimizer.learning_rate) == pytest.approx(0.005)


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


def test_f1_counts_every_cell() -> None:
    truth = np.array([[1, 0], [1, 1]])
    assert f1(truth, np.array([[True, True], [False, True]])) == pytest.approx(4 / 6)


def test_parts_share_no_picture() -> None:
    parts = split(0)
    assert [len(labels) for _, labels in parts] == list(ROWS)
    cells = [
        {slot.tobytes() for slot in x.reshape(-1, 64) if slot.any()} for x, _ in parts
    ]
    assert not cells[0] & cells[1]
    assert not cells[0] & cells[2]
    assert not cells[1] & cells[2]


def differences(score: str) -> tuple[float, float]:
    column = SCORES.index(score)
    pairs = results()["sigmoid"][:, column] - results()["softmax"][:, column]
    return interval(pairs)


def test_interval_counts_the_images_that_splits_share() -> None:
    # 표준편차 1, t 0.975 분위수 4.303이다.
    half = 4.303 * np.sqrt(1 / 3 + 497 / 1000)
    found = interval(2 + np.array([-1.0, 0.0, 1.0]))
    assert found == pytest.approx((2 - half, 2 + half), abs=1e-3)


def test_results_are_kept_by_seed() -> None:
    assert len(SEEDS) >= 10
    for runs in results().values():
        assert runs.shape == (len(SEEDS), len(SCORES))


def test_softmax_shares_one_sum_and_sigmoid_does_not() -> None:
    column = SCORES.index("한 행의 합의 최댓값")
    assert results()["softmax"][:, column] == pytest.approx(1, abs=1e-4)
    assert (results()["sigmoid"][:, column] > 2).all()


def test_threshold_closes_most_of_the_gap_but_not_all() -> None:
    wide, narrow = (
        differences("임곗값 0.5의 마이크로 F1"),
        differences("그때의 마이크로 F1"),
    )
    assert wide[0] > 0.12
    assert narrow[0] > 0.01
    assert narrow[1] < wide[0] / 2
    assert differences("고른 임곗값")[0] > 0.05


def test_sigmoid_gets_more_pictures_wholly_right() -> None:
    assert differences("그때의 부분집합 정확도")[0] > 0.02
    assert differences("빈 이미지를 빼고 잰 부분집합 정확도")[0] > 0.02


def test_both_beat_calling_everything_positive() -> None:
    rate = np.mean([split(seed)[2][1].mean() for seed in SEEDS])
    column = SCORES.index("그때의 마이크로 F1")
    for runs in results().values():
        assert (runs[:, column] > 2 * rate / (1 + rate) + 0.2).all()
