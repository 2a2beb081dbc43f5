"""코드 상자의 갈래가 아는 이름인지 본다. 잘못 적으면 색이 없고, 파이썬도 지나친다."""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from pygments.lexers import get_all_lexers

from tools.finding import Finding
from tools.page.markdown import fences
from tools.page.project import Project


def find(project: Project) -> Iterator[Finding]:
    """쪽마다 상자의 첫 낱말을 본다. 비었거나 속성만 있으면 다른 검사가 본다."""
    for page in project.pages:
        for fence in fences(project.lines(page)):
            name = language(fence.info)
            if name and name not in known():
                near = get_close_matches(name, known(), n=1)
                guess = f" 혹시 '{near[0]}'입니까?" if near else ""
                yield Finding(
                    project.name(page),
                    fence.line,
                    f"코드 상자의 갈래 '{name}'은(는) 없는 이름입니다.",
                    f"'text'나 'python'처럼 있는 이름으로 고치세요.{guess}",
                )


def language(info: str) -> str:
    """「```」 뒤에 적은 갈래. 중괄호로 적었으면 그 안의 첫 `.이름`이다."""
    first, *rest = info.replace("{", " { ").split() or [""]
    if first == "{":
        return rest[0].removeprefix(".") if rest and rest[0].startswith(".") else ""
    return "" if "=" in first else first.lower()


@cache
def known() -> list[str]:
    """색을 칠할 줄 아는 갈래의 이름."""
    return sorted({alias for lexer in get_all_lexers() for alias in lexer[1]})
