"""쪽 하나의 원본."""

from dataclasses import dataclass
from functools import cached_property

from tools.page.headings import headings
from tools.page.questions import Question, questions

PREFIX = "해 보기, "


@dataclass(frozen=True)
class Source:
    """사이트의 쪽 하나.

    Attributes:
        name: docs에서 본 파일의 이름.
        nav_label: 차례에 적힌 이름. 없으면 빈 글이다.
        markdown: 원본.
    """

    name: str
    nav_label: str
    markdown: str

    @cached_property
    def headings(self) -> dict[str, str]:
        """id를 적은 절의 id에서 제목으로. 제목의 링크는 글만 남긴다."""
        return {one.id: one.text for one in headings(self.markdown) if one.explicit}

    @cached_property
    def questions(self) -> list[Question]:
        """고르는 문제. 적힌 차례다."""
        return list(questions(self.markdown))

    @property
    def label(self) -> str:
        """차례에 적힌 이름. 없으면 첫 제목이다."""
        return self.nav_label or next(iter(self.headings.values()), self.name)

    def titled(self, anchor: str) -> str:
        """「쪽 › 절」로 적는다. 쪽의 제목이면 쪽만 적는다."""
        if not anchor or anchor == next(iter(self.headings)):
            return self.label
        return f"{self.label} › {self.headings[anchor].removeprefix(PREFIX)}"
