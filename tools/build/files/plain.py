"""쪽의 HTML을 사람과 도구가 함께 읽는 마크다운으로 바꾼다."""

import re
from collections.abc import Callable, Iterable

from bs4 import BeautifulSoup, PageElement, Tag
from markdownify import ATX, MarkdownConverter

from tools.page.formulas import source

GAP = re.compile(
    r"(?P<fence>^[> ]*(?P<marks>`{3,})[^`\n]*\n.*?^[> ]*(?P=marks)$)|\n{3,}",
    re.M | re.S,
)


class Converter(MarkdownConverter):
    """테마의 상자와 그림까지 아는 변환기."""

    class Options(MarkdownConverter.DefaultOptions):
        """글자를 되도록 그대로 둔다."""

        bullets = "-"
        escape_misc = False
        escape_underscores = False
        heading_style = ATX

    def __init__(self, resolve: Callable[[str], str]) -> None:
        """링크의 주소를 바꿀 함수를 받는다."""
        super().__init__()
        self.resolve = resolve

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """다른 곳에서 읽어도 맞는 주소로 바꾼다."""
        if "href" in el.attrs:
            el["href"] = self.resolve(el["href"])
            el.attrs.pop("title", None)
        return super().convert_a(el, text, parent_tags)

    def convert_b(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """굵은 글씨. 문장 부호와 글자 사이에서는 별표가 풀리지 않아 태그로 둔다."""
        after = el.next_sibling
        follows = str(after)[:1] if isinstance(after, str) else ""
        if text and not text[-1].isalnum() and follows.isalnum():
            return f"<b>{text}</b>"
        return super().convert_b(el, text, parent_tags)

    convert_strong = convert_b

    def convert_div(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """알림 상자는 인용으로, 코드 상자는 이름을 단 코드로 바꾼다."""
        kinds = el.get("class") or []
        if "admonition" in kinds:
            return quote(text)
        if "highlight" in kinds:
            return fence(el)
        if "arithmatex" in kinds:
            return f"\n\n{formula(el)}\n\n"
        return super().convert_div(el, text, parent_tags)

    def convert_span(self, el: Tag, text: str, **_: object) -> str:
        """글 속의 수식은 `$`로 적는다."""
        return formula(el) if "arithmatex" in (el.get("class") or []) else text

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """알림 상자의 제목은 굵은 글씨로 적는다."""
        if "admonition-title" in (el.get("class") or []):
            return f"\n\n**{text.strip()}**\n\n"
        return super().convert_p(el, text, parent_tags)

    def convert_details(self, _el: Tag, text: str, **_: object) -> str:
        """접어 둔 글도 인용이다."""
        return quote(text)

    def convert_summary(self, _el: Tag, text: str, **_: object) -> str:
        """접은 글의 제목."""
        return f"\n\n**{text.strip()}**\n\n"

    def convert_svg(self, el: Tag, _text: str, **_: object) -> str:
        """그림은 보지 못하는 사람에게 읽어 줄 설명으로 바꾼다."""
        label = el.get("aria-label")
        return f"\n\n{label}\n\n" if label else ""

    def convert_figure(self, _el: Tag, text: str, **_: object) -> str:
        """설명과 제목을 인용으로 묶는다."""
        return quote(text)

    def convert_figcaption(self, _el: Tag, text: str, **_: object) -> str:
        """그림의 제목."""
        return f"\n\n**그림. {text.strip()}**\n\n"

    def convert_kbd(self, _el: Tag, text: str, **_: object) -> str:
        """자판의 글쇠."""
        return f"`{text.strip()}`"


def formula(el: Tag) -> str:
    """수식을 마크다운과 주피터가 아는 꼴로 적는다."""
    latex, shown = source(el.get_text())
    return f"$$\n{latex}\n$$" if shown else f"${latex}$"


def squeeze(text: str) -> str:
    """빈 줄을 하나로 줄인다. 코드 안의 빈 줄은 그대로 둔다."""
    return GAP.sub(lambda match: match["fence"] or "\n\n", text.strip())


def quote(text: str) -> str:
    """글 전체를 인용한다."""
    lines = squeeze(text).split("\n")
    return "\n\n" + "\n".join(f"> {line}".rstrip() for line in lines) + "\n\n"


def code_of(box: Tag) -> str:
    """코드 상자에 든 글."""
    return box.select_one("pre code").get_text().rstrip("\n") + "\n"


def name_of(box: Tag) -> str:
    """코드 상자의 이름. 없으면 빈 글이다."""
    name = box.select_one(".filename")
    return name.get_text() if name else ""


def fence(box: Tag) -> str:
    """코드 상자를 이름과 울타리로 적는다."""
    kinds = [kind for kind in box["class"] if kind.startswith("language-")]
    language = kinds[0].removeprefix("language-") if kinds else ""
    name, code = name_of(box), code_of(box)
    longest = max(map(len, re.findall(r"`{3,}", code)), default=2)
    marks = "`" * (longest + 1)
    title = (
        f"`{name}`\n\n"
        if name.startswith("snippets/")
        else f"{name}\n\n"
        if name
        else ""
    )
    return f"\n\n{title}{marks}{language}\n{code}{marks}\n\n"


def parse(html: str) -> Tag:
    """화면에서만 뜻이 있는 것을 뺀 글을, 변환기가 읽는 나무로 바꾼다."""
    return BeautifulSoup(f"<body>{html}</body>", "lxml").body


def convert(blocks: Iterable[PageElement], resolve: Callable[[str], str]) -> str:
    """본문의 토막을 차례로 마크다운으로 바꾼다.

    Args:
        blocks: `parse`가 준 나무의 바로 아래에 놓인 것. 나무에서 떼어 낸다.
        resolve: 쪽에 적힌 링크의 주소를 어디서나 통하는 주소로 바꾸는 함수.
    """
    holder = BeautifulSoup("", "lxml")
    for block in list(blocks):
        holder.append(block)
    text = Converter(resolve).convert_soup(holder)
    return squeeze("\n".join(line.rstrip() for line in text.split("\n"))) + "\n"
