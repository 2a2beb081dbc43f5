"""다 지은 다음 쓰는 파일이 모두 있고, 미리 보기에서는 하나도 없는지 확인한다."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.build.conftest import ADDRESS, page_of
from tools.build import finish
from tools.build.files import cards
from tools.build.site import Site


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """글꼴이 없는 기기에서도 같게, 그림 대신 그린 제목을 모은다."""
    titles: list[str] = []
    font = tmp_path / "font.ttf"
    font.write_bytes(b"font")

    def draw(title: str, _site: str, _font: Path) -> bytes:
        titles.append(title)
        return b"PNG"

    monkeypatch.setattr(cards, "korean_font", lambda: font)
    monkeypatch.setattr(cards, "draw", draw)
    return titles


def fill(site: Site) -> Site:
    """쪽 하나를 지은 것처럼 채운다."""
    page = page_of()
    site.pages[page.source] = page
    site.files["week1/layers.md"] = "# 층\n"
    site.card(page)
    return site


def test_all_files_are_written(site: Site, tmp_path: Path, drawn: list[str]) -> None:
    folder = tmp_path / "site"
    finish.write_files(fill(site), folder)
    written = {
        x.relative_to(folder).as_posix() for x in folder.rglob("*") if x.is_file()
    }
    assert written == {
        "assets/apple-touch-icon.png",
        "assets/cards/week1/layers.png",
        "changes.xml",
        "llms.txt",
        "robots.txt",
        "week1/layers.md",
    }
    robots = (folder / "robots.txt").read_text(encoding="utf-8")
    assert robots == f"User-agent: *\nAllow: /\nSitemap: {ADDRESS}sitemap.xml\n"
    assert (folder / "assets/cards/week1/layers.png").read_bytes() == b"PNG"
    assert drawn == ["층이란?"]


def test_card_of_the_same_title_is_drawn_once(
    make_site: Callable[..., Site], tmp_path: Path, drawn: list[str]
) -> None:
    for name in ("first", "second"):
        finish.write_files(fill(make_site()), tmp_path / name)
    assert drawn == ["층이란?"]


def test_live_preview_writes_nothing(
    make_site: Callable[..., Site], tmp_path: Path, drawn: list[str]
) -> None:
    filled = fill(make_site(serving=True))
    filled.files.clear()
    finish.write_files(filled, tmp_path / "site")
    assert not (tmp_path / "site").exists()
    assert drawn == []


def test_live_preview_draws_formulas_too(
    make_site: Callable[..., Site], tmp_path: Path
) -> None:
    site = make_site(serving=True)
    site.letters.add("x")
    finish.write_files(site, tmp_path)
    assert [file.name for file in (tmp_path / "assets").iterdir()] == ["math.woff"]
