"""용어집(`docs/glossary.yml`)을 읽는다. 이름을 모으는 규칙은 검색과 함께 쓴다."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from korean_search.glossary import Term, compact, term_of
from korean_search.hangul import initial, is_syllable
from tools.finding import Finding, Wrong
from tools.yaml_reader import YamlReader, is_empty, is_text

NAME = "glossary.yml"
FILE = f"docs/{NAME}"
REQUIRED = ("english", "definition", "page")
LISTS = ("abbreviation", "variants", "ambiguous")
FIELDS = ("term", *REQUIRED, *LISTS, "usage", "tooltip")
EXAMPLE = "term: 표준 용어"
# 된소리는 예사소리와 한 묶음에 둔다.
PLAIN = str.maketrans("ㄲㄸㅃㅆㅉ", "ㄱㄷㅂㅅㅈ")


class WrongEntry(Wrong):
    """용어집에서 고쳐야 할 곳."""


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
        lines: 칸의 이름에서 그것이 적힌 줄로.
        named: 줄임말과 다른 이름을 (줄, 이름)으로.
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
    lines: Mapping[str, int] = field(compare=False)
    named: tuple[tuple[int, str], ...]

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


class Reader(YamlReader):
    """용어집 하나를 읽는다. 틀린 칸이 있는 용어도 읽을 수 있는 데까지 읽는다."""

    def __init__(self) -> None:
        """빈 용어집에서 시작한다."""
        super().__init__(FILE)
        self.taken: dict[str, int] = {}

    def read(self, text: str) -> list[Entry]:
        """용어를 적힌 차례로 읽는다. 틀린 곳은 `problems`에 모인다."""
        root = self.compose(text)
        if is_empty(root):
            if not self.problems:
                self.wrong(1, "용어가 하나도 없습니다.", f"'- {EXAMPLE}'을 적으세요.")
            return []
        found = map(self.entry, self.items(root, f"'- {EXAMPLE}'처럼 줄표로 시작하는"))
        return [entry for entry in found if entry]

    def entry(self, node: yaml.Node) -> Entry | None:
        """용어 하나를 읽는다. `term`이 없으면 None이다."""
        values, lines = {}, {}
        for key, value in self.fields(node, EXAMPLE):
            if key.value in FIELDS:
                values[key.value], lines[key.value] = value, self.line(key)
            else:
                self.wrong(
                    key,
                    f"'{key.value}'(이)라는 칸은 없습니다.",
                    f"{', '.join(FIELDS)} 가운데 하나로 고치거나 줄을 지우세요.",
                )
        if not is_text(values.get("term")):
            if isinstance(node, yaml.MappingNode):
                self.wrong(
                    node,
                    "'term'이 없거나 글이 아닙니다.",
                    f"'{EXAMPLE}'를 적으세요. 수라면 따옴표로 감싸세요.",
                )
            return None
        name = values["term"].value
        texts = {x: self.one(node, name, x, values.get(x)) for x in REQUIRED}
        names = {x: self.words(name, x, values.get(x)) for x in LISTS}
        page, _, anchor = texts["page"].partition("#")
        entry = Entry(
            self.line(node),
            term_of(
                {
                    "term": name,
                    "english": texts["english"],
                    **{x: [word for _, word in names[x]] for x in LISTS[:2]},
                }
            ),
            texts["english"],
            texts["definition"],
            self.one(None, name, "usage", values.get("usage")),
            page,
            anchor,
            self.shows(name, values.get("tooltip")),
            tuple(word for _, word in names["ambiguous"]),
            lines,
            (*names["abbreviation"], *names["variants"]),
        )
        self.check_address(entry)
        return entry

    def one(
        self, owner: yaml.Node | None, term: str, name: str, node: yaml.Node | None
    ) -> str:
        """글 한 줄을 읽는다. `owner`가 있으면 빠뜨릴 수 없는 칸이다."""
        if is_text(node):
            return node.value
        if node is None and owner is None:
            return ""
        end = "" if owner else " 없으면 줄을 지우세요."
        self.wrong(
            owner if owner and is_empty(node) else node,
            f"용어 '{term}'에 {name}을(를) 글로 적지 않았습니다.",
            f"{name}을(를) 한 줄 적으세요. 수는 따옴표로 감싸세요.{end}",
        )
        return ""

    def words(
        self, term: str, name: str, node: yaml.Node | None
    ) -> list[tuple[int, str]]:
        """[말, 말]처럼 적은 이름을 줄과 함께 읽는다."""
        if node is None:
            return []
        listed = isinstance(node, yaml.SequenceNode)
        if listed and node.value and all(map(is_text, node.value)):
            return [(self.line(item), item.value.strip()) for item in node.value]
        self.wrong(
            node,
            f"용어 '{term}'의 {name}이(가) 글의 목록이 아닙니다.",
            f"{name}에는 [말, 말]처럼 적고, 수는 따옴표로 감싸세요. "
            "없으면 줄을 지우세요.",
        )
        texts = filter(is_text, node.value if listed else [])
        return [(self.line(item), item.value.strip()) for item in texts]

    def shows(self, term: str, node: yaml.Node | None) -> bool:
        """본문에서 뜻을 띄울지 읽는다."""
        if node is None:
            return True
        if not isinstance(node, yaml.ScalarNode) or node.value != "false":
            self.wrong(
                node,
                f"용어 '{term}'의 tooltip을 읽을 수 없습니다.",
                "tooltip에는 false만 적을 수 있습니다. 뜻을 띄우려면 줄을 지우세요.",
            )
        return False

    def check_address(self, entry: Entry) -> None:
        """용어집 쪽에서의 자리가 하나뿐인지 본다."""
        if not entry.english:
            return
        if not entry.id:
            self.wrong(
                entry.line,
                f"용어 '{entry.name}'의 english를 영어로 적지 않았습니다.",
                "주소를 만들 수 있게 로마자가 든 말로 적으세요.",
            )
        elif (first := self.taken.setdefault(entry.id, entry.line)) != entry.line:
            self.wrong(
                entry.line,
                f"용어 '{entry.name}'의 주소 '#{entry.id}'이(가) {first}번째 줄의 "
                "용어와 같습니다.",
                "english를 다르게 적으세요.",
            )


def page_problems(
    entries: Iterable[Entry], headings: Callable[[str], Mapping[str, str] | None]
) -> Iterator[Finding]:
    """다룬 쪽이나 절이 없는 용어를 찾는다. 인자는 `check_pages`와 같다."""
    for entry in entries:
        found = headings(entry.page)
        line = entry.lines.get("page", entry.line)
        if entry.page and found is None:
            yield Finding(
                FILE,
                line,
                f"용어 '{entry.name}'을(를) 다룬 '{entry.page}' 쪽이 없습니다.",
                "docs에서 본 폴더와 이름을 .md까지 적으세요.",
            )
        elif entry.page and entry.anchor and entry.anchor not in found:
            yield Finding(
                FILE,
                line,
                f"용어 '{entry.name}'을(를) 다룬 '#{entry.anchor}' 절이 "
                f"'{entry.page}'에 없습니다.",
                "제목 옆의 { #id }를 보고 고치세요.",
            )


def clashes(entries: Iterable[Entry]) -> Iterator[Finding]:
    """두 번 적은 용어와 이름, 두 용어를 함께 가리키는 이름을 찾는다."""
    entries = list(entries)
    terms: dict[str, Entry] = {}
    owners: dict[str, Entry] = {}
    for entry in entries:
        first = terms.setdefault(entry.name, entry)
        if first is not entry:
            yield Finding(
                FILE,
                entry.line,
                f"용어 '{entry.name}'이(가) {first.line}번째 줄에도 있습니다.",
                "두 항목을 하나로 합치세요.",
            )
        owners.setdefault(compact(entry.name), entry)
    for entry in entries:
        seen = {compact(entry.name)}
        english = (entry.lines.get("english", entry.line), entry.english)
        # 영어가 곧 용어인 것이 있다.
        given = [] if compact(entry.english) in seen | {""} else [english]
        for line, name in [*given, *entry.named]:
            owner = owners.setdefault(compact(name), entry)
            if compact(name) in seen:
                yield Finding(
                    FILE,
                    line,
                    f"'{name}'은(는) 앞에 적은 말과 같게 다룹니다.",
                    "지우세요. 띄어쓰기, 대소문자, 붙임표는 가리지 않습니다.",
                )
            elif owner.name != entry.name:
                yield Finding(
                    FILE,
                    line,
                    f"'{name}'이(가) '{owner.name}'와(과) '{entry.name}'을(를) "
                    "함께 가리킵니다.",
                    "두 용어 가운데 하나에만 적으세요.",
                )
            seen.add(compact(name))


def wording(entries: Iterable[Entry]) -> Iterator[Finding]:
    """뜻이 한 문장이 아니거나, 찾지 않을 이름이 이름에 없는 용어를 찾는다."""
    for entry in entries:
        for name, text in (("definition", entry.definition), ("usage", entry.usage)):
            if text and (not text.endswith("다.") or re.search(r"[.?!]\s", text)):
                yield Finding(
                    FILE,
                    entry.lines[name],
                    f"용어 '{entry.name}'의 {name}이(가) 한 문장이 아닙니다.",
                    f"{name}을(를) 「…다.」로 끝나는 한 문장으로 고치세요.",
                )
        names = {word for _, word in entry.named}
        for word in entry.ambiguous:
            if word not in names:
                yield Finding(
                    FILE,
                    entry.lines["ambiguous"],
                    f"ambiguous의 '{word}'은(는) variants에 없습니다.",
                    "철자를 맞추거나 지우세요.",
                )


def load(file: Path) -> list[Entry]:
    """용어집을 적힌 차례로 읽는다.

    Raises:
        WrongEntry: 읽을 수 없거나, 칸이 틀렸거나, 두 용어의 주소가 같을 때.
    """
    reader = Reader()
    entries = reader.read(file.read_text(encoding="utf-8"))
    raise_first(reader.problems)
    return entries


def check_pages(
    entries: Iterable[Entry], headings: Callable[[str], Mapping[str, str] | None]
) -> None:
    """용어마다 적힌 쪽과 절이 정말 있는지 본다.

    Args:
        entries: 용어.
        headings: 쪽의 절을 id에서 제목으로 찾는 함수. 쪽이 없으면 None을 준다.

    Raises:
        WrongEntry: 쪽이나 절이 없을 때.
    """
    raise_first(page_problems(entries, headings))


def raise_first(problems: Iterable[Finding]) -> None:
    """틀린 곳이 있으면 처음 것을 알리고 멈춘다."""
    for finding in problems:
        raise WrongEntry(finding)
