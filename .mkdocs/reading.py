"""읽기를 돕는 것을 MkDocs에 붙이는 자리. 하는 일은 곁의 모듈에 있다."""

from collections.abc import Iterator
from pathlib import Path

import glossary
import glossary_page
import terms
import tooltips
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page


class Build:
    """짓는 동안 기억할 것."""

    finder: terms.Finder | None = None
    glossary: File


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """용어집을 읽어 쪽으로 만든다."""
    Build.finder = None
    source = Path(config.docs_dir, glossary.NAME)
    if not source.exists():
        return files
    pages = sources(files, config)
    try:
        entries = glossary.load(source)
        glossary.check_pages(
            entries,
            lambda name: pages[name].headings if name in pages else None,
        )
    except ValueError as error:
        raise PluginError(str(error)) from error
    Build.finder = terms.Finder(entries)
    text = glossary_page.write(Build.finder, pages)
    page = File.generated(config, glossary_page.NAME, content=text)
    page.edit_uri = glossary.NAME  # 연필은 손으로 고치는 파일로 이끈다
    files.append(page)
    Build.glossary = page
    return files


@event_priority(-50)
def on_page_context(context: dict, page: Page, **_: object) -> dict:
    """처음 나온 용어에 뜻을 단다. 검색 플러그인이 쪽을 색인에 담은 다음이다."""
    if Build.finder and page.file is not Build.glossary:
        address = Build.glossary.url_relative_to(page.file)
        page.content = tooltips.add(page.content, Build.finder, address)
    return context


def sources(files: Files, config: MkDocsConfig) -> dict[str, glossary_page.Source]:
    """차례에 오른 쪽을 그 차례로 읽는다."""
    found = {}
    for label, name in nav(config.nav or []):
        file = files.get_file_from_path(name)
        if file is None:
            continue
        markdown = file.content_string
        headings = glossary.headings(markdown)
        label = label or next(iter(headings.values()), name)
        found[name] = glossary_page.Source(label, markdown, headings)
    return found


def nav(items: list | dict | str, label: str = "") -> Iterator[tuple[str, str]]:
    """차례에 적힌 (이름, 파일)을 모두 찾는다. 이름을 적지 않은 것은 빈 글이다."""
    if isinstance(items, str):
        yield label, items
    elif isinstance(items, dict):
        for name, value in items.items():
            yield from nav(value, name if isinstance(value, str) else "")
    else:
        for item in items:
            yield from nav(item)
