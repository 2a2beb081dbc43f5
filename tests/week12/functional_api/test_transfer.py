import keras
import numpy as np
import pytest
from matplotlib import pyplot as plt
from scipy.stats import ttest_1samp
from sklearn.datasets import load_digits

from snippets.week12.functional_api.transfer import (
    COUNTS,
    METHODS,
    SEEDS,
    build_classifier,
    describe,
    draw,
    experiment,
    features,
    interval,
    load_tasks,
    new_network,
    reuse,
)

X = np.random.default_rng(0).random((100, 64)).astype("float32")
Y = np.arange(100) % 3
SCRATCH, FROZEN, TUNED, PIXELS = METHODS


def test_tasks_share_no_image() -> None:
    near, far = load_tasks(0).values()
    assert near.source_x.shape == (900, 64)
    assert near.target_x.shape == (897, 64)
    assert set(near.source_y) == set(near.target_y) == set(range(10))
    assert near.source_x.max() == 1
    # 잡음의 표준편차는 0.4다. 0과 1 사이인 이미지의 흩어짐에 더해진다.
    # 왼쪽 위 구석의 픽셀은 늘 0이라 잡음만 남는다.
    noise = near.target_x[:, 0]
    assert noise.std() == pytest.approx(0.4, rel=0.1)
    assert noise.mean() == pytest.approx(0, abs=0.05)
    assert far.source_x.shape == (901, 64)
    assert far.target_x.shape == (896, 64)
    assert set(far.source_y) == set(far.target_y) == set(range(5))
    assert far.target_x.max() == 1


def fit(model: keras.Model) -> None:
    model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy")
    model.fit(X, Y, epochs=2, verbose=0)


def test_reuse_keeps_the_backbone_frozen_and_trains_the_new_head() -> None:
    pretrained = build_classifier(10)
    assert pretrained.count_params() == 64 * 65 + 32 * 65 + 33 * 10
    backbone, model = reuse(pretrained, 3)
    assert backbone.output_shape == (None, 32)
    assert model.output_shape == (None, 3)
    assert len(model.trainable_variables) == 2
    names = [x.activation.__name__ for x in pretrained.layers[1:]]
    assert names == ["relu", "relu", "softmax"]
    assert model.layers[-1].activation.__name__ == "softmax"
    before = backbone.get_weights()
    fit(model)
    for old, new in zip(before, backbone.get_weights(), strict=True):
        assert np.array_equal(old, new)
    backbone.trainable = True
    assert len(model.trainable_variables) == 6
    fit(model)
    assert not np.array_equal(before[0], backbone.get_weights()[0])


def test_pretrained_layers_are_the_very_same_layers() -> None:
    pretrained = build_classifier(5)
    backbone, model = reuse(pretrained, 2)
    assert backbone.get_layer("features") is pretrained.get_layer("features")
    assert isinstance(model.layers[1], keras.Model)


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")
def test_features_are_what_the_last_layer_reads() -> None:
    network = new_network(0.003, 5, seed=0).fit(X, Y)
    assert network.hidden_layer_sizes == (64, 32)
    hidden = features(network, X)
    assert hidden.shape == (100, 32)
    logits = hidden @ network.coefs_[-1] + network.intercepts_[-1]
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares = odds / odds.sum(axis=1, keepdims=True)
    assert shares == pytest.approx(network.predict_proba(X), abs=1e-5)


def test_results_are_kept_by_task_seed_and_count() -> None:
    assert COUNTS == (10, 25, 100)
    assert len(SEEDS) >= 10
    for runs in experiment().values():
        assert runs.shape == (len(SEEDS), len(COUNTS), len(METHODS))
        # 이미지가 많을수록 어느 방법이나 낫다.
        means = runs.mean(axis=0)
        assert (np.diff(means, axis=0) > 0).all()


@pytest.mark.parametrize("count", COUNTS)
def test_near_task_gains_and_far_task_loses(count: int) -> None:
    near, far = experiment()
    for method in (FROZEN, TUNED):
        assert interval(near, method, count)[0] > 0.02
        assert interval(far, method, count)[1] < -0.02


def test_near_gain_beats_the_simple_baseline_when_pictures_are_few() -> None:
    near, _ = experiment().values()
    for index in (0, 1):
        gain = near[:, index, 2] - near[:, index, 3]
        assert ttest_1samp(gain, 0).confidence_interval()[0] > 0
    shrink = (near[:, 0, 2] - near[:, 0, 0]) - (near[:, 2, 2] - near[:, 2, 0])
    assert ttest_1samp(shrink, 0).confidence_interval()[0] > 0


def test_simple_baseline_keeps_up_on_the_far_task() -> None:
    _, far = experiment()
    for count in COUNTS:
        assert interval(far, PIXELS, count)[0] > -0.03


def test_tuning_wins_back_a_part_of_the_far_loss() -> None:
    _, far = experiment().values()
    gain = far[..., 2] - far[..., 1]
    assert (ttest_1samp(gain, 0).confidence_interval()[0] > 0.02).all()


def test_labels_of_the_far_task_cover_the_other_digits() -> None:
    _, digits = load_digits(return_X_y=True)
    far = load_tasks(3)["0–4 → 5–9"]
    assert np.bincount(far.target_y).tolist() == np.bincount(digits)[5:].tolist()


def test_figure_draws_each_method_of_each_task() -> None:
    figure = draw()
    assert [axes.get_title() for axes in figure.axes] == list(experiment())
    for axes, runs in zip(figure.axes, experiment().values(), strict=True):
        assert [line.get_label() for line in axes.lines] == list(METHODS)
        assert len(axes.collections) == len(METHODS)
        for line, values in zip(axes.lines, runs.mean(axis=0).T, strict=True):
            assert line.get_ydata() == pytest.approx(values)
            assert 0.2 <= min(values) <= max(values) <= 1
    # 가로축은 두 그림이 함께 쓴다.
    labels = [label.get_text() for label in figure.axes[-1].get_xticklabels()]
    assert labels == ["10장", "25장", "100장"]
    plt.close(figure)
    for runs in experiment().values():
        assert f"미세 조정 {runs[:, 0, 2].mean():.2f}" in describe()
