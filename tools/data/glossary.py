"""용어집(`docs/glossary.yml`)을 읽는다. 이름을 모으는 규칙은 검색과 함께 쓴다."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml

from korean_search.glossary import Term, load_glossary
from korean_search.hangul import initial, is_syllable

NAME = "glossary.yml"
# 된소리는 예사소리와 한 묶음에 둔다.
PLAIN = str.maketrans("ㄲㄸㅃㅆㅉ", "ㄱㄷㅂㅅㅈ")


class WrongEntry(ValueError):  # noqa: N818 - 이름이 곧 까닭이다
    """용어집에서 고쳐야 할 곳. 파일과 줄, 고치는 법을 적는다."""

    def __init__(self, line: int, mend: str) -> None:
        """자리를 앞에 붙인다."""
        super().__init__(f"docs/{NAME}:{line}: {mend}")


@dataclass(frozen=True)
class Entry:
    """용어 하나.

    Attributes:
        line: 용어집에서 시작하는 줄.
        term: 이 사이트가 쓰는 말과, 같은 것을 가리키는 모든 이름.
        english: 대표 영어.
        definition: 한 문장으로 적은 뜻. 마크다운이다.
        usage: 표기가 얼마나 갈리는지. 없으면 빈 글이다.
        page: 가장 잘 다룬 쪽. docs에서 본 파일 이름이다.
        anchor: 그 쪽에서 다룬 절. 없으면 빈 글이다.
        tooltip: 본문에서 뜻을 띄울 만한 말인지.
        ambiguous: 다른 뜻으로도 쓰여 본문에서는 찾지 않을 이름.
    """

    line: int
    term: Term
    english: str
    definition: str
    usage: str
    page: str
    anchor: str
    tooltip: bool
    ambiguous: tuple[str, ...]

    @property
    def name(self) -> str:
        """이 사이트가 쓰는 말."""
        return self.term.term

    @property
    def others(self) -> list[str]:
        """용어와 대표 영어를 뺀 다른 이름."""
        return [x for x in self.term.names if x not in (self.name, self.english)]

    @property
    def id(self) -> str:
        """용어집 쪽에서의 자리. 대표 영어에서 만들어 차례가 바뀌어도 그대로다."""
        return slug(self.english)

    @property
    def group(self) -> str:
        """첫 글자의 초성. 한글로 시작하지 않으면 A다."""
        first = self.name[0]
        return initial(first).translate(PLAIN) if is_syllable(first) else "A"


def slug(english: str) -> str:
    """영어를 주소에 쓸 소문자와 붙임표로 바꾼다."""
    plain = unicodedata.normalize("NFKD", english).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "").lower()).strip("-")


def load(file: Path) -> list[Entry]:
    """용어집을 적힌 차례로 읽는다.

    Raises:
        WrongEntry: 뜻이나 쪽이 없거나 두 용어의 주소가 같을 때.
    """
    text = file.read_text(encoding="utf-8")
    terms = load_glossary(file)
    lines = [node.start_mark.line + 1 for node in yaml.compose(text).value]
    entries = []
    taken: dict[str, int] = {}
    for line, term, fields in zip(lines, terms, yaml.safe_load(text), strict=True):
        for field in ("english", "definition", "page"):
            if not isinstance(fields.get(field), str) or not fields[field].strip():
                raise WrongEntry(
                    line, f"용어 '{term.term}'에 {field}을(를) 한 줄 적으세요."
                )
        page, _, anchor = fields["page"].partition("#")
        entry = Entry(
            line,
            term,
            fields["english"],
            fields["definition"],
            fields.get("usage", ""),
            page,
            anchor,
            fields.get("tooltip", True),
            tuple(fields.get("ambiguous", ())),
        )
        if not entry.id:
            raise WrongEntry(line, f"용어 '{entry.name}'의 english를 영어로 적으세요.")
        if (first := taken.setdefault(entry.id, line)) != line:
            raise WrongEntry(
                line,
                f"용어 '{entry.name}'의 주소 '#{entry.id}'이(가) {first}번째 줄의 "
                "용어와 같습니다. english를 다르게 적으세요.",
            )
        entries.append(entry)
    return entries


def check_pages(
    entries: list[Entry], headings: Callable[[str], dict[str, str] | None]
) -> None:
    """용어마다 적힌 쪽과 절이 정말 있는지 본다.

    Args:
        entries: 용어.
        headings: 쪽의 절을 id에서 제목으로 찾는 함수. 쪽이 없으면 None을 준다.

    Raises:
        WrongEntry: 쪽이나 절이 없을 때.
    """
    for entry in entries:
        found = headings(entry.page)
        if found is None:
            raise WrongEntry(
                entry.line,
                f"용어 '{entry.name}'의 page에 적은 '{entry.page}' 쪽이 docs에 "
                "없습니다. 폴더와 .md까지 적으세요.",
            )
        if entry.anchor and entry.anchor not in found:
            raise WrongEntry(
                entry.line,
                f"용어 '{entry.name}'의 page에 적은 '#{entry.anchor}' 절이 "
                f"'{entry.page}'에 없습니다. 제목 옆의 {{ #id }}를 보고 고치세요.",
            )
