import keras
import numpy as np
import pytest
from matplotlib import pyplot as plt
from sklearn.datasets import load_digits

from snippets.week12.functional_api.residual import (
    CASES,
    EPOCHS,
    SEEDS,
    build_model,
    describe,
    draw,
    losses,
    means,
)


def count(model: keras.Model, kind: type) -> int:
    return sum(isinstance(layer, kind) for layer in model.layers)


@pytest.mark.parametrize("depth", [1, 3])
def test_skip_adds_a_path_and_no_parameter(depth: int) -> None:
    plain, skip = build_model(depth, skip=False), build_model(depth, skip=True)
    block = 32 * 32 + 32 + 2 * 32
    expected = 64 * 32 + 32 + depth * block + 2 * 32 + 32 * 10 + 10
    assert plain.count_params() == skip.count_params() == expected
    assert count(plain, keras.layers.Add) == 0
    assert count(skip, keras.layers.Add) == depth
    for model in (plain, skip):
        assert model.output_shape == (None, 10)
        assert count(model, keras.layers.LayerNormalization) == depth + 1
        dense = [x for x in model.layers if isinstance(x, keras.layers.Dense)]
        names = [x.activation.__name__ for x in dense]
        assert names == ["relu"] * (depth + 1) + ["softmax"]


def test_block_output_is_its_input_plus_the_change() -> None:
    model = build_model(1, skip=True)
    (add,) = [x for x in model.layers if isinstance(x, keras.layers.Add)]
    probe = keras.Model(model.input, [*add.input, add.output])
    x, change, total = map(np.asarray, probe(np.ones((2, 64), "float32")))
    assert total == pytest.approx(x + change)


def test_deeper_is_harder_to_train_without_skip_and_easier_with_it() -> None:
    assert list(CASES.values()) == [(2, False), (12, False), (12, True)]
    shallow, deep, residual = (runs[:, -1] for runs in losses().values())
    assert len(shallow) == len(deep) == len(residual) == len(SEEDS) == 10
    # 같은 시드끼리 견주어도 깊은 모델은 모두 얕은 모델보다 크고, 잔차를 더하면 작다.
    assert np.all(deep > shallow)
    assert np.all(residual < shallow)
    assert deep.mean() > 1.5 * shallow.mean()
    assert residual.mean() < 0.7 * shallow.mean()


def test_every_seed_starts_again_from_its_own_weights() -> None:
    for runs in losses().values():
        assert runs.shape == (len(SEEDS), EPOCHS) == (10, 8)
        assert len(set(runs[:, 0])) == len(SEEDS)
        # 앞 시드에서 배운 것이 남았다면 첫 에포크부터 작다.
        assert runs[:, 0].min() > runs[:, -1].max()


def test_one_compiled_model_learns_as_a_new_one_would() -> None:
    images, digits = load_digits(return_X_y=True)
    images = (images / 16).astype("float32")
    for seed in (1, 2):
        keras.utils.set_random_seed(seed)
        model = build_model(2, skip=False)
        model.compile("adam", "sparse_categorical_crossentropy")
        # 처음 훈련할 때만 모양을 알아내느라 한 번 더 섞는다. 그 일을 미리 마친다.
        model.optimizer.build(model.trainable_variables)
        model.evaluate(images[:64], digits[:64], verbose=0)
        history = model.fit(images, digits, epochs=2, batch_size=64, verbose=0)
        expected = losses()["얕고 잔차 없음"][seed, :2]
        assert history.history["loss"] == pytest.approx(list(expected), rel=1e-3)


def test_figure_draws_one_line_for_each_model() -> None:
    figure = draw()
    (axes,) = figure.axes
    for line, loss in zip(axes.lines, means().values(), strict=True):
        assert line.get_xdata().tolist() == list(range(1, 9))
        assert line.get_ydata().tolist() == pytest.approx(loss)
        assert axes.get_ylim()[0] <= min(loss) <= max(loss) <= axes.get_ylim()[1]
    assert [x.get_label() for x in axes.lines] == list(CASES)
    assert all(f"{loss[-1]:.1f}" in describe() for loss in means().values())
    plt.close(figure)
