"""열쇠와 비밀번호, 서버의 계정처럼 남이 쓰면 안 되는 것을 글에서 찾는다."""

import re
from collections.abc import Callable

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
BLOCK_START = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----")
BLOCK_END = re.compile(r"-----END [A-Z ]*PRIVATE KEY-----")


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

    line = KNOWN.sub(lambda x: cut(KEY, x[0]), line)
    for pattern in (ENVIRONMENT, ASSIGNED):
        line = pattern.sub(assigned, line)
    line = URL.sub(lambda x: f"{x['start']}{cut(KEY, x[0][len(x['start']) :])}@", line)
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
