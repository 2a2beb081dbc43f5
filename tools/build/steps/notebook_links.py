"""노트북을 열고 내려받는 링크."""

from tools.build.files.notebook import BRANCH
from tools.build.site import Page, Site
from tools.build.tree import Tree, insert_after

GITHUB = "https://github.com/"
COLAB = "https://colab.research.google.com/github/"


def show_links(tree: Tree, page: Page, site: Site) -> None:
    """노트북이 있는 쪽의 제목 아래에 링크를 단다."""
    title = tree.first("h1")
    if page.notebook is None or title is None:
        return
    links = [f'<a href="{site.beside(page, "ipynb")}" download>노트북 내려받기</a>']
    if address := colab(site.repository, page.file("ipynb")):
        links.insert(0, f'<a href="{address}">코랩에서 열기</a>')
    line = f'<p class="notebook" data-search-exclude>{" ".join(links)}</p>'
    insert_after(title, f"\n{line}")


def colab(repository: str, path: str) -> str | None:
    """GitHub의 노트북을 코랩에서 여는 주소. GitHub가 아니면 None이다."""
    if not repository.startswith(GITHUB):
        return None
    name = repository.removeprefix(GITHUB).strip("/")
    return f"{COLAB}{name}/blob/{BRANCH}/{path}"
