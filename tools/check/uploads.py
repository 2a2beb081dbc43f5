"""올린 파일이 사이트에 놓아도 되는 것인지 본다."""

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tools.check.links import read_tags
from tools.finding import Finding
from tools.page.markdown import line_at
from tools.page.project import Project, decode

# MkDocs는 이렇게 끝나는 것도 쪽으로 짓는데, 차례와 검사는 .md만 본다.
OTHER_PAGES = {".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn", ".mdtxt", ".mdtext"}
PAGE = ".md"
SVG = ".svg"
# 사이트가 스스로 쓰는 코드와 틀의 자리.
OWN_CODE = ("docs/assets/", "docs/templates/", "docs/sw.js")
CODE = {".css", ".htm", ".html", ".js", ".mjs", ".php", ".shtml", ".xhtml", ".xml"}
WRITTEN = {
    *(".doc", ".docx", ".hwp", ".hwpx", ".odt", ".pages", ".ppt", ".pptx", ".rtf"),
    *(".ipynb", ".key", ".xls", ".xlsx"),
}
UNSEEN = {".heic", ".heif", ".psd", ".tif", ".tiff", ".raw"}
LEFT_OVER = {".bak", ".ds_store", ".lnk", ".swp", ".tmp", ".url", ".webloc"}
LEFT_NAMES = {".ds_store", "thumbs.db", "desktop.ini"}
DRAWING = "그림만 담은 SVG로 다시 내보내거나 PNG로 바꾸어 올리세요."
# SVG 안에서 다른 코드나 주소를 부르는 것.
DANGEROUS = {"script", "foreignobject", "iframe", "embed", "object", "handler"}
ADDRESSES = {"href", "xlink:href", "src"}
SAFE_ADDRESS = re.compile(r"\s*(?:#|data:image/(?:png|jpe?g|gif|webp)[;,])", re.I)
# 쪽에 박으면 그림 밖의 글까지 가리거나 옮기는 모양.
LEAKS = re.compile(
    r"<style[^>]*>[^<]*?(?:\b(?:article|body|header|html|main|nav)\b|\.md-"
    r"|\b(?:display|position|visibility)\s*:)",
    re.I,
)
CALLS = re.compile(
    r"<!ENTITY\b|<\?xml-stylesheet\b|@import\b|url\(\s*[\"']?(?!#|data:image/)", re.I
)


def find(project: Project) -> Iterator[Finding]:
    """docs/에 있는 것을 모두 본다. 쪽에 바로 박히는 그림도 본다."""
    yield from find_shortcuts(project)
    for path in project.files:
        name = project.name(path)
        if name.startswith("docs/"):
            yield from find_by_name(name)
        if name.startswith(("docs/", "snippets/")) and path.suffix.lower() == SVG:
            for line, what in calls(project.content(path)):
                yield Finding(
                    name, line, f"SVG 그림에 {what}이(가) 들어 있습니다.", DRAWING
                )


def find_shortcuts(project: Project) -> Iterator[Finding]:
    """다른 자리를 가리키기만 하는 것. 사이트를 짓는 기기의 파일이 실릴 수 있다."""
    for folder, folders, files in os.walk(project.docs):
        for path in (Path(folder, name) for name in (*folders, *files)):
            if path.is_symlink():
                yield Finding(
                    project.name(path),
                    1,
                    "파일이 아니라 다른 자리를 가리키는 심볼릭 링크입니다.",
                    "지우고 그 자리에 파일을 올리세요.",
                )


def find_by_name(name: str) -> Iterator[Finding]:
    """이름만 보고 알 수 있는 것."""
    ending = Path(name).suffix
    kind = ending.lower()
    if kind in OTHER_PAGES or (kind == PAGE and ending != PAGE):
        yield Finding(
            name,
            1,
            f"쪽의 이름이 '{ending}'으로 끝나 차례에도 검사에도 들지 않습니다.",
            f"이름을 '{Path(name).stem}{PAGE}'로 바꾸고 mkdocs.yml의 nav에 넣으세요.",
        )
    elif kind in CODE and not name.startswith(OWN_CODE):
        yield Finding(
            name,
            1,
            f"'{ending}' 파일은 읽는 사람의 브라우저에서 그대로 열려 코드를 돌립니다.",
            f"파일을 지우고, 글이면 '{PAGE}' 쪽으로 옮기세요.",
        )
    elif kind in WRITTEN:
        yield Finding(
            name,
            1,
            f"'{ending}' 문서는 사이트에서 읽을 수 없고 검사하지도 못합니다.",
            f"글은 '{PAGE}' 쪽으로, 그림은 PNG로 옮기고 이 파일을 지우세요.",
        )
    elif kind in UNSEEN:
        yield Finding(
            name,
            1,
            f"'{ending}' 그림은 많은 브라우저에서 보이지 않습니다.",
            "JPG나 PNG, WebP로 바꾸어 올리세요.",
        )
    elif kind in LEFT_OVER or Path(name).name.lower() in LEFT_NAMES:
        yield Finding(
            name, 1, "프로그램이 남긴 파일이 함께 올라왔습니다.", "파일을 지우세요."
        )


@cache
def calls(content: bytes) -> list[tuple[int, str]]:
    """SVG 안에서 코드를 돌리거나 밖의 주소를 부르는 것을 (줄, 이름)으로 찾는다."""
    text = decode(content)
    found = [(line_at(text, x.start()), f"'{x[0]}'") for x in CALLS.finditer(text)]
    found += [(line_at(text, x.start()), "<style>") for x in LEAKS.finditer(text)]
    for line, tag, attributes in read_tags(text).tags:
        if tag.rpartition(":")[2] in DANGEROUS:
            found.append((line, f"<{tag}>"))
        for name, value in attributes.items():
            if name.startswith("on"):
                found.append((line, f"'{name}' 속성"))
            elif name in ADDRESSES and not SAFE_ADDRESS.match(value or ""):
                found.append((line, f"밖의 주소 '{value}'"))
    return found
