"""닫지 않은 주석을 찾는다. 아래의 글이 모두 사라져 다른 검사는 엉뚱한 곳을 가리킨다."""

from collections.abc import Iterator

from tools.finding import Finding
from tools.page.markdown import unclosed_comment
from tools.page.project import Project


def find(project: Project) -> Iterator[Finding]:
    """쪽마다 처음 것만 알린다."""
    for page in project.pages:
        if line := unclosed_comment(project.read(page)):
            yield Finding(
                project.name(page),
                line,
                "주석을 닫지 않아 아래 글이 보이지 않습니다.",
                "주석이 끝나는 곳에 '-->'를 넣으세요.",
            )
