"""MkDocs에 붙이는 껍데기가 쪽의 작업자를 바꾸고, 잘못된 설정을 거절하는지 본다."""

import gzip
import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.exceptions import PluginError

from korean_search import hook

PAGE = '<body>{"search": "../assets/javascripts/workers/search.0abc.min.js"}</body>'
DOCS = [{"location": "a/", "title": "<script>", "text": "<p>학습률</p>"}]


def config(folder: Path, **options: str) -> SimpleNamespace:
    return SimpleNamespace(
        site_dir=str(folder),
        config_file_path=str(folder / "mkdocs.yml"),
        extra={"korean_search": options},
    )


def write_index(folder: Path) -> Path:
    file = folder / "search" / "search_index.json"
    file.parent.mkdir()
    file.write_text(json.dumps({"config": {"lang": ["ko"]}, "docs": DOCS}), "utf-8")
    return file


def test_page_gets_our_worker_and_script() -> None:
    page = hook.on_post_page(PAGE, page=None, config=None)
    assert '"search": "../search/ko/worker.js"' in page
    assert '<script src="../search/ko/page.js"></script></body>' in page


def test_templates_that_are_not_pages_are_left_alone() -> None:
    assert hook.on_post_template(PAGE, "sitemap.xml", None) == PAGE
    assert "search/ko/worker.js" in hook.on_post_template(PAGE, "404.html", None)
    assert hook.on_post_page("<p>", page=None, config=None) == "<p>"


def test_index_is_cut_and_the_big_one_emptied(tmp_path: Path) -> None:
    file = write_index(tmp_path)
    hook.on_post_build(config(tmp_path))
    small = json.loads(file.read_text("utf-8"))
    assert small["docs"] == []
    version = small["config"]["korean"]["version"]
    assert list((tmp_path / "search/ko" / version).glob("g*.ks"))
    assert (tmp_path / "search/ko/worker.js").stat().st_size > 1000


def test_names_in_the_menu_are_found(tmp_path: Path) -> None:
    write_index(tmp_path)
    page = SimpleNamespace(url="a/", title="걸음의 크기")
    untitled = SimpleNamespace(url="b/", title=None)
    hook.on_nav(SimpleNamespace(pages=[page, untitled]), config=None, files=None)
    hook.on_post_build(config(tmp_path))
    hook.on_nav(SimpleNamespace(pages=[]), config=None, files=None)
    texts = b"".join(
        gzip.decompress(file.read_bytes())
        for file in (tmp_path / "search/ko").rglob("s*.ks")
    )
    assert "걸음의 크기" in texts.decode()
    assert not hook.labels


def test_missing_search_plugin_is_said(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match="search"):
        hook.on_post_build(config(tmp_path))


def test_missing_glossary_is_said(tmp_path: Path) -> None:
    write_index(tmp_path)
    with pytest.raises(PluginError, match=r"none\.yml.*고치세요"):
        hook.on_post_build(config(tmp_path, glossary="none.yml"))
