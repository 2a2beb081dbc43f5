"""코드 파일이 빠짐없이 한 번씩 노트북의 칸이 되는지 확인한다."""

from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from tests.paths import ROOT
from tests.tools.build.conftest import ADDRESS, SNIPPET, code_box
from tools.build.files import notebook, plain
from tools.build.site import Site


def test_pieces_make_the_whole_file() -> None:
    code = (
        '"""설명."""\n\nimport os\n\n# --8<-- [start:a]\nx = 1\n# --8<-- [end:a]\n\n'
        "y = 2\n\n# --8<-- [start:b]\nz = 3\n# --8<-- [end:b]\n\n\ndef main():\n"
        '    print(x)\n\n\nif __name__ == "__main__":\n    main()\n'
    )
    pieces = notebook.split(code)
    assert [name for name, _ in pieces] == ["", "a", "", "b", ""]
    assert [text for _, text in pieces][:4] == ["import os", "x = 1", "y = 2", "z = 3"]
    snippet = notebook.Snippet("a.py", pieces, "", "")
    assert snippet.upto("z = 3\n") == ("import os\n\ny = 2", ["z = 3"])
    assert snippet.upto("x = 1\n") == ("", ["x = 1"])
    assert snippet.rest() == "def main():\n    print(x)"
    assert snippet.rest() == ""


def test_mixed_up_snippets_are_refused() -> None:
    folder = "snippets/week12/optimizers"
    files = [f"{folder}/weight_decay.py", f"{folder}/batch_size.py"]
    known = notebook.read_snippets(ROOT, files)
    codes = [next(x for name, x in known[file].pieces if name) for file in files]
    boxes = [code_box(file, code) for file, code in zip(files, codes, strict=True)]
    builder = notebook.Builder(known, str)
    with pytest.raises(notebook.Unusable, match=r"weight_decay\.py의 코드가"):
        builder.read(plain.parse("".join([*boxes, boxes[0]])))


def test_broken_code_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "snippets" / "a.py"
    file.parent.mkdir()
    file.write_text("x = 1\ny = (\n", encoding="utf-8")
    with pytest.raises(notebook.Unusable, match=r"snippets/a\.py:2: 파이썬 문법"):
        notebook.load(tmp_path, "snippets/a.py")


def test_unknown_section_is_refused() -> None:
    snippet = notebook.Snippet("a.py", [("a", "x = 1")], "", "")
    with pytest.raises(notebook.Unusable, match=r"a\.py에서 코드 상자에 실린"):
        snippet.upto("y = 2\n")


def build(site: Site, html: str) -> NotebookNode:
    used = notebook.read_snippets(site.root, [SNIPPET])
    text = notebook.build(html, used, "층", f"{ADDRESS}week1/layers/", site.pins)
    return nbformat.reads(text, as_version=4)


OUTPUT = '<div class="language-text highlight"><pre><code>2\n</code></pre></div>'
FIGURE = '<figure><svg aria-label="층의 수"></svg><figcaption>셈</figcaption></figure>'


def test_page_becomes_cells_in_its_order(site: Site) -> None:
    html = f"<h1>층</h1><p>앞</p>{code_box()}<p>사이</p>{OUTPUT}<h2>끝</h2><p>뒤</p>"
    cells = build(site, html).cells[2:]
    assert [(cell.cell_type, cell.source) for cell in cells] == [
        ("markdown", "# 층\n\n앞"),
        ("code", "def count(layers):\n    return len(layers)"),
        ("markdown", "사이"),
        (
            "code",
            f"# @title {SNIPPET}의 나머지\ndef main():\n    print(count([1, 2]))",
        ),
        ("code", "main()"),
        ("markdown", "## 끝\n\n뒤"),
    ]
    assert cells[4].outputs[0].text == "2\n"
    assert cells[3].metadata.cellView == "form"


def test_figure_is_drawn_by_the_code(site: Site) -> None:
    cells = build(site, f"{code_box()}{FIGURE}").cells
    drawn = next(cell for cell in cells if cell.source == "draw();")
    svg = drawn.outputs[0].data["image/svg+xml"]
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" style="background')
    assert "<text>2</text></svg>" in svg
    assert cells[-1].source == "셈"


def test_notebook_says_where_it_comes_from(site: Site) -> None:
    document = build(site, code_box())
    nbformat.validate(document)
    about = document.cells[0].source
    assert f"[층]({ADDRESS}week1/layers/)" in about
    assert [cell.id for cell in document.cells] == ["cell-1", "cell-2", "cell-3"]


def test_packages_are_wanted_at_their_pins() -> None:
    code = "import keras\nimport os\nfrom sklearn import svm\n"
    pins = {"keras": "3.15.1", "scikit-learn": "1.9.1"}
    assert notebook.requirements(code, pins) == {
        "jax": "jax",
        "keras": "keras==3.15.1",
        "sklearn": "scikit-learn==1.9.1",
    }


def test_figure_style_is_prepared_only_where_figures_are_drawn() -> None:
    (setup,) = notebook.preparations({"keras": "keras==3"})
    assert "'keras'" in setup.source or '"keras": "keras==3",' in setup.source
    _, style = notebook.preparations({"matplotlib": "matplotlib==3"})
    assert "STYLE" in style.source
    assert "%config InlineBackend.print_figure_kwargs = {}" in style.source
