"""노트의 머리와, 제목 아래에 모인 속성의 줄을 가려낸다."""

import re
from dataclasses import dataclass, field

import yaml

KEYS = (
    "상태|마감일?|작성[자일]|글쓴이|제출[자일]|성명|이름|학번|학과|학년|분반|조|팀"
    "|담당자|태그|날짜|과목|교수님?|생성 ?일시?|생성자|최종 ?편집 ?일시?|최종 ?편집자"
    "|우선순위|유형|분류|카테고리|비고|URL|링크|Status|Due(?: Date)?|Tags?|Author"
    "|Assign(?:ee|ed)?|Owner|Date|Created(?: (?:by|time))?"
    "|Last [Ee]dited(?: (?:by|time))?|Person|Property|Priority|Class|Course|Type"
    "|aliases|title"
)
PROPERTY = re.compile(
    rf"^\s*[-*]?\s*(?:\*\*)?(?P<key>{KEYS})(?:\*\*)?\s*[:：](?:\*\*)?\s*(?P<value>.*)$"
)
OWNERS = re.compile(
    r"작성자|글쓴이|제출자|성명|이름|담당자|생성자|편집자|교수|author|assign|owner|by$|person"
    r"|name",
    re.I,
)
HEADING = re.compile(r"^\s{0,3}#{1,6}\s")
FRONT = re.compile(r"^(?:[\w가-힣 ./-]+:(?:\s|$)|\s+\S|- |#|\s*$|[\]}])")


@dataclass
class Head:
    """노트의 머리.

    Attributes:
        lines: 속성인 줄의 번호(0부터)에서 (속성, 값)으로. 속성을 모르면 빈 글이다.
        title: 머리에 적힌 제목.
        owners: 쓴 사람을 적은 값.
    """

    lines: dict[int, tuple[str, str]] = field(default_factory=dict)
    title: str = ""
    owners: list[str] = field(default_factory=list)


def head_of(lines: list[str]) -> Head:
    """속성의 줄을 찾는다."""
    head = Head()
    at = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    at = read_front(head, lines, at)
    titled = False
    for number, line in enumerate(lines[at:], start=at):
        match = PROPERTY.match(line)
        if match:
            head.lines[number] = (match["key"], match["value"])
            if OWNERS.search(match["key"]):
                head.owners.append(match["value"])
        elif line.strip() and (titled or not HEADING.match(line)):
            break
        titled = titled or bool(HEADING.match(line))
    return head


def read_front(head: Head, lines: list[str], at: int) -> int:
    """`---`로 두른 머리를 읽고, 그다음 줄을 준다. 가로줄이면 그대로다."""
    if at >= len(lines) or lines[at].strip() != "---":
        return at
    end = next((n for n in range(at + 1, len(lines)) if lines[n].strip() == "---"), at)
    inside = lines[at + 1 : end]
    if end == at or not all(map(FRONT.match, inside)):
        return at
    for number in range(at, end + 1):
        match = PROPERTY.match(lines[number])
        head.lines[number] = (
            (match["key"], match["value"]) if match else ("", lines[number].strip())
        )
    for key, value in values("\n".join(inside)).items():
        if key.lower() == "title" and isinstance(value, str):
            head.title = value.strip()
        if OWNERS.search(key):
            head.owners += [
                str(x) for x in (value if isinstance(value, list) else [value])
            ]
    return end + 1


def values(text: str) -> dict[str, object]:
    """YAML로 적은 머리. 읽을 수 없으면 줄마다 읽는다."""
    try:
        read = yaml.safe_load(text)
    except yaml.YAMLError:
        read = None
    if isinstance(read, dict):
        return {str(key): value for key, value in read.items()}
    rows = (line.partition(":") for line in text.split("\n") if ":" in line)
    return {key.strip(): value.strip() for key, _, value in rows}
