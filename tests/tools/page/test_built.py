"""지은 쪽을 주소와 본문으로 읽는지 확인한다."""

from pathlib import Path

from tools.page.built import read_pages, topics

NOTE = '<div class="admonition abstract">답</div>'


def test_pages_are_read_with_their_addresses(tmp_path: Path) -> None:
    for name, inner in (
        ("index.html", "첫\n  화면"),
        ("week1/index.html", "차례"),
        ("week1/a/index.html", NOTE),
        ("404.html", "없다"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        html = f"<nav>머리</nav><article>{inner}</article>"
        (tmp_path / name).write_text(html, encoding="utf-8")
    pages = read_pages(tmp_path)
    assert [page.address for page in pages] == ["", "week1/a/", "week1/"]
    assert pages[0].text == "첫 화면"
    assert [page.address for page in topics(pages)] == ["", "week1/a/"]
