"""주차마다의 개념 지도(docs/week*/concepts.yml)를 짓는 때와 같은 눈으로 본다."""

from collections.abc import Iterator

import yaml

from tools.check.finding import Finding
from tools.page.headings import headings
from tools.page.project import Project

from tools.data.concepts import NAME, Reader, WrongConcept


def find(project: Project) -> Iterator[Finding]:
    """개념 지도마다 처음 만난 잘못을 알린다."""
    pages = {
        path.relative_to(project.docs).as_posix(): {
            heading.id: heading.title for heading in headings(project.read(path))
        }
        for path in project.pages
    }
    for path in sorted(project.docs.glob(f"*/{NAME}")):
        file = path.relative_to(project.docs).as_posix()
        try:
            Reader(file, pages, terms(project)).read(project.read(path))
        except WrongConcept as error:
            problem, _, mend = error.mend.partition(". ")
            yield Finding(f"docs/{file}", error.line, f"{problem}.", mend)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            yield Finding(
                f"docs/{file}",
                mark.line + 1 if mark else 1,
                "YAML을 읽을 수 없습니다.",
                "따옴표와 들여쓰기를 위아래 줄과 맞추세요.",
            )


def terms(project: Project) -> set[str]:
    """용어집에 있는 용어. 용어집이 깨졌으면 그 검사가 따로 알린다."""
    try:
        entries = yaml.safe_load(project.read(project.docs / "glossary.yml"))
    except (OSError, yaml.YAMLError):
        return set()
    return {entry["term"] for entry in entries or [] if "term" in entry}
