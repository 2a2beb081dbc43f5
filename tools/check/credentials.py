"""열쇠와 비밀번호, 서버의 계정처럼 남이 쓰면 안 되는 것을 글에서 찾는다."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from tools.finding import Finding
from tools.page.project import Project, decode

KEY = "비밀 열쇠"
ACCOUNT = "서버의 계정"
SOMEONE = "user@host"
KNOWN = re.compile(
    r"(?<![A-Za-z0-9])(?:sk-[A-Za-z0-9_-]{16,}|gh[opsur]_[A-Za-z0-9]{16,}"
    r"|github_pat_\w{16,}|hf_[A-Za-z0-9]{16,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}"
    r"|(?:AKIA|ASIA)[0-9A-Z]{12,}|AIza[\w-]{20,}|ya29\.[\w-]{16,}|r8_[A-Za-z0-9]{16,}"
    r"|npm_[A-Za-z0-9]{20,}|pypi-[\w-]{20,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,})"
)
ASSIGNED = re.compile(
    r"(?P<name>[\w.-]*(?:api[_-]?key|secret|access[_-]?key|private[_-]?key|token"
    r"|password|passwd|pwd|credential|비밀 ?번호|비번|암호)[\w-]*[\"'\]]*"
    r"\s*[:：=]\s*)(?P<quote>[\"']?)(?P<value>[^\s\"'`#,;()\[\]{}가-힣]{4,})(?P=quote)"
    r"(?![\w.(\[])",
    re.I,
)
# `NAME_KEY=값`처럼 환경 변수로 적은 것.
ENVIRONMENT = re.compile(
    r"(?P<name>\b[A-Z][A-Z0-9]*_(?:KEY|TOKEN|SECRET|PASSWORD|PWD)\s*[:=]\s*)"
    r"(?P<quote>[\"']?)(?P<value>[^\s\"'`#,;()\[\]{}가-힣]{8,})(?P=quote)(?![\w.(\[])"
)
PLACEHOLDER = re.compile(
    r"your|xxx|\.\.\.|\*\*\*|<|\$|example|os\.|getenv|none|true|false|null|self\.|config",
    re.I,
)
LONG = 16
HOST = r"[A-Za-z0-9][\w.-]*"
PROMPT = re.compile(
    r"(?<![\w.+/:@-])(?!git@|user@host)[A-Za-z_][\w.-]*@"
    rf"(?:\d{{1,3}}(?:\.\d{{1,3}}){{3}}|{HOST}(?=:[~/]|[^\S\n]+~?\]?[$#]))"
)
REMOTE = re.compile(
    r"(?P<start>\b(?:ssh|scp|sftp|rsync|mosh|ssh-copy-id)\b[^\n]*?[\s'\"])"
    rf"(?!git@|user@host)[A-Za-z_][\w.-]*@{HOST}"
)
URL = re.compile(r"(?P<start>\b[a-z][a-z+]*://)[^\s/:@]+:[^\s/@]+@")
# 이렇게 적은 것은 꼴을 보이는 말이다.
SHOWN = {"user:token@", "user:password@", "이름:토큰@", "이름:비밀번호@"}
BLOCK_START = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----")
BLOCK_END = re.compile(r"-----END [A-Z ]*PRIVATE KEY-----")


# 꼴을 시험하느라 지어낸 값을 적는 곳.
EXAMPLES = "tests/tools/"
LARGEST = 1_000_000
# 이런 글자가 없는 줄은 보지 않아도 된다. 그림의 긴 줄을 빨리 지난다.
SIGNS = re.compile(
    r"sk-|gh[opsur]_|github_pat|hf_|glpat|xox|akia|asia|aiza|ya29|r8_|npm_|pypi-|eyj"
    r"|key|token|secret|passw|pwd|credential|비밀|비번|암호|@",
    re.I,
)
MEND = (
    "누구나 볼 수 있는 글이니 지우세요. 이미 올린 값은 준 곳에서 못 쓰게 하고 새로 "
    "받으세요."
)


def find(project: Project) -> Iterator[Finding]:
    """이름이 어떻게 끝나든 글로 읽히는 파일을 모두 본다."""
    for path in project.files:
        name = project.name(path)
        if not name.startswith(EXAMPLES) and path.stat().st_size <= LARGEST:
            for line, kind in exposed(project.content(path)):
                yield Finding(name, line, f"{kind}(으)로 보이는 것이 있습니다.", MEND)


@cache
def exposed(content: bytes) -> list[tuple[int, str]]:
    """글에 든 열쇠를 (줄, 갈래)로 모은다. 그림처럼 글이 아닌 파일이면 비었다."""
    if b"\0" in content[:1024]:
        return []
    found = []
    for number, line in enumerate(decode(content).split("\n"), start=1):
        if not SIGNS.search(line):
            continue
        kinds = [KEY] if BLOCK_START.search(line) else []
        without_credentials(line, lambda kind, _, kinds=kinds: kinds.append(kind) or "")
        found += [(number, kind) for kind in dict.fromkeys(kinds)]
    return found


def is_random(text: str) -> bool:
    """사람이 지은 낱말이 아니라 만들어 받은 값처럼 생겼는지 본다."""
    return len(text) >= LONG and bool(
        re.search(r"\d", text) and re.search(r"[A-Za-z]", text)
    )


def without_credentials(line: str, cut: Callable[[str, str], str]) -> str:
    """틀림없는 것을 뺀 줄.

    Args:
        line: 글 한 줄.
        cut: (갈래, 뺄 글)을 적어 두고 대신 적을 글을 주는 함수.
    """

    def account(match: re.Match[str]) -> str:
        start = match.groupdict().get("start") or ""
        cut(ACCOUNT, match[0][len(start) :])
        return f"{start}{SOMEONE}"

    def assigned(match: re.Match[str]) -> str:
        value, sure = match["value"], match.re is ENVIRONMENT
        if PLACEHOLDER.search(value) or not (sure or is_random(value)):
            return match[0]
        quote = match["quote"]
        return f"{match['name']}{quote}{cut(KEY, value)}{quote}"

    def secret(text: str) -> str:
        return text if text in SHOWN else f"{cut(KEY, text)}@"

    line = KNOWN.sub(lambda x: cut(KEY, x[0]), line)
    for pattern in (ENVIRONMENT, ASSIGNED):
        line = pattern.sub(assigned, line)
    line = URL.sub(lambda x: f"{x['start']}{secret(x[0][len(x['start']) :])}", line)
    for pattern in (PROMPT, REMOTE):
        line = pattern.sub(account, line)
    return line


def possible(line: str) -> list[str]:
    """비밀번호일 수 있는 짧은 값."""
    return [
        match["value"]
        for match in ASSIGNED.finditer(line)
        if match["quote"] or re.search(r"\d|비밀|비번|암호", match[0])
        if not PLACEHOLDER.search(match["value"])
        if re.search(r"[\"']|passw|pwd|secret|key|비밀|비번|암호", match[0], re.I)
    ]
