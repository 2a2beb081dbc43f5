"""내보낸 것에서 개인 정보를 빼고 덩이로 읽는다."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from tools.check.characters import mend
from tools.week.importing import archive
from tools.week.importing.canonical import Chunk, Rewriter
from tools.week.importing.images import Images
from tools.week.importing.private import Cleanser, Private
from tools.week.make import Refused

LINE_BREAKS = re.compile("[\u2028\u2029\x85\v]")


@dataclass(frozen=True)
class Answers:
    """개인 정보일 수 있는 것을 두고 사람이 한 답. 줄의 번호다."""

    keep: tuple[int, ...] = ()
    drop: tuple[int, ...] = ()


class Asked(Exception):  # noqa: N818 - 오류가 아니라 물음이다
    """개인 정보인지 확실하지 않아 사람에게 묻는다."""

    def __init__(self, unsure: list[Private]) -> None:
        """물을 것과 답하는 법을 적는다."""
        rows = "\n".join(f"  {one}" for one in unsure)
        numbers = " ".join(str(x) for x in sorted({one.line for one in unsure}))
        super().__init__(
            "개인 정보인지 확실하지 않은 것이 있어 멈췄습니다. 아무것도 쓰지 "
            f"않았습니다.\n{rows}\n"
            f"개인 정보면 '--drop {numbers}'을, 아니면 '--keep {numbers}'을 붙여 다시 "
            "부르세요. 줄마다 나누어 적어도 됩니다."
        )


@dataclass
class Intake:
    """읽은 노트.

    Attributes:
        chunks: 이 사이트의 마크다운으로 적은 덩이.
        name: 파일의 이름에서 온 제목. 제목이 없는 노트에 쓴다.
        images: 노트에 쓰인 그림.
        dropped: 뺀 개인 정보.
        left: 옮기지 않은 파일과 까닭.
    """

    chunks: list[Chunk]
    name: str
    images: Images
    dropped: list[Private] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)


def take(path: Path, answers: Answers, cleanser: Cleanser) -> Intake:
    """내보낸 것을 읽는다.

    Raises:
        Asked: 개인 정보인지 사람에게 물어야 할 때.
        Refused: 읽을 수 없거나 남은 글이 없을 때.
    """
    export = archive.read(path)
    text = "\n\n".join(clean(text) for _, text in export.notes)
    found = cleanser.cleanse(text)
    asked = [x for x in found.unsure if x.line not in (*answers.keep, *answers.drop)]
    if asked:
        raise Asked(asked)
    images = Images(export.images)
    chunks = Rewriter(images.find).chunks(found.text)
    if not chunks:
        raise Refused("개인 정보와 속성을 빼고 나니 남은 글이 없습니다.")
    used = set(images.used)
    unused = [
        (archive.shown(x), "노트에 쓰이지 않은 그림입니다.")
        for x in export.images
        if x not in used
    ]
    left = [(archive.shown(name), why) for name, why in export.left]
    return Intake(
        chunks,
        archive.title_of(export.notes[0][0]),
        images,
        found.dropped,
        left + unused if path.suffix != ".md" else left,
    )


def clean(text: str) -> str:
    """숨은 글자와 풀어 쓴 한글을 고친 글. 줄을 나누던 숨은 글자는 줄바꿈이 된다."""
    text = LINE_BREAKS.sub("\n", text)
    return mend(text.encode("utf-8", errors="replace"), published=True).decode("utf-8")
