"""용어집 쪽을 마크다운으로 쓴다."""

import re
from collections.abc import Mapping
from html import escape

from tools.build.site import Site
from tools.data.glossary import Entry
from tools.data.terms import Finder
from tools.page.markdown import prose, readable
from tools.page.page import Source

NAME = "glossary.md"
# 묶음의 이름에서 주소로. 초성은 「나비」의 ㄴ처럼 그 소리를 로마자로 적는다.
GROUPS = {
    "ㄱ": "g", "ㄴ": "n", "ㄷ": "d", "ㄹ": "r", "ㅁ": "m", "ㅂ": "b", "ㅅ": "s",
    "ㅇ": "ng", "ㅈ": "j", "ㅊ": "ch", "ㅋ": "k", "ㅌ": "t", "ㅍ": "p", "ㅎ": "h",
    "A": "latin",
}  # fmt: skip


def uses(site: Site) -> dict[str, list[str]]:
    """용어의 id마다 그 말이 나오는 쪽을 차례로 모은다."""
    found: dict[str, list[str]] = {entry.id: [] for entry in site.entries.values()}
    for name, source in site.sources.items():
        if "/" not in name:  # 맨 위에 놓인 것은 노트가 아니라 안내다
            continue
        text = readable(prose(source.markdown))
        ids = site.cache.get(
            "uses",
            [text, site.finder.fingerprint],
            lambda text=text: terms_in(text, site.finder),
        )
        for id_ in ids:
            found[id_].append(name)
    return found


def terms_in(text: str, finder: Finder) -> list[str]:
    """글에 나오는 용어의 id."""
    return sorted(
        {x.entry.id for found in finder.find_all(text.split("\n")) for x in found}
    )


def order(entry: Entry) -> tuple[int, str]:
    """사전의 차례. 로마자로 시작하는 말은 뒤에 둔다."""
    return list(GROUPS).index(entry.group), entry.name.casefold()


def plain(text: str) -> str:
    """마크다운으로 읽히지 않게 막는다."""
    return re.sub(r"([\\`*_\[\]])", r"\\\1", escape(text, quote=False))


def write(site: Site) -> str:
    """쪽의 마크다운을 만든다."""
    ordered = sorted(site.entries.values(), key=order)
    found, pages = uses(site), site.sources
    groups: dict[str, list[Entry]] = {}
    for entry in ordered:
        groups.setdefault(entry.group, []).append(entry)
    jumps = " ".join(
        f"[{'A–Z' if group == 'A' else group}](#group-{GROUPS[group]})"
        for group in groups
    )
    parts = [HEAD.format(count=len(ordered)), f"{jumps}\n{{ .glossary-jump }}"]
    for group, members in groups.items():
        title = "A–Z" if group == "A" else group
        parts.append(f"## {title} {{ #group-{GROUPS[group]} }}")
        parts += [article(entry, found[entry.id], pages) for entry in members]
    return "\n\n".join(parts) + "\n"


def article(entry: Entry, used: list[str], pages: Mapping[str, Source]) -> str:
    """용어 하나를 쓴다."""
    title = plain(entry.name)
    if entry.english != entry.name:
        title += f" *{plain(entry.english)}*{{ lang=en }}"
    lines = [f"### {title} {{ #{entry.id} }}"]
    if entry.others:
        names = ", ".join(map(plain, entry.others))
        lines.append(f"{names}\n{{ .glossary-names }}")
    lines.append(entry.definition)
    if entry.usage:
        lines.append(f"{entry.usage}\n{{ .glossary-usage }}")
    lines.append(f"{where(entry, used, pages)}\n{{ .glossary-pages }}")
    return "\n\n".join(lines)


def where(entry: Entry, used: list[str], pages: Mapping[str, Source]) -> str:
    """가장 잘 다룬 절과, 그 말이 나오는 다른 쪽으로 가는 링크."""
    address = f"{entry.page}#{entry.anchor}" if entry.anchor else entry.page
    label = pages[entry.page].titled(entry.anchor)
    text = f"다룬 곳 [{plain(label)}]({address})"
    others = [name for name in used if name != entry.page]
    if others:
        links = ", ".join(f"[{plain(pages[name].label)}]({name})" for name in others)
        text += f" · 나오는 쪽 {links}"
    return text


HEAD = """\
---
title: 용어집
description: 딥러닝 용어 {count}개의 영어와 다른 이름, 한 문장 뜻, 다룬 쪽을 모았습니다.
search:
  boost: 0.02
hide:
  - toc
---

# 용어집 {{ #glossary }}

이 사이트에 나오는 말 {count}개의 영어와 다른 이름, 뜻을 모았어요.
글을 읽다가 점선이 그어진 말을 누르면 여기 적힌 뜻이 그 자리에 떠요.

표기가 갈리면 얼마나 갈리는지도 적었어요. 「몇 번」은 글자가 그대로 나온 횟수예요.
2026년 11월에 텐서플로, 케라스, 파이토치, D2L의 한국어 문서와
한국어 교재의 노트북 저장소 세 곳에서 셌어요."""
