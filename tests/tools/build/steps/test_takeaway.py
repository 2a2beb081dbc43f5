"""쪽 곁에 놓을 마크다운과 노트북이 쪽에서 나오는지 확인한다."""

import json
from collections.abc import Callable

import pytest

from tests.tools.build.conftest import ADDRESS, SNIPPET, code_box, page_of
from tools.build.files import notebook
from tools.build.site import Page, Site
from tools.build.steps import takeaway
from tools.build.tree import Tree


def keep(html: str, page: Page, site: Site) -> Page:
    tree = Tree(html)
    takeaway.keep_plain_copy(tree, page, site)
    assert tree.html == Tree(html).html
    return page


def test_page_without_code_has_only_its_markdown(page: Page, site: Site) -> None:
    keep("<h1>제목</h1><p>글</p>", page, site)
    assert site.files == {"week1/layers.md": "# 제목\n\n글\n"}
    assert page.notebook is None


def test_page_with_code_has_a_notebook_too(page: Page, site: Site) -> None:
    keep(f"<h1>제목</h1>{code_box()}", page, site)
    assert site.files["week1/layers.ipynb"] == page.notebook
    cells = json.loads(page.notebook)["cells"]
    assert "def count(layers):\n    return len(layers)" in [
        "".join(cell["source"]) for cell in cells
    ]
    assert f"`{SNIPPET}`" in site.files["week1/layers.md"]


def test_live_preview_makes_neither(page: Page, make_site: Callable[..., Site]) -> None:
    site = make_site(serving=True)
    keep(f"<h1>제목</h1>{code_box()}", page, site)
    assert site.files == {}
    assert page.notebook is None


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("../training/", f"{ADDRESS}week1/training.md"),
        ("../training/#loop", f"{ADDRESS}week1/training/#loop"),
        ("#depth", f"{ADDRESS}week1/layers/#depth"),
        ("../../", f"{ADDRESS}index.md"),
        ("https://a.org/b/", "https://a.org/b/"),
    ],
)
def test_links_hold_wherever_the_copy_is_read(
    page: Page, site: Site, link: str, expected: str
) -> None:
    keep(f'<p><a href="{link}">글</a></p>', page, site)
    assert site.files["week1/layers.md"] == f"[글]({expected})\n"


@pytest.mark.parametrize(
    "html",
    [
        '<a class="headerlink" href="#a">¶</a>',
        "<script>1</script>",
        "<style>a {}</style>",
        "<button>누름</button>",
        "<p hidden>숨은 글</p>",
        "<div data-plain-exclude><p>화면의 글</p></div>",
        '<details class="mkdocstrings-source"><summary>소스</summary></details>',
        '<div class="tabbed-labels"><label>탭</label></div>',
    ],
)
def test_what_only_the_screen_needs_is_left_out(
    page: Page, site: Site, html: str
) -> None:
    keep(f"<p>글</p>{html}", page, site)
    assert site.files["week1/layers.md"] == "글\n"


def test_only_the_description_of_a_picture_is_taken(page: Page, site: Site) -> None:
    keep(
        '<figure><svg aria-label="설명" class="a"><text>1</text></svg></figure>',
        page,
        site,
    )
    assert site.files["week1/layers.md"] == "> 설명\n"


def test_same_page_is_written_once(
    make_site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    html = f"<h1>제목</h1>{code_box()}"
    first = keep(html, page_of(), make_site())
    monkeypatch.setattr(notebook, "build", lambda *_: pytest.fail("다시 만들었다"))
    assert keep(html, page_of(), make_site()).notebook == first.notebook


@pytest.mark.parametrize("ending", [".py", ".txt", ".svg"])
def test_changed_snippet_is_written_anew(
    make_site: Callable[..., Site], ending: str
) -> None:
    svg = '<figure><svg aria-label="층의 수"></svg></figure>'
    output = '<div class="highlight"><pre><code>{}</code></pre></div>'
    html = f"<h1>제목</h1>{code_box()}{output.format('2')}{svg}"
    site = make_site()
    first = keep(html, page_of(), site)
    file = (site.root / SNIPPET).with_suffix(ending)
    text = file.read_text(encoding="utf-8")
    changes = {".py": ("[1, 2]", "[1, 1]"), ".txt": ("2", "2\n"), ".svg": (">2", ">3")}
    assert changes[ending][0] in text
    file.write_text(text.replace(*changes[ending]), encoding="utf-8")
    again = Site(site.root, "", "", ADDRESS, "", False, site.relative)
    again.urls = site.urls
    assert keep(html, page_of(), again).notebook != first.notebook


def test_code_that_cannot_become_a_notebook_stops_the_build(
    page: Page, site: Site
) -> None:
    with pytest.raises(notebook.Unusable, match="코드 상자에 실린 절을"):
        keep(code_box(code="gone = 1"), page, site)


def test_each_snippet_is_listed_once() -> None:
    tree = Tree(code_box() * 2 + code_box("출력") + code_box("snippets/a.py"))
    assert takeaway.snippets_on(tree) == [SNIPPET, "snippets/a.py"]
