from graphlib import CycleError

import keras
import pytest
from matplotlib import pyplot as plt

from snippets.week12.functional_api.model_graph import (
    build_model,
    depths,
    describe,
    draw,
    edges,
    positions,
    tensors_in,
)

ARROWS = [
    ("left", "shared"),
    ("right", "shared"),
    ("shared", "concat"),
    ("shared", "concat"),
    ("concat", "inner"),
    ("concat", "add"),
    ("inner", "add"),
    ("add", "same"),
    ("add", "kind"),
]


def test_edges_are_the_calls_that_built_the_model() -> None:
    assert edges(build_model()) == ARROWS


def test_edges_of_a_sequential_chain() -> None:
    names = ["a", "b"]
    stack = [keras.layers.Dense(1, name=name) for name in names]
    x = keras.Input(shape=(2,), name="in")
    assert edges(keras.Model(x, stack[1](stack[0](x)))) == [("in", "a"), ("a", "b")]


def test_tensors_are_found_at_any_depth() -> None:
    tensor = {"class_name": "__keras_tensor__", "config": {"shape": [1]}}
    nested = [{"args": [[tensor], (tensor, 3)], "kwargs": {"mask": None}}]
    assert tensors_in(nested) == [{"shape": [1]}] * 2
    assert tensors_in({"class_name": "Dense", "config": {"units": 3}}) == []


def test_depth_is_the_longest_way_from_an_input() -> None:
    assert depths([("a", "b"), ("b", "c"), ("a", "c")]) == {"a": 0, "b": 1, "c": 2}
    found = depths(ARROWS)
    levels = ["left", "shared", "concat", "inner", "add", "same"]
    assert [found[name] for name in levels] == list(range(6))
    assert found["right"] == 0
    assert found["kind"] == 5


def test_cycle_has_no_depth() -> None:
    with pytest.raises(CycleError):
        depths([("a", "b"), ("b", "b")])


def test_layers_of_one_depth_stand_side_by_side() -> None:
    place = positions(ARROWS)
    assert place["left"] == (-0.5, 0)
    assert place["right"] == (0.5, 0)
    assert place["concat"] == (0, -2)
    assert {place["same"], place["kind"]} == {(-0.5, -5), (0.5, -5)}
    assert len(set(place.values())) == len(place) == 8


def test_model_is_what_the_page_says() -> None:
    model = build_model()
    assert model.output_names == ["same", "kind"]
    shared, inner = 8 * 8 + 8, 16 * 16 + 16
    assert model.count_params() == shared + inner + 17 + 51
    kinds = {"shared": "relu", "inner": "relu", "same": "sigmoid", "kind": "softmax"}
    for name, activation in kinds.items():
        assert model.get_layer(name).activation.__name__ == activation


def test_figure_shows_every_layer_and_every_arrow() -> None:
    figure = draw()
    (axes,) = figure.axes
    boxes = [t for t in axes.texts if t.get_text()]
    labels = "left 8, right 8, shared 8, concat 16, inner 16, add 16, same 1, kind 3"
    assert {t.get_text() for t in boxes} == set(labels.split(", "))
    arrows = [t for t in axes.texts if not t.get_text()]
    place = positions(ARROWS)
    ends = [(place[start], place[end]) for start, end in ARROWS]
    assert [(a.xyann, a.xy) for a in arrows] == ends
    styles = [a.arrow_patch.get_connectionstyle().rad for a in arrows]
    bent = [("concat", "add"), ("shared", "concat")]
    assert [rad != 0 for rad in styles] == [a in bent for a in ARROWS]
    # 시작과 끝이 같은 두 화살표는 서로 다른 쪽으로 휜다.
    one, other = (
        rad for rad, a in zip(styles, ARROWS, strict=True) if a == ("shared", "concat")
    )
    assert one == -other
    assert axes.get_ylim() == (-5.5, 0.5)
    edge = {t.get_text().split()[0]: t.get_bbox_patch().get_edgecolor() for t in boxes}
    outer = {name for name, color in edge.items() if color != edge["concat"]}
    assert outer == {"left", "right", "same", "kind"}
    plt.close(figure)


def test_description_reads_every_arrow() -> None:
    assert all(f"{a} 다음 {b}" in describe() for a, b in ARROWS)
    assert describe().startswith("모델의 그래프. 화살표는 left 다음")


def test_plot_model_needs_a_package_that_is_not_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from keras.src.utils import model_visualization

    monkeypatch.setattr(model_visualization, "pydot", None)
    with pytest.raises(ImportError, match="pydot"):
        keras.utils.plot_model(build_model())
