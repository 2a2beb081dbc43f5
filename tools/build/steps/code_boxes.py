"""쪽의 코드 상자. 코드와 시험으로 가는 길을 달고, 줄의 수를 적는다."""

from html import escape

from tools.build.site import Page, Site
from tools.build.steps.proof_line import proof_line
from tools.build.tree import Tree, insert_after, text_of
from tools.proof.verified import test_of

SNIPPETS = "snippets/"


def link_sources(tree: Tree, _page: Page, site: Site) -> None:
    """코드의 자리에 저장소의 그 파일로 가는 링크를, 상자 아래에 시험의 기록을 단다.

    코드 설명서에서는 모듈의 이름 아래에 적힌 파일의 자리를 링크로 바꾼다.
    """
    for name in tree.all("p.doc-file"):
        name.inner_html = linked(text_of(name), site)
    for name in tree.all("span.filename"):
        file = text_of(name)
        if file.startswith(SNIPPETS) and file.endswith(".py"):
            name.inner_html = linked(file, site)
            insert_after(
                name.parent.css_first("pre"),
                proof_line(site.records, file, site.code(test_of(file))),
            )


def linked(file: str, site: Site) -> str:
    """저장소를 알면 링크, 모르면 글."""
    address = site.code(file)
    return f'<a href="{address}">{file}</a>' if address else escape(file)


def count_lines(tree: Tree, _page: Page, _site: Site) -> None:
    """코드마다 줄의 수를 적는다.

    스타일이 이 수로 높이를 미리 잡아, 화면에 들어오지 않은 코드는 그리지 않는다.
    """
    for code in tree.all("pre > code"):
        lines = text_of(code).rstrip("\n").count("\n") + 1
        code.parent.attrs["style"] = f"--lines: {lines}"
