"""고르는 문제. 보기를 누르면 맞는지와 까닭이 펼쳐진다. 스크립트가 없어도 된다."""

from itertools import pairwise

from tools.build.site import Page, Site
from tools.build.tree import Node, Tree, nodes, text_of
from tools.page.questions import RIGHT, WRONG, id_of

BOX = "div.admonition.question"
VERDICTS = {RIGHT: "맞다.", WRONG: "아니다."}


def show_choices(tree: Tree, _page: Page, _site: Site) -> None:
    """문제마다 id를 달고, 펼치기 전에는 맞는 보기와 틀린 보기를 같은 모양으로 둔다.

    틀린 보기는 검색에 걸리지 않게 한다. 따로 떼어 보이면 맞는 말로 읽힌다.
    """
    asked = []
    for box in tree.all(BOX):
        choices = [
            (kind, choice) for kind in VERDICTS for choice in box.css(f"details.{kind}")
        ]
        title = box.css_first("p.admonition-title")
        if not choices or title is None:
            continue
        name_box(box, title)
        for kind, choice in choices:
            close(choice, kind)
        asked.append(box)
    for box, after in pairwise(asked):
        lead(box, after, "다음 문제")
    if len(asked) > 1:
        lead(asked[-1], asked[0], "첫 문제")


def name_box(box: Node, title: Node) -> None:
    """문제와 보기를 한 묶음으로 알리고, 전에 고른 것을 적을 자리를 둔다."""
    id_ = id_of(text_of(title))
    box.attrs["class"] = "admonition question quiz"
    box.attrs["id"] = id_
    box.attrs["role"] = "group"
    box.attrs["aria-labelledby"] = f"{id_}-title"
    title.attrs["id"] = f"{id_}-title"
    for one in nodes(state(id_)):
        title.insert_child(one)


def close(choice: Node, kind: str) -> None:
    """보기 하나. 맞는지를 까닭의 앞에 글로 적는다."""
    choice.attrs["class"] = "choice"
    choice.attrs["data-choice"] = kind
    if kind == WRONG:
        choice.attrs["data-search-exclude"] = ""
    summary = choice.css_first("summary")
    for one in nodes(f'<p class="verdict" data-search-exclude>{VERDICTS[kind]}</p>'):
        summary.insert_after(one)


def lead(box: Node, to: Node, name: str) -> None:
    """보기를 펼치면 다른 문제로 갈 수 있게 한다. 글로 옮길 때는 뺀다."""
    link = f'<a href="#{to.attributes["id"]}">{name}</a>'
    for choice in box.css("details.choice"):
        for one in nodes(
            f'<p class="quiz-next" data-search-exclude data-plain-exclude>{link}</p>'
        ):
            choice.insert_child(one)


def state(id_: str) -> str:
    """전에 고른 것을 적을 자리. `quiz.js`가 채운다."""
    kinds = f'class="quiz-state" data-quiz="{id_}"'
    return f" <span {kinds} hidden data-search-exclude></span>"
