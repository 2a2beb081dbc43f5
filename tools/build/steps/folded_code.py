"""상자에 실리지 않은 코드를 그 자리에 접어 둔다.

펼친 것까지 차례로 옮겨 적으면 그대로 돌고, 출력이 어느 코드에서 나왔는지 보인다.
"""

from html import escape

from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers.python import PythonLexer

from tools.build.files.notebook import Snippet, read_snippets
from tools.build.site import Page, Site
from tools.build.steps.code_boxes import is_snippet
from tools.build.steps.takeaway import snippets_on
from tools.build.tree import Node, Tree, nodes, text_of

BEFORE = "불러오기와 도우미"
CALL = "출력하는 코드"
RUN = "main()"


def fold_hidden(tree: Tree, _page: Page, site: Site) -> None:
    """코드 상자 앞에는 거기서 쓰는 것을, 출력 앞에는 출력하는 코드를 접어 둔다."""
    known = read_snippets(site.root, snippets_on(tree))
    shown: dict[str, Snippet] = {}
    for box in tree.all(".highlight:has(> .filename)"):
        name = text_of(box.css_first(".filename"))
        code = text_of(box.css_first("pre > code"))
        if is_snippet(name):
            shown[name] = known[name]
            hidden, _ = known[name].upto(code.rstrip("\n"))
            fold(box, BEFORE, hidden, site)
        elif snippet := printed_by(shown, code):
            rest = snippet.rest()
            fold(box, CALL, "\n\n\n".join(filter(None, (rest, RUN))), site)


def printed_by(shown: dict[str, Snippet], output: str) -> Snippet | None:
    """앞의 코드 가운데 이것을 출력한 것."""
    wanted = output.strip()
    return next(
        (x for x in reversed(shown.values()) if x.output.strip() == wanted), None
    )


def fold(box: Node, title: str, code: str, site: Site) -> None:
    """상자 앞에 접은 코드를 넣는다. 코드가 없으면 넣지 않는다."""
    if not code.strip():
        return
    inner = site.cache.get("highlight", [code], lambda: colored(code))
    html = (
        '<details class="folded-code" data-search-exclude>'
        f"<summary>{escape(title)}</summary>"
        f'<div class="language-python highlight"><pre><span></span><code>{inner}</code>'
        "</pre></div></details>"
    )
    for node in nodes(html):
        box.insert_before(node)


def colored(code: str) -> str:
    """테마와 같은 class로 색을 입힌 코드."""
    return highlight(code, PythonLexer(), HtmlFormatter(nowrap=True))
