"""용어집(docs/glossary.yml)이 스스로 어긋나지 않는지, 글이 용어집을 따르는지 본다."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

from tools.data.glossary import Entry, clashes, page_problems, wording
from tools.finding import Finding
from tools.page.markdown import prose
from tools.page.project import Project

# 이만큼 닮으면 다른 낱말이 아니라 같은 낱말을 다르게 적은 것이다.
SAME_WORD = 0.8


def find(project: Project) -> Iterator[Finding]:
    """용어집이 있으면 용어집과 모든 쪽을 본다."""
    entries, problems = project.glossary
    yield from problems
    yield from clashes(entries)
    yield from wording(entries)
    yield from page_problems(entries, project.headings.get)
    yield from find_in_prose(project, entries)


def holds(one: str, other: str) -> bool:
    """짧은 쪽의 글자가 긴 쪽에 차례대로 다 있는지 본다."""
    short, long = sorted((one, other), key=len)
    letters = iter(long)
    return len(short) < len(long) and all(letter in letters for letter in short)


def misspellings(entry: Entry) -> Iterator[str]:
    """다른 이름 가운데 같은 낱말을 다르게 적은 것만 고른다. '레이어'는 남긴다.

    한쪽의 글자를 모두 품으면 「다중 입출력」처럼 낱말을 더한 다른 말로 본다.
    """
    flat = entry.name.replace(" ", "")
    for _, name in entry.named:
        if re.search("[가-힣]", name) and name != entry.name:
            pair = [
                unicodedata.normalize("NFD", x) for x in (flat, name.replace(" ", ""))
            ]
            if (
                not holds(flat, name.replace(" ", ""))
                and SequenceMatcher(None, *pair).ratio() >= SAME_WORD
                and name not in entry.name
            ):
                yield name


def find_in_prose(project: Project, entries: list[Entry]) -> Iterator[Finding]:
    """표준과 다르게 적은 용어를 찾는다."""
    terms = {entry.name for entry in entries}
    wrong = {
        name: entry.name
        for entry in entries
        for name in misspellings(entry)
        if name not in terms
    }
    if not wrong:
        return
    longest_first = sorted(wrong, key=len, reverse=True)
    pattern = re.compile(rf"(?<![가-힣])({'|'.join(map(re.escape, longest_first))})")
    for page in project.pages:
        for number, line in enumerate(prose(project.read(page)).split("\n"), start=1):
            for match in pattern.finditer(line):
                yield Finding(
                    project.name(page),
                    number,
                    f"용어집과 다르게 '{match[1]}'(이)라고 적었습니다.",
                    f"'{wrong[match[1]]}'(으)로 고치세요.",
                )
