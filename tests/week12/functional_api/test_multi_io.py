import numpy as np
import pytest

from snippets.week12.functional_api.multi_io import (
    build_model,
    load_data,
    main,
    scores,
    shuffle_input,
)


def test_model_has_two_inputs_and_two_outputs() -> None:
    model = build_model()
    assert {n: x.shape for n, x in model.input.items()} == {
        "image": (None, 8, 8),
        "number": (None, 1),
    }
    assert {n: x.shape for n, x in model.output.items()} == {
        "digit": (None, 10),
        "larger": (None, 1),
    }
    dense, embedding = 64 * 64 + 64, 10 * 8
    digit, both, larger = 64 * 10 + 10, (64 + 8) * 32 + 32, 33
    assert model.count_params() == dense + embedding + digit + both + larger
    hidden = [x.activation.__name__ for x in model.layers if hasattr(x, "activation")]
    assert sorted(hidden) == ["relu", "relu", "sigmoid", "softmax"]


def test_digit_comes_from_the_image_alone_and_larger_from_both() -> None:
    model = build_model()
    image = np.random.default_rng(0).random((1, 8, 8)).astype("float32")
    low, high = (
        model({"image": image, "number": np.array([[number]])}) for number in (1, 8)
    )
    assert np.array_equal(low["digit"], high["digit"])
    assert not np.array_equal(low["larger"], high["larger"])
    assert float(np.sum(low["digit"])) == pytest.approx(1)


def test_data_pairs_each_image_with_a_number() -> None:
    train_x, test_x, train_y, test_y = load_data()
    assert train_x["image"].shape == (1200, 8, 8)
    assert test_x["image"].shape == (597, 8, 8)
    assert train_x["image"].max() == 1
    assert train_x["image"].dtype == np.float32
    for x, y in [(train_x, train_y), (test_x, test_y)]:
        assert set(x["number"].ravel()) == set(range(10))
        assert np.array_equal(y["larger"][:, 0], y["digit"] > x["number"][:, 0])
        assert y["larger"].dtype == np.float32
    # 답마다 고르게 나눈다.
    shares = np.bincount(test_y["digit"]) / 597
    assert shares == pytest.approx(np.bincount(train_y["digit"]) / 1200, abs=0.002)
    again = load_data()[1]
    assert np.array_equal(again["number"], test_x["number"])


def test_shuffling_moves_one_input_and_keeps_the_other() -> None:
    x = {"image": np.arange(50), "number": np.arange(50) + 100}
    mixed = shuffle_input(x, "number")
    assert mixed["image"] is x["image"]
    assert not np.array_equal(mixed["number"], x["number"])
    assert sorted(mixed["number"]) == list(x["number"])
    assert np.array_equal(x["number"], np.arange(50) + 100)


def test_each_output_needs_the_inputs_it_was_given() -> None:
    kept, number, image = scores().values()
    assert kept["digit_accuracy"] > 0.9
    assert kept["larger_accuracy"] > 0.85
    assert number["digit_accuracy"] == pytest.approx(kept["digit_accuracy"])
    assert number["larger_accuracy"] < kept["larger_accuracy"] - 0.1
    assert image["digit_accuracy"] < 0.2
    assert image["larger_accuracy"] < kept["larger_accuracy"] - 0.1


def test_total_loss_is_the_weighted_sum() -> None:
    for score in scores().values():
        total = score["digit_loss"] + 0.5 * score["larger_loss"]
        assert score["loss"] == pytest.approx(total, rel=0.02)


def test_printed_lines_name_the_three_cases(capsys: pytest.CaptureFixture) -> None:
    main()
    lines = capsys.readouterr().out.splitlines()
    names = ["그대로", "수를 뒤섞음", "이미지를 뒤섞음", "손실"]
    assert [line.split(":")[0] for line in lines] == names
