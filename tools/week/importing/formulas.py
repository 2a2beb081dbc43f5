"""노트의 수식을 쪽에 어떤 꼴로 둘지 정하는 한 곳."""

from tools.page.formulas import reason


def page_form(tex: str, *, display: bool) -> str:
    """수식 하나를 쪽에 적을 마크다운.

    사이트가 그릴 수 없는 수식은 글 속의 것은 코드로, 줄을 따로 쓴 것은 글 상자로 둔다.

    Args:
        tex: `$`를 뺀 LaTeX.
        display: 줄을 따로 쓴 수식인지.
    """
    if reason(tex):
        return f"```text\n{tex}\n```" if display else f"`${tex}$`"
    return f"$$\n{tex}\n$$" if display else f"${tex}$"


def todo(tex: str) -> str:
    """그릴 수 없는 수식을 두고 사람이 할 일. 그릴 수 있으면 빈 글이다."""
    why = reason(tex)
    return f"수식 '{tex[:40]}'을(를) 그릴 수 없습니다. {why}." if why else ""
