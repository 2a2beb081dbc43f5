import numpy as np
import pytest

from snippets.week12.optimizers.trajectories import (
    CURVATURE,
    OPTIMIZERS,
    START,
    STEPS,
    describe,
    draw,
    hessian,
    loss,
    path,
    rotation,
    straight_paths,
)


def test_valley_is_twenty_times_steeper_across_than_along() -> None:
    assert CURVATURE.tolist() == [0.1, 2.0]
    assert hessian(0) == pytest.approx(np.diag(CURVATURE))
    assert hessian(90) == pytest.approx(np.diag(CURVATURE[::-1]))
    assert loss(START) == pytest.approx((0.1 * 81 + 2 * 4) / 2)
    assert loss(rotation(30) @ START, 30) == pytest.approx(loss(START))
    assert rotation(90) @ np.array([1.0, 0.0]) == pytest.approx([0.0, 1.0])


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_path_starts_at_the_start_and_goes_down(name: str) -> None:
    places = path(name)
    assert places.shape == (STEPS + 1, 2) == (21, 2)
    assert places[0] == pytest.approx(START)
    assert loss(places[-1]) < 0.05 * loss(START)
    assert path(name, steps=3) == pytest.approx(places[:4])


@pytest.mark.parametrize("name", ["SGD", "모멘텀"])
def test_sgd_and_momentum_do_not_mind_a_turned_valley(name: str) -> None:
    turned = path(name, degrees=45)
    assert turned == pytest.approx(path(name) @ rotation(45).T, abs=1e-4)


@pytest.mark.parametrize("name", ["AdaGrad", "Adam"])
def test_per_parameter_rates_lose_when_the_valley_is_turned(name: str) -> None:
    straight, turned = path(name), path(name, degrees=45)
    assert loss(turned[-1], 45) > 3 * loss(straight[-1])


def test_first_step_is_the_learning_rate_times_the_gradient() -> None:
    gradient = CURVATURE * START
    assert path("SGD")[1] == pytest.approx(START - 0.9 * gradient)
    assert path("모멘텀")[1] == pytest.approx(START - 0.2 * gradient)
    second = path("모멘텀")[2]
    pull = 0.2 * CURVATURE * path("모멘텀")[1]
    assert second == pytest.approx(
        path("모멘텀")[1] - 0.8 * 0.2 * gradient - pull, abs=1e-5
    )
    expected = START - 2.0 * gradient / np.sqrt(0.1 + gradient**2)
    assert path("AdaGrad")[1] == pytest.approx(expected, abs=1e-5)
    expected = START - 0.5 * np.sign(gradient)
    assert path("Adam")[1] == pytest.approx(expected, abs=1e-5)


def test_sgd_crosses_the_valley_at_every_step() -> None:
    assert (np.sign(path("SGD")[:, 1]) == [(-1) ** k for k in range(21)]).all()
    assert "SGD 20번" in describe()
    assert "20걸음" in describe()


def test_figure_has_one_panel_for_each_path() -> None:
    figure = draw()
    assert [axes.get_title() for axes in figure.axes] == list(OPTIMIZERS)
    for axes, places in zip(figure.axes, straight_paths().values(), strict=True):
        sizes = [(ring.width / 2, ring.height / 2) for ring in axes.patches]
        edges = [np.array([width, 0]) for width, _ in sizes]
        tops = [np.array([0, height]) for _, height in sizes]
        assert loss(np.array(edges)) == pytest.approx([0.5, 2.0, 6.0])
        assert loss(np.array(tops)) == pytest.approx([0.5, 2.0, 6.0])
        line, goal = axes.lines
        assert line.get_xydata() == pytest.approx(places)
        assert goal.get_xydata().tolist() == [[0, 0]]
        assert axes.get_xlim() == (-10, 4)
        assert axes.get_ylim() == (-3, 3)
        assert (abs(places) <= [10, 3]).all()
