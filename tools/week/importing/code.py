"""노트의 코드를 시험할 수 있는 파일로 만들고 돌려 본다. 돌지 않으면 까닭을 말한다."""

import ast
import json
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

from tools.check.privacy import kinds
from tools.check.untested import CODE_LINE
from tools.processes import run, tool

PYTHON = ("python", "python3", "py")
LONGEST_RUN = 90
MADE_BY_PYTHON = {".cache", "__pycache__"}
SESSION = ">>> "
SNIPPET = Template('''\
${noqa}"""노트에 적힌 코드. 적힌 그대로 돌린다."""


# --8<-- [start:run]
def run() -> None:
    """노트에 적힌 코드를 돌린다."""
${body}


# --8<-- [end:run]


def main() -> None:
    """노트의 코드를 돌린다."""
    run()
${after}

if __name__ == "__main__":
    main()
''')
RAN = "끝까지 돌았다."
SILENT = f'    print("{RAN}")\n'
TEST = Template("""\
from pathlib import Path

import pytest

from snippets.${package} import ${name}
from tools.proof.outputs import same_output


def test_code_of_the_note_prints_what_the_page_shows(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ${name}.main()
    shown = Path(${name}.__file__).with_suffix(".txt").read_text(encoding="utf-8")
    assert same_output(shown, capsys.readouterr().out)
""")
# 밖에서 내려받으려는 코드는 기다리지 않고 멈추게 한다.
OFFLINE = dict.fromkeys(
    ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), "http://127.0.0.1:9"
)
REASONS = {
    "No module named": "불러올 패키지가 없습니다",
    "NameError": "이 코드에 없는 이름을 씁니다",
    "is not defined": "이 코드에 없는 이름을 씁니다",
    "urlopen": "데이터를 내려받아야 합니다",
    "URL fetch": "데이터를 내려받아야 합니다",
    "URLError": "데이터를 내려받아야 합니다",
    "Max retries": "데이터를 내려받아야 합니다",
    "ProxyError": "데이터를 내려받아야 합니다",
    "Connection refused": "데이터를 내려받아야 합니다",
    "No such file": "노트에 없는 파일을 읽습니다",
    "EOF when reading": "사람이 적어 주기를 기다립니다",
    "Warning": "돌리면 경고가 나옵니다",
}


@dataclass(frozen=True)
class Tried:
    """돌려 본 코드 하나.

    Attributes:
        source: 파일의 글. 돌지 않았으면 빈 글이다.
        output: 출력.
        why: 돌지 않은 까닭.
        undefined: 다른 상자의 이름을 쓰는지.
    """

    source: str = ""
    output: str = ""
    why: str = ""
    undefined: bool = False


def first_test(name: str) -> str:
    """`week13/topic/code_1`처럼 적은 코드 파일의 첫 시험."""
    folder, _, module = name.rpartition("/")
    return TEST.substitute(package=folder.replace("/", "."), name=module)


def is_python(body: str, info: str) -> bool:
    """파이썬으로 적은 상자인지 본다. 갈래가 없으면 코드처럼 생긴 것만 그렇다."""
    if info in PYTHON:
        return True
    lines = body.split("\n")
    if not info and any(x.startswith(SESSION) for x in lines):
        return True
    looks = not info and any(map(CODE_LINE.match, lines))
    return looks and parsed(body) is not None


