import keras
import numpy as np
import pytest

from snippets.week12.optimizers.fair_comparison import (
    BATCH,
    CONTENDERS,
    EPOCHS,
    HIDDEN,
    RATES,
    SEEDS,
    accuracies,
    batch_order,
    build_model,
    describe,
    draw,
    initial_weights,
    main,
    results,
    split_digits,
    spread,
)


def test_three_splits_share_no_image() -> None:
    data = split_digits()
    sizes = {name: len(labels) for name, (_, labels) in data.items()}
    assert sizes == {"train": 1000, "valid": 397, "test": 400}
    rows = np.concatenate([images for images, _ in data.values()])
    assert rows.shape == (1797, 64)
    assert rows.dtype == "float32"
    assert (rows.min(), rows.max()) == (0, 1)
    assert len(np.unique(rows, axis=0)) == 1797
    for _, labels in data.values():
        shares = np.bincount(labels, minlength=10) / len(labels)
        assert shares == pytest.approx(np.full(10, 0.1), abs=0.01)


def test_every_contender_has_the_same_budget() -> None:
    assert RATES == (0.001, 0.01, 0.1, 1.0, 10.0)
    assert SEEDS == (0, 1, 2, 3, 4)
    assert (EPOCHS, BATCH, HIDDEN) == (12, 50, 32)
    made = {name: make() for name, make in CONTENDERS.items()}
    kinds = {name: type(optimizer).__name__ for name, optimizer in made.items()}
    assert kinds == {
        "SGD": "SGD",
        "모멘텀": "SGD",
        "AdaGrad": "Adagrad",
        "RMSProp": "RMSprop",
        "Adam": "Adam",
        "AdamW": "AdamW",
    }
    assert (made["SGD"].momentum, made["모멘텀"].momentum) == (0.0, 0.9)


def test_model_is_one_hidden_layer() -> None:
    model = build_model(keras.optimizers.SGD())
    assert model.input_shape == (None, 64)
    hidden, output = model.layers
    assert (hidden.units, hidden.activation.__name__) == (32, "relu")
    assert (output.units, output.activation.__name__) == (10, "linear")
    assert model.loss.from_logits is True
    assert model.steps_per_execution == 60


def test_seed_sets_the_start_and_the_order() -> None:
    shapes = [weight.shape for weight in initial_weights(0)]
    assert shapes == [(64, 32), (32,), (32, 10), (10,)]
    first, bias, second, last = initial_weights(0)
    assert first.std() == pytest.approx(np.sqrt(2 / 64), rel=0.05)
    assert second.std() == pytest.approx(np.sqrt(2 / 32), rel=0.1)
    assert not bias.any()
    assert not last.any()
    assert np.array_equal(first, initial_weights(0)[0])
    assert not np.allclose(first, initial_weights(1)[0])
    order = batch_order(0, 7).reshape(EPOCHS, 7)
    assert all(sorted(epoch) == list(range(7)) for epoch in order)
    assert len({tuple(epoch) for epoch in order}) > 1
    assert not np.array_equal(order.ravel(), batch_order(1, 7))


def test_reused_model_scores_as_a_fresh_one() -> None:
    result = results()["Adam"]
    column = SEEDS.index(3)
    fresh = build_model(keras.optimizers.Adam())
    valid, test = accuracies(fresh, 0.001, 3)
    assert test == pytest.approx(result["default_test"][column], abs=0.006)
    assert 0.8 < valid < 0.95
    assert int(fresh.optimizer.iterations) == EPOCHS * 1000 // BATCH
    assert float(fresh.optimizer.learning_rate) == pytest.approx(0.001)


def test_accuracies_are_of_the_validation_and_the_test_images() -> None:
    model = build_model(keras.optimizers.Adam())
    valid, test = accuracies(model, 0.01, 0)
    for name, score in (("valid", valid), ("test", test)):
        images, labels = split_digits()[name]
        answers = np.argmax(model.predict(images, verbose=0), axis=1)
        assert score == pytest.approx(np.mean(answers == labels))


def test_tuned_rate_is_best_on_validation_and_not_at_the_edge() -> None:
    for name, result in results().items():
        best = RATES.index(result["tuned"])
        assert result["valid"][best] == result["valid"].max(), name
        assert result["valid"].shape == (5,)
        assert result["tuned"] not in (RATES[0], RATES[-1]), name
        assert result["tuned"] > result["default"], name
        assert result["tuned_test"].shape == result["default_test"].shape == (5,)


def test_defaults_are_kerass() -> None:
    defaults = {name: result["default"] for name, result in results().items()}
    assert defaults == {
        "SGD": 0.01,
        "모멘텀": 0.01,
        "AdaGrad": 0.001,
        "RMSProp": 0.001,
        "Adam": 0.001,
        "AdamW": 0.001,
    }


def test_tuning_matters_more_than_the_optimizer() -> None:
    default = {n: np.median(r["default_test"]) for n, r in results().items()}
    tuned = {n: np.median(r["tuned_test"]) for n, r in results().items()}
    assert max(default.values()) - min(default.values()) > 0.5
    assert max(tuned.values()) - min(tuned.values()) < 0.03
    assert all(tuned[name] > default[name] for name in CONTENDERS)
    assert default["모멘텀"] == max(default.values())
    assert default["AdaGrad"] == min(default.values())


def test_spread_is_median_and_range() -> None:
    assert spread(np.array([0.9, 0.5, 0.6])) == "0.60 (0.50~0.90)"


def test_output_shows_both_rates_of_each(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "시험 정확도의 중앙값 (가장 낮은 값~가장 높은 값)"
    assert lines[1::3] == list(CONTENDERS)
    adam = results()["Adam"]
    assert lines[14] == f"  기본 0.001: {spread(adam['default_test'])}"
    assert lines[15] == f"  고른 {adam['tuned']:.3f}: {spread(adam['tuned_test'])}"


def test_figure_shows_median_and_range() -> None:
    (axes,) = draw().axes
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert labels == list(CONTENDERS)
    lines = iter(axes.lines)
    for key, shift in (("default_test", -0.15), ("tuned_test", 0.15)):
        for row, result in enumerate(results().values()):
            scores = result[key]
            ends, middle = next(lines), next(lines)
            assert ends.get_xdata() == pytest.approx([scores.min(), scores.max()])
            assert middle.get_xdata() == pytest.approx([np.median(scores)])
            for line in (ends, middle):
                assert line.get_ydata() == pytest.approx(row + shift)
    assert next(lines, None) is None
    assert axes.get_xlim() == (0.1, 1.02)
    assert axes.get_ylim() == (5.5, -0.5)
    assert [t.get_text() for t in axes.texts] == ["기본 학습률", "고른 학습률"]
    default = np.median(results()["SGD"]["default_test"])
    assert f"SGD {default:.2f}에서 " in describe()
