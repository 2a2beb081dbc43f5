"""덩이가 노트의 몇째 줄에서 왔는지 찾고, 걸린 자리를 노트의 줄로 말한다."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tools.finding import Finding
from tools.week.importing.build import Week
from tools.week.importing.canonical import Chunk
from tools.week.importing.stage import touched

SHORT = 8


def place(chunks: Sequence[Chunk], text: str, note: int) -> None:
    """노트의 차례대로 읽으며 덩이마다 처음 줄을 적는다.

    Args:
        chunks: 노트에서 읽은 덩이.
        text: 노트의 글.
        note: 노트의 번호.
    """
    lines = [letters(line) for line in text.split("\n")]
    start = 0
    for chunk in chunks:
        wanted = [x for x in map(letters, chunk.text.split("\n")) if x]
        found = (
            number
            for part in wanted
            for number, line in enumerate(lines[start:], start)
            if part[:SHORT] in line
        )
        at = next(found, max(start - 1, 0))
        chunk.place = (note, at + 1)
        start = at + 1


def letters(text: str) -> str:
    """표시와 빈칸을 뺀 글."""
    return re.sub(r"[\W_]", "", text)


def in_notes(
    week: Week, findings: Iterable[Finding], names: Sequence[str]
) -> Iterator[str]:
    """쪽에서 걸린 것을 노트의 파일과 줄로 말한다.

    Args:
        week: 만들어 본 한 주.
        findings: 검사에서 걸린 것.
        names: 화면에 보일 노트의 이름. 덩이의 자리가 가리키는 차례다.
    """
    told: dict[str, None] = {}
    for finding in findings:
        note, line = origin(week, finding)
        told[f"{names[note]}:{line}: {finding.problem} {finding.mend}"] = None
    return iter(told)


def origin(week: Week, finding: Finding) -> tuple[int, int]:
    """걸린 것이 온 자리. 쪽의 덩이가 아니면 그 쪽의 제목이다."""
    for topic, number in touched(week, finding):
        return topic.chunks[number].place
    topics = [names.topic for names in week.topics]
    own = [names.topic for names in week.topics if names.file == finding.file]
    return next((topic.place for topic in (*own, *topics)), (0, 1))
