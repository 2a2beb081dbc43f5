"""그림이 기기를 가리지 않는 SVG가 되는지 확인한다."""

import matplotlib.pyplot as plt
import pytest
from matplotlib.figure import Figure

from tools.build.tree import Tree
from tools.proof.figures import render, use_page_font


def lines(end: float) -> Figure:
    figure, axes = plt.subplots()
    axes.plot([0, 1, 2], [0, 1, end], marker="o", label="가 & 나")
    axes.set(xlabel="반복", ylim=(0, 3))
    axes.legend()
    return figure


def ids(svg: str) -> list[str]:
    return [node.attributes["id"] for node in Tree(svg).all("[id]")]


def test_picture_says_what_it_shows_and_stays_out_of_search() -> None:
    svg = render(lambda: lines(2), '"가" < 나', "my-plot")
    (root,) = Tree(svg).all("svg")
    assert root.attributes["aria-label"] == '"가" < 나'
    assert root.attributes["role"] == "img"
    assert "data-search-exclude" in root.attributes
    assert not {"width", "height"} & root.attributes.keys()
    assert not Tree(svg).all("style, metadata")
    assert "\n\n" not in svg
    assert "가 &amp; 나" in svg


def test_only_names_that_are_used_stay_and_are_numbered() -> None:
    svg = render(lambda: lines(2), "", "my-plot")
    names = ids(svg)
    assert names == [f"my-plot-{number}" for number in range(1, len(names) + 1)]
    assert names
    # 테마는 href가 있는 원소를 링크로 보고 고치다 멈춘다.
    assert " href=" not in svg
    targets = {node.attributes["xlink:href"][1:] for node in Tree(svg).all("use")}
    clips = [node.attributes["clip-path"] for node in Tree(svg).all("[clip-path]")]
    targets |= {clip.removeprefix("url(#").removesuffix(")") for clip in clips}
    assert targets == set(names)


@pytest.mark.parametrize("end", [2.0000001, 2.000001])
def test_last_digits_leave_no_trace(end: float) -> None:
    assert render(lambda: lines(end), "", "a") == render(lambda: lines(2), "", "a")


def test_colors_and_fonts_are_the_pages() -> None:
    svg = render(lambda: lines(2), "", "a")
    assert "var(--figure-0, #0072b2)" in svg
    assert "var(--figure-muted, #777777)" in svg
    assert "currentColor" in svg
    assert "DejaVu" not in svg


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("font-family: 'DejaVu Sans'", "font-family: {}"),
        ("font: italic 11px 'DejaVu Sans', serif", "font: italic 11px {}"),
        ("font: 9.5px 'DejaVu Sans'", "font: 9.5px {}"),
        ("fill: #111111", "fill: #111111"),
    ],
)
def test_font_keeps_its_size(rule: str, expected: str) -> None:
    family = "var(--md-text-font-family, sans-serif)"
    assert use_page_font(rule) == expected.format(family)
