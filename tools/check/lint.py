"""마크다운의 꼴을 rumdl로 본다. 켠 규칙은 pyproject.toml에 있다."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from tools.finding import Finding
from tools.page.project import Project
from tools.processes import run, tool

RULES = "pyproject.toml"
FIX = "`python -m tools check --fix`가 고쳐 줍니다."
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
# 규칙에서 (틀린 것, 고치는 법)으로.
TOLD = {
    "MD001": (
        "제목의 단계를 건너뛰었습니다.",
        "'#'의 수를 바로 위 제목보다 하나만 많게 적으세요.",
    ),
    "MD003": (
        "글 바로 아래의 줄 때문에 글이 제목이 되었습니다.",
        "제목이면 '## 제목 { #english-id }'로 적고, 아니면 줄 위에 빈 줄을 두세요.",
    ),
    "MD004": ("목록의 표시가 쪽의 다른 목록과 다릅니다.", "'-'로 적으세요."),
    "MD005": ("목록의 들여쓰기가 들쑥날쑥합니다.", "같은 단계는 같은 칸에 맞추세요."),
    "MD009": ("줄 끝에 빈칸이 있습니다.", f"빈칸을 지우세요. {FIX}"),
    "MD010": ("탭이 있습니다.", f"탭 하나를 빈칸 넷으로 바꾸세요. {FIX}"),
    "MD011": (
        "링크의 괄호가 뒤바뀌었습니다.",
        "'[글](주소)'처럼 대괄호를 먼저 적으세요.",
    ),
    "MD012": ("빈 줄이 잇따라 있습니다.", f"빈 줄을 하나만 남기세요. {FIX}"),
    "MD018": ("제목의 '#' 뒤가 붙었습니다.", "'#' 뒤를 한 칸 띄우세요."),
    "MD022": ("제목의 위아래에 빈 줄이 없습니다.", f"빈 줄을 하나씩 두세요. {FIX}"),
    "MD023": ("제목이 줄의 처음에서 시작하지 않습니다.", "앞의 빈칸을 지우세요."),
    "MD024": (
        "같은 글의 제목이 두 번 있습니다.",
        "둘 가운데 하나의 글을 바꾸거나 지우세요.",
    ),
    "MD025": (
        "쪽의 제목('#' 하나)이 두 번 있습니다.",
        "'##'부터 쓰세요. 쪽의 제목은 맨 위의 하나뿐입니다.",
    ),
    "MD026": ("제목이 문장 부호로 끝납니다.", "끝의 부호를 지우세요."),
    "MD029": ("번호 목록의 번호가 차례대로가 아닙니다.", "1부터 차례로 적으세요."),
    "MD030": ("목록 표시 뒤의 빈칸이 하나가 아닙니다.", "한 칸만 띄우세요."),
    "MD031": ("코드 상자의 위아래에 빈 줄이 없습니다.", f"빈 줄을 두세요. {FIX}"),
    "MD033": (
        "글을 꾸미는 HTML 태그가 있습니다.",
        "태그를 지우세요. 굵게 적으려면 '**…**'를 쓰세요.",
    ),
    "MD034": (
        "주소를 그대로 붙여 링크가 되지 않습니다.",
        "'[보일 글](주소)'로 적으세요.",
    ),
    "MD036": (
        "굵은 글씨 한 줄을 제목처럼 썼습니다.",
        "제목이면 '## 제목 { #english-id }'로, 아니면 뒤의 글에 이어 적으세요.",
    ),
    "MD037": ("별표 바로 안쪽에 빈칸이 있습니다.", "안쪽의 빈칸을 지우세요."),
    "MD038": ("'`' 바로 안쪽에 빈칸이 있습니다.", "안쪽의 빈칸을 지우세요."),
    "MD039": ("링크의 대괄호 안쪽에 빈칸이 있습니다.", "안쪽의 빈칸을 지우세요."),
    "MD040": (
        "코드 상자에 갈래가 없습니다.",
        "출력이나 글이면 '```text'로 여세요. 코드면 'sh'나 'yaml'처럼 이름을 "
        "적고, 파이썬이면 시험한 파일을 끼워 넣으세요.",
    ),
    "MD041": ("쪽이 제목으로 시작하지 않습니다.", "첫 줄에 '# 제목'을 적으세요."),
    "MD046": (
        "네 칸 들여 쓴 글이 코드 상자가 되었습니다.",
        "글이면 들여쓰기를 없애고, 코드면 '```'로 두르세요.",
    ),
    "MD047": ("파일이 줄바꿈 하나로 끝나지 않습니다.", f"끝을 맞추세요. {FIX}"),
    "MD056": (
        "표에서 칸의 수가 다른 줄이 있습니다.",
        "줄마다 '|'의 수를 첫 줄과 같게 하세요.",
    ),
    "MD065": ("구분선의 위아래에 빈 줄이 없습니다.", f"빈 줄을 두세요. {FIX}"),
    "MD071": ("머리 아래에 빈 줄이 없습니다.", f"빈 줄을 하나 두세요. {FIX}"),
    "MD057": ("링크가 가리키는 파일이 없습니다.", "있는 파일의 이름으로 고치세요."),
    "MD064": ("빈칸이 잇따라 두 번 있습니다.", f"빈칸을 하나만 남기세요. {FIX}"),
}


def find(project: Project) -> Iterator[Finding]:
    """글을 모두 본다. 다른 검사도 말할 만한 것은 `unsaid`가 낸다."""
    for one in complaints(project):
        if one["rule"] not in SAID_ELSEWHERE:
            yield finding(one)


def unsaid(project: Project, said: Iterable[Finding]) -> Iterator[Finding]:
    """다른 검사가 가까운 줄에서 말하지 않은 것. 어느 규칙도 그냥 지나가지 않는다."""
    places = {(one.file, one.line) for one in said}
    for one in complaints(project):
        told = finding(one)
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


def finding(one: dict) -> Finding:
    """rumdl이 찾은 것을 한국어로 옮긴다."""
    rule = one["rule"]
    problem, mend = TOLD.get(
        rule,
        (
            f"마크다운 규칙 {rule}에 어긋납니다({one['message']}).",
            "이 줄의 표시와 빈칸을 둘레의 줄과 견주어 고치세요.",
        ),
    )
    name = one["file"].replace("\\", "/")
    return Finding(name, one["line"], problem, mend, rule in HARMLESS)


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
