"""코드 상자에 담지 않은 코드를 찾는다. 들여 쓴 그대로 둔다."""

import re
from collections.abc import Sequence

from tools.check.untested import CODE_LINE
from tools.week.importing.code import parsed

INDENT = 4
IMPORT = r"import \w[\w., ]*$|from \w[\w.]* import \w"
BLOCK = r"(?:for|while|with|if|class|try)\b.*:$"
START = re.compile(rf"(?:{CODE_LINE.pattern}|{IMPORT}|{BLOCK}|@\w|>>> |\w+ = \S)")
SENTENCE = re.compile(r"(?:[가-힣][.?!]|[가-힣]다)$")
CODE_MARK = re.compile(r"[=(){}\[\];]|:$|->|→|^\s*#")


def indented(lines: Sequence[str], at: int) -> tuple[list[str], int] | None:
    """네 칸을 들여 쓴 코드를 (코드의 줄, 다음 줄)로. 들여 쓴 글이면 None이다."""
    if not is_deep(lines[at]) or (at and lines[at - 1].strip()):
        return None
    end = at
    while end < len(lines) and (is_deep(lines[end]) or not lines[end].strip()):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    body = [line[INDENT:] for line in lines[at:end]]
    said = [x for x in body if SENTENCE.search(x.rstrip()) and not CODE_MARK.search(x)]
    return None if said else (body, end)


def is_deep(line: str) -> bool:
    """네 칸 넘게 들여 쓴 줄인지 본다."""
    return bool(line.strip()) and line.startswith(" " * INDENT)


def unfenced(lines: Sequence[str], at: int) -> tuple[list[str], int] | None:
    """줄의 첫머리에서 시작하는 파이썬을 (코드의 줄, 다음 줄)로. 아니면 None이다."""
    if not START.match(lines[at]):
        return None
    end = at + 1
    while end < len(lines) and goes_on(lines, end):
        end += 1
    for last in range(end, at, -1):
        body = list(lines[at:last])
        if lines[last - 1].strip() and is_code(body):
            return body, last
    return None


def goes_on(lines: Sequence[str], at: int) -> bool:
    """코드가 이 줄까지 이어질 수 있는지 본다. 빈 줄 다음은 코드처럼 생겼을 때만이다."""
    if lines[at].strip():
        return True
    after = next((x for x in lines[at:] if x.strip()), "")
    return after.startswith(" ") or bool(START.match(after))


def is_code(body: Sequence[str]) -> bool:
    """파이썬으로 읽히고, 코드임이 뚜렷한지 본다."""
    if body[0].startswith(">>> "):
        return True
    signs = re.compile(rf"\s*(?:{CODE_LINE.pattern}|{IMPORT})")
    clear = any(signs.match(x) or x.startswith(" ") for x in body)
    return clear and parsed("\n".join(body)) is not None
