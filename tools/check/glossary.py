"""용어집(docs/glossary.yml)이 스스로 어긋나지 않는지, 글이 용어집을 따르는지 본다."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

from tools.check import drafts
from tools.data.glossary import FILE, Entry, clashes, page_problems, wording
from tools.finding import Finding
from tools.page.markdown import prose
from tools.page.project import Project

# 이만큼 닮으면 다른 낱말이 아니라 같은 낱말을 다르게 적은 것이다.
SAME_WORD = 0.8
INTRODUCED = re.compile(
    r"(?P<korean>[가-힣][가-힣A-Za-z0-9 -]*)\((?P<english>[A-Za-z][A-Za-z0-9 -]+)[,)]"
)


def find(project: Project) -> Iterator[Finding]:
    """용어집이 있으면 용어집과 모든 쪽을 본다."""
    entries, problems = project.glossary
    yield from problems
    yield from clashes(entries)
    yield from wording(entries)
    yield from page_problems(entries, project.headings.get)
    yield from find_in_prose(project, entries)
    yield from find_renamed(project, entries)


def holds(one: str, other: str) -> bool:
    """짧은 쪽의 글자가 긴 쪽에 차례대로 다 있는지 본다."""
    short, long = sorted((one, other), key=len)
    letters = iter(long)
    return len(short) < len(long) and all(letter in letters for letter in short)


@cache
def misspellings(term: str, names: tuple[str, ...]) -> list[str]:
    """다른 이름 가운데 같은 낱말을 다르게 적은 것만 고른다. '레이어'는 남긴다.

    한쪽의 글자를 모두 품으면 「다중 입출력」처럼 낱말을 더한 다른 말로 본다.
    """
    return [
        name
        for name in names
        if re.search("[가-힣]", name) and name not in term and same_word(term, name)
    ]


def same_word(one: str, other: str) -> bool:
    """띄어쓰기를 가리지 않고, 글자 몇 개만 다른 말인지 본다."""
    flat = [x.replace(" ", "") for x in (one, other)]
    letters = [unicodedata.normalize("NFD", x) for x in flat]
    return not holds(*flat) and SequenceMatcher(None, *letters).ratio() >= SAME_WORD


def find_in_prose(project: Project, entries: list[Entry]) -> Iterator[Finding]:
    """표준과 다르게 적은 용어를 찾는다."""
    terms = {entry.name for entry in entries}
    wrong = {
        name: entry.name
        for entry in entries
        for name in misspellings(entry.name, tuple(x for _, x in entry.named))
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


def find_renamed(project: Project, entries: list[Entry]) -> Iterator[Finding]:
    """쪽에서 영어와 함께 소개한 말이 그 영어의 용어가 아닌 것을 찾는다."""
    by_english = {bare(one.english): one for one in entries if one.english}
    for page in project.pages:
        if drafts.is_draft(project, page.parent.name):
            continue  # 쓴 사람의 말은 할 일의 목록에서 정한다
        for korean, english in introduced(project.read(page)):
            entry = by_english.get(bare(english))
            if entry is None:
                continue
            names = [entry.name, *(name for _, name in entry.named)]
            if not any(bare(korean).endswith(bare(name)) for name in names):
                yield Finding(
                    FILE,
                    entry.line,
                    f"'{project.name(page)}'은(는) '{korean}({english})'(이)라고 "
                    f"적었는데 용어는 '{entry.name}'입니다.",
                    "쪽의 말에 맞추거나, 쪽의 말을 variants에 더하세요.",
                )


def bare(word: str) -> str:
    """띄어쓰기, 붙임표, 대소문자를 가리지 않게 한다."""
    return re.sub(r"[\s-]", "", word).casefold()


@cache
def introduced(text: str) -> list[tuple[str, str]]:
    """「해밍 손실(Hamming loss)」처럼 소개한 (말, 영어)를 모은다."""
    found = INTRODUCED.finditer(prose(text).replace("**", ""))
    return [(match["korean"], match["english"]) for match in found]
