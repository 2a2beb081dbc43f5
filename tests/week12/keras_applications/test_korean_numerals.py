import inspect

import keras
import numpy as np
import pytest

from snippets.week12.keras_applications.korean_numerals import (
    LETTERS,
    accuracy,
    build_translator,
    encode,
    read_aloud,
    split,
    to_digits,
    trained_translator,
    translate,
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "영"),
        (1, "일"),
        (7, "칠"),
        (10, "십"),
        (11, "십일"),
        (20, "이십"),
        (101, "백일"),
        (1110, "천백십"),
        (2038, "이천삼십팔"),
        (9999, "구천구백구십구"),
    ],
)
def test_numbers_are_read_in_korean(number: int, text: str) -> None:
    assert read_aloud(number) == text


def test_every_number_reads_differently_in_at_most_seven_letters() -> None:
    texts = [read_aloud(number) for number in range(10_000)]
    assert len(set(texts)) == 10_000
    assert max(map(len, texts)) == 7
    assert set("".join(texts)) == set(LETTERS)


def test_letters_and_digits_are_encoded() -> None:
    assert encode(np.array([0, 12])).tolist() == [
        [1, 0, 0, 0, 0, 0, 0],
        [11, 3, 0, 0, 0, 0, 0],
    ]
    assert encode(np.array([5])).dtype == np.int32
    assert to_digits(np.array([2038, 7])).tolist() == [[2, 0, 3, 8], [0, 0, 0, 7]]


def test_parts_share_no_number_and_leave_out_seven_thousands() -> None:
    parts = split()
    assert {name: len(part) for name, part in parts.items()} == {
        "훈련한 수": 3000,
        "처음 보는 수": 1000,
        "칠천으로 시작하는 수": 1000,
    }
    everything = np.concatenate(list(parts.values()))
    assert len(set(everything.tolist())) == 5000
    assert sorted(parts["칠천으로 시작하는 수"]) == list(range(7000, 8000))
    # 칠은 다른 자리에서는 훈련에 나온다.
    assert (to_digits(parts["훈련한 수"])[:, 1:] == 7).any(axis=0).all()
    assert np.array_equal(split(seed=0)["훈련한 수"], parts["훈련한 수"])
    assert not np.array_equal(split(seed=1)["훈련한 수"], parts["훈련한 수"])


def test_translator_reads_seven_letters_and_writes_four_digits() -> None:
    model = build_translator()
    assert model.input_shape == (None, 7)
    assert model.output_shape == (None, 4, 10)
    grus = [x for x in model.layers if isinstance(x, keras.layers.GRU)]
    assert [x.units for x in grus] == [64, 64]
    assert [x.return_sequences for x in grus] == [False, True]
    (embedding,) = (x for x in model.layers if isinstance(x, keras.layers.Embedding))
    assert (embedding.input_dim, embedding.output_dim) == (14, 16)
    assert embedding.mask_zero
    assert model.layers[-1].activation.__name__ == "softmax"


def test_new_numbers_are_translated_but_not_seven_thousands() -> None:
    parts = split()
    assert accuracy(parts["훈련한 수"]) > 0.97
    assert accuracy(parts["처음 보는 수"]) > 0.9
    assert accuracy(parts["칠천으로 시작하는 수"]) < 0.15


def test_seven_thousands_fail_in_the_place_never_seen() -> None:
    numbers = split()["칠천으로 시작하는 수"]
    right = (translate(numbers) == to_digits(numbers)).mean(axis=0)
    assert right[0] < 0.2
    assert right[1:].min() > 0.4


def test_accuracy_wants_all_four_digits() -> None:
    numbers = split()["처음 보는 수"]
    by_digit = (translate(numbers) == to_digits(numbers)).mean()
    assert accuracy(numbers) <= by_digit
    assert translate(numbers[:3]).shape == (3, 4)


def test_training_takes_thirty_epochs_and_lets_the_rate_fall_to_zero() -> None:
    assert (
        inspect.signature(trained_translator.__wrapped__).parameters["epochs"].default
        == 30
    )
    optimizer = trained_translator().optimizer
    assert int(optimizer.iterations) == 900
    # 마지막 걸음에서 학습률은 0이다.
    assert float(optimizer.learning_rate) == pytest.approx(0, abs=1e-6)
