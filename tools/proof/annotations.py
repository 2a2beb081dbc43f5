"""시험의 실패를 GitHub가 풀 리퀘스트의 그 줄에 붙일 알림으로 바꾼다."""

import re
from collections.abc import Iterable

from tools.check.report import annotations
from tools.finding import Finding

# 시험이 편집자에게 하는 말은 '파일:줄: 틀린 것. 고치는 법' 꼴이다.
TOLD = re.compile(
    r"^(?:E +)?(?:Failed: |AssertionError: )?"
    r"(?P<file>(?:docs|snippets|tests)/[^\s:]+|[\w.-]+\.\w+):(?P<line>\d+): "
    r"(?P<problem>.*[가-힣].*)$",
    re.M,
)


def annotation_lines(failures: Iterable[str]) -> list[str]:
    """실패한 시험의 글에서 파일과 줄을 말한 것만 골라 한 번씩 알린다."""
    told = {
        Finding(match["file"], int(match["line"]), match["problem"], "")
        for failure in failures
        for match in TOLD.finditer(failure)
    }
    return annotations(sorted(told)).splitlines()
