"""쪽마다 있는 깨끗한 마크다운과 `llms.txt`를 확인한다."""

import re
from copy import copy
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.paths import DOCS, ROOT, document_files
from tests.site.conftest import Site
from tools.build.files import plain
from tools.page.built import BuiltPage
from tools.page.text import squeeze

LINK = re.compile(r"^- \[(?P<title>[^\]]+)\]\((?P<address>\S+)\)(?:: (?P<about>.+))?$")
MARKS = re.compile(
    r"--8<--|^!!!|^\?\?\?|\{ ?#[\w-]+ ?\}|</?(?:div|span|figure|svg|p)\b", re.M
)


def sources() -> list[str]:
    """쪽의 원본. 용어집과 근거의 쪽은 자료에서 만들어져 파일이 없다."""
    files = [file.relative_to(DOCS).as_posix() for file in document_files()]
    return [*files, "changes.md", "claims.md", "glossary.md"]


def outside_code(text: str) -> str:
    return plain.GAP.sub("\n\n", re.sub(r"`[^`\n]+`", "", text))


def test_every_page_has_its_markdown(pages: list[BuiltPage], site: Site) -> None:
    found = set()
    for page in pages:
        link = page.html.select_one("link[rel=alternate][type='text/markdown']")
        address = urljoin(site.url + page.address, link["href"])
        found.add(address.removeprefix(site.url))
        file = site.folder / address.removeprefix(site.url)
        text = file.read_text(encoding="utf-8")
        heading = page.article.h1
        assert text.startswith(f"# {heading.contents[0].strip()}\n")
        assert not MARKS.search(outside_code(text)), page.address
    assert found == set(sources())


@pytest.mark.parametrize("name", ["week12/optimizers", "week12/multi-label"])
def test_markdown_says_all_that_the_page_says(
    name: str, pages: list[BuiltPage], site: Site
) -> None:
    said = words_of((site.folder / f"{name}.md").read_text(encoding="utf-8"))
    page = next(page for page in pages if page.address == f"{name}/")
    paragraphs = page.article.select("p:not([class], figcaption *, .page-facts *)")
    assert len(paragraphs) > 30
    for paragraph in paragraphs:
        said_here = copy(paragraph)
        # 수식은 쪽에는 MathML로, 마크다운에는 LaTeX로 있다.
        for formula in said_here.select(".arithmatex"):
            formula.replace_with("$$")
        assert words_of(said_here.get_text()) in said


def words_of(text: str) -> str:
    """꾸밈을 뺀 글만 남긴다."""
    text = re.sub(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(https?://[^)\s]*\)", r"\1", text)
    text = re.sub(r"\$[^$\n]*\$", "$$", text)
    return squeeze(re.sub(r"</?b>|[*`>]", "", text))


def test_markdown_holds_the_code_and_the_output(site: Site) -> None:
    text = "".join(
        (site.folder / f"week12/{name}.md").read_text(encoding="utf-8")
        for name in ("optimizers", "experiments/optimizers")
    )
    folder = ROOT / "snippets/week12/optimizers"
    for file in folder.glob("*.txt"):
        assert f"```text\n{file.read_text(encoding='utf-8')}```" in text
    section = (folder / "rare_gradients.py").read_text(encoding="utf-8")
    section = section.split("[start:scales]\n")[1].split("# --8<--")[0].strip()
    assert f"```python\n{section}\n```" in text
    label = re.search(
        r'aria-label="([^"]+)"', (folder / "rare_gradients.svg").read_text("utf-8")
    )
    assert f"> {label[1]}" in text


def test_links_between_pages_lead_to_markdown(site: Site) -> None:
    text = (site.folder / "week12/functional-api.md").read_text(encoding="utf-8")
    assert f"]({site.url}week12/hyperparameter-tuning.md)" in text
    assert f"]({site.url}week12/functional-api/#limits)" in text
    linked = re.findall(rf"\]\({re.escape(site.url)}([^)#\s]*\.md)\)", text)
    assert all((site.folder / name).exists() for name in linked)


def test_llms_lists_every_page_in_the_order_of_the_menu(site: Site) -> None:
    text = (site.folder / "llms.txt").read_text(encoding="utf-8")
    title, summary, *rest = text.split("\n\n")
    assert title == "# 딥러닝 정리 노트"
    assert re.fullmatch(r"> \S.*", summary)
    listed = {}
    for block in rest:
        if block.startswith("## "):
            name, block = block[3:], ""
        for line in block.splitlines():
            match = LINK.fullmatch(line)
            assert match, line
            listed.setdefault(name, []).append(match)
    addresses = [
        m["address"].removeprefix(site.url) for ms in listed.values() for m in ms
    ]
    assert all((site.folder / address).exists() for address in addresses)
    assert {x for x in addresses if x.endswith(".md")} == set(sources())
    week = [m["address"].removeprefix(site.url) for m in listed["12주차"]]
    assert week[:3] == [
        "week12/index.md",
        "week12/functional-api.md",
        "week12/multi-label.md",
    ]
    assert all(
        m["about"] for name, ms in listed.items() for m in ms if name != "노트북"
    )
    notebooks = [m["address"].removeprefix(site.url) for m in listed["노트북"]]
    built = [x.relative_to(site.folder) for x in site.folder.rglob("*.ipynb")]
    assert sorted(notebooks) == sorted(x.as_posix() for x in built)
    assert len(notebooks) >= 6


def test_markdown_and_notebook_stay_put_without_directory_addresses(
    flat: Path,
) -> None:
    html = (flat / "week12/optimizers.html").read_text(encoding="utf-8")
    assert re.search(r'type="text/markdown"[^>]* href="optimizers\.md"', html)
    assert re.search(r'<a href="optimizers\.ipynb" download(="")?>', html)
    text = (flat / "week12/functional-api.md").read_text(encoding="utf-8")
    assert "](https://a.b/c/week12/hyperparameter-tuning.md)" in text
    assert "](https://a.b/c/week12/functional-api.html#limits)" in text
    assert (flat / "week12/optimizers.ipynb").exists()
