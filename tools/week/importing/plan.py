"""노트를 쪽으로 나누는 계획. 사람이 보고 고쳐 다시 쓸 수 있는 파일로 남긴다."""

import json
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from tools.week.importing.addresses import bare
from tools.week.importing.canonical import Chunk, apart
from tools.week.make import LABEL, TAKEN, TOPIC, Refused

NAME = "plan.toml"
HEAD = """\
# 노트를 쪽으로 나눈 계획이다. 고친 다음 같은 명령을 다시 부르면 따른다.
#   heading  노트의 제목. 여기서 새 쪽이 시작한다
#   title    쪽의 제목. 앞의 번호는 저절로 붙는다
#   address  쪽의 영문 주소
#   label    차례와 첫 화면에 적을 짧은 이름
#   join     true면 새 쪽을 만들지 않고 앞 쪽의 절로 잇는다
"""
PREFACE = "첫 제목 앞에 있던 머리말입니다. 이 쪽에 둘지 다른 데 둘지 정하세요."
FIELDS = ("heading", "title", "address", "label")


@dataclass
class Topic:
    """쪽 하나가 될 것.

    Attributes:
        heading: 노트에 적힌 제목. 제목 없이 시작하면 빈 글이다.
        title: 번호를 뗀 쪽의 제목.
        address: 영문 주소.
        label: 짧은 이름.
        chunks: 제목 아래의 덩이.
        join: 앞 쪽에 이을지.
        place: 내보낸 것에서의 자리. (노트의 번호, 줄)이다.
    """

    heading: str
    title: str
    address: str = ""
    label: str = ""
    chunks: list[Chunk] = field(default_factory=list)
    join: bool = False
    place: tuple[int, int] = (0, 1)


@dataclass
class Plan:
    """노트 하나의 계획. `title`은 노트의 제목이고 없으면 빈 글이다."""

    title: str
    topics: list[Topic]


def split(chunks: Sequence[Chunk], fallback: str) -> Plan:
    """제목의 단계를 보고 쪽으로 나눈다.

    맨 위 단계의 제목이 처음에 하나뿐이면 노트의 제목이다. 남은 제목 가운데 가장 높은
    단계가 쪽이 되고, 그보다 낮은 것은 쪽의 절이 된다.

    Args:
        chunks: 노트의 덩이.
        fallback: 제목이 하나도 없을 때 쪽의 제목.
    """
    rest = list(chunks)
    heads = [chunk for chunk in rest if chunk.level]
    top = min((x.level for x in heads), default=0)
    title = ""
    single = [x for x in heads if x.level == top]
    opens = bool(heads) and (rest[0] is single[0] if single else False)
    deeper = any(x.level > top for x in heads)
    if len(single) == 1 and opens and (deeper or len(heads) == 1):
        title = single[0].title
        rest.remove(single[0])
        heads.remove(single[0])
    level = min((x.level for x in heads), default=0)
    alone = [x.level for x in heads].count(level) == 1
    if title and alone and rest and not rest[0].level:
        level = 0  # 머리말과 절 하나뿐이면 나누지 않는다
    topics: list[Topic] = []
    for chunk in rest:
        if chunk.level and chunk.level <= level:
            shown = bare(chunk.title) or chunk.title
            topics.append(Topic(chunk.title, shown, place=chunk.place))
        else:
            if not topics:
                topics.append(Topic("", title or fallback))
            topics[-1].chunks.append(chunk)
    return Plan(title, with_footnotes(joined_preface(topics)))


def joined_preface(topics: list[Topic]) -> list[Topic]:
    """첫 제목 앞의 글은 첫 쪽의 앞에 둔다."""
    if len(topics) > 1 and not topics[0].heading:
        topics[0].chunks[0].told.append(PREFACE)
        topics[1].chunks = apart(topics[0].chunks + topics[1].chunks)
        return topics[1:]
    return topics


def with_footnotes(topics: list[Topic]) -> list[Topic]:
    """각주의 글을 각주를 부른 쪽에 둔다."""
    for topic in topics:
        for chunk in [x for x in topic.chunks if x.kind == "footnote"]:
            mark = chunk.text.partition(":")[0]
            homes = [
                x
                for x in topics
                if any(mark in y.text for y in x.chunks if y.kind != "footnote")
                or mark in x.heading
            ]
            if homes and topic not in homes:
                topic.chunks.remove(chunk)
                homes[0].chunks.append(chunk)
    return topics


