"""지은 HTML을 읽는다."""

from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from tools.page.text import squeeze


@dataclass(frozen=True)
class BuiltPage:
    """사이트의 쪽 하나. `address`는 사이트 맨 위에서 본 주소다."""

    address: str
    html: BeautifulSoup

    @property
    def article(self) -> Tag:
        """머리말과 차례를 뺀 본문."""
        return self.html.select_one("article")

    @property
    def text(self) -> str:
        """빈칸을 하나로 줄인 본문의 글."""
        return squeeze(self.article.get_text())


def read_pages(site: Path) -> list[BuiltPage]:
    """404를 뺀 모든 쪽을 읽는다."""
    pages = []
    for file in sorted(site.rglob("index.html")):
        address = file.parent.relative_to(site).as_posix()
        html = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        pages.append(BuiltPage("" if address == "." else f"{address}/", html))
    return pages


def topics(pages: list[BuiltPage]) -> list[BuiltPage]:
    """첫 화면과, 한 줄 답이 있는 주제만 고른다."""
    return [
        page
        for page in pages
        if not page.address or page.article.select(".admonition.abstract")
    ]
