"""노트에 섞인 HTML의 표, 제목, 목록, 코드를 마크다운으로 바꾼다."""

import re
from collections.abc import Callable, Sequence

from bs4 import BeautifulSoup, Tag
from markdownify import ATX, MarkdownConverter

TAGS = "table|h[1-6]|ul|ol|dl|pre|blockquote|style|script"
OPENING = re.compile(rf"^ {{0,3}}<(?P<tag>{TAGS})\b[^>]*>", re.I)
UNSEEN = ("style", "script")
LEFT_OUT = "화면을 꾸미거나 움직이던 HTML을 뺐습니다. 빠진 글이 없는지 보세요."
MERGED = "표의 합친 칸을 나누었습니다. 빈 칸을 채울지 보세요."
NOT_CLOSED = "닫지 않은 HTML입니다. 노트의 뜻에 맞게 고치세요."
BREAK = "\x06"


class Converter(MarkdownConverter):
    """표의 칸을 한 줄로 적고, 칸을 나누지 않는 `|`를 지킨다."""

    class Options:
        """제목은 `#`으로, 목록은 `-`로 적는다. 첫 줄은 표의 머리다."""

        heading_style = ATX
        bullets = "-"
        table_infer_header = True

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """칸 하나."""
        return super().convert_td(el, one_line(text), parent_tags)

    def convert_th(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """머리의 칸 하나."""
        return super().convert_th(el, one_line(text), parent_tags)

    def convert_dt(self, _el: Tag, text: str, **_: object) -> str:
        """정의 목록의 용어."""
        return f"\n- **{text.strip()}**: "

    def convert_dd(self, _el: Tag, text: str, **_: object) -> str:
        """정의 목록의 뜻."""
        return f"{text.strip()}\n"


def one_line(text: str) -> str:
    """칸의 글을 한 줄로 모은다."""
    parts = [" ".join(x.split()) for x in text.split(BREAK)]
    return "<br>".join(filter(None, parts)).replace("|", "\\|")


def to_markdown(source: str, tell: Callable[[str], None]) -> str:
    """HTML 한 덩이를 마크다운으로 바꾼다.

    Args:
        source: 여는 꼬리표부터 닫는 꼬리표까지.
        tell: 사람이 볼 것을 적는 함수.
    """
    soup = BeautifulSoup(source, "html.parser")
    for hidden in soup.find_all(UNSEEN):
        tell(LEFT_OUT)
        hidden.decompose()
    for cell in soup.find_all(["td", "th"]):
        flatten(cell)
        if (cell.get("rowspan") or "1") != "1" or (cell.get("colspan") or "1") != "1":
            tell(MERGED)
    for table in soup.find_all("table"):
        spread(soup, table)
    converter = Converter(code_language_callback=language_of)
    return converter.convert_soup(soup).strip("\n")


def flatten(cell: Tag) -> None:
    """칸 안의 문단과 항목을 줄바꿈으로 나눈다."""
    for inner in cell.find_all(["p", "li", "div", "br"]):
        inner.insert_after(BREAK)
        inner.unwrap()
    for inner in cell.find_all(["ul", "ol"]):
        inner.insert_before(BREAK)
        inner.unwrap()


def spread(soup: BeautifulSoup, table: Tag) -> None:
    """위아래로 합친 칸의 아래에 빈 칸을 둔다."""
    rows = table.find_all("tr")
    for at, row in enumerate(rows):
        for number, cell in enumerate(row.find_all(["td", "th"])):
            height = cell.get("rowspan") or "1"
            for below in rows[at + 1 : at + int(height) if height.isdigit() else at]:
                below.insert(number, soup.new_tag("td"))


def language_of(box: Tag) -> str:
    """`<pre>`에 적힌 코드의 말."""
    inner = box.find("code") or box
    names = [*(inner.get("class") or []), *(box.get("class") or [])]
    return next((x.removeprefix("language-") for x in names), "")


def region(lines: Sequence[str], at: int) -> tuple[int, str, str] | None:
    """여기서 시작하는 HTML을 (다음 줄, HTML, 같은 줄에 남은 글)로. 아니면 None이다."""
    match = OPENING.match(lines[at])
    if not match:
        return None
    tag, depth, text = match["tag"].lower(), 0, "\n".join(lines[at:])
    for edge in re.finditer(rf"<(?P<close>/?){tag}\b[^>]*>", text, re.I):
        depth += -1 if edge["close"] else 1
        if not depth:
            whole = text[: edge.end()]
            end = at + whole.count("\n") + 1
            rest = text[edge.end() :].partition("\n")[0]
            return end, whole, rest
    return None
