"""노트의 수식을 쪽에 어떤 꼴로 둘지 정하는 한 곳."""

TODO = "수식이 아직 그려지지 않아 적힌 그대로 보입니다. 글이나 그림으로 풀어 쓰세요."


def page_form(tex: str, *, display: bool) -> str:
    """수식 하나를 쪽에 적을 마크다운.

    사이트가 수식을 그리지 않아, 글 속의 것은 코드로, 줄을 따로 쓴 것은 글 상자로 둔다.

    Args:
        tex: `$`를 뺀 LaTeX.
        display: 줄을 따로 쓴 수식인지.
    """
    return f"```text\n{tex}\n```" if display else f"`${tex}$`"
