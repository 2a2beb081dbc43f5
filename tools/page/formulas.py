"""LaTeX로 적은 수식을 브라우저가 스스로 그리는 MathML로 바꾼다."""

import re
from functools import cache

from latex2mathml.converter import convert
from selectolax.lexbor import LexborHTMLParser

# 바꾸는 라이브러리가 짝이 맞지 않는 괄호를 그냥 지나친다.
BRACE = re.compile(r"\\.|(?P<open>\{)|(?P<close>\})", re.S)
# 모르는 명령과, 표 밖의 `&`는 글자로 남는다.
LEFT = ("\\", "&")
HANGUL = re.compile("[ㄱ-ㆎ가-힣]")
NAMESPACE = ' xmlns="http://www.w3.org/1998/Math/MathML"'


class UnreadableFormula(ValueError):  # noqa: N818 - 이름이 곧 까닭이다
    """LaTeX로 읽을 수 없다. 까닭을 한국어로 담는다."""


def mathml(latex: str, *, shown: bool = False) -> str:
    r"""수식을 MathML로 바꾼다.

    Args:
        latex: `$` 사이에 적은 글. 예: `\frac{a}{b}`.
        shown: 따로 한 줄을 차지하는지.

    Raises:
        UnreadableFormula: 괄호의 짝이 맞지 않거나 모르는 명령이 있을 때.
    """
    check_braces(latex)
    try:
        made = convert(latex, display="block" if shown else "inline")
    # 라이브러리의 예외에는 공통의 조상이 없다.
    except Exception as error:
        raise UnreadableFormula(
            f"LaTeX의 문법에 맞지 않습니다({type(error).__name__})"
        ) from error
    for node in LexborHTMLParser(made).css("mi, mo, mn, mtext"):
        text = node.text()
        if HANGUL.search(text) and node.tag != "mtext":
            raise UnreadableFormula("한글은 '\\text{손실}'처럼 적어야 합니다")
        if text.startswith(LEFT) and node.tag != "mtext":
            raise UnreadableFormula(f"'{text}'을(를) 알지 못합니다")
    return made.replace(NAMESPACE, "")


def check_braces(latex: str) -> None:
    """중괄호의 짝을 센다.

    Raises:
        UnreadableFormula: 여는 것과 닫는 것이 맞지 않을 때.
    """
    depth = 0
    for match in BRACE.finditer(latex):
        depth += bool(match["open"]) - bool(match["close"])
        if depth < 0:
            break
    if depth:
        raise UnreadableFormula("중괄호의 짝이 맞지 않습니다")


@cache
def reason(latex: str) -> str:
    """읽을 수 없는 까닭. 읽을 수 있으면 빈 글이다."""
    try:
        mathml(latex)
    except UnreadableFormula as error:
        return str(error)
    return ""


def source(text: str) -> tuple[str, bool]:
    r"""수식 상자에 든 글에서 `\(…\)`나 `\[…\]`를 벗기고, 한 줄을 차지하는지 답한다."""
    text = text.strip()
    return text[2:-2].strip(), text.startswith("\\[")