def named(plan: Plan, propose: Callable[[str, Sequence[str]], str]) -> Plan:
    """주소와 짧은 이름이 빈 쪽에 지어 준다.

    Args:
        plan: 나눈 계획.
        propose: (제목, 이미 쓴 주소)에서 주소를 짓는 함수.
    """
    taken = [topic.address for topic in plan.topics if topic.address]
    for topic in plan.topics:
        topic.address = topic.address or propose(topic.title, taken)
        taken.append(topic.address)
        topic.label = topic.label or short(topic.title)
    return plan


def short(title: str) -> str:
    """차례에 적을 만큼 줄인 제목. 물음이면 끝의 말을 뗀다."""
    plain = re.sub(
        r"(?:은|는|이|가)?\s*(?:무엇(?:인가|일까|이 있을까)|뭐가 있을까|뭘까)?\s*\?$",
        "",
        title,
    ).strip()
    plain = plain if len(plain) > 1 else title
    if len(plain) <= LABEL:
        return plain
    cut = plain[: LABEL - 1].rsplit(" ", 1)[0]
    for mark in ("`", "$"):  # 코드나 수식의 가운데에서 끊기면 표시를 뗀다
        cut = cut.replace(mark, "") if cut.count(mark) % 2 else cut
    return f"{cut}…"


def written(plan: Plan) -> str:
    """계획을 파일로 적은 글."""
    rows = [
        "\n".join(
            ["[[page]]"]
            + [f"{name} = {quoted(getattr(topic, name))}" for name in FIELDS]
            + (["join = true"] if topic.join else [])
        )
        for topic in plan.topics
    ]
    return "\n\n".join([HEAD.rstrip(), *rows]) + "\n"


def quoted(text: str) -> str:
    """TOML에 적을 글."""
    return json.dumps(text, ensure_ascii=False)


def applied(plan: Plan, text: str, file: str) -> Plan:
    """적어 둔 계획을 따른다. 노트에 새로 생긴 제목은 그대로 새 쪽이 된다.

    Args:
        plan: 노트에서 나눈 계획.
        text: 적어 둔 계획의 글.
        file: 적어 둔 계획의 자리.

    Raises:
        Refused: 계획을 읽을 수 없거나, 주소가 잘못되었거나 겹칠 때.
    """
    try:
        rows = {x["heading"]: x for x in tomllib.loads(text).get("page", [])}
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise Refused(
            f"'{file}'을(를) 읽을 수 없습니다({error}). 따옴표의 짝을 맞추고 쪽마다 "
            "heading을 적으세요."
        ) from error
    topics: list[Topic] = []
    rows |= renamed(list(rows.values()), plan.topics)
    for topic in plan.topics:
        row = rows.get(topic.heading, {})
        topic.title = str(row.get("title", topic.title))
        topic.address = str(row.get("address", topic.address))
        topic.label = str(row.get("label", topic.label))
        topic.join = bool(row.get("join")) and bool(topics)
        if topic.join:
            head = Chunk(f"## {topic.heading}", "heading", 2, topic.heading)
            topics[-1].chunks += [head, *topic.chunks]
        topics.append(topic)
    check([topic for topic in topics if not topic.join])
    return Plan(plan.title, topics)


def renamed(rows: Sequence[dict], topics: Sequence[Topic]) -> dict[str, dict]:
    """노트에서 제목을 고친 쪽. 앞뒤의 쪽이 그대로면 주소를 잇는다.

    Returns:
        새 제목에서, 이어 쓸 주소로.
    """
    old, new = [x["heading"] for x in rows], [x.heading for x in topics]
    found: dict[str, dict] = {}
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for kind, a, b, c, d in codes:
        if kind == "replace" and b - a == d - c:
            pairs = zip(rows[a:b], topics[c:d], strict=True)
            found |= {x.heading: kept_of(row) for row, x in pairs}
    return found


def kept_of(row: dict) -> dict:
    """제목이 바뀌어도 이어 쓸 칸."""
    return {name: row[name] for name in ("address", "join") if name in row}


def check(topics: Sequence[Topic]) -> None:
    """주소가 쓸 수 있고 겹치지 않는지 본다.

    Raises:
        Refused: 잘못된 주소가 있을 때.
    """
    seen: set[str] = set()
    for topic in topics:
        if not topic.address:
            continue
        if not TOPIC.fullmatch(topic.address) or topic.address in TAKEN:
            raise Refused(
                f"주소 '{topic.address}'은(는) 쓸 수 없습니다. 'multi-label'처럼 영문 "
                "소문자와 '-'로 짓고 "
                f"{', '.join(TAKEN)}은(는) 피하세요."
            )
        if topic.address in seen:
            raise Refused(f"주소 '{topic.address}'을(를) 두 쪽이 씁니다.")
        seen.add(topic.address)
