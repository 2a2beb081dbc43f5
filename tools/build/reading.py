"""읽기를 돕는 것을 MkDocs에 붙이는 자리. 하는 일은 곁의 모듈에 있다."""

import posixpath
from collections.abc import Iterator
from pathlib import Path

from tools.build.steps import concept_map
from tools.data import concepts
from tools.data import glossary
from tools.build.files import glossary_page
from tools.build.steps import reading_time
from tools.build.steps import study_path
from tools.data import terms
from tools.build.steps import tooltips
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

# 한 줄 답이 있는 쪽, 곧 노트를 알아보는 표시.
NOTE = '<div class="admonition abstract">'
HOW_LONG = "contributing.md#reading-time"


class Build:
    """짓는 동안 기억할 것."""

    files: Files
    finder: terms.Finder | None = None
    entries: dict[str, glossary.Entry]
    pages: dict[str, glossary_page.Source]
    weeks: list[concepts.Concepts]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """용어집과 개념 지도를 읽고, 용어집을 쪽으로 만든다."""
    docs = Path(config.docs_dir)
    Build.files, Build.pages = files, sources(files, config)
    known = {name: page.headings for name, page in Build.pages.items()}
    try:
        entries = glossary.load(docs / glossary.NAME)
        glossary.check_pages(entries, known.get)
        Build.entries = {entry.name: entry for entry in entries}
        Build.weeks = concepts.load(docs, known, Build.entries.keys())
    except ValueError as error:
        raise PluginError(str(error)) from error
    Build.finder = terms.Finder(entries)
    text = glossary_page.write(Build.finder, Build.pages)
    page = File.generated(config, glossary_page.NAME, content=text)
    page.edit_uri = glossary.NAME  # 연필은 손으로 고치는 파일로 이끈다
    files.append(page)
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """주차의 첫 쪽에 개념 지도와 확인 문제의 목록을 붙인다."""
    folder, name = posixpath.split(page.file.src_uri)
    if not folder or name != "index.md":
        return markdown
    week = next((week for week in Build.weeks if week.folder == folder), None)
    quizzes = [
        concepts.Place(path, study_path.QUIZ)
        for path, source in Build.pages.items()
        if posixpath.dirname(path) == folder and study_path.QUIZ in source.headings
    ]
    return markdown.rstrip() + study_path.overview(
        week,
        quizzes,
        Build.pages,
        Build.entries,
        lambda path: posixpath.relpath(path, folder),
    )


@event_priority(-50)
def on_page_context(context: dict, page: Page, **_: object) -> dict:
    """지도와 읽는 시간, 띄울 뜻을 단다. 검색 플러그인이 쪽을 색인에 담은 다음이다."""
    html = page.content
    if page.file.src_uri == glossary_page.NAME:
        return context
    is_note = NOTE in html
    minutes = reading_time.minutes(html)
    html = tooltips.add(html, Build.finder, address(page, glossary_page.NAME))
    if study_path.MAP in html:
        html = html.replace(study_path.MAP, drawn(page))
    elif is_note:
        html = html.replace("</h1>", f"</h1>\n{above(page, minutes)}", 1) + below(page)
    page.content = html
    return context


def drawn(page: Page) -> str:
    """이 주차의 개념 지도를 그린다."""
    folder = posixpath.dirname(page.file.src_uri)
    week = next(week for week in Build.weeks if week.folder == folder)
    labels = {name: source.label for name, source in Build.pages.items()}
    return concept_map.draw(week.inner, labels, lambda path: address(page, path))


def above(page: Page, minutes: int) -> str:
    """제목 아래에 붙일 줄."""
    name = page.file.src_uri
    known = [x for week in Build.weeks for x in week.before.get(name, [])]
    links = [x for week in Build.weeks for x in week.links if x.after.page == name]
    return study_path.above(
        minutes,
        address(page, HOW_LONG),
        [(x, address(page, f"glossary.md#{Build.entries[x].id}")) for x in known],
        [named(page, x.before) for x in links],
    )


def below(page: Page) -> str:
    """쪽의 끝에 붙일 줄."""
    name = page.file.src_uri
    links = [x for week in Build.weeks for x in week.links if x.before.page == name]
    beyond = [x for week in Build.weeks for x in week.beyond if x.place.page == name]
    return study_path.below([(x, *named(page, x.after)) for x in links], beyond)


def named(page: Page, place: concepts.Place) -> tuple[str, str]:
    """자리의 이름과, 이 쪽에서 본 주소."""
    return (
        Build.pages[place.page].titled(place.anchor),
        address(page, study_path.target(place)),
    )


def address(page: Page, target: str) -> str:
    """docs에서 본 「쪽.md#절」을 이 쪽에서 본 주소로 바꾼다."""
    path, hash_, anchor = target.partition("#")
    file = Build.files.get_file_from_path(path)
    return file.url_relative_to(page.file) + hash_ + anchor


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
