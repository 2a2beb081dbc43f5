"""수식을 그린다. 스크립트 없이 브라우저가 그리고, 화면 읽기 프로그램이 읽는다."""

from tools.build.site import Page, Site
from tools.build.tree import Tree, text_of
from tools.page.formulas import UnreadableFormula, mathml, source

STYLE = "assets/formulas.css"
RADICAL = "√"
# 이보다 긴 수식은 휴대 전화에서 옆으로 넘칠 수 있어, 자판으로도 밀 수 있게 한다.
LONG = 24
SCROLLED = {"role": "group", "aria-label": "수식", "tabindex": "0"}


def draw_formulas(tree: Tree, page: Page, site: Site) -> None:
    """수식의 글을 MathML로 바꾸고, 쓰인 글자를 글꼴에 남기게 적는다.

    Raises:
        ValueError: 읽을 수 없는 수식이 있을 때. 파일과 수식과 까닭을 말한다.
    """
    for node in tree.all(".arithmatex"):
        latex, shown = source(text_of(node))
        try:
            node.inner_html = mathml(latex, shown=shown)
        except UnreadableFormula as error:
            raise ValueError(
                f"docs/{page.source}: 수식 '{latex}'을(를) 그릴 수 없습니다. {error}."
            ) from error
        node.attrs["data-search-exclude"] = ""
        letters = text_of(node)
        site.letters |= set(letters)
        # 근호는 태그라서 글에 없지만, 브라우저가 글꼴의 글자로 그린다.
        if node.css_first("msqrt, mroot"):
            site.letters.add(RADICAL)
        if shown and len(letters) > LONG:
            for name, value in SCROLLED.items():
                node.attrs[name] = value
        if STYLE not in page.styles:
            page.styles.append(STYLE)
