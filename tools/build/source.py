"""MkDocs가 HTML로 바꾸기 전의 마크다운을 손본다."""

from tools.build.files.week_overview import overview
from tools.build.site import Site
from tools.page.marks import UnknownMark, resolve_marks


def complete(markdown: str, name: str, whole: str, site: Site) -> str:
    """돋보일 줄을 찾고, 주차의 첫 쪽이면 개념 지도와 확인 문제의 목록을 붙인다.

    Args:
        markdown: 머리를 뗀 마크다운.
        name: docs에서 본 쪽의 이름.
        whole: 머리까지 든 원본. 줄 번호를 맞추는 데 쓴다.
        site: 짓고 있는 사이트.

    Raises:
        ValueError: 돋보일 글이 코드에 없을 때. 파일과 줄을 말한다.
    """
    snippets = site.root / "snippets"
    try:
        markdown = resolve_marks(
            markdown, lambda file: (snippets / file).read_text(encoding="utf-8")
        )
    except UnknownMark as error:
        line = error.line + whole.count("\n") - markdown.count("\n")
        raise ValueError(f"docs/{name}:{line}: {error}") from error
    added = overview(name, site)
    return f"{markdown.rstrip()}{added}" if added else markdown
