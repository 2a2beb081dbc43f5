"""짓는 차례. 사건마다 한 함수이고, MkDocs가 건넨 것에서 값만 꺼내 쓴다."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from tools.build import source
from tools.build.files import changes_page, claims_page, glossary_page, structured
from tools.build.finish import write_files as finish
from tools.build.policy import policy
from tools.build.site import Page, Site
from tools.build.steps import STEPS, accessible
from tools.build.tree import Tree
from tools.data import glossary, history, repository
from tools.page import nav
from tools.page.page import Source

__all__ = ["begin", "complete", "finish", "lend", "read", "walk"]
OFFLINE = "assets/offline.js"


class Made(NamedTuple):
    """지을 때 만드는 쪽. `edited`는 그 바탕이 된, 손으로 고치는 파일이다.

    고치는 파일이 없으면 None이다.
    """

    name: str
    markdown: str
    edited: str | None


def begin(
    root: Path,
    config: Any,
    serving: bool,
    relative: Callable[[str, str], str],
) -> Site:
    """설정을 읽고, 비어 있는 사이트를 준다."""
    # 나무와 글이 수십만 개 생겼다 한꺼번에 사라진다. 자주 살피면 느리기만 하다.
    gc.set_threshold(200_000, 20, 20)
    if serving:
        # 미리 보기가 꺼진 뒤에도 같은 주소에서 받아 둔 쪽이 나오지 않게 한다.
        config.extra_javascript.remove(OFFLINE)
    return Site(
        root,
        config.site_name,
        config.site_description,
        config.site_url,
        repository.address(root, os.environ),
        serving,
        relative,
    )


def read(site: Site, files: Iterable[Any], navigation: nav.Nav) -> Iterator[Made]:
    """쪽의 원본을 읽고, 원본에서 만드는 쪽을 준다.

    Raises:
        ValueError: 용어집이나 개념 지도가 없는 쪽이나 절을 가리킬 때.
    """
    found = {file.src_uri: file for file in files}
    site.order = [name for _, name in nav.entries(navigation)]
    site.read(
        Source(name, label, found[name].content_string)
        for label, name in nav.entries(navigation)
        if name in found
    )
    yield Made(glossary_page.NAME, glossary_page.write(site), glossary.NAME)
    if changes_page.NAME in site.order:
        yield Made(changes_page.NAME, changes_page.write(site), None)
    if site.claims:
        edited = site.claims[0].file.removeprefix("docs/")
        yield Made(claims_page.NAME, claims_page.write(site), edited)


def complete(site: Site, page: Any, markdown: str) -> str:
    """마크다운을 손보고, 마지막 고친 날을 단다."""
    if date := site.dates.get(f"docs/{page.file.edit_uri}"):
        page.meta["git_revision_date_localized"] = history.korean(date)
        page.update_date = date.strftime("%Y-%m-%d")
    return source.complete(markdown, page.file.src_uri, page.file.content_string, site)


def walk(site: Site, page: Any, html: str) -> str:
    """쪽을 나무로 읽고, 정해진 걸음을 차례로 걸어, 다시 글로 적는다."""
    title = site.name if page.is_homepage else page.meta.get("title", page.title)
    kept = Page(
        source=page.file.src_uri,
        edited=f"docs/{page.file.edit_uri}",
        url=page.url,
        label=page.title,
        title=title,
        description=page.meta.get("description") or site.description,
        section=page.ancestors[-1].title if page.ancestors else "",
    )
    site.pages[kept.source] = kept
    if "description" in page.meta:  # 테마는 따옴표를 막지 않는다
        page.meta["description"] = escape(kept.description)
    tree = Tree(html)
    for step in STEPS:
        step(tree, kept, site)
    return tree.html


def lend(site: Site, env: Any) -> None:
    """틀에서 쓸 것을 건넨다."""
    env.globals["notes"] = site
    env.filters |= {
        "accessible_contents": accessible.contents,
        "accessible_header": accessible.header,
        "policy": policy,
        "structured": structured.data,
    }
