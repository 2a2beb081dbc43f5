"""글에서 용어를 찾는다.

낱말의 처음에서 시작하고, 조사나 어미 또는 낱말의 끝이 뒤따르는 자리만 용어로 본다.
「층」은 「층을」에서 찾고 「층위」에서는 찾지 않는다. 겹치면 긴 말이 이긴다.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from korean_search.analysis import Analyzer
from korean_search.glossary import dictionary
from korean_search.hangul import is_syllable
from korean_search.store import Store
from tools.data.glossary import Entry

# 낱말에 붙어도 뜻을 바꾸지 않는 것. 긍정 지정사, 동사와 형용사를 만드는 말이다.
TAGS = {"VCP", "XSV", "XSA"}
FORMS = {"하", "한", "해", "되", "들", "별", "끼리"}


@dataclass(frozen=True)
class Found:
    """글의 한 자리에서 찾은 용어."""

    start: int
    end: int
    entry: Entry


class Finder:
    """용어의 이름을 모두 아는 찾개."""

    def __init__(self, entries: Iterable[Entry], store: Store | None = None) -> None:
        """이름마다 어느 용어인지 적어 둔다.

        Args:
            entries: 찾을 용어.
            store: 나눈 글을 담아 둘 곳. 검색과 같은 곳이다.
        """
        self.entries = list(entries)
        self.store = store
        self.owners: dict[str, Entry] = {}
        for entry in self.entries:
            for name in searched(entry):
                self.owners.setdefault(key(name), entry)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """긴 이름부터 견주는 정규 표현식. 낱말 사이는 붙여 쓰기도 한다."""
        names = {name for entry in self.entries for name in searched(entry)}
        ordered = sorted(names, key=lambda name: (-len(name), name))
        either = "|".join(re.escape(name).replace(r"\ ", r"\s?") for name in ordered)
        return re.compile(rf"(?<![\w가-힣])(?:{either})(?![A-Za-z0-9_])")

    @cached_property
    def analyzer(self) -> Analyzer:
        """글을 나누는 것. 한 낱말로 다룰 말이 검색과 같아야 Kiwi를 한 번만 띄운다."""
        return Analyzer(dictionary(entry.term for entry in self.entries), self.store)

    @cached_property
    def fingerprint(self) -> list[tuple[str, str, bool]]:
        """찾는 결과를 정하는 것. 이것이 같으면 같은 글에서 같은 것을 찾는다."""
        return sorted(
            (name, entry.id, entry.tooltip) for name, entry in self.owners.items()
        )

    def find(self, text: str) -> Iterator[Found]:
        """글에서 용어를 차례로 찾는다."""
        yield from self.find_all([text])[0]

    def find_all(self, texts: Sequence[str]) -> list[list[Found]]:
        """글마다 용어를 찾는다. 나눌 글을 모아 한 번에 나누므로 하나씩보다 빠르다."""
        matches = [list(self.pattern.finditer(text)) for text in texts]
        asked = [
            flat(text)
            for text, found in zip(texts, matches, strict=True)
            if any(needs_analysis(text, match.end()) for match in found)
        ]
        tokens = dict(zip(asked, self.analyzer.tokenize(asked), strict=True))
        return [
            [
                Found(match.start(), match.end(), self.owners[key(match[0])])
                for match in found
                if not needs_analysis(text, match.end())
                or ends_word(tokens[flat(text)], match.end())
            ]
            for text, found in zip(texts, matches, strict=True)
        ]


def flat(text: str) -> str:
    """줄바꿈을 빈칸으로 바꾼 글. 글자의 자리는 그대로다."""
    return text.replace("\n", " ")


def searched(entry: Entry) -> list[str]:
    """본문에서 찾을 이름. 영어와, 다른 뜻으로도 쓰이는 말은 뺀다."""
    skipped = {entry.english, *entry.ambiguous} - {entry.name}
    return [name for name in entry.term.names if name not in skipped]


def key(name: str) -> str:
    """띄어쓰기를 지워 견준다. 대소문자는 가린다."""
    return re.sub(r"\s", "", name)


def needs_analysis(text: str, end: int) -> bool:
    """한글 낱말의 바로 뒤에 한글이 있어 조사인지 따져야 하는지 답한다."""
    return end < len(text) and is_syllable(text[end]) and is_syllable(text[end - 1])


def ends_word(tokens: list, end: int) -> bool:
    """`end`가 형태소의 경계이고, 뒤따르는 것이 조사나 어미인지 답한다."""
    for token in tokens:
        if token.start == end:
            tag = token.tag.split("-")[0]
            return tag[0] in "JE" or tag in TAGS or token.form in FORMS
        if token.start > end:
            return False
    return False
