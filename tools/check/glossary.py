"""용어집(docs/glossary.yml)이 스스로 어긋나지 않는지, 글이 용어집을 따르는지 본다."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

import yaml

from tools.check.configuration import broken
from tools.check.finding import Finding
from tools.page.headings import headings
from tools.page.markdown import prose
from tools.page.project import Project

FILE = "docs/glossary.yml"
# 이만큼 닮으면 다른 낱말이 아니라 같은 낱말을 다르게 적은 것이다.
SAME_WORD = 0.8


@dataclass(frozen=True)
class Entry:
    """용어 하나와 그것이 적힌 줄."""

    line: int
    term: str
    english: str
    others: list[tuple[int, str]]
    """줄임말과 다른 이름을 (줄, 이름)으로 적는다."""
    page: tuple[int, str] | None
    """다룬 쪽이 적힌 줄과 그 쪽."""


def find(project: Project) -> Iterator[Finding]:
    """용어집이 있으면 용어집과 모든 쪽을 본다."""
    path = project.root / FILE
    if not path.exists():
        return
    try:
        root = yaml.compose(project.read(path), yaml.SafeLoader)
    except yaml.YAMLError as error:
        yield broken(FILE, error)
        return
    entries = [entry_of(node) for node in root.value] if root else []
    yield from find_clashes(entries)
    yield from find_dead_pages(project, entries)
    yield from find_in_prose(project, entries)


def find_dead_pages(project: Project, entries: list[Entry]) -> Iterator[Finding]:
    """다룬 쪽이나 절이 없는 용어를 찾는다. 사이트가 지어지지 않는다."""
    known: dict[str, set[str]] = {}
    for page in project.pages:
        name = page.relative_to(project.docs).as_posix()
        known[name] = {heading.id for heading in headings(project.read(page))}
    for entry in entries:
        if not entry.page:
            continue
        line, address = entry.page
        path, _, anchor = address.partition("#")
        if path not in known:
            yield Finding(
                FILE,
                line,
                f"용어 '{entry.term}'을(를) 다룬 '{path}' 쪽이 없습니다.",
                "docs에서 본 폴더와 이름을 .md까지 적으세요.",
            )
        elif anchor and anchor not in known[path]:
            yield Finding(
                FILE,
                line,
                f"용어 '{entry.term}'을(를) 다룬 '#{anchor}' 절이 '{path}'에 없습니다.",
                "제목 옆의 { #id }를 보고 고치세요.",
            )


def entry_of(node: yaml.MappingNode) -> Entry:
    """YAML 마디 하나를 용어로 읽는다."""
    fields = {key.value: value for key, value in node.value}
    others = [
        (item.start_mark.line + 1, str(item.value))
        for name in ("abbreviation", "variants")
        if name in fields
        for item in items(fields[name])
    ]
    return Entry(
        node.start_mark.line + 1,
        fields["term"].value if "term" in fields else "",
        fields["english"].value if "english" in fields else "",
        others,
        (fields["page"].start_mark.line + 1, fields["page"].value)
        if "page" in fields
        else None,
    )


def items(node: yaml.Node) -> list[yaml.Node]:
    """목록이면 그 안의 것을, 값 하나면 그것을 돌려준다."""
    if isinstance(node, yaml.SequenceNode):
        return node.value
    return [node] if node.value else []


def find_clashes(entries: list[Entry]) -> Iterator[Finding]:
    """두 번 적은 용어와, 두 용어를 함께 가리키는 이름을 찾는다."""
    terms: dict[str, Entry] = {}
    for entry in entries:
        if not entry.term:
            yield Finding(
                FILE, entry.line, "'term'이 없습니다.", "'term: 표준 용어'를 적으세요."
            )
        elif entry.term in terms:
            yield Finding(
                FILE,
                entry.line,
                f"용어 '{entry.term}'이(가) {terms[entry.term].line}번째 줄에도 "
                "있습니다.",
                "두 항목을 하나로 합치세요.",
            )
        terms.setdefault(entry.term, entry)
    owners: dict[str, Entry] = {}
    for entry in entries:
        for line, name in entry.others:
            owner = owners.setdefault(name.casefold(), terms.get(name, entry))
            if owner.term != entry.term:
                yield Finding(
                    FILE,
                    line,
                    f"'{name}'이(가) '{owner.term}'와(과) '{entry.term}'을(를) "
                    "함께 가리킵니다.",
                    "두 용어 가운데 하나에만 적으세요.",
                )


def holds(one: str, other: str) -> bool:
    """짧은 쪽의 글자가 긴 쪽에 차례대로 다 있는지 본다."""
    short, long = sorted((one, other), key=len)
    letters = iter(long)
    return len(short) < len(long) and all(letter in letters for letter in short)


def misspellings(entry: Entry) -> Iterator[str]:
    """다른 이름 가운데 같은 낱말을 다르게 적은 것만 고른다. '레이어'는 남긴다.

    한쪽의 글자를 모두 품으면 「다중 입출력」처럼 낱말을 더한 다른 말로 본다.
    """
    flat = entry.term.replace(" ", "")
    for _, name in entry.others:
        if re.search("[가-힣]", name) and name != entry.term:
            pair = [
                unicodedata.normalize("NFD", x) for x in (flat, name.replace(" ", ""))
            ]
            if (
                not holds(flat, name.replace(" ", ""))
                and SequenceMatcher(None, *pair).ratio() >= SAME_WORD
                and name not in entry.term
            ):
                yield name


def find_in_prose(project: Project, entries: list[Entry]) -> Iterator[Finding]:
    """표준과 다르게 적은 용어를 찾는다."""
    terms = {entry.term for entry in entries}
    wrong = {
        name: entry.term
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
