"""노트의 한 줄 답이 주차의 첫 쪽에도 실리는지 본다."""

from collections.abc import Iterator

from tools.check.embeds import places
from tools.finding import Finding
from tools.page.admonitions import ANSWER, admonitions
from tools.page.project import Project


def find(project: Project) -> Iterator[Finding]:
    """주차의 첫 쪽이 있는 노트를 모두 본다."""
    shown = {(x.page, x.file) for x in places(project)}
    for page in project.pages:
        overview = page.with_name("index.md")
        boxes = [x for x in admonitions(project.read(page)) if x.kind == ANSWER]
        if not boxes or page.parent == project.docs or not project.has(overview):
            continue
        file = page.relative_to(project.docs).as_posix()
        if page != overview and (overview, file) not in shown:
            yield Finding(
                project.name(page),
                boxes[0].line,
                "한 줄 답이 주차의 첫 쪽에 없습니다.",
                "답의 위에 '    <!-- --8<-- [start:answer] -->'를, 아래에 "
                "'    <!-- --8<-- [end:answer] -->'를 넣고, "
                f"{project.name(overview)}에 '--8<-- \"{file}:answer\"'를 더하세요.",
            )
