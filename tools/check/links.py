"""쪽 안의 링크와 그림을 본다."""

import html
import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache, cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tools.check.heading_ids import anchors
from tools.finding import Finding
from tools.page.links import Link, links
from tools.page.markdown import blank, line_at, prose
from tools.page.project import Project

HANDLER = re.compile(r"\{[^{}\n]*?(?<![\w-])(?P<name>on[a-z]+|style)[ \t]*=", re.I)
# 읽는 사람에게서 글을 가리거나 쪽의 모양을 바꾸는 속성.
DISGUISES = {"hidden", "inert", "style"}
# 「<https://…>」는 태그가 아니라 링크다.
AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]+>")
LARGEST_IMAGE = 500 * 1024
IMAGE_ENDINGS = {".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}
RUNS_CODE = {
    "script",
    "iframe",
    "object",
    "embed",
    "form",
    "style",
    "link",
    "base",
    "meta",
}
# 마크다운에 없는 표시라 태그로 적을 수밖에 없는 것.
INLINE = {"abbr", "kbd", "rp", "rt", "ruby", "small", "sub", "sup"}
BREAKS = {"br", "wbr"}
DESCRIBING = {"lang", "title"}
# 그림과 첫 화면의 칸에 쓰는 것과, 저마다 따로 살피는 것.
PLAIN_TAGS = RUNS_CODE | INLINE | BREAKS
PLAIN_TAGS |= {"a", "figcaption", "figure", "img", "section"}


class Links:
    """저장소의 모든 링크를 살핀다."""

    def __init__(self, project: Project) -> None:
        """저장소를 기억한다."""
        self.project = project
        self._anchors: dict[str, set[str]] = {}

    @cached_property
    def files(self) -> set[str]:
        """docs/에서 본 모든 파일. 윈도우에서도 대소문자를 가려 견주려고 글로 둔다."""
        names = map(self.project.name, self.project.files)
        found = {x.removeprefix("docs/") for x in names if x.startswith("docs/")}
        return found | self.project.made

    def anchors(self, page: str) -> set[str] | None:
        """쪽의 id를 모은다. 코드 설명서처럼 지어 봐야 아는 쪽이면 None이다."""
        path = self.project.docs / page
        if not self.project.has(path) or re.search(
            r"^:::", self.project.read(path), re.M
        ):
            return None
        if page not in self._anchors:
            self._anchors[page] = anchors(self.project, path)
        return self._anchors[page]

    def find(self) -> Iterator[Finding]:
        """모든 쪽을 본다."""
        for page in self.project.pages:
            text = prose(self.project.read(page))
            for line, link in placed_links(text):
                yield from self.check(page, line, link.target, link.image)
                if link.image and not link.text.strip():
                    yield self.no_description(page, line, link.target)
            yield from self.find_in_html(page, text)
            yield from self.find_in_attributes(page, text)
        for file in self.project.data:
            for line, tag, _ in html_tags(prose(self.project.read(file))):
                yield Finding(
                    self.project.name(file),
                    line,
                    f"이 파일에는 <{tag}> 태그를 적을 수 없습니다.",
                    "태그를 지우고 글로 적으세요.",
                )
        yield from self.find_big_images()

    def check(
        self, page: Path, line: int, target: str, image: bool = False
    ) -> Iterator[Finding]:
        """링크 하나가 있는 곳을 가리키는지 본다."""
        place = self.project.name(page), line
        # 브라우저는 `java&#115;cript:`도 읽는다.
        written = target
        target = re.sub(r"[\x00-\x1f]", "", html.unescape(target)).strip()
        kind = "그림" if image else "링크"
        try:
            address = urlsplit(target)
        except ValueError:
            yield Finding(
                *place, f"주소 '{target}'을(를) 읽을 수 없습니다.", "다시 적으세요."
            )
            return
        if address.scheme.lower() in ("javascript", "vbscript", "data"):
            yield Finding(
                *place,
                f"'{address.scheme}:' 주소는 읽는 사람의 브라우저에서 코드를 돌립니다.",
                "https:// 주소나 쪽의 이름으로 바꾸세요.",
            )
        elif " " in target:
            yield Finding(
                *place,
                f"{kind}의 주소 '{target}'에 빈칸이 있습니다.",
                "파일 이름의 빈칸을 '-'로 바꾸고 여기도 똑같이 적으세요.",
            )
        elif address.scheme or address.netloc:
            if image:
                yield Finding(
                    *place,
                    f"다른 사이트의 그림 '{target}'을(를) 불러옵니다.",
                    "그림을 docs/에 넣고 그 파일을 가리키세요. GitHub에서는 쪽이 있는 "
                    "폴더에서 Add file → Upload files로 올려요.",
                )
            elif own := self.own_page(page, address.path, address.fragment):
                yield Finding(
                    *place,
                    "이 사이트의 쪽을 절대 주소로 가리킵니다. 옮기거나 이름을 바꾸면 "
                    "끊겨도 알 수 없습니다.",
                    f"'{own}'(으)로 고치세요.",
                )
        elif address.path.startswith("/"):
            yield Finding(
                *place,
                f"'/'로 시작하는 주소 '{target}'은(는) 하위 경로에 올리면 끊깁니다.",
                "이 쪽에서 본 파일 이름으로 적으세요. 예: '../index.md'",
            )
        elif " " in written and written.strip() != target:
            yield Finding(
                *place,
                f"{kind} 주소 '{written}'에 빈칸이 있습니다.",
                "파일 이름의 빈칸을 '-'로 바꾸고(GitHub에서는 파일을 열고 연필을 "
                "누르면 이름을 고칠 수 있어요) 주소에도 그 이름을 적으세요.",
            )
        else:
            yield from self.check_inside(
                page, place, kind, address.path, address.fragment
            )

    def own_page(self, page: Path, path: str, fragment: str) -> str | None:
        """주소가 이 사이트의 쪽이면, 이 쪽에서 본 파일 이름을 준다."""
        parts = [part for part in unquote(path).split("/") if part]
        ends = ["/".join(parts[start:]) for start in range(len(parts) - 1)]
        names = [f"{end.removesuffix('.html')}.md" for end in ends]
        found = next((name for name in names if name in self.files), None)
        if found is None:
            return None
        here = page.relative_to(self.project.docs).parent.as_posix()
        return posixpath.relpath(found, here) + (f"#{fragment}" if fragment else "")

    def check_inside(
        self, page: Path, place: tuple[str, int], kind: str, path: str, fragment: str
    ) -> Iterator[Finding]:
        """사이트 안의 파일과 그 안의 자리를 확인한다."""
        here = page.relative_to(self.project.docs).as_posix()
        wanted = posixpath.normpath(
            posixpath.join(posixpath.dirname(here), unquote(path))
        )
        wanted = wanted if path else here
        if wanted not in self.files:
            yield Finding(
                *place,
                f"{kind} '{path}'이(가) 가리키는 파일이 없습니다.",
                f"있는 파일의 이름으로 고치세요.{self.suggest(here, wanted)}",
            )
            return
        known = self.anchors(wanted) if wanted.endswith(".md") else None
        if fragment and known is not None and unquote(fragment) not in known:
            close = get_close_matches(fragment, known, n=1)
            hint = f" 혹시 '#{close[0]}'입니까?" if close else ""
            yield Finding(
                *place,
                f"'docs/{wanted}'에 '#{fragment}' 자리가 없습니다.",
                f"제목 뒤의 {{ #id }}를 보고 고치세요.{hint}",
            )

    def suggest(self, here: str, wanted: str) -> str:
        """비슷한 파일이 있으면 이 쪽에서 본 이름으로 알려 준다."""
        by_name = {posixpath.basename(file): file for file in sorted(self.files)}
        close = get_close_matches(wanted, self.files, n=1) or [
            by_name[name]
            for name in get_close_matches(posixpath.basename(wanted), by_name, n=1)
        ]
        if not close:
            return ""
        seen_from_here = posixpath.relpath(close[0], posixpath.dirname(here) or ".")
        return f" 혹시 '{seen_from_here}'입니까?"

    def no_description(self, page: Path, line: int, target: str) -> Finding:
        """설명 없는 그림을 알린다."""
        return Finding(
            self.project.name(page),
            line,
            f"그림 '{target}'에 설명이 없습니다.",
            "그림을 못 보는 사람을 위해 '![그림이 보여 주는 것](파일)'처럼 적으세요.",
        )

    def find_in_html(self, page: Path, text: str) -> Iterator[Finding]:
        """마크다운에 섞인 HTML을 본다."""
        for line, tag, attributes in html_tags(text):
            place = self.project.name(page), line
            if tag in RUNS_CODE:
                yield Finding(
                    *place,
                    f"쪽에 <{tag}> 태그를 직접 적을 수 없습니다.",
                    "태그를 지우세요. 꼭 필요한 기능이면 이슈로 먼저 이야기해 주세요.",
                )
            elif tag not in PLAIN_TAGS:
                yield Finding(
                    *place,
                    f"글을 꾸미는 <{tag}> 태그가 있습니다.",
                    "태그를 지우세요. 굵게 적으려면 '**…**'를 쓰세요.",
                )
            for name, value in attributes.items():
                if tag in INLINE | BREAKS and name not in DESCRIBING:
                    yield Finding(
                        *place,
                        f"글을 꾸미는 '{name}' 속성이 <{tag}>에 있습니다.",
                        f"'{name}'을(를) 지우세요.",
                    )
                if name.startswith("on"):
                    yield Finding(
                        *place,
                        f"<{tag}>의 '{name}'은 읽는 사람의 브라우저에서 "
                        "코드를 돌립니다.",
                        f"'{name}'을 지우세요.",
                    )
                if name in DISGUISES:
                    yield Finding(
                        *place,
                        f"<{tag}>의 '{name}'은(는) 글을 가리거나 모양을 바꿉니다.",
                        f"'{name}'을(를) 지우세요.",
                    )
                if name in ("href", "src"):
                    yield from self.check(page, line, value or "", tag == "img")
            if tag == "img" and not (attributes.get("alt") or "").strip():
                yield self.no_description(page, line, attributes.get("src") or "")
        for line, tag in unpaired(text):
            yield Finding(
                self.project.name(page),
                line,
                f"<{tag}> 태그의 짝이 맞지 않아 뒤의 글까지 모양이 바뀝니다.",
                f"같은 문단에서 '<{tag}>…</{tag}>'처럼 열고 닫으세요.",
            )

    def find_in_attributes(self, page: Path, text: str) -> Iterator[Finding]:
        """`{ onclick="…" }`처럼 마크다운으로 적은 속성을 본다."""
        for match in HANDLER.finditer(text):
            yield Finding(
                self.project.name(page),
                line_at(text, match.start()),
                f"'{match['name']}' 속성은 "
                + (
                    "글을 가리거나 모양을 바꿉니다."
                    if match["name"] == "style"
                    else "읽는 사람의 브라우저에서 코드를 돌립니다."
                ),
                f"'{match['name']}'을 지우세요.",
            )

    def find_big_images(self) -> Iterator[Finding]:
        """너무 큰 그림을 찾는다."""
        for path in self.project.files:
            name = self.project.name(path)
            if (
                name.startswith("docs/")
                and path.suffix.lower() in IMAGE_ENDINGS
                and (size := path.stat().st_size) > LARGEST_IMAGE
            ):
                yield Finding(
                    name,
                    1,
                    f"그림이 {size / 1024:,.0f}KB입니다. 500KB까지 넣을 수 있습니다.",
                    "너비를 1,600픽셀 아래로 줄이거나 WebP로 저장하세요.",
                )


@cache
def placed_links(text: str) -> list[tuple[int, Link]]:
    """글의 링크와 그림을 줄과 함께 모은다."""
    return [(line_at(text, link.start), link) for link in links(text)]


def find(project: Project) -> Iterator[Finding]:
    """링크와 그림의 잘못을 모두 찾는다."""
    return Links(project).find()


class TagReader(HTMLParser):
    """여는 태그를 줄 번호와 함께 모은다."""

    # 닫지 않은 <script>가 뒤의 태그를 삼키지 않게 한다.
    CDATA_CONTENT_ELEMENTS = ()

    def __init__(self) -> None:
        """빈 목록에서 시작한다."""
        super().__init__()
        self.tags: list[tuple[int, str, dict[str, str | None]]] = []
        self.edges: list[tuple[int, str, bool]] = []

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002
        """`<![`로 시작하는 것을 만나도 멈추지 않고, 브라우저처럼 주석으로 본다."""
        return self.parse_bogus_comment(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """태그 하나를 적는다."""
        self.tags.append((self.getpos()[0], tag, dict(attrs)))
        self.edges.append((self.getpos()[0], tag, True))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<sup/>`은 브라우저에서 여는 태그다."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """닫는 태그를 적는다."""
        self.edges.append((self.getpos()[0], tag, False))


@cache
def read_tags(text: str) -> TagReader:
    """글에 섞인 태그를 모두 읽는다."""
    reader = TagReader()
    reader.feed(AUTOLINK.sub(lambda match: blank(match[0]), text))
    reader.close()
    return reader


def html_tags(text: str) -> list[tuple[int, str, dict[str, str | None]]]:
    """글에 섞인 여는 태그를 (줄, 이름, 속성)으로 찾는다."""
    return read_tags(text).tags


@cache
def unpaired(text: str) -> list[tuple[int, str]]:
    """한 문단 안에서 짝이 맞지 않는 글 속의 태그를 (줄, 이름)으로 찾는다."""
    rows = ["", *text.split("\n")]
    wrong: list[tuple[int, str]] = []
    opened: list[tuple[int, str]] = []
    for line, tag, opens in read_tags(text).edges:
        if tag not in INLINE:
            continue
        if opens:
            opened.append((line, tag))
        elif (
            opened
            and opened[-1][1] == tag
            and all(row.strip() for row in rows[opened[-1][0] : line])
        ):
            opened.pop()
        else:
            wrong.append((line, tag))
    return [*wrong, *opened]
