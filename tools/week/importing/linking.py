"""노트가 가리키는 그림과 다른 노트를, 이름이 드러나지 않는 자리로 바꾼다."""

import base64
import binascii
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tools.page.links import LINK, TITLE
from tools.page.markdown import INLINE_CODE
from tools.week.importing.fencing import runs
from tools.week.importing.naming import found

# 옮긴 노트를 가리키는 자리. 쪽의 주소가 정해지면 바꾼다.
NOTE = "note:"
EMBEDDED = re.compile(
    r"(?P<image>!?)\[\[(?P<inside>[^\]|\n\\]*)(?:\\?\|(?P<text>[^\]\n]*))?\]\]"
)
SOURCE = re.compile(
    r"""(?P<start><img\b[^<>]*?\bsrc\s*=\s*["'])(?P<inside>[^"'<>]+)""", re.I
)
DEFINED = re.compile(
    r"^ {0,3}\[(?P<name>(?!\^)[^\]]+)\]:[ \t]*<?(?P<inside>[^\s>]+)>?[^\n]*$", re.M
)
REFERRING = re.compile(r"(?P<image>!?)\[(?P<text>[^\[\]\n]+)\]\[(?P<name>[^\[\]\n]*)\]")
DATA = re.compile(
    r"data:image/(?P<kind>[a-z]+)(?:\+xml)?;base64,(?P<data>.+)", re.S | re.I
)
OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:(?!\\)|#|//")


@dataclass
class Linker:
    """노트마다의 가리키는 것을 바꾼다.

    Attributes:
        notes: 노트의 이름. 차례가 번호가 된다.
        given: 그림의 이름에서 바이트로.
        images: 새 이름에서 그림의 바이트로.
        names: 새 이름에서 원래의 이름으로.
        links: 노트의 번호에서, 거기서 차례로 가리키는 노트의 번호로. 0부터다.
        here: 지금 읽는 노트의 번호.
    """

    notes: Sequence[str]
    given: Mapping[str, bytes]
    images: dict[str, bytes] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    links: dict[int, list[int]] = field(default_factory=dict)
    here: int = 0

    def rewrite(self, number: int, text: str) -> str:
        """노트 하나에서 코드 밖의 것을 바꾼다."""
        self.here = number
        self.links[number] = []
        parts = [(code, part) for code, _, part in runs(text.split("\n"))]
        prose = "\n\n".join(part for code, part in parts if not code)
        used = {
            (match["name"] or match["text"]).lower()
            for match in REFERRING.finditer(prose)
        }
        defined = {
            match["name"].lower(): match["inside"]
            for match in DEFINED.finditer(prose)
            if match["name"].lower() in used
        }
        return "\n".join(
            part if code else self.prose(inlined(part, defined)) for code, part in parts
        )

    def prose(self, text: str) -> str:
        """코드가 아닌 글."""
        for pattern, change in (
            (EMBEDDED, self.embedded),
            (LINK, self.link),
            (SOURCE, self.attribute),
        ):
            text = outside_code(pattern, change, text)
        return text

    def link(self, match: re.Match[str]) -> str:
        """`[글](주소)`와 `![설명](주소)`."""
        text = LINK.sub(self.link, match["text"])
        target = address(match["inside"])
        new = self.place(target, image=bool(match["image"]))
        if new is None:
            return f"{match['image']}[{text}]({match['inside']})"
        mark = "" if new.startswith(NOTE) else match["image"]
        return f"{mark}[{text}]({new})"

    def embedded(self, match: re.Match[str]) -> str:
        """`[[쪽|글]]`과 `![[그림]]`."""
        target = match["inside"].strip()
        new = self.place(target, image=bool(match["image"]), wiki=True)
        if new is None:
            return match[0]
        if new.startswith(NOTE):
            label = match["text"] or target.rpartition("#")[2].lstrip("^")
            return f"[{posixpath.basename(label)}]({new})"
        return f"![[{new}]]"

    def attribute(self, match: re.Match[str]) -> str:
        """`<img src="…">`와, 따로 적은 주소."""
        new = self.place(match["inside"], image=True)
        return match[0] if new is None else f"{match['start']}{new}"

    def place(self, target: str, *, image: bool, wiki: bool = False) -> str | None:
        """바꿀 자리. 내보낸 것에 없으면 None이다."""
        if match := DATA.match(target):
            return self.decoded(match)
        if OUTSIDE.match(target):
            return None
        name = found(target, self.notes[self.here], self.given)
        if name is not None and (image or wiki):
            return self.alias(name, self.given[name])
        return self.note(target.partition("#")[0], wiki=wiki)

    def note(self, target: str, *, wiki: bool) -> str | None:
        """다른 노트를 가리키는 자리."""
        if not target or not (wiki or posixpath.splitext(target)[1]):
            return None
        here = self.notes[self.here]
        names = [found(x, here, self.notes) for x in (target, f"{target}.md")]
        name = next((x for x in names if x), None)
        if name is None or name == here:
            return None
        number = self.notes.index(name)
        self.links[self.here].append(number)
        return f"{NOTE}{number}"

    def alias(self, name: str, content: bytes) -> str:
        """그림의 새 이름."""
        known = next((new for new, old in self.names.items() if old == name), None)
        if known is None:
            ending = posixpath.splitext(name)[1].lower()
            known = f"picture-{len(self.names) + 1}{ending}"
            self.names[known], self.images[known] = name, content
        return known

    def decoded(self, match: re.Match[str]) -> str | None:
        """글자로 적은 그림. 읽을 수 없으면 None이다."""
        try:
            content = base64.b64decode("".join(match["data"].split()), validate=True)
        except (binascii.Error, ValueError):
            return None
        kind = {"jpeg": "jpg"}.get(match["kind"].lower(), match["kind"].lower())
        return self.alias(f"{len(self.names) + 1}번째 그림.{kind}", content)


