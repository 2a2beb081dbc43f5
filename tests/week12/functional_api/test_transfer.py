import keras
import numpy as np
import pytest
from matplotlib import pyplot as plt

from snippets.week12.functional_api.transfer import (
    COUNTS,
    METHODS,
    SEEDS,
    Trial,
    build_classifier,
    choose,
    describe,
    draw,
    experiment,
    load_tasks,
    reuse,
)

X = np.random.default_rng(0).random((100, 64)).astype("float32")
Y = np.arange(100) % 3


def test_tasks_share_no_picture() -> None:
    near, far = load_tasks().values()
    assert near.source_x.shape == (900, 64)
    assert near.target_x.shape == (897, 64)
    assert set(near.source_y) == set(near.target_y) == set(range(10))
    assert near.source_x.max() == 1
    # 잡음의 표준편차는 0.4다. 0과 1 사이인 사진의 흩어짐에 더해진다.
    noise = near.target_x[:, 0]
    assert noise.std() == pytest.approx(0.4, rel=0.1)
    assert noise.mean() == pytest.approx(0, abs=0.05)
    assert far.source_x.shape == (901, 64)
    assert far.target_x.shape == (896, 64)
    assert set(far.source_y) == set(far.target_y) == set(range(5))
    assert far.target_x.max() == 1


def test_reuse_keeps_the_body_frozen_and_trains_the_new_head() -> None:
    pretrained = build_classifier(10)
    assert pretrained.count_params() == 64 * 65 + 32 * 65 + 33 * 10
    body, model = reuse(pretrained, 3)
    assert body.output_shape == (None, 32)
    assert model.output_shape == (None, 3)
    assert len(model.trainable_variables) == 2
    names = [x.activation.__name__ for x in pretrained.layers[1:]]
    assert names == ["relu", "relu", "softmax"]
    assert model.layers[-1].activation.__name__ == "softmax"
    before = body.get_weights()
    Trial(model, 0.01).run(X, Y)
    for old, new in zip(before, body.get_weights(), strict=True):
        assert np.array_equal(old, new)
    body.trainable = True
    assert len(model.trainable_variables) == 6
    Trial(model, 0.01).run(X, Y)
    assert not np.array_equal(before[0], body.get_weights()[0])


def test_chosen_rows_are_balanced_and_repeated_to_one_length() -> None:
    labels = np.arange(200) % 5
    rows = choose(labels, 25, 0)
    assert len(rows) == 1000
    assert len(set(rows)) == 25
    assert np.bincount(labels[rows]).tolist() == [200] * 5
    assert np.array_equal(rows, choose(labels, 25, 0))
    assert not np.array_equal(rows, choose(labels, 25, 1))


def test_trial_starts_over_each_time() -> None:
    model = build_classifier(3)
    trial = Trial(model, 0.01)
    start = model.get_weights()
    trial.run(X, Y)
    # 다시 돌려도 옵티마이저의 걸음 수가 0에서 시작한다.
    trial.run(X, Y)
    assert int(model.optimizer.iterations.numpy()) == 4 * 2
    assert float(model.optimizer.learning_rate) == pytest.approx(0.01)
    given = [np.zeros_like(weight) for weight in start]
    ended = trial.run(X, Y, given)
    # 가중치가 모두 0이면 답 층의 편향만 배운다.
    assert not ended[0].any()
    assert ended[-1].any()
    correct = np.asarray(model(X)).argmax(axis=1) == Y
    assert trial.accuracy(X, Y) == pytest.approx(correct.mean())


def test_near_task_gains_and_far_task_loses() -> None:
    assert COUNTS == (10, 25, 100)
    assert len(SEEDS) == 2
    near, far = experiment().values()
    assert list(near) == list(far) == list(METHODS)
    for index in (0, 1):
        assert near["미세 조정"][index] > near["처음부터"][index] + 0.05
        assert far["얼림"][index] < far["처음부터"][index] - 0.1
    gains = np.subtract(near["미세 조정"], near["처음부터"])
    assert gains[2] < gains[0]
    assert far["미세 조정"][1] > far["얼림"][1] + 0.1
    for result in (near, far):
        for values in result.values():
            assert len(values) == 3
            assert values[2] > values[0]


def test_figure_draws_each_method_of_each_task() -> None:
    figure = draw()
    assert [axes.get_title() for axes in figure.axes] == list(experiment())
    for axes, result in zip(figure.axes, experiment().values(), strict=True):
        assert [line.get_label() for line in axes.lines] == list(METHODS)
        for line, values in zip(axes.lines, result.values(), strict=True):
            assert line.get_ydata().tolist() == pytest.approx(values)
            assert 0.2 <= min(values) <= max(values) <= 1
    # 가로축은 두 그림이 나눠 쓴다.
    labels = [label.get_text() for label in figure.axes[-1].get_xticklabels()]
    assert labels == ["10장", "25장", "100장"]
    plt.close(figure)
    for result in experiment().values():
        assert f"미세 조정 {result['미세 조정'][0]:.2f}" in describe()


def test_pretrained_layers_are_the_very_same_layers() -> None:
    pretrained = build_classifier(5)
    body, model = reuse(pretrained, 2)
    assert body.get_layer("features") is pretrained.get_layer("features")
    assert isinstance(model.layers[1], keras.Model)
