"""문장 안의 표시를 이 사이트의 마크다운으로 바꾼다. 낱말은 바꾸지 않는다."""

import html
import re
import unicodedata
from collections.abc import Callable
from urllib.parse import unquote

from tools.page.links import LINK
from tools.page.markdown import INLINE_CODE

# 글에 나올 일이 없는 글자. 건드리지 않을 것을 잠시 맡겨 둔 자리를 적는다.
HELD = re.compile("\x02(?P<number>\\d+)\x03")
PAREN_FORMULA = re.compile(r"\\\((?P<tex>.+?)\\\)")
# 「$5와 $6」은 수식이 아니다. 여는 `$` 뒤와 닫는 `$` 앞에는 빈칸이 없다.
FORMULA = re.compile(r"(?<![\\$\w])\$(?=[^\s$])(?P<tex>[^$\n]*?[^\s$\\])\$(?![\d$])")
IMAGE_TAG = re.compile(r"<img\b[^<>]*>", re.I)
ATTRIBUTE = re.compile(r"""\b(?P<name>src|alt)\s*=\s*["'](?P<value>[^"'<>]*)["']""")
EMBEDDED = re.compile(r"!\[\[(?P<target>[^\]|\n]+)(?:\|[^\]\n]*)?\]\]")
WIKI = re.compile(r"\[\[(?P<target>[^\]|\n]+)(?:\|(?P<label>[^\]\n]+))?\]\]")
AUTOLINK = re.compile(r"<(?P<address>https?://[^<>\s]+)>")
ADDRESS = re.compile(
    r"(?<![\w(/<\"'])https?://[^\s<>()\[\]「」가-힣]+[^\s<>()\[\]「」가-힣.,;:!?'\"*]"
)
TRACKED = re.compile(r"[?&](?:utm_[a-z]+|fbclid|gclid|msclkid|igshid|pvs)=[^\s&#)>]*")
KEPT_TAG = re.compile(r"<(?:br|wbr)\s*/?>|</?(?:sub|sup)>", re.I)
STYLE_TAG = re.compile(
    r"</?(?:a|abbr|b|center|code|del|div|em|font|i|ins|kbd|mark|p|s|small|span|strong"
    r"|strike|u)\b[^<>]*>",
    re.I,
)
OTHER_TAG = re.compile(r"</?[A-Za-z!][^<>\n]*>")
STRIKE = re.compile(r"~~(?=\S)(?P<text>[^~\n]+?)~~")
HIGHLIGHT = re.compile(r"(?<![=<>!])==(?=[^\s=])(?P<text>[^=\n]+?)==(?!=)")
BOLD = re.compile(r"\*\*\*?(?=\S)(?P<text>(?:(?!\*\*)[^\n])+?)(?<=\S)\*\*\*?")
UNDER_BOLD = re.compile(
    r"(?<![A-Za-z0-9_])__(?=\S)(?P<text>[^_\n]+?)(?<=\S)__(?![A-Za-z0-9_])"
)
ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])(?P<text>[^*\n]+?)(?<=[^\s*])\*(?!\*)")
UNDER_ITALIC = re.compile(
    r"(?<![\w_])_(?=[^\s_])(?P<text>[^_\n]+?)(?<=[^\s_])_(?=[^\w_]|[가-힣]|$)"
)
# 사이트의 확장이 다르게 읽을 글. 코드로 적어 글 그대로 보인다.
MISREAD = re.compile(
    r"\{[^{}\n]*[#.:%=][^{}\n]*\}|\{\{[^\n]*?\}\}|\[TOC\]"
    r"|(?<![\w:]):[a-z][a-z0-9_+-]*[a-z0-9]:(?![\w:])"
    r"|(?<![A-Za-z0-9_+])\+\+[a-z0-9]+(?:[+-][a-z0-9]+)*\+\+(?![A-Za-z0-9_+])"
)
# pandoc이 글과 그림에 다는 속성.
ATTRIBUTE_LIST = r"\{(?:[.#][^{}\n]*|[\w-]+=[^{}\n]*)\}"
SPAN = re.compile(rf"(?<!!)\[(?P<text>[^\[\]\n]*)\]{ATTRIBUTE_LIST}")
IMAGE_SIZE = re.compile(rf"\){ATTRIBUTE_LIST}")
FOOTNOTE = re.compile(r"\[\^(?P<name>[^\]\s]+)\]:?")
# `\\(`와 `\\[`는 수식을 연다.
ESCAPED = re.compile(r"\\(?P<mark>[`*_{}#+.!~|$<>=:@^%'\"-])")
STARS = re.compile(r"\*+")
TASK = re.compile(r"^\[(?P<done>[ xX])\]\s+")
LONE_TICK = "`"
ASTERISK = "\\*"


