"""사건마다의 일이 MkDocs가 건넨 값을 바르게 옮기는지, 흉내 낸 값으로 확인한다."""

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.tools.build.conftest import ADDRESS, REPOSITORY, SOURCES, code_box, relative
from tools.build import work
from tools.build.site import Site
from tools.build.steps import STEPS

NAV = [
    {"첫 화면": "index.md"},
    {"1주차": ["week1/index.md", {"1. 층": "week1/layers.md"}]},
]


def begin(root: Path, *, serving: bool) -> tuple[Site, list]:
    scripts = ["assets/terms.js", work.OFFLINE]
    config = SimpleNamespace(
        site_name="노트",
        site_description="설명",
        site_url=ADDRESS,
        extra_javascript=scripts,
    )
    return work.begin(root, config, serving, relative), scripts


def test_site_begins_empty_with_what_the_settings_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPO_URL", f"{REPOSITORY}.git")
    site, _ = begin(tmp_path, serving=False)
    assert (site.name, site.description, site.url) == ("노트", "설명", ADDRESS)
    assert site.repository == REPOSITORY
    assert not site.serving
    assert (site.pages, site.files, site.order) == ({}, {}, [])


@pytest.mark.parametrize("serving", [False, True])
def test_live_preview_keeps_nothing(tmp_path: Path, serving: bool) -> None:
    site, scripts = begin(tmp_path, serving=serving)
    assert site.serving is serving
    assert (work.OFFLINE in scripts) is not serving


def file(name: str, text: str) -> SimpleNamespace:
    return SimpleNamespace(src_uri=name, edit_uri=name, content_string=text)


def test_sources_are_read_in_the_order_of_the_menu(site: Site) -> None:
    files = [file(name, text) for (_, name), text in SOURCES.items()]
    nav = [*NAV, {"2. 훈련": "week1/training.md"}, {"용어집": "glossary.md"}]
    made, claims = work.read(site, reversed(files), nav)
    assert list(site.sources) == [name for _, name in SOURCES]
    assert site.order == [*site.sources, "glossary.md"]
    assert site.sources["week1/layers.md"].label == "1. 층"
    assert (made.name, made.edited) == ("glossary.md", "glossary.yml")
    assert (claims.name, claims.edited) == ("claims.md", "week1/claims.yml")
    assert "### 층 *layer*" in made.markdown


def test_changes_are_told_where_the_menu_has_room(site: Site) -> None:
    files = [file(name, text) for (_, name), text in SOURCES.items()]
    nav = [*NAV, {"2. 훈련": "week1/training.md"}, {"바뀐 것": "changes.md"}]
    _, changes, _ = work.read(site, files, nav)
    assert (changes.name, changes.edited) == ("changes.md", None)


def page_like(name: str, **options: object) -> SimpleNamespace:
    text = options.pop("text", "글")
    values = {
        "file": file(name, text),
        "is_homepage": False,
        "meta": {},
        "title": "층이란?",
        "url": "week1/layers/",
        "ancestors": [SimpleNamespace(title="1주차")],
        **options,
    }
    return SimpleNamespace(**values)


def test_date_of_the_page_is_the_date_of_its_last_change(site: Site) -> None:
    site.__dict__["dates"] = {"docs/week1/layers.md": datetime(2026, 3, 9)}
    page = page_like("week1/layers.md")
    assert work.complete(site, page, "글") == "글"
    assert page.meta["git_revision_date_localized"] == "2026년 3월 9일"
    assert page.update_date == "2026-03-09"
    unknown = page_like("week1/training.md")
    work.complete(site, unknown, "글")
    assert unknown.meta == {}


def test_page_is_kept_with_its_title_and_description(site: Site) -> None:
    work.walk(site, page_like("week1/layers.md"), "<h1>층</h1>")
    meta = {"title": "다른 제목", "description": "한 문장"}
    work.walk(site, page_like("week1/training.md", meta=meta, ancestors=[]), "<p></p>")
    work.walk(site, page_like("index.md", is_homepage=True, meta=meta), "<p></p>")
    layers, training, home = site.pages.values()
    assert (layers.title, layers.description) == ("층이란?", "딥러닝 노트")
    assert (layers.label, training.label) == ("층이란?", "층이란?")
    assert (layers.section, layers.edited) == ("1주차", "docs/week1/layers.md")
    assert (training.title, training.description) == ("다른 제목", "한 문장")
    assert training.section == ""
    assert home.title == "노트"


def test_every_step_leaves_its_mark_in_one_walk(site: Site) -> None:
    html = (
        '<h1 id="layers">층</h1><div class="admonition abstract"><p>답</p></div>'
        '<p>과적합</p><figure><svg viewBox="0 0 4 3"></svg></figure>'
        f'<div data-play="x"></div>{code_box()}'
    )
    done = work.walk(site, page_like("week1/layers.md"), html)
    for mark in (
        'class="term"',
        'class="page-facts"',
        'class="notebook"',
        "/blob/main/snippets/",
        "--lines: 2",
        "--ratio: 4 / 3",
        'tabindex="0"',
    ):
        assert mark in done, mark
    assert site.pages["week1/layers.md"].styles == ["assets/play/play.css"]
    assert {"week1/layers.md", "week1/layers.ipynb"} <= site.files.keys()


def test_live_preview_walks_without_files(make_site: Callable[..., Site]) -> None:
    site = make_site(serving=True)
    done = work.walk(site, page_like("week1/layers.md"), f"<h1>층</h1>{code_box()}")
    assert site.files == {}
    assert 'class="notebook"' not in done
    assert "--lines: 2" in done


def test_templates_are_lent_what_they_use(site: Site) -> None:
    env = SimpleNamespace(globals={}, filters={"url": str})
    work.lend(site, env)
    assert env.globals["notes"] is site
    assert env.filters.keys() == {
        "accessible_contents",
        "accessible_header",
        "policy",
        "structured",
        "url",
    }


def test_modules_beside_the_hook_do_not_need_mkdocs() -> None:
    code = (
        "import sys; sys.modules['mkdocs'] = None; "
        "from tools.build import work; print(len(work.STEPS))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert int(result.stdout) == len(STEPS)
