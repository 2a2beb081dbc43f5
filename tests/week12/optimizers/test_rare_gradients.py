import keras
import numpy as np
import pytest

from snippets.week12.optimizers.rare_gradients import (
    PERIOD,
    STEPS,
    adagrad_scales,
    describe,
    draw,
    main,
    rare_but_large,
    rare_gradients,
    rmsprop_scales,
    walk,
)


def keras_walk(optimizer: keras.Optimizer, gradients: np.ndarray) -> list[float]:
    variable = keras.Variable([0.0])
    optimizer.build([variable])
    places = []
    for gradient in gradients:
        optimizer.apply([np.array([gradient], dtype="float32")], [variable])
        places.append(float(variable.numpy()[0]))
    return places


@pytest.mark.parametrize(
    ("scales", "optimizer"),
    [
        (adagrad_scales, keras.optimizers.Adagrad),
        (rmsprop_scales, keras.optimizers.RMSprop),
    ],
)
def test_walk_equals_keras_before_the_wall(scales: object, optimizer: type) -> None:
    gradients = np.random.default_rng(0).normal(size=40)
    ours = walk(gradients, scales(gradients))
    theirs = keras_walk(optimizer(learning_rate=0.01), gradients)
    assert ours == pytest.approx(theirs, abs=1e-5)


def test_rho_means_what_it_means_in_keras() -> None:
    gradients = np.random.default_rng(1).normal(size=40)
    theirs = keras_walk(keras.optimizers.RMSprop(0.01, rho=0.5), gradients)
    assert walk(gradients, rmsprop_scales(gradients, 0.5)) == pytest.approx(
        theirs, abs=1e-5
    )


def test_epsilon_is_inside_the_root() -> None:
    tiny = np.array([1e-4])
    assert rmsprop_scales(tiny) == pytest.approx(np.sqrt(1e-9 + 1e-7))
    assert adagrad_scales(tiny) == pytest.approx(np.sqrt(0.1 + 1e-8 + 1e-7), rel=1e-9)


def test_rare_gradient_comes_once_in_a_hundred_and_first() -> None:
    gradients = rare_gradients(200.0, -1.0, 300)
    assert PERIOD == 100
    assert np.flatnonzero(gradients == 200).tolist() == [0, 100, 200]
    assert (gradients == -1).sum() == 297
    # 평균이 양수이므로 자리를 줄이는 쪽이 내리막이다.
    assert gradients.mean() == pytest.approx(1.01)


def test_walk_stays_between_the_walls_and_goes_downhill() -> None:
    places = walk(np.array([-50.0, -60.0, 30.0, 300.0]), np.ones(4))
    assert places == pytest.approx([0.5, 1.0, 0.7, -1.0])
    assert walk(np.ones(1), np.full(1, 2.0), rate=0.1) == pytest.approx([-0.05])


def test_short_memory_walks_to_the_wrong_end() -> None:
    ends = {name: places[-1] for name, places in rare_but_large().items()}
    assert STEPS == 20_000
    assert ends["SGD"] == pytest.approx(-0.99, abs=0.001)
    assert ends["RMSProp, rho 0.9"] == 1.0
    assert ends["RMSProp, rho 0.99"] < -0.9
    assert -0.2 < ends["AdaGrad"] < -0.1


def test_adagrad_goes_the_right_way_ever_more_slowly() -> None:
    places = rare_but_large()["AdaGrad"][::PERIOD]
    moves = np.diff(places)
    assert (moves[1:] < 0).all()
    assert abs(moves[-1]) < abs(moves[1]) / 5


def test_rare_features_get_larger_steps(capsys: pytest.CaptureFixture[str]) -> None:
    often, seldom = np.ones(10_001), rare_gradients(1.0, 0.0, 10_001)
    assert seldom[-1] == 1
    main()
    lines = capsys.readouterr().out.splitlines()
    # 나온 횟수의 제곱근: 10,001번과 101번
    ratio = np.sqrt(10_001.1 / 101.1)
    assert lines[1] == f"- AdaGrad: {ratio:.1f}배"
    # 100번 사이에 잊으므로 0.1만 남는다.
    ratio = rmsprop_scales(often)[-1] / rmsprop_scales(seldom)[-1]
    assert ratio == pytest.approx(np.sqrt(10), rel=1e-3)
    assert lines[2] == f"- RMSProp: {ratio:.1f}배"
    assert lines[4:] == [
        f"- {name}: {places[-1]:.2f}" for name, places in rare_but_large().items()
    ]


def test_figure_draws_the_walks_and_the_goal() -> None:
    (axes,) = draw().axes
    *walks, goal = axes.lines
    names = ["RMSProp, rho 0.9", "AdaGrad", "RMSProp, rho 0.99"]
    steps = np.arange(98, STEPS, 200)
    for line, name in zip(walks, names, strict=True):
        assert line.get_xdata() == pytest.approx(steps)
        assert line.get_ydata() == pytest.approx(rare_but_large()[name][steps])
    assert goal.get_ydata() == [-1, -1]
    assert [text.get_text() for text in axes.texts] == [*names, "가장 낮은 곳"]
    assert axes.get_xlim() == (0, STEPS)
    assert axes.get_ylim() == (-1.2, 1.1)
    assert "RMSProp, rho 0.9 1.00" in describe()