def parsed(body: str) -> ast.Module | None:
    """파이썬으로 읽는다. 읽을 수 없으면 None이다."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            return ast.parse(body)
    except (SyntaxError, ValueError):
        return None


def attempt(root: Path, body: str, before: Sequence[str] = ()) -> Tried:
    """코드를 돌려 본다. 없는 이름을 쓰면 앞 상자의 코드를 앞에 붙여 다시 돌린다.

    Args:
        root: 돌릴 저장소. 코드와 도구가 여기 있다.
        body: 노트의 코드.
        before: 같은 쪽에서 앞에 나와 잘 돌아간 코드.
    """
    body = textwrap.dedent(body).strip("\n")
    tried = try_alone(root, body)
    if tried.undefined and before:
        longer = try_alone(root, "\n\n".join([*before, body]))
        return longer if longer.source else tried
    return tried


def try_alone(root: Path, body: str) -> Tried:
    """이 코드만으로 돌려 본다."""
    if why := unfit(body):
        return Tried(why=why)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        file = Path(scratch, "snippets", "tried", "code.py")
        file.parent.mkdir(parents=True)
        shutil.copy(root / "pyproject.toml", scratch)
        file.write_text(source_of(body), encoding="utf-8", newline="\n")
        first = outcome(root, Path(scratch))
        silent = first.source and not first.output
        if silent:
            file.write_text(source_of(body, SILENT), encoding="utf-8", newline="\n")
        if not first.source:
            return first
        second = outcome(root, Path(scratch))
        first = second if silent else first
        if second.output != first.output:
            return Tried(why="돌릴 때마다 출력이 다릅니다. 시드를 정하세요")
        left = [x for x in Path(scratch).rglob("*") if x.is_file()]
        known = {"code.py", "code.txt", "pyproject.toml"}
        if any(x.name not in known and not MADE_BY_PYTHON & {*x.parts} for x in left):
            return Tried(why="파일을 새로 남깁니다")
        if any(map(kinds, first.output.split("\n"))):
            return Tried(why="출력에 개인 정보로 보이는 것이 있습니다")
        formatted(Path(scratch), file)
        return Tried(file.read_text(encoding="utf-8"), first.output)


def unfit(body: str) -> str:
    """돌려 볼 것도 없는 까닭. 없으면 빈 글이다."""
    tree = parsed(body)
    if any(x.startswith(SESSION) for x in body.split("\n")):
        return "대화 창에서 옮긴 것(>>>)이라 코드와 출력을 나누어 적어야 합니다"
    if tree is None:
        return "파이썬 문법에 맞지 않습니다"
    if not tree.body:
        return "주석뿐입니다"
    documented = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
            return "'import *'는 무엇을 불러오는지 알 수 없습니다"
        text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        spread = (text or isinstance(node, ast.JoinedStr)) and (
            node.lineno != node.end_lineno
        )
        if spread and id(node) not in documented:
            return "여러 줄에 걸친 글이 들어 있습니다"
    return ""


def source_of(body: str, after: str = "") -> str:
    """파일 하나의 글."""
    inner = textwrap.indent(body, "    ")
    return SNIPPET.substitute(noqa="", body=inner, after=after)


def outcome(root: Path, scratch: Path) -> Tried:
    """파일을 시험할 때와 같은 환경에서 돌린다."""
    command = [sys.executable, "-X", "utf8", "-W", "error", "-m", "tools", "outputs"]
    environment = {**os.environ, **OFFLINE, "PYTHONPATH": str(root), "PYTHONUTF8": "1"}
    try:
        result = subprocess.run(
            [*command, "--root", str(scratch), "snippets/tried/code.py"],
            cwd=scratch,
            env=environment,
            input="",
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=LONGEST_RUN,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Tried(why=f"{LONGEST_RUN}초 안에 끝나지 않습니다")
    if result.returncode:
        told = (result.stdout + result.stderr).strip()
        why = next((reason for sign, reason in REASONS.items() if sign in told), "")
        return Tried(why=why or "돌리다 멈췄습니다", undefined="is not defined" in told)
    file = scratch / "snippets" / "tried" / "code.txt"
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    return Tried("돌았다", text)


def formatted(scratch: Path, file: Path) -> None:
    """코드를 다듬고, 노트의 코드라서 그냥 둘 규칙을 첫 줄에 적는다."""
    run(scratch, tool("ruff"), "format", "--quiet", str(file))
    told = run(
        scratch,
        tool("ruff"),
        "check",
        "--output-format",
        "json",
        "--no-cache",
        str(file),
    ).stdout
    rules = sorted({one["code"] for one in json.loads(told or "[]") if one["code"]})
    if rules:
        text = file.read_text(encoding="utf-8")
        noqa = f"# ruff: noqa: {', '.join(rules)}\n"
        file.write_text(noqa + text, encoding="utf-8", newline="\n")
