"""쪽이 늘 때 검색 한 번에 받는 파일의 수와 바이트를 표로 찍는다.

쪽은 이 저장소의 글을 되풀이해 만든다. 같은 글은 한 번만 나누므로 쪽이 많아도 잰다.
"""

import argparse
import json
import re
import statistics
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from korean_search import worker_files
from korean_search.analysis import Analyzer
from korean_search.glossary import dictionary, load_glossary
from korean_search.index import Builder, Index
from korean_search.sections import Section
from korean_search.store import Store
from tools.data.queries import FILE, read
from tools.page.project import Project
from tools.processes import node

EXAMPLE = "예: python -m tools search-cost --pages 10 100 1000"
HEADING = re.compile(r"^#+ ", re.M)
SCRIPT = Path(__file__).with_name("search_cost.mjs")
STEP = 3  # 물음은 셋에 하나만 잰다


def arguments(parser: argparse.ArgumentParser) -> None:
    """쪽의 수를 고른다."""
    parser.add_argument(
        "--pages",
        type=int,
        nargs="+",
        default=[10, 100, 1000, 10_000],
        help="만들 쪽의 수. 여럿이면 차례로 잰다",
    )


def made(texts: list[str], pages: int) -> Iterator[Section]:
    """글을 되풀이해 쪽을 만든다.

    Args:
        texts: 쪽의 마크다운. 제목에서 절을 나눈다.
        pages: 만들 쪽의 수.

    Yields:
        쪽의 차례대로 늘어놓은 절.
    """
    numbers = count()
    for page in range(pages):
        for at, part in enumerate(HEADING.split(texts[page % len(texts)])[1:]):
            title, _, text = part.partition("\n")
            place = f"p{page}/#s{next(numbers)}" if at else f"p{page}/"
            yield Section(place, title.strip(), text)


def asked(index: Index, queries: list[str]) -> list[dict]:
    """물음마다 받은 파일의 수(`files`)와 바이트(`bytes`)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, content in index.files.items():
            (folder / f"{file}.ks").write_bytes(content)
        manifest = json.dumps(index.manifest, separators=(",", ":"))
        (folder / "manifest.json").write_text(manifest, encoding="utf-8")
        addresses = [f"{x.as_uri()}/" for x in (worker_files.FOLDER, folder)]
        done = node(str(SCRIPT), *addresses, *queries)
    return json.loads(done.stdout)


def run(options: argparse.Namespace) -> int:
    """쪽의 수마다 한 줄씩 찍는다."""
    project = Project(options.root.resolve())
    texts = [
        path.read_text("utf-8") for path in sorted(project.root.glob("docs/week*/*.md"))
    ]
    terms = load_glossary(project.root / "docs/glossary.yml")
    words = dictionary(terms)
    analyzer = Analyzer(words, Store(project.root / ".cache/search_cost"))
    rows, _ = read(project.read(project.root / FILE), project.headings)
    queries = [row.text for row in rows][::STEP]
    print("쪽 | 절 | 파일 | 요청 (가운데, 최대) | KB (가운데, 최대)")
    for pages in options.pages:
        sections = list(made(texts, pages))
        index = Builder(sections, terms, analyzer).build()
        costs = asked(index, queries)
        cells = [pages, len(sections), len(index.files)]
        for unit, size in (("files", 1), ("bytes", 1000)):
            values = [one[unit] / size for one in costs]
            cells.append(f"{statistics.median(values):.0f}, {max(values):.0f}")
        print(" | ".join(map(str, cells)), flush=True)
    return 0
