"""쪽의 날짜와 소식이 git에서 오고, git이 없어도 사이트가 지어지는지 확인한다."""

import os
import subprocess
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from tools.build.files import feed
from tools.data import history
import pytest

from tests.paths import ROOT
from tests.site.conftest import Site
from tools.page.built import BuiltPage

ATOM = "{http://www.w3.org/2005/Atom}"


IDENTITY = ["-c", "user.name=noname", "-c", "user.email=noname@localhost"]


def git(folder: Path, *arguments: str, date: str = "2026-01-01T00:00:00Z") -> None:
    subprocess.run(
        ["git", *IDENTITY, *arguments],
        cwd=folder,
        env={**os.environ, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date},
        check=True,
        capture_output=True,
    )


def commit(folder: Path, files: dict[str, str], subject: str, date: str) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", subject, date=date)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """쪽 둘을 차례로 고친 저장소."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q")
    commit(
        folder, {"docs/a.md": "1", "docs/나.md": "1"}, "처음", "2026-01-01T20:00:00Z"
    )
    commit(folder, {"docs/a.md": "2"}, "<둘째>", "2026-02-03T00:00:00Z")
    commit(folder, {"README.md": "3"}, "쪽이 아닌 것", "2026-03-03T00:00:00Z")
    return folder


def test_last_change_is_read_in_korean_time(repository: Path) -> None:
    changes = history.changes(repository)
    assert [change.subject for change in changes] == ["<둘째>", "처음"]
    dates = history.last_changes(changes)
    assert history.korean(dates["docs/a.md"]) == "2026년 2월 3일"
    assert history.korean(dates["docs/나.md"]) == "2026년 1월 2일"


def test_shallow_clone_has_no_history(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "shallow")
    assert history.changes(tmp_path / "shallow") == []


def test_folder_without_git_has_no_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert history.changes(tmp_path) == []
    monkeypatch.setenv("PATH", "")
    assert history.changes(tmp_path) == []


def test_feed_tells_what_changed_newest_first(repository: Path) -> None:
    pages = {"docs/a.md": ("쪽 & 가", "a/"), "docs/나.md": ("쪽 나", "b/")}
    changes = history.changes(repository)
    root = ET.fromstring(feed.atom("노트", "https://x.org/y/", "f.xml", changes, pages))
    titles = [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]
    assert titles == ["<둘째>", "처음"]
    first = root.find(f"{ATOM}entry")
    assert first.find(f"{ATOM}link").get("href") == "https://x.org/y/a/"
    assert first.findtext(f"{ATOM}summary") == "2026년 2월 3일에 바뀐 쪽은 쪽 & 가."
    assert root.findtext(f"{ATOM}updated") == "2026-02-03T09:00:00+09:00"
    ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    assert len(set(ids)) == 2


def test_feed_without_history_is_still_valid() -> None:
    root = ET.fromstring(feed.atom("노트", "https://x.org/", "f.xml", [], {}))
    assert datetime.fromisoformat(root.findtext(f"{ATOM}updated"))


def test_built_site_shows_dates_only_where_git_knows_them(
    pages: list[BuiltPage], site: Site
) -> None:
    known = history.last_changes(history.changes(ROOT))
    root = ET.parse(site.folder / "changes.xml").getroot()
    assert bool(list(root.iter(f"{ATOM}entry"))) == bool(known)
    shown = {
        page.address: page.article.select_one(".md-source-file")
        for page in pages
        if page.article.select_one(".md-source-file")
    }
    for page in pages:
        inner = page.address.rstrip("/")
        # 용어집 쪽은 자료에서 만들어지므로 자료가 바뀐 날을 따른다.
        endings = (".md", "/index.md", ".yml") if inner else ("index.md",)
        names = (f"docs/{inner}{ending}" for ending in endings)
        name = next((x for x in names if x in known), None)
        if name:
            assert history.korean(known[name]) in shown[page.address].get_text()
