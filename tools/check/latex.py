"""역슬래시와 괄호로 적은 수식을 찾는다. 바꾸면 괄호만 남아, 바뀐 쪽에서는 모른다."""

import re
from collections.abc import Iterator

from tools.finding import Finding
from tools.page.markdown import prose
from tools.page.project import Project

FORMULA = re.compile(r"\\\((?P<inside>[ -~]+?)\\\)|\\\[(?P<shown>[ -~]+?)\\\]")


def find(project: Project) -> Iterator[Finding]:
    """쪽을 줄마다 본다. 링크의 괄호를 지운 것은 수식으로 보지 않는다."""
    for page in project.pages:
        for number, line in enumerate(prose(project.read(page)).split("\n"), start=1):
            if FORMULA.search(line):
                yield Finding(
                    project.name(page),
                    number,
                    "수식이 그려지지 않고 괄호와 글자로 보입니다. 이 사이트는 LaTeX를 "
                    "쓰지 않습니다.",
                    "글이나 코드로 풀어 쓰세요. 예: `w - lr * g`",
                )
