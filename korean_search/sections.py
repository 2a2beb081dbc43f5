"""테마의 검색 플러그인이 자른 절을 읽어 글과 코드로 나눈다."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

BLOCKS = {"p", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "div"}


@dataclass(frozen=True)
class Section:
    """검색에 걸리는 가장 작은 단위.

    Attributes:
        location: 사이트 안의 주소. 쪽의 첫 절에는 `#`이 없다.
        title: 제목. 꾸밈은 뺀다.
        text: 본문. 코드 상자는 뺀다.
        code: 코드 상자의 글.
        tags: 꼬리표.
        boost: 점수에 곱하는 수. 머리말의 `search.boost`다.
        label: 차례에 적힌 이름. 제목과 다른 쪽의 첫 절에만 있다.
    """

    location: str
    title: str
    text: str
    code: str = ""
    tags: tuple[str, ...] = field(default=())
    boost: float = 1.0
    label: str = ""

    @property
    def page(self) -> str:
        """절이 놓인 쪽의 주소."""
        return self.location.split("#")[0]


class _Splitter(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.code: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.depth += tag == "pre"
        if tag in BLOCKS:
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "pre" and self.depth > 0
        if tag in BLOCKS:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        (self.code if self.depth else self.text).append(data)


def split_html(source: str) -> tuple[str, str]:
    """HTML 조각을 글과 코드로 나눈다."""
    splitter = _Splitter()
    splitter.feed(source)
    splitter.close()
    text = re.sub(r"[ \t\r\f]+", " ", "".join(splitter.text))
    return re.sub(r" ?\n[\s]*", "\n", text).strip(), "\n".join(splitter.code).strip()


def plain(source: str) -> str:
    """태그를 떼고 문자 참조를 푼다."""
    splitter = _Splitter()
    splitter.feed(source)
    splitter.close()
    return "".join([*splitter.text, *splitter.code]).strip()


def read_sections(
    index: dict, labels: Mapping[str, str] | None = None
) -> list[Section]:
    """Material의 `search_index.json`에서 절을 읽는다.

    Args:
        index: `docs` 목록을 가진 사전.
        labels: 쪽의 주소와, 차례에 적힌 이름.

    Returns:
        적힌 차례 그대로의 절. 같은 쪽의 절은 이웃한다.
    """
    sections = []
    for doc in index["docs"]:
        text, code = split_html(doc["text"])
        title = " ".join(plain(doc["title"]).split())
        label = (labels or {}).get(doc["location"], "")
        sections.append(
            Section(
                location=doc["location"],
                title=title,
                text=text,
                code=code,
                tags=tuple(doc.get("tags", ())),
                boost=float(doc.get("boost", 1)),
                label=label if label != title else "",
            )
        )
    return sections
