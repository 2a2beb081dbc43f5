"""쪽이 바뀐 것을 날마다 모아 마크다운으로 쓴다. git의 커밋에서 온다."""

from itertools import groupby

from tools.build.files import feed
from tools.build.files.glossary_page import plain
from tools.build.site import Site
from tools.data.history import Change, korean

NAME = "changes.md"
LENGTH = 100
MERGE = "Merge "
# 읽는 사람에게 알릴 것이 없는 쪽. 코드 설명서는 코드를 따라 바뀐다.
OTHERS = ("contributing.md", "maintaining.md")
REFERENCE = "/reference"


def write(site: Site) -> str:
    """쪽의 마크다운을 만든다. 역사를 모르면 그렇다고 적는다."""
    changes = [x for x in site.changes if not x.subject.startswith(MERGE)]
    shown = [(x, pages) for x in changes if (pages := changed(x, site))][:LENGTH]
    head = HEAD.format(feed=site.absolute(feed.NAME))
    parts = [head if shown else f"{head}\n\n{UNKNOWN}"]
    for day, rows in groupby(shown, key=lambda row: korean(row[0].date)):
        rows = list(rows)
        parts.append(f"## {day} {{ #on-{rows[0][0].date:%Y-%m-%d} }}")
        parts.append("\n".join(row(change, pages, site) for change, pages in rows))
    return "\n\n".join(parts) + "\n"


def changed(change: Change, site: Site) -> list[str]:
    """커밋이 바꾼 쪽 가운데 지금도 있고 읽는 사람이 볼 것. 차례의 차례다."""
    return [
        name
        for name in site.sources
        if f"docs/{name}" in change.files
        and name not in OTHERS
        and REFERENCE not in name
    ]


def row(change: Change, pages: list[str], site: Site) -> str:
    """한 일과, 바뀐 쪽으로 가는 링크."""
    links = ", ".join(f"[{plain(site.sources[x].label)}]({x})" for x in pages)
    return f"- {plain(change.subject)}<br>{links}"


HEAD = """\
---
title: 바뀐 것
description: 노트가 언제 어떻게 바뀌었는지 새것부터 날마다 모았습니다.
search:
  exclude: true
---

# 바뀐 것 {{ #changes }}

노트가 바뀐 것을 새것부터 모았어요. 아래의 이름을 누르면 바뀐 쪽이 열려요.
새로 바뀌면 알려 주는 [소식(Atom)]({feed})도 있어요."""
UNKNOWN = "이 사이트는 저장소의 역사 없이 지어서, 바뀐 것을 알 수 없어요."
