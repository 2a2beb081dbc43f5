"""쪽을 들고 갈 수 있게 한 것. 깨끗한 마크다운, 노트북, 그 목록인 `llms.txt`."""

from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from tools.build.files import notebook
from tools.build.files import plain
from tools.proof import verified

INDEX = "llms.txt"


@dataclass(frozen=True)
class Page:
    """쪽 하나에서 쓸 것만 뽑은 것."""

    source: str
    url: str
    title: str
    description: str
    section: str
    html: str

    def file(self, ending: str) -> str:
        """쪽 곁에 놓을 파일의 자리. 원본과 같은 이름이라 어떻게 지어도 같다."""
        return self.source.removesuffix("md") + ending


@dataclass
class Takeaway:
    """짓는 동안 모은 쪽과, 쪽에서 만든 파일."""

    root: Path
    site_url: str
    pages: dict[str, Page] = field(default_factory=dict)
    notebooks: dict[str, str] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)

    @cached_property
    def pins(self) -> dict[str, str]:
        """고정한 판. 긴 파일이라 노트북마다 다시 읽지 않는다."""
        return verified.pins(self.root)

    def add(self, page: Page) -> None:
        """쪽을 더하고, 코드가 있으면 노트북을 만든다."""
        self.pages[page.source] = page
        if 'class="filename">snippets/' not in page.html:
            return
        address = urljoin(self.site_url, page.url)
        text = notebook.build(
            self.root,
            plain.parse(page.html),
            page.title,
            address,
            lambda link: urljoin(address, link),
            self.pins,
        )
        if text:
            self.notebooks[page.source] = text

    def head(self, source: str, relative: str) -> str:
        """`<head>`에 넣을, 같은 쪽의 마크다운으로 가는 링크.

        테마는 rel이 꼭 alternate인 것을 다른 언어의 사이트로 알고 그 곁의 사이트맵을
        찾는다. 빈칸이 하나 있으면 뜻은 같고 테마만 지나친다.
        """
        return (
            '<link rel="alternate " type="text/markdown" '
            f'title="{escape(self.pages[source].title)}" href="{escape(relative)}">'
        )

    def files(self, site_name: str, description: str) -> dict[str, str]:
        """사이트에 놓을 파일의 이름과 글."""
        found = {INDEX: self.index(site_name, description)}
        for source, page in self.pages.items():
            found[page.file("md")] = self.markdown(page)
            if source in self.notebooks:
                found[page.file("ipynb")] = self.notebooks[source]
        return found

    def ordered(self) -> list[Page]:
        """차례에 적힌 대로 늘어놓은 쪽."""
        known = [name for name in self.order if name in self.pages]
        rest = [name for name in self.pages if name not in known]
        return [self.pages[name] for name in known + rest]

    def markdown(self, page: Page) -> str:
        """다른 쪽으로 가는 링크를 그 쪽의 마크다운으로 돌려 적은 마크다운."""
        address = urljoin(self.site_url, page.url)
        sources = {urljoin(self.site_url, x.url): x for x in self.pages.values()}

        def resolve(link: str) -> str:
            target = urljoin(address, link)
            other, fragment = urldefrag(target)
            if other in sources and not fragment:
                return urljoin(self.site_url, sources[other].file("md"))
            return target

        return plain.markdown(plain.parse(page.html), resolve)

    def index(self, site_name: str, description: str) -> str:
        """llmstxt.org의 꼴로 쪽의 목록을 적는다."""
        sections: dict[str, list[str]] = {}
        for page in self.ordered():
            address = urljoin(self.site_url, page.file("md"))
            item = f"- [{page.title}]({address}): {page.description}"
            sections.setdefault(page.section or "사이트", []).append(item)
        listed = [
            f"- [{page.title}]({urljoin(self.site_url, page.file('ipynb'))})"
            for page in self.ordered()
            if page.source in self.notebooks
        ]
        if listed:
            sections["노트북"] = listed
        parts = [f"# {site_name}", f"> {description}"]
        for name, items in sections.items():
            parts.append(f"## {name}\n\n" + "\n".join(items))
        return "\n\n".join(parts) + "\n"
