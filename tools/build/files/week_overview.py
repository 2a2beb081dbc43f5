"""주차의 첫 쪽에 붙일 절을 마크다운으로 쓴다. 개념 지도와 확인 문제의 목록이다."""

import posixpath
from collections.abc import Iterable
from html import escape

from tools.build.files.glossary_page import plain
from tools.build.site import Site
from tools.build.steps.concept_map import MAP
from tools.build.steps.quiz import state
from tools.data.concepts import Place, target
from tools.page.questions import Question

INDEX = "index.md"
QUIZ = "quiz"


def overview(name: str, site: Site) -> str:
    """쪽의 끝에 붙일 마크다운. 주차의 첫 쪽이 아니거나 붙일 것이 없으면 빈 글이다.

    Args:
        name: docs에서 본 쪽의 이름.
        site: 짓고 있는 사이트.
    """
    folder, file = posixpath.split(name)
    if not folder or file != INDEX:
        return ""
    parts = [*map_parts(folder, site), *quiz_parts(folder, site)]
    return "".join(f"\n\n{part}" for part in parts)


def link(place: Place, folder: str, label: str) -> str:
    """자리로 가는 링크."""
    return f"[{plain(label)}]({posixpath.relpath(target(place), folder)})"


def map_parts(folder: str, site: Site) -> Iterable[str]:
    """개념 지도와, 그 길을 적은 목록."""
    week = site.week(folder)
    if week is None or not week.links:
        return

    def named(place: Place) -> str:
        return link(place, folder, site.sources[place.page].titled(place.anchor))

    yield from ("## 개념 지도 { #concept-map }", MAP_INTRO, MAP)
    needed = dict.fromkeys(x for names in week.before.values() for x in names)
    if needed:
        yield "### 먼저 알면 좋은 것 { #concepts-before }"
        yield ", ".join(
            link(Place("glossary.md", site.entries[name].id), folder, name)
            for name in needed
        )
    yield "### 어디서 어디로 이어지나 { #concepts-links }"
    yield "\n".join(
        f"- {named(x.before)} → {named(x.after)}<br>{plain(x.why)}" for x in week.links
    )
    if week.beyond:
        yield "### 이 주차 밖에서 { #concepts-next }"
        yield "\n".join(
            f"- {named(x.place)} → {plain(x.name)}<br>{plain(x.why)}"
            for x in week.beyond
        )


def quiz_parts(folder: str, site: Site) -> Iterable[str]:
    """확인 문제가 있는 쪽과 그 문제의 목록."""
    pages = {
        name: source
        for name, source in site.sources.items()
        if posixpath.dirname(name) == folder and QUIZ in source.headings
    }
    rows = [
        row
        for name, source in pages.items()
        for row in (
            f"- {link(Place(name, QUIZ), folder, source.label)}",
            *(question_row(name, x, folder, site) for x in source.questions),
        )
    ]
    if rows:
        yield from ("## 확인 문제 { #quizzes }", QUIZ_INTRO, "\n".join(rows))
    if any(source.questions for source in pages.values()):
        yield CLEAR


def question_row(name: str, question: Question, folder: str, site: Site) -> str:
    """고르는 문제 하나. 전에 고른 것을 적을 자리가 뒤에 있다.

    문제의 자리는 쪽을 짓는 걸음이 만들어 MkDocs가 모르므로, 주소를 스스로 적는다.
    """
    here = site.urls[posixpath.join(folder, INDEX)]
    address = f"{site.relative(site.urls[name], here)}#{question.id}"
    title = plain(question.title)
    return f'    - <a href="{escape(address)}">{title}</a>{state(question.id)}'


MAP_INTRO = (
    "위에서 아래로 읽는다. 화살표는 앞 쪽에서 배운 것이 뒤 쪽에서 쓰인다는 뜻이다."
)
QUIZ_INTRO = (
    "읽고 나서 풀어 본다. 보기를 고르면 맞는지와 까닭이 펼쳐진다. "
    "처음 고른 것은 이 기기에만 적어 두고, 다시 볼 문제를 여기에 알린다."
)
CLEAR = (
    '<div class="quiz-clear" hidden data-search-exclude>'
    '<button type="button">푼 기록 지우기</button> <span role="status"></span></div>'
)
