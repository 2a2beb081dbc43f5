"""원문에서 고친 곳의 목록(`mends.toml`)을 읽어 원문에 적용한다."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise

from tools.finding import Finding

OPENING = re.compile(r"^[ \t]*\[\[", re.M)
# 한글과 휴대 전화는 곧은 따옴표를 둥근 것으로 바꾼다.
CURLY = re.compile(r"^([ \t]*\w+[ \t]*=[ \t]*)[“”\"](.*)[“”\"]([ \t]*)$", re.M)
# 따옴표가 빠졌거나 짝이 맞지 않아도 무엇을 적으려 했는지 읽는다.
LOOSE = re.compile(
    r"^[ \t]*(?P<name>before|after)[ \t]*[=:][ \t]*[\"'“‘]*(?P<text>.*?)[\"'”’]*\s*$",
    re.M,
)
PLACE = re.compile(r"\(at line (?P<line>\d+), column \d+\)|\(at end of document\)")
TEXTS = ("before", "after", "why")
ALL = "all"
EXAMPLE = '[[mend]]\nbefore = "원문의 글"\nafter = "고친 글"\nwhy = "오탈자"'


@dataclass(frozen=True)
class Mend:
    """고친 곳 하나.

    Attributes:
        line: 항목이 시작하는 줄.
        last: 항목이 끝나는 줄.
        before: 고치기 전의 글.
        after: 고친 글.
        everywhere: 나오는 곳을 모두 고칠지.
        sure: 제대로 읽은 항목인지. 아니면 적용하지 못해도 다시 알리지 않는다.
    """

    line: int
    last: int
    before: str
    after: str
    everywhere: bool = False
    sure: bool = True


def chunks(text: str) -> Iterator[tuple[int, str]]:
    """항목마다 시작하는 줄과 글. 한 항목이 깨져도 다른 것은 읽을 수 있다."""
    starts = [match.start() for match in OPENING.finditer(text)]
    edges = sorted({0, *starts, len(text)})
    for start, end in pairwise(edges):
        yield text.count("\n", 0, start) + 1, text[start:end]


def straighten(text: str) -> str:
    """글을 두른 둥근 따옴표를 곧게 편다. 이미 읽히는 항목은 그대로다."""
    return "".join(
        chunk if parsed(chunk) is not None else straight(chunk)
        for _, chunk in chunks(text)
    )


def straight(chunk: str) -> str:
    """곧게 펴서 읽히는 항목이면 그것을, 아니면 받은 것을 그대로 준다."""
    mended = CURLY.sub(r'\1"\2"\3', chunk)
    return chunk if parsed(mended) is None else mended


def parsed(chunk: str) -> dict | None:
    """TOML로 읽는다. 읽을 수 없으면 None이다."""
    try:
        return tomllib.loads(chunk)
    except tomllib.TOMLDecodeError:
        return None


def read(file: str, text: str) -> tuple[list[Mend], list[Finding]]:
    """목록을 읽는다.

    Args:
        file: 저장소에서 본 파일의 이름.
        text: 파일의 글.

    Returns:
        고친 곳과, 틀린 곳.
    """
    mends: list[Mend] = []
    problems: list[Finding] = []
    for line, chunk in chunks(text):
        data = parsed(chunk)
        if data is None:
            data = parsed(straight(chunk))
            problems.append(unreadable(file, line, chunk, curly=data is not None))
        rows = (data or {}).pop("mend", [])
        rows = rows if isinstance(rows, list) else [rows]
        if data:
            problems.append(unknown(file, line, next(iter(data))))
        last = line + chunk.rstrip().count("\n")
        if data is None:
            mends += guessed(line, last, loose(chunk))
        for row in rows:
            row, misnamed = renamed(row)
            problems += [wrong_name(file, line, chunk, *x) for x in misnamed]
            if mend := wrong_row(row):
                problems.append(Finding(file, line, *mend))
                mends += guessed(line, last, row)
            else:
                given = row["before"], row["after"], row.get(ALL, False)
                mends.append(Mend(line, last, *given, sure=not misnamed))
    return mends, problems


def loose(chunk: str) -> dict:
    """TOML로는 읽지 못한 항목에서, 적으려 한 칸을 어림해 읽는다."""
    found = [*LOOSE.finditer(chunk)]
    return {x["name"]: x["text"] for x in reversed(found)}  # 두 번 적었으면 앞의 것


def guessed(line: int, last: int, row: object) -> list[Mend]:
    """틀린 항목이 고치려던 것. 알린 잘못 하나를 고치면 나머지도 맞을 때만 쓴다."""
    if not isinstance(row, dict):
        return []
    before, after = (row.get(name) for name in TEXTS[:2])
    if not (isinstance(before, str) and before and isinstance(after, str)):
        return []
    return [Mend(line, last, before, after, sure=False)]


def renamed(row: object) -> tuple[object, list[tuple[str, str]]]:
    """철자를 틀린 칸을 알맞은 이름으로 바꾼 항목과, 그 (틀린 이름, 맞는 이름)."""
    if not isinstance(row, dict):
        return row, []
    extra = [name for name in row if name not in (*TEXTS, ALL)]
    missing = [name for name in TEXTS if name not in row]
    wrong: list[tuple[str, str]] = []
    for name in extra:
        left = [x for x in missing if x not in dict(wrong).values()]
        near = get_close_matches(name.lower(), left, n=1)
        only = left if len(extra) == len(left) == 1 else []
        if right := near or only:
            wrong.append((name, right[0]))
    names = dict(wrong)
    return {names.get(name, name): value for name, value in row.items()}, wrong


def wrong_name(file: str, line: int, chunk: str, name: str, right: str) -> Finding:
    """칸의 이름이 틀린 줄을 알린다."""
    rows = chunk.split("\n")
    inner = next(
        (n for n, x in enumerate(rows) if x.strip().strip("\"'").startswith(name)), 0
    )
    return Finding(
        file,
        line + inner,
        f"'{name}'(이)라는 칸은 없습니다.",
        f"'{right}'(으)로 고치세요.",
    )


def unreadable(file: str, line: int, chunk: str, *, curly: bool) -> Finding:
    """읽지 못한 항목을 알린다."""
    if curly:
        lines = chunk.split("\n")
        inner = next((n for n, x in enumerate(lines) if re.search("[“”]", x)), 0)
        return Finding(
            file,
            line + inner,
            "글을 두른 따옴표가 둥급니다.",
            '둥근 따옴표를 곧은 따옴표(")로 바꾸세요. '
            "`python -m tools check --fix`가 고쳐 줍니다.",
            fixable=True,
        )
    try:
        tomllib.loads(chunk)
    except tomllib.TOMLDecodeError as error:
        place = PLACE.search(str(error))
        last = chunk.rstrip().count("\n") + 1
        inner = int(place["line"]) if place and place["line"] else last
        line += min(inner, last) - 1
    return Finding(
        file,
        line,
        "이 줄에서 TOML을 읽을 수 없습니다.",
        f"따옴표의 짝을 맞추고, 항목마다 네 줄로 적으세요.\n{EXAMPLE}",
    )


def unknown(file: str, line: int, name: str) -> Finding:
    """`[[mend]]`가 아닌 것을 알린다."""
    return Finding(
        file,
        line,
        f"'{name}'은(는) 여기에 적는 것이 아닙니다.",
        f"항목마다 네 줄로 적으세요.\n{EXAMPLE}",
    )


def wrong_row(row: object) -> tuple[str, str] | None:
    """틀린 칸과 고치는 법. 없으면 None이다."""
    if not isinstance(row, dict):
        return "항목이 '이름 = 값' 꼴이 아닙니다.", f"네 줄로 적으세요.\n{EXAMPLE}"
    for name in TEXTS:
        if not isinstance(row.get(name), str):
            return f"{name}이(가) 없거나 글이 아닙니다.", f'{name} = "…"을 적으세요.'
    if not row["before"]:
        return "before가 비었습니다.", "고치기 전의 글을 적으세요."
    if not isinstance(row.get(ALL, False), bool):
        return "all을 읽을 수 없습니다.", "all = true로 고치거나 줄을 지우세요."
    extra = row.keys() - {*TEXTS, ALL}
    if extra:
        name = min(extra)
        return f"'{name}'(이)라는 칸은 없습니다.", "철자를 고치거나 줄을 지우세요."
    return None


def apply(file: str, note: str, mends: list[Mend]) -> tuple[str, list[Finding]]:
    """원문에 차례로 적용한다. 되풀이해 적은 항목은 한 번 적은 것과 같다.

    Returns:
        고친 원문과, 적용하지 못한 것.
    """
    problems = []
    done: set[tuple[str, str]] = set()
    for mend in mends:
        count = note.count(mend.before)
        if not count and (mend.before, mend.after) in done:
            continue
        if not mend.sure and (not count or (count > 1 and not mend.everywhere)):
            continue
        done.add((mend.before, mend.after))
        if not count:
            problems.append(stale(file, mend))
        elif count > 1 and not mend.everywhere:
            problems.append(ambiguous(file, mend, count))
        else:
            note = note.replace(mend.before, mend.after)
    return note, problems


def stale(file: str, mend: Mend) -> Finding:
    """원문에 없는 글을 고치려는 항목을 알린다."""
    return Finding(
        file,
        mend.line,
        f"고칠 글이 원문에 없습니다: {mend.before}",
        "note.md의 글을 그대로 적으세요. 위에서 이미 고친 것이면 "
        f"{mend.line}번째 줄에서 {mend.last}번째 줄까지 지우세요.",
    )


def ambiguous(file: str, mend: Mend, count: int) -> Finding:
    """어디를 고칠지 알 수 없는 항목을 알린다. 적용하지 않는다."""
    return Finding(
        file,
        mend.line,
        f"고칠 글 '{mend.before}'이(가) 원문에 {count}번 나옵니다.",
        "before와 after에 앞뒤 어절을 더 적어 한 곳만 가리키게 하세요. "
        "모두 고치려면 이 항목에 'all = true' 한 줄을 더하세요.",
    )
