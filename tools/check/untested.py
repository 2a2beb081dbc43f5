"""어떤 이름을 달고 어디에 적었든, 손으로 적은 파이썬인지 가린다."""

import ast
import re
import warnings
from collections.abc import Iterator, Sequence
from textwrap import dedent

from pygments.lexers import find_lexer_class_by_name
from pygments.util import ClassNotFound

from tools.check.languages import language
from tools.finding import Finding
from tools.page.embeds import EMBED
from tools.page.markdown import Fence, fences
from tools.page.project import Project

PROBLEM = "파이썬 코드를 쪽에 직접 적었습니다. 시험을 거치지 않은 코드입니다."
MEND = (
    "snippets/의 파일에 옮기고 '--8<-- \"주차/주제/파일.py:절\"'로 끼워 넣으세요. "
    "브라우저에서 고친다면 코드를 빼고 글로 풀어 쓰세요."
)
# 옮긴 노트의 코드를 아직 시험하지 않았다고 밝힌 상자의 이름.
UNTESTED = "노트의 코드, 아직 시험하지 않음"
LEXERS = {"Python", "Python 2.x", "Python console session", "NumPy", "Cython"}
OTHER_NAMES = {"ipython", "ipython3", "python3", "py3", "pyi"}
# 코드의 갈래를 밝히지 않는 이름. 무엇이든 적을 수 있다.
PLAIN = {"", "text", "txt", "plain", "plaintext", "none", "output", "out", "log"}
PLAIN |= {"console", "jinja", "code"}
# 파이썬처럼 `import 이름`이라고 적는 다른 언어.
IMPORTING = {"go", "haskell", "java", "javascript", "js", "julia", "kotlin", "scala"}
IMPORTING |= {"swift", "ts", "typescript", "diff", "markdown", "md", "pytb"}
PROMPT = re.compile(r"[ \t]*(?:>>> |In \[\d+\]: )")
MAGIC = re.compile(r"[ \t]*[%!]")
CODE_LINE = re.compile(r"(?:import|from) \w[\w.]*(?: import\b|$)|def \w+\(|print\(")
# 셋이 잇따르면 인용이 아니라 파이썬의 `>>>`다.
QUOTE = re.compile(r"^[ \t]*(?:>{1,2}(?!>)[ \t]?)+")


def find(project: Project) -> Iterator[Finding]:
    """인용 안에 적은 코드를 찾는다. 인용 밖의 것은 끼워 넣기의 검사가 본다."""
    for page in project.pages:
        for fence in quoted(project.lines(page)):
            if is_python(fence):
                yield Finding(project.name(page), fence.line, PROBLEM, MEND)


def quoted(lines: Sequence[str]) -> Iterator[Fence]:
    """인용(`>`) 안의 코드 상자."""
    hidden = {
        number for fence in fences(lines) for number in range(fence.line, fence.end + 1)
    }
    inside = [
        QUOTE.sub("", line) if QUOTE.match(line) and number not in hidden else ""
        for number, line in enumerate(lines, start=1)
    ]
    yield from fences(inside)


def is_python(fence: Fence) -> bool:
    """손으로 적은 줄이 파이썬인 상자인지 답한다."""
    name = language(fence.info).removeprefix("#!")
    if name in PLAIN and fence.options.get("title") == UNTESTED:
        return False
    if is_python_name(name) or fence.options.get("title", "").endswith(".py"):
        return True
    rows = [row for row in fence.body if not EMBED.match(row)]
    if name in PLAIN:
        return reads_as_python(rows)
    return name not in IMPORTING and any(map(is_definition, nodes(rows)))


def is_python_name(name: str) -> bool:
    """파이썬이나 그 갈래의 이름인지 답한다."""
    if name in OTHER_NAMES:
        return True
    try:
        return bool(name) and find_lexer_class_by_name(name).name in LEXERS
    except ClassNotFound:
        return False


def reads_as_python(rows: Sequence[str]) -> bool:
    """갈래를 밝히지 않은 글이 파이썬으로 읽히는지 답한다."""
    if any(PROMPT.match(row) or CODE_LINE.match(row.strip()) for row in rows):
        return True
    return any(is_definition(node) or is_method(node) for node in nodes(rows))


def nodes(rows: Sequence[str]) -> Iterator[ast.AST]:
    """파이썬으로 읽은 나무의 마디. 읽히지 않으면 비었다."""
    text = dedent("\n".join(row for row in rows if not MAGIC.match(row)))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            yield from ast.walk(ast.parse(text))
    except (SyntaxError, ValueError):
        return


def is_definition(node: ast.AST) -> bool:
    """다른 글에는 나오지 않는 문장인지 답한다."""
    kinds = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
    return isinstance(node, kinds)


def is_method(node: ast.AST) -> bool:
    """`model.fit(x)`처럼 무엇의 메서드를 부르거나, 부른 값에 이름을 붙이는지 답한다."""
    if isinstance(node, ast.Assign):
        return isinstance(node.value, ast.Call)
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