class Marks:
    """한 노트의 표시를 바꾸며, 사람이 볼 것을 적어 둔다."""

    def __init__(
        self, find_image: Callable[[str], str | None], tell: Callable[[str], None]
    ) -> None:
        """그림을 찾는 법과 알리는 법을 기억한다.

        Args:
            find_image: 노트에 적힌 주소에서 옮긴 그림의 주소로. 없으면 None이다.
            tell: 사람이 볼 것을 적는 함수.
        """
        self.find_image = find_image
        self.tell = tell
        self.footnotes: set[str] = set()

    def convert(self, text: str) -> str:
        """한 문단, 항목, 칸의 글을 바꾼다."""
        held: list[str] = []

        def hold(kept: str) -> str:
            held.append(kept)
            return f"\x02{len(held) - 1}\x03"

        text = INLINE_CODE.sub(lambda x: hold(code_of(x["code"])), text)
        text = re.sub(r"(?<=\S) {2,}", " ", text)
        text = PAREN_FORMULA.sub(lambda x: f"${x['tex'].strip()}$", text)
        text = FORMULA.sub(lambda x: hold(x[0]), text)
        text = ESCAPED.sub(lambda x: unescaped(x, hold), text)
        text = IMAGE_TAG.sub(lambda x: hold(self.image_of_tag(x[0])), text)
        text = EMBEDDED.sub(lambda x: hold(self.image("", x["target"])), text)
        text = WIKI.sub(self.wiki, text)
        text = SPAN.sub(r"\g<text>", text)
        text = IMAGE_SIZE.sub(")", text)
        text = LINK.sub(lambda x: self.link(x, hold), text)
        text = AUTOLINK.sub(lambda x: hold(bare_link(x["address"])), text)
        text = ADDRESS.sub(lambda x: hold(bare_link(x[0])), text)
        text = KEPT_TAG.sub(lambda x: hold(x[0].lower()), text)
        text = html.unescape(STYLE_TAG.sub("", text)).replace("\xa0", " ")
        text = OTHER_TAG.sub(lambda x: hold(code_of(x[0])), text)
        text = FOOTNOTE.sub(lambda x: self.footnote(x, hold), text)
        text = MISREAD.sub(lambda x: hold(code_of(x[0])), text)
        return restore(self.emphasis(text), held)

    def emphasis(self, text: str) -> str:
        """꾸민 글을 굵은 글씨 하나로 모으고, 짝 없는 표시는 글자로 남긴다."""
        if STRIKE.search(text):
            self.tell("줄을 그어 지운 글입니다. 남길지 지울지 정하세요.")
            text = STRIKE.sub(r"\g<text>", text)
        text = HIGHLIGHT.sub(r"**\g<text>**", text)
        bold: list[str] = []

        def hold(match: re.Match[str]) -> str:
            bold.append(match["text"].replace("*", ""))
            return f"\x04{len(bold) - 1}\x05"

        for pattern in (BOLD, UNDER_BOLD, ITALIC, UNDER_ITALIC):
            text = pattern.sub(hold, text)
        text = STARS.sub(lambda x: "*" if x[0] == "*" else "", text)
        if text.count("*") > 1:
            text = text.replace("*", ASTERISK)
        for number in reversed(range(len(bold))):
            text = text.replace(f"\x04{number}\x05", f"**{bold[number]}**")
        while "****" in text:
            text = text.replace("****", "")
        return text.replace(LONE_TICK, "'").replace("~~", "~")

    def footnote(self, match: re.Match[str], hold: Callable[[str], str]) -> str:
        """각주를 부르는 표시. 각주의 글이 노트에 없으면 글로 남기고 알린다."""
        if match["name"] in self.footnotes:
            return hold(f"[^{match['name']}]")
        self.tell(f"짝이 없는 각주 '{match['name']}'을(를) 글로 남겼습니다.")
        return f"(주 {match['name']})"

    def wiki(self, match: re.Match[str]) -> str:
        """`[[쪽|글]]`은 글만 남긴다. 이 사이트의 쪽이 아니다."""
        return match["label"] or match["target"].rpartition("#")[2]

    def link(self, match: re.Match[str], hold: Callable[[str], str]) -> str:
        """그림은 옮긴 그림으로, 이 사이트 밖의 링크만 링크로 둔다."""
        target = match["inside"].strip().split(' "')[0].strip("<>")
        if match["image"]:
            return hold(self.image(match["text"], target))
        text = match["text"]
        if LINK.search(text):
            return LINK.sub(lambda x: self.link(x, hold), text)
        if re.fullmatch(r"note:\d+", target):  # 내보낸 것에 함께 든 노트
            return f"[{text}]" + hold(f"({target})")
        if not re.match(r"https?://", target):
            if text:
                self.tell("노트 밖을 가리키던 링크를 글로 바꾸었습니다.")
            return text
        address = untracked(target)
        if not text.strip() or text.strip() == target:
            return hold(bare_link(target))
        return f"[{text}]" + hold(f"({address})")

    def image_of_tag(self, tag: str) -> str:
        """`<img>`를 마크다운의 그림으로 바꾼다."""
        values = {x["name"].lower(): x["value"] for x in ATTRIBUTE.finditer(tag)}
        return self.image(values.get("alt", ""), values.get("src", ""))

    def image(self, alt: str, target: str) -> str:
        """그림 하나. 찾지 못하면 설명을 글로 남기고 알린다."""
        alt = unicodedata.normalize("NFC", unquote(alt)).strip()
        alt = re.sub(r"[\[\]*`_]", "", alt)
        found = self.find_image(target)
        if found is None:
            where = re.split(r"[?#]", target)[0]
            if not re.match(r"https?://", where):
                where = re.split(r"[\\/]", unquote(where))[-1]
            self.tell(
                f"내보낸 것에 `{where.replace('`', '') or '이름 없음'}` 그림이 "
                "없습니다. 찾아서 넣거나 지우세요."
            )
            return f"(그림: {alt or '이름 없음'})"
        if not alt or re.fullmatch(
            r"[\w ()-]+\.\w{3,4}|image\s*\d*|untitled.*", alt, re.I
        ):
            self.tell("그림에 설명이 없습니다. 무엇을 그렸는지 적으세요.")
            alt = "노트의 그림"
        return f"![{alt}]({found})"


