"""쓰인 글자만 남긴 글꼴이 수식을 그릴 수 있는지 확인한다."""

from io import BytesIO

from fontTools.ttLib import TTFont

from tools.build.files import math_font
from tools.build.site import Site

ITALIC_X, ITALIC_THETA = chr(0x1D465), chr(0x1D703)


def test_italic_letters_are_asked_for_too() -> None:
    assert set(math_font.glyphs("xθ1")) == {"1", "x", "θ", ITALIC_X, ITALIC_THETA}


def test_font_holds_the_letters_and_the_sizes_of_formulas(site: Site) -> None:
    font = TTFont(BytesIO(math_font.font("x√1", site.cache)))
    letters = set(font.getBestCmap())
    assert {ord("x"), ord(ITALIC_X), ord("√"), ord("1")} <= letters
    assert ord("y") not in letters
    assert "MATH" in font
    sizes = font["MATH"].table.MathVariants.VertGlyphConstruction
    assert len(sizes[0].MathGlyphVariantRecord) > 1


def test_same_letters_give_the_same_bytes() -> None:
    assert math_font.subset("xy") == math_font.subset("xy")
