"""노트북을 여는 링크가 노트북이 있는 쪽에만 달리는지 확인한다."""

from collections.abc import Callable

import pytest

from tests.tools.build.conftest import page_of
from tools.build.files import notebook
from tools.build.site import Page, Site
from tools.build.steps import notebook_links
from tools.build.tree import Tree

HTML = '<h1 id="a">제목</h1><p>글</p>'


def links(page: Page, site: Site, html: str = HTML) -> list[tuple[str, str]]:
    tree = Tree(html)
    notebook_links.show_links(tree, page, site)
    found = tree.all("h1 + p.notebook[data-search-exclude] > a")
    return [(node.text(), node.attributes["href"]) for node in found]


def test_page_with_a_notebook_can_be_opened_and_taken(site: Site) -> None:
    assert links(page_of(notebook="{}"), site) == [
        (
            "코랩에서 열기",
            "https://colab.research.google.com/github/someone/a-fork"
            f"/blob/{notebook.BRANCH}/week1/layers.ipynb",
        ),
        ("노트북 내려받기", "../layers.ipynb"),
    ]


def test_page_without_a_notebook_or_a_title_is_left_alone(site: Site) -> None:
    assert links(page_of(), site) == []
    assert links(page_of(notebook="{}"), site, "<p>글</p>") == []


@pytest.mark.parametrize("repository", ["", "https://git.example/a/b"])
def test_unknown_repository_leaves_only_the_download(
    make_site: Callable[..., Site], repository: str
) -> None:
    found = links(page_of(notebook="{}"), make_site(repository=repository))
    assert [text for text, _ in found] == ["노트북 내려받기"]


def test_colab_opens_only_what_is_on_github() -> None:
    assert notebook_links.colab("https://example.com/a/b", "c.ipynb") is None
    assert notebook_links.colab("", "c.ipynb") is None
    assert notebook_links.colab("https://github.com/a/b/", "c.ipynb").endswith(
        "/github/a/b/blob/notebooks/c.ipynb"
    )
