"""읽는 차례. 노트의 위아래에 한 줄씩 붙인다."""

import re
from collections.abc import Iterable
from html import escape

from tools.build.site import Page, Site
from tools.build.tree import Tree, insert_after
from tools.data.concepts import Beyond, Link, Place, target

# 한 줄 답이 있는 쪽, 곧 노트를 알아보는 표시.
NOTE = "div.admonition.abstract"
NUMBER = re.compile(r"^(?P<number>\d+\.) ")


def show_path(tree: Tree, page: Page, site: Site) -> None:
    """제목 아래에 읽는 시간과 첫 문제, 먼저 알 것을, 끝에 다음에 쓰이는 곳을 붙인다."""
    title = tree.first("h1")
    if title is None or not tree.first(NOTE):
        return

    def named(place: Place) -> tuple[str, str]:
        name = site.sources[place.page].titled(place.anchor)
        return name, site.address(page, target(place))

    name = page.source
    known = [x for week in site.weeks for x in week.before.get(name, [])]
    links = [x for week in site.weeks for x in week.links if x.after.page == name]
    line = above(
        page.minutes,
        [str(box.attributes["id"]) for box in tree.all(".quiz")],
        [(x, site.address(page, f"glossary.md#{site.entries[x].id}")) for x in known],
        [named(x.before) for x in links],
    )
    links = [x for week in site.weeks for x in week.links if x.before.page == name]
    beyond = [x for week in site.weeks for x in week.beyond if x.place.page == name]
    insert_after(title, f"\n{line}")
    tree.append(below([(x, *named(x.after)) for x in links], beyond))


def above(
    minutes: int,
    questions: list[str],
    terms: Iterable[tuple[str, str]],
    links: Iterable[tuple[str, str]],
) -> str:
    """쪽의 제목 아래에 붙일 줄. 읽는 시간과 문제의 수, 먼저 알면 좋은 것이다.

    Args:
        minutes: 읽는 데 걸리는 분.
        questions: 쪽에 있는 문제의 id. 처음 것으로 잇는다.
        terms: 용어의 (이름, 주소).
        links: 앞 쪽의 (이름, 주소).
    """
    parts = [f"읽는 데 {minutes}분쯤"]
    if questions:
        parts.append(anchor(f"문제 {len(questions)}개", f"#{questions[0]}"))
    known = ", ".join(anchor(*pair) for pair in [*terms, *links])
    if known:
        parts.append(f"먼저 알면 좋은 것 {known}")
    inner = "".join(f"<span>{part}</span>" for part in parts)
    return f'<p class="page-facts" data-search-exclude>{inner}</p>'


def below(links: Iterable[tuple[Link, str, str]], beyond: Iterable[Beyond]) -> str:
    """쪽의 끝에 붙일 줄. 다음에 쓰이는 곳이다. 없으면 빈 글이다."""
    rows = [f"{anchor(name, address)} {escape(x.why)}" for x, name, address in links]
    rows += [f"{escape(x.name)}. {escape(x.why)}" for x in beyond]
    if not rows:
        return ""
    items = "".join(f"<li>{row}</li>" for row in rows)
    return (
        '<div class="page-facts page-facts--after" data-search-exclude>'
        f"<p><strong>다음에 쓰이는 곳</strong></p><ul>{items}</ul></div>"
    )


def anchor(name: str, address: str) -> str:
    """링크 하나. 번호와 이름 사이에서 줄이 바뀌지 않는다."""
    return f'<a href="{escape(address)}">{escape(together(name))}</a>'


def together(name: str) -> str:
    """「5. 튜닝」의 번호를 다음 낱말과 떨어지지 않게 한다."""
    return NUMBER.sub("\\g<number>\u00a0", name)
