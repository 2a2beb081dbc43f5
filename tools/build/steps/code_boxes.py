"""쪽의 코드 상자. 제목과 시험의 기록을 달고, 줄의 수를 적는다."""

import re
from html import escape

from tools.build.site import Page, Site
from tools.build.steps.proof_line import proof_line
from tools.build.tree import Node, Tree, insert_after, text_of
from tools.proof.verified import test_of

SNIPPETS = "snippets/"
# 코드 상자에 적어 두는 파일의 자리.
FILE = "data-file"
DEFINED = re.compile(r"^(?:def|class) (?P<name>\w+)", re.M)


def link_sources(tree: Tree, _page: Page, site: Site) -> None:
    """파일의 첫 상자에 사람이 읽을 제목을, 마지막 상자에 파일과 시험의 기록을 단다.

    코드 설명서에서는 모듈의 이름 아래에 적힌 파일의 자리를 링크로 바꾼다.
    """
    for name in tree.all("p.doc-file"):
        name.inner_html = linked(text_of(name), site)
    boxes: dict[str, list[Node]] = {}
    for name in tree.all("span.filename"):
        file = text_of(name)
        if is_snippet(file):
            name.parent.attrs[FILE] = file
            boxes.setdefault(file, []).append(name.parent)
    for file, (first, *others) in boxes.items():
        first.css_first(".filename").inner_html = escape(site.titles[file])
        for box in others:
            box.css_first(".filename").inner_html = escape(defined(box))
        last = others[-1] if others else first
        test = site.code(test_of(file))
        line = proof_line(site.records, file, linked(file, site), test)
        insert_after(last.css_first("pre"), line)


def is_snippet(name: str) -> bool:
    """쪽에 실리는 파이썬 파일의 자리인지 답한다."""
    return name.startswith(SNIPPETS) and name.endswith(".py")


def defined(box: Node) -> str:
    """상자의 코드가 만드는 함수나 클래스의 이름. 없으면 앞을 잇는 코드라고 적는다."""
    names = DEFINED.findall(text_of(box.css_first("pre > code")))
    return ", ".join(names) or "이어지는 코드"


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
