import keras
import numpy as np
import pytest

from snippets.week12.keras_applications.korean_numerals import (
    LETTERS,
    SEEDS,
    accuracies,
    build_translator,
    counting_answers,
    encode,
    network_answers,
    read_aloud,
    split,
    to_digits,
)

SHORT = {
    "훈련한 수": np.arange(20, 120),
    "처음 보는 수": np.arange(5),
    "칠천으로 시작하는 수": np.arange(7000, 7003),
}


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
    assert list(accuracies()) == ["신경망", "로지스틱 회귀"]
    for shares in accuracies().values():
        assert shares.shape == (len(SEEDS), 3) == (3, 3)
        known, fresh, left_out = shares.T
        assert known.min() > 0.95
        assert fresh.min() > 0.9
        assert left_out.max() < 0.1


def test_counting_reads_every_number_of_a_known_kind() -> None:
    # 두 글자씩 보면 자리마다 답이 정해지므로 거의 다 맞힌다.
    assert accuracies()["로지스틱 회귀"][:, 1].min() > 0.97


def test_seven_thousands_fail_in_the_place_never_seen() -> None:
    digits = counting_answers(0)["칠천으로 시작하는 수"]
    right = (digits == to_digits(np.arange(7000, 8000))).mean(axis=0)
    # 천의 자리에서 본 적 없는 숫자는 고를 수 없지만, 나머지 자리는 맞힌다.
    assert right[0] == 0
    assert right[1:].min() > 0.8


def test_network_starts_afresh_for_every_seed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "snippets.week12.keras_applications.korean_numerals.split", lambda _: SHORT
    )
    first = network_answers(1, epochs=1)
    assert {name: x.shape for name, x in first.items()} == {
        "훈련한 수": (100, 4),
        "처음 보는 수": (5, 4),
        "칠천으로 시작하는 수": (3, 4),
    }
    network_answers(2, epochs=1)
    again = network_answers(1, epochs=1)
    assert np.array_equal(first["훈련한 수"], again["훈련한 수"])


def test_training_takes_twenty_epochs() -> None:
    assert network_answers.__defaults__ == (20,)
