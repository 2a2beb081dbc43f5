"""찾은 것을 사람과 GitHub가 읽게 적는다."""

from collections.abc import Mapping, Sequence

from tools.finding import Finding

LIMIT = 50


def plain(findings: Sequence[Finding]) -> str:
    """한 줄에 하나씩 적는다."""
    if not findings:
        return "고칠 곳이 없습니다.\n"
    lines = [str(finding) for finding in findings]
    return "\n".join([*lines, "", f"고칠 곳이 {len(findings)}군데 있습니다.", ""])


def annotations(findings: Sequence[Finding]) -> str:
    """GitHub가 풀 리퀘스트의 그 줄에 붙일 알림으로 적는다."""
    return "".join(
        f"::error file={escape(finding.file, ':,')},line={finding.line},"
        f"title={escape(finding.problem, ':,')}::"
        f"{escape(f'{finding.problem} {finding.mend}')}\n"
        for finding in findings
    )


def escape(text: str, special: str = "") -> str:
    """알림의 문법에 쓰이는 글자를 바꾼다."""
    for character in "%\r\n" + special:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def summary(findings: Sequence[Finding], mended: Mapping[str, Sequence[str]]) -> str:
    """GitHub의 실행 요약에 실을 마크다운을 적는다."""
    lines = ["## 글과 코드 검사", ""]
    if mended:
        lines += [
            "다음 파일은 뜻을 바꾸지 않고 대신 고쳐서 검사했어요.",
            "",
            *(f"- `{name}`: {cell(' '.join(told))}" for name, told in mended.items()),
            "",
        ]
    if not findings:
        return "\n".join([*lines, "고칠 곳이 없어요. 고마워요!", ""])
    lines += [
        f"고칠 곳이 {len(findings)}군데 있어요. "
        "고쳐서 다시 올리면 검사가 저절로 다시 돌아요.",
        "",
        "| 자리 | 무엇이 틀렸나요 | 이렇게 고치세요 |",
        "| --- | --- | --- |",
    ]
    lines += [
        f"| `{cell(finding.file)}:{finding.line}` "
        f"| {cell(finding.problem)} | {cell(finding.mend)} |"
        for finding in findings[:LIMIT]
    ]
    if len(findings) > LIMIT:
        lines += ["", f"나머지 {len(findings) - LIMIT}군데는 기록에서 볼 수 있어요."]
    return "\n".join([*lines, ""])


def cell(text: str) -> str:
    """표의 칸을 깨거나 태그로 읽힐 글자를 막는다."""
    for character, safe in (("&", "&amp;"), ("<", "&lt;"), ("|", "\\|"), ("`", "'")):
        text = text.replace(character, safe)
    return text.replace("\n", "<br>")
