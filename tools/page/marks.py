"""코드 상자에 적은 `mark="글"`을 그 글이 든 줄의 번호로 바꾼다."""

import re
from collections.abc import Callable

from tools.page.embeds import EMBED, embeds, shown_lines
from tools.page.markdown import fences

MARK = re.compile(r'[ \t]+mark="[^"\n]*"')


class UnknownMark(ValueError):  # noqa: N818 - 이름이 곧 까닭이다
    """돋보일 글이 코드에 없다."""

    def __init__(self, line: int, mark: str) -> None:
        """몇째 줄의 무슨 글인지 기억한다."""
        self.line = line
        super().__init__(
            f"강조할 글 '{mark}'이(가) 끼워 넣은 코드에 없습니다. "
            "코드에 있는 글을 그대로 적으세요."
        )


def resolve_marks(markdown: str, read: Callable[[str], str]) -> str:
    """`mark="글"`을 그 글이 든 줄의 번호로 바꾼다.

    Args:
        markdown: 쪽의 원본.
        read: 끼워 넣을 때 쓴 이름의 파일을 읽는 함수.

    Raises:
        UnknownMark: 맞는 줄이 하나도 없을 때.
    """
    lines = markdown.split("\n")
    for fence in fences(lines):
        mark = fence.options.get("mark")
        shown = list(embeds("\n".join(fence.body)))
        # 끼워 넣지 않은 상자는 쓰는 법을 보여 주는 글이다.
        if (
            mark is not None
            and shown
            and all(map(EMBED.match, filter(str.strip, fence.body)))
        ):
            code = [
                line
                for embed in shown
                for line in shown_lines(read(embed.file), embed.part or "")
            ]
            found = [n for n, line in enumerate(code, start=1) if mark in line]
            if not found:
                raise UnknownMark(fence.line, mark)
            numbers = f' hl_lines="{" ".join(map(str, found))}"'
            lines[fence.line - 1] = MARK.sub(numbers, lines[fence.line - 1], count=1)
    return "\n".join(lines)
