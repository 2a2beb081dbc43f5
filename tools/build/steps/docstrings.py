"""코드 상자의 독스트링을 첫 줄만 남긴다. 인자와 모양은 코드 설명서에 모두 있다."""

from tools.build.site import Page, Site
from tools.build.tree import Node, Tree, classes, text_of

QUOTES = '"""'
DOCSTRING = "sd"  # Pygments가 독스트링에 다는 class


def shorten(tree: Tree, _page: Page, _site: Site) -> None:
    """여러 줄에 걸친 독스트링을 첫 줄에서 닫는다. 코드가 하는 일은 그대로다."""
    for code in tree.all(".language-python pre > code"):
        shorten_box(code)


def shorten_box(code: Node) -> None:
    """상자 하나의 독스트링을 줄인다."""
    inside = False
    for node in list(code.iter(include_text=True)):
        is_docstring = node.is_element_node and DOCSTRING in classes(node)
        text = text_of(node) if is_docstring else ""
        if inside:
            inside = not text.rstrip().endswith(QUOTES)
            node.decompose()
        elif is_docstring and text.count(QUOTES) == 1:
            node.inner_html = f"{node.inner_html}{QUOTES}"
            inside = True
