"""들고 갈 글. 쪽을 마크다운과 노트북으로 옮긴다."""

from html import escape
from urllib.parse import urldefrag, urljoin

from tools.build.files import notebook, plain
from tools.build.site import Page, Site
from tools.build.tree import Tree, text_of

# 화면에서만 뜻이 있는 것. 코드 설명서의 접어 둔 소스는 옮기기에는 너무 크다.
SCREEN_ONLY = (
    ".headerlink, .tabbed-labels, .doc-symbol, script, style, template, button, input, "
    "canvas, [hidden], [data-plain-exclude], details.mkdocstrings-source"
)


def keep_plain_copy(tree: Tree, page: Page, site: Site) -> None:
    """쪽 곁에 놓을 마크다운을 만들고, 코드가 있으면 노트북도 만든다.

    미리 보기에서는 만들지 않는다.

    Raises:
        notebook.Unusable: 쪽의 코드를 노트북으로 옮길 수 없을 때.
    """
    if site.serving:
        return
    html = plain_html(tree)
    pages = {site.absolute(url): name for name, url in site.urls.items()}
    here = site.absolute(page.url)

    def resolve(link: str) -> str:
        target = urljoin(here, link)
        other, fragment = urldefrag(target)
        if other in pages and not fragment:
            return site.absolute(pages[other])
        return target

    used = notebook.read_snippets(site.root, snippets_on(tree))

    def make() -> list[str | None]:
        content = plain.parse(html)
        blocks = list(content.children)  # 변환하면 나무에서 떨어진다
        book = None
        if used:
            book = notebook.build(content, used, page.title, here, site.pins)
        return [plain.convert(blocks, resolve), book]

    inputs = [html, pages, page.title, here]
    if used:
        inputs += [[snippet.inputs for snippet in used.values()], site.pins]
    markdown, page.notebook = site.cache.get("takeaway", inputs, make)
    site.files[page.source] = markdown
    if page.notebook:
        site.files[page.file("ipynb")] = page.notebook


def plain_html(tree: Tree) -> str:
    """화면에서만 뜻이 있는 것을 뺀 쪽의 글. 그림은 설명만, 코드는 글자만 남긴다."""
    plain_tree = tree.copy()
    for node in plain_tree.all(SCREEN_ONLY):
        node.decompose()
    for svg in plain_tree.all("svg"):
        svg.inner_html = ""
        for name in svg.attributes.keys() - {"aria-label"}:
            del svg.attrs[name]
    for code in plain_tree.all("pre code"):
        code.inner_html = escape(text_of(code), quote=False)
    return plain_tree.html


def snippets_on(tree: Tree) -> list[str]:
    """쪽에 실린 코드 파일의 자리."""
    names = [text_of(node) for node in tree.all(".highlight .filename")]
    return list(dict.fromkeys(name for name in names if name.startswith("snippets/")))