def outside_code(
    pattern: re.Pattern[str], change: Callable[[re.Match[str]], str], text: str
) -> str:
    """글 속의 코드가 아닌 곳만 바꾼다."""
    code = [match.span() for match in INLINE_CODE.finditer(text)]

    def changed(match: re.Match[str]) -> str:
        inside = any(start <= match.start() < end for start, end in code)
        return match[0] if inside else change(match)

    return pattern.sub(changed, text)


def inlined(text: str, defined: Mapping[str, str]) -> str:
    """`[글][이름]`을 `[글](주소)`로 적는다. 주소를 따로 적은 줄은 비운다."""

    def refer(match: re.Match[str]) -> str:
        target = defined.get((match["name"] or match["text"]).lower())
        if target is None:
            return match[0]
        return f"{match['image']}[{match['text']}]({target})"

    if not defined:
        return text
    text = outside_code(
        DEFINED, lambda x: "" if x["name"].lower() in defined else x[0], text
    )
    return outside_code(REFERRING, refer, text)


def address(inside: str) -> str:
    """괄호 안에 적은 주소. 꺾쇠와 제목을 뗀다."""
    target = TITLE.sub("", f" {inside}").strip()
    return target[1:].partition(">")[0] if target.startswith("<") else target


def targets(text: str) -> Iterator[str]:
    """노트가 가리키는 주소. 그림이 아닌 것도 든다."""
    for code, _, part in runs(text.split("\n")):
        if code:
            continue
        for pattern in (LINK, EMBEDDED, SOURCE, DEFINED):
            yield from (address(x["inside"]) for x in pattern.finditer(part))
        for match in LINK.finditer(part):
            yield from (address(x["inside"]) for x in LINK.finditer(match["text"]))


def order(names: Sequence[str], links: Mapping[int, Sequence[int]]) -> list[int]:
    """노트를 읽을 차례. 위 노트가 아래 폴더의 노트를 늘어놓았으면 그 차례다.

    Args:
        names: 폴더까지의 이름. 바깥 폴더의 것이 먼저다.
        links: 노트마다 차례로 가리키는 노트.
    """
    placed: list[int] = []

    def visit(number: int) -> None:
        if number in placed:
            return
        placed.append(number)
        for other in links.get(number, ()):
            if is_above(number, other):
                visit(other)

    everything = set(range(len(names)))
    lists_all = {n for n in everything if {n, *links.get(n, ())} == everything}

    def is_above(one: int, other: int) -> bool:
        deeper = names[other].count("/") > names[one].count("/")
        return deeper or lists_all == {one}

    for number in [*(lists_all if len(lists_all) == 1 else ()), *range(len(names))]:
        visit(number)
    return placed
