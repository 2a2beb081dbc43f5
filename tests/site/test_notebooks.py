"""노트북이 쪽과 같은 코드를 담고, 저장소 없이 혼자 끝까지 도는지 확인한다.

훈련하는 코드는 한 번 돌린 것을 다른 시험이 살피므로, `--whole-notebooks`를 붙일 때만
노트북에서도 돌린다. 그 코드의 칸이 코드와 같고 한데 모여 있는지는 늘 본다.
"""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from importlib import metadata
from itertools import groupby
from pathlib import Path
from urllib.parse import urljoin

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbclient import NotebookClient
from nbformat import NotebookNode
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.paths import DOCS, ROOT, document_files
from tests.remember import Remembered
from tests.servers import Site
from tests.site.conftest import REPOSITORY
from tools.build.files import notebook
from tools.build.tree import Tree
from tools.build.tree import text_of as text_of_node
from tools.page.built import BuiltPage
from tools.page.embeds import embeds
from tools.proof import plan, verified
from tools.proof.outputs import same_lines


def embedded(page: Path) -> list[str]:
    """쪽이 끼워 넣은 코드 파일."""
    files = [x.file for x in embeds(page.read_text(encoding="utf-8"))]
    return list(dict.fromkeys(file for file in files if file.endswith(".py")))


SOURCES = [
    page.relative_to(DOCS).as_posix() for page in document_files() if embedded(page)
]
# 노트북이 설치하는 것만 깔린 곳처럼, 저장소에서 먼 폴더에서 돌린다.
PROBE = """
import importlib.util
import sys

class OnlyWhatIsAskedFor:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {missing}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, OnlyWhatIsAskedFor())
assert not importlib.util.find_spec("snippets")
"""
INSTALLED = {canonicalize_name(x.name) for x in metadata.distributions()}
# 담아 두고 다시 쓰는 컴파일한 것 말고는, 시험의 환경이 노트북에 닿지 않게 한다.
OURS = ("PYTHONPATH", "MPLBACKEND", "KERAS_BACKEND", "PYTEST_ADDOPTS")
topic = pytest.mark.parametrize("source", SOURCES)


def read(site: Site, source: str) -> NotebookNode:
    return nbformat.read(site.folder / source.replace(".md", ".ipynb"), as_version=4)


def code_cells(document: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in document.cells if cell.cell_type == "code"]


def text_of(outputs: list[NotebookNode]) -> str:
    return "".join(out.text for out in outputs if out.get("name") == "stdout")


def figures_of(outputs: list[NotebookNode]) -> list[str]:
    return [
        x.data["image/svg+xml"] for x in outputs if "image/svg+xml" in x.get("data", {})
    ]


def plain_code(cell: NotebookNode) -> str:
    """IPython의 줄을 뺀 파이썬."""
    return re.sub(r"^( *)%.*$", r"\1pass", cell.source, flags=re.M)


@topic
def test_notebook_is_valid_and_made_of_the_page(site: Site, source: str) -> None:
    document = read(site, source)
    nbformat.validate(document)
    code = "\n".join(cell.source for cell in code_cells(document))
    prose = "\n".join(c.source for c in document.cells if c.cell_type == "markdown")
    address = site.url + source.removesuffix(".md") + "/"
    assert f"]({address})" in document.cells[0].source
    for word in ("CC BY 4.0", "MIT", "%pip install"):
        assert word in document.cells[0].source
    html = (site.folder / source.removesuffix(".md") / "index.html").read_text("utf-8")
    for heading in BeautifulSoup(html, "html.parser").select("article :is(h1, h2, h3)"):
        heading.a.decompose()
        assert f"# {heading.get_text()}" in prose
    recorded = [text_of(cell.outputs) for cell in code_cells(document)]
    body = [c for c in code_cells(document) if not c.source.startswith("# @title 준비")]
    statements = ast.parse("\n".join(map(plain_code, body))).body
    written = Counter(map(ast.unparse, statements))
    expected: Counter[str] = Counter()
    for file in embedded(DOCS / source):
        snippet = ROOT / "snippets" / file
        whole = ast.parse(snippet.read_text(encoding="utf-8")).body
        # 앞은 모듈의 설명, 뒤는 직접 돌릴 때의 줄이다.
        expected.update(map(ast.unparse, whole[1:-1]))
        assert snippet.with_suffix(".txt").read_text(encoding="utf-8") in recorded
    # 한 줄도 빠뜨리거나 두 번 넣지 않는다. 쪽에 나오지 않는 도우미도 모두 있다.
    assert not expected - written
    assert set(written - expected) <= {"main()", "draw()"}
    assert "--8<--" not in code
    assert "snippets." not in code


@topic
def test_notebook_asks_for_exactly_what_it_imports(site: Site, source: str) -> None:
    document = read(site, source)
    _, setup, *rest = document.cells[:1] + code_cells(document)
    wanted = ast.literal_eval(re.search(r"wanted = (\{.*?\})", setup.source, re.S)[1])
    imported = {name for cell in rest for name in verified.imports(plain_code(cell))}
    companions = {x for name in imported for x in notebook.COMPANIONS.get(name, ())}
    assert set(wanted) == imported | companions
    owners = metadata.packages_distributions()
    for name, pin in wanted.items():
        package, version = pin.split("==")
        assert package in map(str.lower, owners[name])
        assert version == verified.pins(ROOT)[package]
    assert " ".join(wanted.values()) in document.cells[0].source


def closure(packages: Iterable[str]) -> set[str]:
    """패키지와 그것이 데려오는 패키지."""
    found: set[str] = set()
    left = list(packages)
    while left:
        package = canonicalize_name(left.pop())
        if package in found or package not in INSTALLED:
            continue
        found.add(package)
        for line in metadata.requires(package) or []:
            requirement = Requirement(line)
            # 골라서 쓰는 것(extras)은 따로 설치하지 않으면 없다.
            if not requirement.marker or requirement.marker.evaluate({"extra": ""}):
                left.append(requirement.name)
    return found


