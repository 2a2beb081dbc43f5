"""읽는 차례를 글로 적는다. 주차의 첫 쪽에 붙일 절과, 쪽마다 위아래에 붙일 한 줄이다."""

from collections.abc import Callable, Iterable, Mapping
from html import escape

from tools.data.concepts import Beyond, Concepts, Link, Place
from tools.data.glossary import Entry
from tools.build.files.glossary_page import Source, plain

MAP = "<!-- concept-map -->"
QUIZ = "quiz"


def target(place: Place) -> str:
    """docs에서 본 링크의 주소."""
    return f"{place.page}#{place.anchor}" if place.anchor else place.page


def overview(
    concepts: Concepts | None,
    quizzes: Iterable[Place],
    pages: Mapping[str, Source],
    terms: Mapping[str, Entry],
    relative: Callable[[str], str],
) -> str:
    """주차의 첫 쪽에 붙일 마크다운. 붙일 것이 없으면 빈 글이다.

    Args:
        concepts: 이 주차의 개념 지도. 없으면 None이다.
        quizzes: 확인 문제가 있는 자리.
        pages: 사이트의 쪽.
        terms: 이름에서 용어로.
        relative: docs에서 본 주소를 이 쪽에서 본 주소로 바꾸는 함수.
    """

    def link(place: Place) -> str:
        label = pages[place.page].titled(place.anchor)
        return f"[{plain(label)}]({relative(target(place))})"

    parts = []
    if concepts and concepts.links:
        needed = dict.fromkeys(x for names in concepts.before.values() for x in names)
        parts += ["## 개념 지도 { #concept-map }", MAP_INTRO, MAP]
        if needed:
            names = ", ".join(
                f"[{plain(name)}]({relative(f'glossary.md#{terms[name].id}')})"
                for name in needed
            )
            parts += ["### 먼저 알면 좋은 것 { #concepts-before }", names]
        rows = [
            f"- {link(x.before)} → {link(x.after)}<br>{plain(x.why)}"
            for x in concepts.links
        ]
        parts += ["### 어디서 어디로 이어지나 { #concepts-links }", "\n".join(rows)]
        rows = [
            f"- {link(x.place)} → {plain(x.name)}<br>{plain(x.why)}"
            for x in concepts.beyond
        ]
        if rows:
            parts += ["### 이 주차 밖에서 { #concepts-next }", "\n".join(rows)]
    rows = [f"- [{plain(pages[x.page].label)}]({relative(target(x))})" for x in quizzes]
    if rows:
        parts += ["## 확인 문제 { #quizzes }", QUIZ_INTRO, "\n".join(rows)]
    return "".join(f"\n\n{part}" for part in parts)


def above(
    minutes: int,
    how: str,
    terms: Iterable[tuple[str, str]],
    links: Iterable[tuple[str, str]],
) -> str:
    """쪽의 제목 아래에 붙일 줄. 읽는 시간과 먼저 알면 좋은 것이다.

    Args:
        minutes: 읽는 데 걸리는 분.
        how: 어떻게 셌는지 적은 곳의 주소.
        terms: 용어의 (이름, 주소).
        links: 앞 쪽의 (이름, 주소).
    """
    parts = [f'<a href="{escape(how)}">읽는 데 {minutes}분쯤</a>']
    known = ", ".join(anchor(*pair) for pair in [*terms, *links])
    if known:
        parts.append(f"먼저 알면 좋은 것 {known}")
    inner = "".join(f"<span>{part}</span>" for part in parts)
    return f'<p class="page-facts">{inner}</p>'


def below(links: Iterable[tuple[Link, str, str]], beyond: Iterable[Beyond]) -> str:
    """쪽의 끝에 붙일 줄. 다음에 쓰이는 곳이다. 없으면 빈 글이다."""
    rows = [f"{anchor(name, address)} {escape(x.why)}" for x, name, address in links]
    rows += [f"{escape(x.name)}. {escape(x.why)}" for x in beyond]
    if not rows:
        return ""
    items = "".join(f"<li>{row}</li>" for row in rows)
    return (
        '<div class="page-facts page-facts--after"><p><strong>다음에 쓰이는 곳'
        f"</strong></p><ul>{items}</ul></div>"
    )


def anchor(name: str, address: str) -> str:
    """링크 하나."""
    return f'<a href="{escape(address)}">{escape(name)}</a>'


MAP_INTRO = (
    "위에서 아래로 읽는다. 화살표는 앞 쪽에서 배운 것이 뒤 쪽에서 쓰인다는 뜻이다."
)
QUIZ_INTRO = "읽고 나서 답을 펼쳐 견주어 본다."
