"""쪽을 사이트와 같은 마크다운 확장으로 바꾼다. MkDocs 없이 한 쪽만 볼 때 쓴다."""

from functools import cached_property
from pathlib import Path

from markdown import Markdown

from tools.page.config import read_config
from tools.page.markdown import EMBED_LINE

# MkDocs가 늘 켜 두는 것.
BUILTIN = ("toc", "tables", "fenced_code")
SNIPPETS = "pymdownx.snippets"


class Renderer:
    """저장소의 설정대로 쪽을 HTML로 바꾼다."""

    def __init__(self, root: Path) -> None:
        """저장소의 맨 위를 기억한다."""
        self.root = root

    @cached_property
    def options(self) -> dict[str, dict]:
        """켜 둔 확장과 그 설정."""
        listed = read_config(self.root / "mkdocs.yml").get("markdown_extensions") or []
        found: dict[str, dict] = {name: {} for name in BUILTIN}
        for one in listed:
            found |= {one: {}} if isinstance(one, str) else one
        found.pop(SNIPPETS, None)
        return {name: dict(values or {}) for name, values in found.items()}

    def html(self, markdown: str) -> str:
        """머리를 뗀 마크다운을 HTML로 바꾼다. 끼워 넣을 파일은 비워 둔다."""
        converter = Markdown(
            extensions=list(self.options), extension_configs=self.options
        )
        return converter.convert(EMBED_LINE.sub("", markdown))
