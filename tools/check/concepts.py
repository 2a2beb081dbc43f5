"""주차마다의 개념 지도(docs/week*/concepts.yml)를 짓는 때와 같은 눈으로 본다."""

from collections.abc import Iterator

from tools.data.concepts import NAME, Reader
from tools.finding import Finding
from tools.page.project import Project


def find(project: Project) -> Iterator[Finding]:
    """개념 지도의 잘못을 모두 찾는다."""
    # 용어집을 읽지 못했으면 그 검사가 따로 알린다.
    terms = {entry.name for entry in project.glossary[0]} or None
    for file, path in project.weekly(NAME):
        reader = Reader(file, project.headings, terms)
        reader.collect(project.read(path))
        yield from reader.problems
