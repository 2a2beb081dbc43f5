"""코드 상자의 안과 밖을 가린다."""

from collections.abc import Iterator

from tools.page.markdown import FENCE


def with_fences(lines: list[str]) -> Iterator[tuple[int, str, bool]]:
    """줄마다 (번호, 글, 코드인지)를 낸다."""
    fence = ""
    for number, line in enumerate(lines, start=1):
        match = FENCE.match(line)
        if match and not fence and "`" not in match["info"]:
            fence = match["mark"]
        elif match and fence and match["mark"].startswith(fence):
            fence = ""
        yield number, line, bool(fence)


def runs(lines: list[str]) -> Iterator[tuple[bool, int, str]]:
    """코드인지가 같은 줄을 이어 (코드인지, 처음 줄, 글)로 낸다."""
    rows: list[str] = []
    start, before = 1, False
    for number, line, code in with_fences(lines):
        if code != before and rows:
            yield before, start, "\n".join(rows)
            rows, start = [], number
        before = code
        rows.append(line)
    yield before, start, "\n".join(rows)
