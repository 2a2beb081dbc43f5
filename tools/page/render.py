"""쪽을 사이트와 같은 마크다운 확장으로 바꾼다. MkDocs 없이 한 쪽만 볼 때 쓴다."""

import re
from collections.abc import Mapping

from markdown import Markdown

from tools.page.markdown import EMBED_LINE

# MkDocs가 늘 켜 두는 것.
BUILTIN = ("toc", "tables", "fenced_code")
EMBEDDING = "pymdownx.snippets"
HIGHLIGHTING = "pymdownx.highlight"
# 색을 입히지 않을 때는 쓸 수 없는 코드 상자의 `title="…"`.
OPTIONS = re.compile(
    r'(?P<fence>^[ \t]*(?:`{3,}|~{3,})\w+)(?:[ \t]+\w+="[^"\n]*")+[ \t]*$', re.M
)


class Renderer:
    """사이트의 설정대로 쪽을 HTML로 바꾼다. 끼워 넣을 파일은 비워 둔다."""

    def __init__(self, config: Mapping) -> None:
        """켜 둔 확장과 그 설정을 읽는다.

        Args:
            config: `mkdocs.yml`을 읽은 것.
        """
        options: dict[str, dict] = {name: {} for name in BUILTIN}
        for one in config.get("markdown_extensions") or []:
            options |= {one: {}} if isinstance(one, str) else one
        options.pop(EMBEDDING, None)
        if HIGHLIGHTING in options:  # 코드의 색은 글과 무관하고 오래 걸린다
            options[HIGHLIGHTING] = {"use_pygments": False}
        self.options = {name: dict(values or {}) for name, values in options.items()}

    def html(self, markdown: str) -> str:
        """머리를 뗀 마크다운을 HTML로 바꾼다."""
        converter = Markdown(
            extensions=list(self.options), extension_configs=self.options
        )
        return converter.convert(
            OPTIONS.sub(r"\g<fence>", EMBED_LINE.sub("", markdown))
        )
