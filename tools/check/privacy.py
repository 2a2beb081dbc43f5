"""개인 정보로 보이는 것을 찾는다."""

import re
from collections.abc import Iterator
from functools import cache

from tools.finding import Finding
from tools.page.project import Project

PERSONAL = {
    "학번": re.compile(
        r"(?<![\d.,:])(?:19|20)\d{2}[-_ ]?\d{4,6}(?=[ _-]?[가-힣]{2,4}\b)"
        r"|학번[ :은]*\d{7,10}"
    ),
    "전화번호": re.compile(
        r"(?<![0-9a-f.])01[016789][-. ]?\d{3,4}[-. ]?\d{4}(?![0-9a-f])"
    ),
    "전자우편": re.compile(
        r"(?<![\w.+-])(?!git@)[\w.+-]+@(?!users\.noreply)[\w-]+\.[a-z]{2,}"
    ),
}
# 틀을 시험하느라 지어낸 보기를 적은 파일.
EXAMPLES = {"tests/tools/check/test_privacy.py", "tests/tools/check/test_edits.py"}


def kinds(text: str) -> list[str]:
    """글에 든 개인 정보의 갈래를 모은다."""
    return [
        kind
        for kind, pattern in PERSONAL.items()
        if (kind != "전자우편" or "@" in text) and pattern.search(text)
    ]


@cache
def personal(text: str) -> list[tuple[int, str]]:
    """글에 든 개인 정보를 (줄, 갈래)로 모은다."""
    lines = enumerate(text.split("\n"), start=1)
    return [(number, kind) for number, line in lines for kind in kinds(line)]


def find(project: Project) -> Iterator[Finding]:
    """글로 된 파일을 줄마다 본다."""
    for path in project.text_files:
        name = project.name(path)
        if name in EXAMPLES or path.suffix == ".svg":
            continue
        for number, kind in personal(project.read(path)):
            yield Finding(
                name,
                number,
                f"{kind}(으)로 보이는 것이 있습니다.",
                "누구나 볼 수 있는 글이니 지우세요. "
                "이미 올렸다면 관리자에게 알려 주세요.",
            )
