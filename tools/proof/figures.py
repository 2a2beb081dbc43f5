"""matplotlib 그림을 쪽에 그대로 끼워 넣을 SVG로 바꾼다.

글자는 글자로 두어 읽는 사람의 한글 글꼴로 보이고, 색은 CSS 변수라서 밝은 화면과
어두운 화면에서 저마다 알맞은 색이 된다.
"""

import io
import re
from collections.abc import Callable
from html import escape

import matplotlib as mpl
import matplotlib.pyplot as plt
from matplotlib.figure import Figure

from tools.proof.figure_style import INK, MUTED, PALETTE, STYLE


def render(draw: Callable[[], Figure], description: str, name: str) -> str:
    """그림을 그려 SVG 글로 바꾼다.

    Args:
        draw: matplotlib 그림을 돌려주는 함수.
        description: 그림을 보지 못하는 사람에게 읽어 줄 설명.
        name: 한 쪽에 그림이 여럿이어도 id가 겹치지 않게 앞에 붙일 이름.

    Returns:
        빈 줄이 없는 `<svg>` 하나.
    """
    with mpl.rc_context({**STYLE, "svg.hashsalt": name}):
        buffer = io.StringIO()
        figure = draw()
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
        plt.close(figure)
    svg = buffer.getvalue()
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.S)
    svg = re.sub(r"<!--.*?-->", "", svg, flags=re.S)
    # 이 규칙은 그림을 벗어나 쪽 전체에 걸린다. 아래에서 그림에만 건다.
    svg = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>", "", svg, count=1, flags=re.S)
    svg = re.sub(r'\b(id="|href="#|url\(#)', rf"\g<1>{name}-", svg)
    svg = re.sub(r"<[^>]*>", round_coordinates, svg)
    svg = use_page_fonts(use_page_colors(svg))
    label = (
        f'<svg role="img" aria-label="{escape(description)}" data-search-exclude '
        'stroke-linejoin="round" '
    )
    svg = re.sub(r'(<svg[^>]*?) width="[^"]*"', r"\1", svg)
    svg = re.sub(r'(<svg[^>]*?) height="[^"]*"', r"\1", svg)
    svg = svg.replace("<svg ", label, 1)
    return "\n".join(line.rstrip() for line in svg.splitlines() if line.strip()) + "\n"


def round_coordinates(tag: re.Match[str]) -> str:
    """좌표만 소수 둘째 자리로 줄인다. 글자로 적힌 수는 건드리지 않는다."""
    return re.sub(r"\d+\.\d{3,}", lambda number: f"{float(number[0]):.2f}", tag[0])


def use_page_colors(svg: str) -> str:
    """정해 둔 색을 쪽의 색으로 바꾼다."""
    for number, color in enumerate(PALETTE):
        svg = svg.replace(color, f"var(--figure-{number}, {color})")
    svg = svg.replace(MUTED, f"var(--figure-muted, {MUTED})")
    return svg.replace(INK, "currentColor")


def use_page_fonts(svg: str) -> str:
    """글자를 쪽의 글꼴로 쓴다."""
    family = "var(--md-text-font-family, sans-serif)"
    svg = re.sub(r"font-family: ?[^;\"]*", f"font-family: {family}", svg)
    return re.sub(r"font: ?((?:[a-z]+ )*[\d.]+px) [^;\"]*", rf"font: \1 {family}", svg)
