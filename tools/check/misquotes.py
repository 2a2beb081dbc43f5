"""「노트는 「…」라고 했다」처럼 노트의 말이라고 따온 글이 정말 노트에 있는지 본다."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from tools.finding import Finding
from tools.page.markdown import content, inline
from tools.page.note import sentences
from tools.page.project import Project
from tools.page.text import squeeze

# 뒤의 절은 다른 글에서 따온 것일 수 있어, 노트를 가리킨 절만 본다.
SAYING = re.compile(
    r"(?<![가-힣])(?:노트|원문)(?:는|은|의|에서|에서는|에는|에|가|이)"
    r"(?![가-힣])(?P<said>.*?)(?=(?:지만|는데|으나|면서),? |[다요]\. |[다요]\.$|$)"
)
QUOTE = re.compile(r"「([^「」]+)」|“([^“”]+)”|‘([^‘’]+)’|\"([^\"]+)\"|『([^『』]+)』")
# 노트의 말을 어떻게 읽을지 알려 주는 글은 노트에 없어도 된다.
READ_AS = re.compile(
    r"(?:으?로|이?라고) (?:읽|고치|고쳐|바꾸|바꿔|이해)|(?:이?라는|다는) 뜻"
)
# 따온 말의 가운데를 줄였다는 표시.
CUT = re.compile(r"\s*(?:…|\.\.\.|\(중략\))\s*")
LOOSE = re.compile(r"[\s,.·]")
SHORTEST = 2
ALIKE = 0.5


def find(project: Project) -> Iterator[Finding]:
    """원문을 갖춘 주차의 쪽을 모두 본다."""
    for folder, note in project.notes.items():
        original = project.read(folder / "note.md")
        known = bare(inline(note.text)), bare(inline(original))
        for page in project.pages:
            if page.parent == project.docs / folder.parent.name:
                yield from find_on_page(project, page, known, note.text)


def find_on_page(
    project: Project, page: Path, known: tuple[str, ...], note: str
) -> Iterator[Finding]:
    """쪽 하나에서 노트에 없는 말을 노트의 말이라고 한 것을 찾는다."""
    lines = [inline(line) for line in project.lines(page)]
    for number, quote in claims(project.read(page)):
        parts = [bare(part) for part in CUT.split(quote)]
        if any(not any(part in text for text in known) for part in parts):
            above = squeeze(" ".join(lines[:number]))
            said = near(quote, above, tuple(sentences(note)))
            yield Finding(
                project.name(page),
                number,
                f"노트의 말이라고 따온 「{quote}」이(가) 원래 노트에 없습니다.",
                f"노트의 글을 그대로 따오세요. 가장 가까운 문장은 「{said}」입니다.",
            )


@cache
def claims(text: str) -> list[tuple[int, str]]:
    """쪽에서 노트의 말이라고 따온 글을 (줄, 글)로 모은다."""
    return [
        (number, quote)
        for number, line in enumerate(content(text).split("\n"), start=1)
        for said in SAYING.finditer(inline(line))
        for match in QUOTE.finditer(said["said"])
        if len(quote := next(filter(None, match.groups()))) >= SHORTEST
        and not READ_AS.match(said["said"], match.end())
    ]


def bare(text: str) -> str:
    """띄어쓰기와 쉼표를 가리지 않게 한다."""
    return LOOSE.sub("", text)


def near(quote: str, above: str, note: tuple[str, ...]) -> str:
    """노트에서 가장 닮은 문장. 닮은 것이 없으면 쪽에서 바로 위에 있는 문장이다."""
    best = max(note, key=lambda x: shared(quote, x), default="")
    if shared(quote, best) >= ALIKE:
        return best
    return max(note, key=lambda x: (above.rfind(x), -len(x)), default="")


def shared(quote: str, sentence: str) -> float:
    """따온 글의 잇따른 두 글자 가운데 문장에도 있는 것의 몫."""
    pairs = {a + b for a, b in pairwise(bare(quote))}
    return sum(pair in bare(sentence) for pair in pairs) / len(pairs)
