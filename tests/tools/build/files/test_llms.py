"""언어 모델이 읽을 목록이 차례를 따르는지 확인한다."""

from tests.tools.build.conftest import ADDRESS, page_of
from tools.build.files import llms
from tools.build.site import Site


def built(site: Site) -> Site:
    for name, section, book in (
        ("week1/training.md", "1주차", None),
        ("week1/layers.md", "1주차", "{}"),
        ("메모.md", "", None),
        ("index.md", "", None),
    ):
        page = page_of(name, title=name, section=section, notebook=book)
        site.pages[name] = page
    return site


def test_pages_and_notebooks_are_listed_in_the_order_of_the_menu(site: Site) -> None:
    site.order = ["index.md", "week1/layers.md", "week1/training.md"]
    assert llms.index(built(site)).split("\n\n") == [
        "# 노트",
        "> 딥러닝 노트",
        "## 사이트",
        f"- [index.md]({ADDRESS}index.md): 층을 센다.\n"
        f"- [메모.md]({ADDRESS}%EB%A9%94%EB%AA%A8.md): 층을 센다.",
        "## 1주차",
        f"- [week1/layers.md]({ADDRESS}week1/layers.md): 층을 센다.\n"
        f"- [week1/training.md]({ADDRESS}week1/training.md): 층을 센다.",
        "## 노트북",
        f"- [week1/layers.md]({ADDRESS}week1/layers.ipynb)\n",
    ]


def test_menu_may_hold_what_is_no_page(site: Site) -> None:
    site.order = ["https://elsewhere.example/", "gone.md", "index.md"]
    text = llms.index(built(site))
    assert "elsewhere" not in text
    assert "gone.md" not in text
