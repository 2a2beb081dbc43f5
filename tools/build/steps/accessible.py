"""테마가 놓친 접근성을 메운다."""

from html import escape

from tools.build.site import Page, Site
from tools.build.tree import Tree, text_of
from tools.page.page import PREFIX


def focus_code(tree: Tree, _page: Page, _site: Site) -> None:
    """가로로 넘치는 코드를 키보드로도 밀어 볼 수 있게 초점을 받게 한다.

    테마는 스크립트로 그렇게 하므로, 스크립트가 꺼져 있으면 키보드로 갈 수 없다.
    넘치지 않는 코드에서는 테마의 스크립트가 도로 뗀다.
    """
    for code in tree.all("pre > code:not([tabindex])"):
        code.attrs["tabindex"] = "0"


def header(html: str) -> str:
    """머리의 검색창에 이름을 붙이고, 색 바꾸개를 우리 스크립트에 맡긴다.

    테마는 검색 대화 상자에 이름을 붙이지 않아 화면 낭독기가 무엇인지 말하지 못한다.
    """
    tree = Tree(html)
    tree.first("[data-md-component=search]").attrs["aria-label"] = "검색"
    palette = tree.first("[data-md-component=palette]")
    del palette.attrs["data-md-component"]
    palette.attrs["data-palette"] = ""
    for script in tree.all("script"):
        script.decompose()
    return tree.html


def contents(html: str) -> str:
    """차례와 목차의 묶음에 이름을 바로 적고, 되풀이되는 말머리는 목차에서 뺀다.

    테마는 차례에서 묶음의 이름을 글이 없는 단추에서 찾는다. 목차에서는 절마다 이름을
    붙인 nav를 두어 같은 이름의 길잡이가 겹치므로, 길잡이로 세지 않게 한다.
    """
    tree = Tree(html)
    for name in tree.all('a.md-nav__link[href^="#"] .md-ellipsis'):
        if (text := text_of(name).strip()).startswith(PREFIX):
            name.inner_html = escape(text.removeprefix(PREFIX))
    for group in tree.all("nav.md-nav[aria-labelledby]"):
        title = group.css_first("label.md-nav__title")
        if group.attributes.get("data-md-level") == "1" and title:
            del group.attrs["aria-labelledby"]
            group.attrs["aria-label"] = title.text(strip=True)
    for group in tree.all("nav.md-nav[aria-label]"):
        if set(group.attributes) == {"class", "aria-label"} and (
            group.attributes["class"] == "md-nav"
        ):
            del group.attrs["aria-label"]
            group.attrs["role"] = "none"
    return tree.html