def unescaped(match: re.Match[str], hold: Callable[[str], str]) -> str:
    """역슬래시를 단 글자. 표시로 읽힐 자리에서만 역슬래시를 남긴다."""
    mark, before = match["mark"], match.string[: match.start()].strip()
    if mark in "<>":
        return mark
    if mark in "*_" or (mark in "#+-" and not before):
        return hold(f"\\{mark}")
    if mark == "." and before.isdigit():
        return hold("\\.")
    return hold({"`": "'"}.get(mark, mark))


def code_of(text: str) -> str:
    """글 속의 코드. 안에 `가 있으면 두 겹으로 두른다."""
    text = " ".join(text.split())
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def bare_link(address: str) -> str:
    """주소가 그대로 보이는 링크."""
    address = untracked(address)
    shown = re.sub(r"[\[\]*_`]", "", unquote(address, errors="replace"))
    return f"[{shown}]({address})"


def untracked(address: str) -> str:
    """어디에서 왔는지 좇는 꼬리를 뗀 주소."""
    address = TRACKED.sub("", address)
    if "?" not in address and "&" in address:
        address = address.replace("&", "?", 1)
    return address.replace(" ", "%20")


def restore(text: str, held: list[str]) -> str:
    """맡겨 둔 것을 되돌린다. 링크의 글처럼 맡긴 것 안에도 맡긴 것이 있다."""
    while HELD.search(text):
        text = HELD.sub(lambda x: held[int(x["number"])], text)
    return text
