"""수식을 MathML로 바꾸고, 읽을 수 없으면 까닭을 말하는지 확인한다."""

import pytest

from tools.build.tree import Tree, text_of
from tools.page.formulas import UnreadableFormula, mathml, reason, source


def test_formula_becomes_a_tree_the_browser_draws() -> None:
    tree = Tree(mathml(r"\frac{a}{b_1}", shown=True))
    (math,) = tree.all("math")
    assert math.attributes["display"] == "block"
    top, bottom = (text_of(node) for node in math.css("mfrac > mrow"))
    assert (top, bottom) == ("a", "b1")
    assert len(math.css("msub")) == 1


@pytest.mark.parametrize(
    ("latex", "why"),
    [
        (r"\frac{1", "중괄호의 짝"),
        ("a}", "중괄호의 짝"),
        (r"\foo x", r"'\foo'을(를)"),
        ("a & b", "'&'을(를)"),
        ("x^2^3", "문법"),
        ("", "문법"),
        ("손실 = 1", r"\text"),
    ],
)
def test_unreadable_formula_says_why(latex: str, why: str) -> None:
    assert why in reason(latex)
    with pytest.raises(UnreadableFormula):
        mathml(latex)


@pytest.mark.parametrize(
    "latex",
    [
        r"\{1, 2\}",
        r"\text{손실} = -\log p",
        r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}",
        r"\hat{m}_t",
    ],
)
def test_readable_formula_has_no_reason(latex: str) -> None:
    assert reason(latex) == ""


def test_source_takes_the_marks_off() -> None:
    assert source(r"\(x\)") == ("x", False)
    assert source("\\[\nx\n\\]") == ("x", True)
