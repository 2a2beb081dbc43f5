"""파이썬 파일이 읽히는지, 코드와 시험이 짝을 이루는지 본다."""

import ast
import warnings
from collections.abc import Iterator
from functools import cache

from tools.finding import Finding
from tools.page.project import Project


@cache
def syntax_error(text: str) -> tuple[int, str] | None:
    """파이썬으로 읽히지 않는 줄과 까닭을 구한다."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            ast.parse(text)
    except SyntaxError as error:
        return error.lineno or 1, error.msg
    except ValueError as error:
        return 1, str(error)
    return None


def find(project: Project) -> Iterator[Finding]:
    """파이썬 파일의 잘못을 모두 찾는다."""
    for path in project.files:
        if path.suffix != ".py":
            continue
        if error := syntax_error(project.read(path).removeprefix("\ufeff")):
            line, reason = error
            yield Finding(
                project.name(path),
                line,
                f"파이썬 문법에 맞지 않습니다({reason}).",
                "이 줄과 바로 윗줄의 괄호, 따옴표, 콜론, 들여쓰기를 살펴보세요.",
            )
    for path in project.code:
        inner = path.relative_to(project.snippets)
        test = project.tests / inner.parent / f"test_{inner.name}"
        if not test.exists():
            yield Finding(
                project.name(path),
                1,
                "시험이 없는 코드입니다.",
                f"'{project.name(test)}'에 시험을 쓰세요.",
            )
    yield from find_orphans(project)
    for path in project.under(project.tests, ".py"):
        inner = path.relative_to(project.tests)
        code = project.snippets / inner.parent / inner.name.removeprefix("test_")
        if inner.parts[0].startswith("week") and not code.exists():
            yield Finding(
                project.name(path),
                1,
                f"시험할 코드 '{project.name(code)}'이(가) 없습니다.",
                "코드의 이름을 바꾸었으면 시험의 이름도 맞추고, "
                "지웠으면 시험도 지우세요.",
            )


def find_orphans(project: Project) -> Iterator[Finding]:
    """코드가 없는 출력과, 그리지 않는 코드의 그림을 찾는다."""
    for ending in (".txt", ".svg"):
        for path in project.under(project.snippets, ending):
            code = path.with_suffix(".py")
            draws = project.has(code) and "\ndef draw(" in project.read(code)
            if not project.has(code) or (ending == ".svg" and not draws):
                yield Finding(
                    project.name(path),
                    1,
                    "이것을 만드는 코드가 없습니다.",
                    "파일을 지우세요. 코드의 이름을 바꾸었으면 "
                    "`python -m tools outputs`로 다시 만드세요.",
                )
