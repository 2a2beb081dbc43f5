"""내보낸 것에서 개인 정보를 빼고 덩이로 읽는다."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools.check.characters import mend
from tools.week.importing import archive
from tools.week.importing.archive import Export
from tools.week.importing.canonical import Chunk, Rewriter
from tools.week.importing.images import Images
from tools.week.importing.linking import Linker, order
from tools.week.importing.locating import place
from tools.week.importing.naming import title_of
from tools.week.importing.private import Cleansed, Cleanser, Given, Private
from tools.week.make import Refused

LINE_BREAKS = re.compile("[\u2028\u2029\x85\v]")


@dataclass(frozen=True)
class Answers:
    """개인 정보일 수 있는 것을 두고 사람이 한 답. 물음에 적힌 자리다."""

    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


class Asked(Exception):  # noqa: N818 - 오류가 아니라 물음이다
    """개인 정보인지 확실하지 않아 사람에게 묻는다."""

    def __init__(self, unsure: list[Private]) -> None:
        """물을 것과 답하는 법을 적는다."""
        rows = "\n".join(f"  [{one.key}] {one}" for one in unsure)
        keys = " ".join(dict.fromkeys(one.key for one in unsure))
        super().__init__(
            "개인 정보인지 확실하지 않은 것이 있어 멈췄습니다. 아무것도 쓰지 "
            f"않았습니다.\n{rows}\n"
            f"개인 정보면 '--drop {keys}'을, 아니면 '--keep {keys}'을 붙여 다시 "
            "부르세요. [ ] 안의 자리마다 나누어 적어도 됩니다."
        )


@dataclass
class Intake:
    """읽은 노트.

    Attributes:
        chunks: 이 사이트의 마크다운으로 적은 덩이.
        name: 파일의 이름이나 머리에서 온 제목. 제목이 없는 노트에 쓴다.
        images: 노트에 쓰인 그림.
        names: 화면에 보일 노트의 이름. 덩이의 자리가 가리키는 차례다.
        dropped: 뺀 개인 정보.
        left: 옮기지 않은 파일과 까닭.
    """

    chunks: list[Chunk]
    name: str
    images: Images
    names: list[str]
    dropped: list[Private] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)


def take(path: Path, answers: Answers, words: Container[str]) -> Intake:
    """내보낸 것을 읽는다.

    Args:
        path: 내보낸 것.
        answers: 개인 정보일 수 있는 것을 두고 사람이 한 답.
        words: 사람의 이름이 아니라 보통 낱말인지 아는 것.

    Raises:
        Asked: 개인 정보인지 사람에게 물어야 할 때.
        Refused: 읽을 수 없거나 남은 글이 없을 때.
    """
    export = archive.read(path)
    names = [name for name, _ in export.notes]
    linker = Linker(names, export.images)
    texts = [linker.rewrite(n, clean(x)) for n, (_, x) in enumerate(export.notes)]
    found = cleansed(texts, export, answers, words)
    if asked := [x for each in found for x in each.unsure]:
        raise Asked(asked)
    images = Images(linker.images)
    chunks = joined(found, order(names, linker.links), images)
    if not chunks:
        raise Refused("개인 정보와 속성을 빼고 나니 남은 글이 없습니다.")
    return Intake(
        chunks,
        found[0].title,
        images,
        [archive.shown(name) for name in names],
        [x for each in found for x in each.dropped],
        left(export, {linker.names[x] for x in images.used}),
    )


def cleansed(
    texts: Sequence[str], export: Export, answers: Answers, words: Container[str]
) -> list[Cleansed]:
    """노트마다 개인 정보를 뺀다."""
    notes = [
        Given(text, title_of(name), archive.shown(name), name)
        for text, (name, _) in zip(texts, export.notes, strict=True)
    ]
    others = [*export.images, *(name for name, _ in export.left)]
    return Cleanser(answers.keep, answers.drop, words).all(notes, others)


def joined(
    found: Sequence[Cleansed], numbers: Sequence[int], images: Images
) -> list[Chunk]:
    """노트를 차례대로 이어 덩이로 읽는다. 제목 없이 시작하는 노트에는 제목을 단다."""
    chunks: list[Chunk] = []
    for number in numbers:
        note = found[number]
        own = Rewriter(images.find).chunks(note.text)
        place(own, note.text, number)
        if len(numbers) > 1 and not (own and own[0].level == 1):
            title = note.title or f"노트 {number + 1}"
            own.insert(0, Chunk(f"# {title}", "heading", 1, title, place=(number, 1)))
        chunks += own
    return chunks


def left(export: Export, used: set[str]) -> list[tuple[str, str]]:
    """옮기지 않은 파일과 까닭."""
    unused = [
        (archive.shown(name), "노트에 쓰이지 않은 그림입니다.")
        for name in export.images
        if name not in used
    ]
    return [(archive.shown(name), why) for name, why in export.left] + unused


def clean(text: str) -> str:
    """숨은 글자와 풀어 쓴 한글을 고친 글. 줄을 나누던 숨은 글자는 줄바꿈이 된다."""
    text = LINE_BREAKS.sub("\n", text)
    return mend(text.encode("utf-8", errors="replace"), published=True).decode("utf-8")