def not_asked_for(document: NotebookNode) -> list[str]:
    """여기에는 깔려 있지만, 노트북이 적은 대로 설치하면 없을 이름."""
    setup = code_cells(document)[0].source
    wanted = ast.literal_eval(re.search(r"wanted = (\{.*?\})", setup, re.S)[1])
    pins = [pin.split("==")[0] for pin in wanted.values()]
    present = closure([*pins, "ipykernel", "pip", "setuptools"])
    return sorted(
        name
        for name, owners in metadata.packages_distributions().items()
        if not present & set(map(canonicalize_name, owners))
    )


def trains(cell: NotebookNode) -> bool:
    """훈련하는 코드에서 나온 칸인지 본다."""
    file = cell.metadata.get("snippet")
    return file is not None and plan.trains(ROOT / file)


@topic
def test_cells_of_a_snippet_stand_together(site: Site, source: str) -> None:
    files = [cell.metadata.get("snippet") for cell in code_cells(read(site, source))]
    runs = [file for file, _ in groupby(files) if file]
    assert runs == [f"snippets/{file}" for file in embedded(DOCS / source)]


@topic
@pytest.mark.order(3)
@pytest.mark.timeout(3600)
def test_notebook_runs_from_top_to_bottom_by_itself(
    site: Site,
    source: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    remembered: Remembered,
    request: pytest.FixtureRequest,
) -> None:
    document = read(site, source)
    if not request.config.getoption("--whole-notebooks"):
        document.cells = [cell for cell in document.cells if not trains(cell)]
    probe = PROBE.format(missing=not_asked_for(document))
    recorded = [
        [cell.source, text_of(cell.outputs), figures_of(cell.outputs)]
        for cell in code_cells(document)
    ]

    def different() -> list[str]:
        with monkeypatch.context() as patch:
            for name in OURS:
                patch.delenv(name, raising=False)
            execute(document, probe, tmp_path)
        monkeypatch.setenv("KERAS_BACKEND", "jax")
        fresh = code_cells(document)[1:]
        return [
            f"{told}\n{code}"
            for (code, text, figures), cell in zip(recorded, fresh, strict=True)
            if (told := unlike(text, figures, cell))
        ]

    found = remembered.problems([recorded, probe], different)
    assert not found, "\n".join(found)


def execute(document: NotebookNode, probe: str, folder: Path) -> None:
    """없을 패키지를 가린 다음, 위에서 아래로 모든 칸을 돌린다."""
    document.cells.insert(0, nbformat.v4.new_code_cell(probe))
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(document, timeout=3000, resources=resources).execute()


def unlike(text: str, figures: list[str], cell: NotebookNode) -> str:
    """적어 둔 출력과 다르게 나온 것을 말한다."""
    fresh = text_of(cell.outputs)
    if not same_lines(text, fresh, 0):
        return f"적힌 것: {text}\n지금 것: {fresh}"
    drawn = figures_of(cell.outputs)
    if list(map(labels, figures)) != list(map(labels, drawn)):
        return f"적힌 그림: {figures}\n지금 그림: {drawn}"
    return ""


def labels(svg: str) -> list[str]:
    """그림에 적힌 글. 눈금의 빼기 부호와 빈칸까지 같다."""
    return [text_of_node(node) for node in Tree(svg).all("text")]


def test_missing_packages_are_installed_at_their_pins(site: Site) -> None:
    setup = code_cells(read(site, SOURCES[0]))[0].source
    setup = setup.replace("%pip install -q", "installed =").replace(
        '{" ".join(missing)}', "missing"
    )
    setup = setup.replace("wanted = {", 'wanted = {"nothing_like_this": "nothing==1",')
    names: dict = {}
    exec(compile(setup, "setup", "exec"), names)
    assert names["installed"] == ["nothing==1"]


def test_page_leads_to_its_notebook(pages: list[BuiltPage], site: Site) -> None:
    with_links = {}
    for page in pages:
        if links := page.article.select(".notebook a"):
            with_links[page.address] = links
    assert set(with_links) == {f"{source.removesuffix('.md')}/" for source in SOURCES}
    for address, (colab, download) in with_links.items():
        path = address.rstrip("/") + ".ipynb"
        assert urljoin(site.url + address, download["href"]) == site.url + path
        assert download.has_attr("download")
        repository = REPOSITORY.removeprefix("https://github.com/")
        assert colab["href"] == (
            f"https://colab.research.google.com/github/{repository}"
            f"/blob/{notebook.BRANCH}/{path}"
        )
        assert colab.get_text() == "코랩에서 열기"


@pytest.mark.skipif(sys.platform == "win32", reason="CI의 리눅스에서만 쓴다")
def test_notebooks_replace_the_old_ones_on_their_branch(tmp_path: Path) -> None:
    remote = tmp_path / "remote.git"
    subprocess.run(["git", "init", "--quiet", "--bare", remote], check=True)

    def publish(name: str) -> str:
        folder = tmp_path / name
        (folder / "week12").mkdir(parents=True)
        (folder / "week12" / f"{name}.ipynb").write_text("{}\n", encoding="utf-8")
        subprocess.run([ROOT / ".ci/publish_notebooks", folder, remote], check=True)
        command = ["git", "ls-tree", "-r", "--name-only", notebook.BRANCH]
        return subprocess.run(
            command, cwd=remote, capture_output=True, text=True, check=True
        ).stdout

    assert publish("first") == "week12/first.ipynb\n"
    assert publish("second") == "week12/second.ipynb\n"
