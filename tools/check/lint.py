"""마크다운의 꼴을 rumdl로 본다. 켠 규칙은 pyproject.toml에 있다."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from tools.check.lint_messages import HASH_NUMBER, TOLD, untold
from tools.finding import Finding
from tools.page.project import Project
from tools.processes import run, tool

RULES = "pyproject.toml"
ISSUE = re.compile(r"[ \t]*#\d")
# 뜻을 바꾸지 않아 대신 고칠 수 있는 것: 줄 끝 빈칸, 탭, 빈 줄, 잇따른 빈칸.
HARMLESS = (
    *("MD009", "MD010", "MD012", "MD022", "MD031", "MD047", "MD064", "MD065", "MD071"),
)
# 다른 검사가 가까이에서 더 잘 말하면 되풀이하지 않는 것.
SAID_ELSEWHERE = {
    *("MD001", "MD003", "MD007", "MD024", "MD026", "MD032", "MD033", "MD034", "MD040"),
    *("MD041", "MD042", "MD045", "MD046", "MD051", "MD052", "MD057", "MD058", "MD066"),
    *("MD074", "MD075", "MD080", "MD086", "MD092", "MD094"),
}
NEAR = 2


def find(project: Project) -> Iterator[Finding]:
    """글을 모두 본다. 다른 검사도 말할 만한 것은 `unsaid`가 낸다."""
    for one in complaints(project):
        if one["rule"] not in SAID_ELSEWHERE:
            yield finding(project, one)


def unsaid(project: Project, said: Iterable[Finding]) -> Iterator[Finding]:
    """다른 검사가 가까운 줄에서 말하지 않은 것. 어느 규칙도 그냥 지나가지 않는다."""
    places = {(one.file, one.line) for one in said}
    for one in complaints(project):
        told = finding(project, one)
        near = range(told.line - NEAR, told.line + NEAR + 1)
        if one["rule"] in SAID_ELSEWHERE and not any(
            (told.file, line) in places for line in near
        ):
            yield told


def complaints(project: Project) -> list[dict]:
    """rumdl이 찾은 것. 규칙을 적은 파일이 없으면 볼 것이 없다."""
    contents = tuple((project.name(x), project.content(x)) for x in published(project))
    if not contents:
        return []
    return said_of(project.root, project.content(project.root / RULES), contents)


@cache
def said_of(
    root: Path,
    rules: bytes,  # noqa: ARG001 - 규칙이 바뀌면 다시 본다
    contents: tuple[tuple[str, bytes], ...],
) -> list[dict]:
    """같은 글은 다시 보지 않는다."""
    names = [name for name, _ in contents]
    return json.loads(rumdl(root, "--output-format", "json", *names) or "[]")


def finding(project: Project, one: dict) -> Finding:
    """rumdl이 찾은 것을 한국어로 옮긴다."""
    rule, line = one["rule"], one["line"]
    name = one["file"].replace("\\", "/")
    problem, mend = TOLD.get(rule, untold(rule))
    if rule == "MD018" and ISSUE.match(project.lines(project.root / name)[line - 1]):
        problem, mend = HASH_NUMBER
    return Finding(name, line, problem, mend, rule in HARMLESS)


def fix(project: Project) -> list[tuple[str, str]]:
    """줄 끝 빈칸, 탭, 빈 줄처럼 뜻과 무관한 것을 고친다."""
    wrong = {one["file"] for one in complaints(project) if one["rule"] in HARMLESS}
    files = sorted(name.replace("\\", "/") for name in wrong)
    before = {name: (project.root / name).read_bytes() for name in files}
    if files:
        rumdl(project.root, "--fix", "--quiet", "--enable", ",".join(HARMLESS), *files)
    return [
        (name, "빈칸과 빈 줄을 고쳤습니다.")
        for name, old in before.items()
        if (project.root / name).read_bytes() != old
    ]


def published(project: Project) -> list[Path]:
    """UTF-8로 적힌 마크다운. 나머지는 글자표 검사가 알린다. 원문은 고치지 않는다."""
    if not project.has(project.root / RULES):
        return []
    return [
        path
        for path in project.files
        if path.suffix == ".md"
        and not path.match("week*/source/note.md")
        and is_utf8(project.content(path))
    ]


def is_utf8(content: bytes) -> bool:
    """UTF-8로 읽히는지 본다."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def rumdl(root: Path, *arguments: str) -> str:
    """rumdl을 돌려 찍은 것을 받는다. 찾은 것이 있어도 멈추지 않는다."""
    given = ("check", "--no-cache", "--config", RULES, *arguments)
    return run(root, tool("rumdl"), *given).stdout
