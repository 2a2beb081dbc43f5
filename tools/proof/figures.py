"""matplotlib 그림을 쪽에 그대로 끼워 넣을 SVG로 바꾼다.

글자는 글자로 두어 읽는 사람의 한글 글꼴로 보이고, 색은 CSS 변수라서 밝은 화면과
어두운 화면에서 저마다 알맞은 색이 된다. 이름은 나온 차례로 다시 지으므로, 기기마다
끝자리가 다른 좌표에서 온 이름이 남지 않는다.
"""

import io
import re
import warnings
from collections.abc import Callable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import matplotlib as mpl
import matplotlib.pyplot as plt
from matplotlib.figure import Figure

from tools.proof.figure_style import INK, MUTED, PALETTE, STYLE

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
FAMILY = "var(--md-text-font-family, sans-serif)"
COORDINATE = re.compile(r"\d+\.\d{3,}")
REFERENCE = re.compile(r"(?<=url\(#)[^)]+|(?<=^#).+")


def render(draw: Callable[[], Figure], description: str, name: str) -> str:
    """그림을 그려 SVG 글로 바꾼다.

    Args:
        draw: matplotlib 그림을 돌려주는 함수.
        description: 그림을 보지 못하는 사람에게 읽어 줄 설명.
        name: 한 쪽에 그림이 여럿이어도 id가 겹치지 않게 앞에 붙일 이름.

    Returns:
        빈 줄이 없는 `<svg>` 하나.
    """
    root = ElementTree.fromstring(picture(draw, name))
    remove_what_reaches_the_page(root)
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{SVG}}}")
        # 테마는 href가 있는 원소를 모두 링크로 보고 고치려 하므로, 옛 이름을 쓴다.
        if f"{{{XLINK}}}href" in element.attrib:
            element.set("xlink:href", element.attrib.pop(f"{{{XLINK}}}href"))
        for attribute, value in element.attrib.items():
            element.set(attribute, restyle(attribute, value))
    rename(root, name)
    head = {"role": "img", "aria-label": description, "data-search-exclude": ""}
    kept = {x: y for x, y in root.attrib.items() if x not in ("width", "height")}
    head |= {"stroke-linejoin": "round", "xmlns": SVG, "xmlns:xlink": XLINK}
    root.attrib = {**head, **kept}
    lines = ElementTree.tostring(root, encoding="unicode").splitlines()
    return "\n".join(line.rstrip() for line in lines if line.strip()) + "\n"


def picture(draw: Callable[[], Figure], name: str) -> str:
    """matplotlib이 쓴 SVG."""
    with mpl.rc_context({**STYLE, "svg.hashsalt": name}), warnings.catch_warnings():
        # 한글은 글자로 두므로 matplotlib의 글꼴에 없어도 된다.
        warnings.filterwarnings("ignore", "Glyph .* missing from font")
        buffer = io.StringIO()
        figure = draw()
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
        plt.close(figure)
    return buffer.getvalue()


def remove_what_reaches_the_page(root: Element) -> None:
    """쪽 전체에 걸리는 스타일과, 그림이 아닌 것을 뺀다."""
    for tag in ("metadata", "style"):
        for parent in list(root.iter()):
            for child in parent.findall(f"{{{SVG}}}{tag}"):
                parent.remove(child)
    for empty in root.findall(f"{{{SVG}}}defs"):
        if not len(empty):
            root.remove(empty)


def restyle(attribute: str, value: str) -> str:
    """빈칸을 하나로, 좌표를 소수 둘째 자리로 줄이고, 색과 글꼴을 쪽의 것으로 바꾼다."""
    value = " ".join(value.split())
    value = COORDINATE.sub(lambda number: f"{float(number[0]):.2f}", value)
    if attribute == "style":
        rules = (rule.strip() for rule in value.split(";") if rule.strip())
        value = "; ".join(map(use_page_font, rules))
    for number, color in enumerate(PALETTE):
        value = value.replace(color, f"var(--figure-{number}, {color})")
    value = value.replace(MUTED, f"var(--figure-muted, {MUTED})")
    return value.replace(INK, "currentColor")


def use_page_font(rule: str) -> str:
    """글꼴을 정하는 규칙이면 쪽의 글꼴로 바꾼다."""
    name, _, value = rule.partition(":")
    if name == "font-family":
        return f"{name}: {FAMILY}"
    if name == "font":
        size = re.match(r"(?:[a-z]+ )*[\d.]+px", value.strip())
        return f"{name}: {size[0]} {FAMILY}"
    return rule


def rename(root: Element, name: str) -> None:
    """가리키는 곳이 있는 id만 남기고, 나온 차례로 이름을 새로 짓는다."""
    used = {
        target
        for element in root.iter()
        for value in element.attrib.values()
        for target in REFERENCE.findall(value)
    }
    names: dict[str, str] = {}
    for element in root.iter():
        if old := element.attrib.pop("id", None):
            if old not in used:
                continue
            names[old] = f"{name}-{len(names) + 1}"
            element.set("id", names[old])
    for element in root.iter():
        for attribute, value in element.attrib.items():
            element.set(attribute, REFERENCE.sub(lambda x: names[x[0]], value))
