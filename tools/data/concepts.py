"""주차마다의 개념 지도(`docs/week*/concepts.yml`)를 읽고, 링크가 모두 맞는지 본다."""

import posixpath
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

import yaml

NAME = "concepts.yml"


class WrongConcept(ValueError):  # noqa: N818 - 이름이 곧 까닭이다
    """개념 지도에서 고쳐야 할 곳. 파일과 줄, 고치는 법을 적는다."""

    def __init__(self, file: str, line: int, mend: str) -> None:
        """자리를 앞에 붙인다."""
        self.line = line
        self.mend = mend
        super().__init__(f"docs/{file}:{line}: {mend}")


@dataclass(frozen=True)
class Place:
    """쪽이나 그 안의 절. 쪽은 docs에서 본 파일 이름이다."""

    page: str
    anchor: str = ""


def target(place: Place) -> str:
    """docs에서 본 링크의 주소."""
    return f"{place.page}#{place.anchor}" if place.anchor else place.page


@dataclass(frozen=True)
class Link:
    """앞에서 배운 것이 뒤에서 쓰이는 까닭."""

    line: int
    before: Place
    after: Place
    why: str


@dataclass(frozen=True)
class Beyond:
    """주차 밖에서 쓰이는 곳."""

    place: Place
    name: str
    why: str


@dataclass
class Concepts:
    """주차 하나의 개념 지도.

    Attributes:
        folder: 주차의 폴더.
        before: 쪽마다 먼저 알면 좋은 용어.
        links: 쪽에서 쪽으로 가는 길.
        beyond: 주차 밖에서 쓰이는 곳.
    """

    folder: str
    before: dict[str, list[str]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    beyond: list[Beyond] = field(default_factory=list)

    @property
    def inner(self) -> list[tuple[str, str]]:
        """두 끝이 모두 이 주차에 든 (앞 쪽, 뒤 쪽)."""
        pairs = [(link.before.page, link.after.page) for link in self.links]
        inside = f"{self.folder}/"
        return list(
            dict.fromkeys(
                pair for pair in pairs if all(x.startswith(inside) for x in pair)
            )
        )


class Reader:
    """파일 하나를 읽는다. 틀린 곳의 줄을 알려고 YAML의 마디를 따라간다."""

    def __init__(
        self, file: str, pages: Mapping[str, Mapping[str, str]], terms: Set[str]
    ) -> None:
        """있는 쪽과 절, 용어를 기억한다."""
        self.file = file
        self.folder = posixpath.dirname(file)
        self.pages = pages
        self.terms = terms

    def wrong(self, node: yaml.Node, mend: str) -> WrongConcept:
        """마디가 적힌 줄을 알린다."""
        return WrongConcept(self.file, node.start_mark.line + 1, mend)

    def read(self, text: str) -> Concepts:
        """모두 읽고, 쪽이 돌고 돌지 않는지 본다."""
        concepts = Concepts(self.folder)
        root = yaml.compose(text)
        if root is None:
            return concepts
        for key, node in self.items(root, {"before", "links", "next"}):
            if key == "before":
                concepts.before = dict(self.befores(node))
            elif key == "links":
                concepts.links = [self.link(item) for item in self.rows(node)]
            else:
                concepts.beyond = [self.outside(item) for item in self.rows(node)]
        self.check_no_loop(concepts)
        return concepts

    def items(
        self, node: yaml.Node, known: Set[str]
    ) -> Iterator[tuple[str, yaml.Node]]:
        """아는 칸만 받는다."""
        if not isinstance(node, yaml.MappingNode):
            raise self.wrong(node, f"{', '.join(sorted(known))}(을)를 적는 자리입니다.")
        for key, value in node.value:
            if key.value not in known:
                raise self.wrong(
                    key,
                    f"'{key.value}'(이)라는 칸은 없습니다. "
                    f"{', '.join(sorted(known))} 가운데 하나로 고치세요.",
                )
            yield key.value, value

    def rows(self, node: yaml.Node) -> list[yaml.Node]:
        """줄표로 시작하는 목록을 받는다."""
        if not isinstance(node, yaml.SequenceNode):
            raise self.wrong(node, "'- from: …'처럼 줄표로 시작하는 목록으로 적으세요.")
        return node.value

    def fields(self, node: yaml.Node, known: tuple[str, ...]) -> dict[str, yaml.Node]:
        """칸이 빠짐없이 있는지 본다."""
        found = dict(self.items(node, set(known)))
        for name in known:
            value = found.get(name)
            if not isinstance(value, yaml.ScalarNode) or not value.value.strip():
                raise self.wrong(node, f"'{name}'을(를) 한 줄 적으세요.")
        return found

    def place(self, node: yaml.Node) -> Place:
        """쪽과 절이 있는지 본다."""
        path, _, anchor = node.value.partition("#")
        page = posixpath.normpath(posixpath.join(self.folder, path))
        if page not in self.pages:
            raise self.wrong(
                node,
                f"'{path}' 쪽이 없습니다. 이 폴더에서 본 이름을 .md까지 적으세요.",
            )
        if anchor and anchor not in self.pages[page]:
            raise self.wrong(
                node,
                f"'{path}'에 '#{anchor}' 절이 없습니다. "
                "제목 옆의 { #id }를 보고 고치세요.",
            )
        return Place(page, anchor)

    def befores(self, node: yaml.Node) -> Iterator[tuple[str, list[str]]]:
        """쪽마다 먼저 알면 좋은 용어를 읽는다."""
        if not isinstance(node, yaml.MappingNode):
            raise self.wrong(node, "'쪽.md: [용어, 용어]'로 적으세요.")
        for key, value in node.value:
            page = self.place(key).page
            for term in self.rows(value):
                if term.value not in self.terms:
                    raise self.wrong(
                        term,
                        f"용어집에 '{term.value}'이(가) 없습니다. "
                        "docs/glossary.yml의 term 가운데 하나로 고치세요.",
                    )
            yield page, [term.value for term in value.value]

    def link(self, node: yaml.Node) -> Link:
        """길 하나를 읽는다."""
        row = self.fields(node, ("from", "to", "why"))
        before, after = self.place(row["from"]), self.place(row["to"])
        if before.page == after.page:
            raise self.wrong(node, "from과 to가 같은 쪽입니다. 다른 쪽을 적으세요.")
        return Link(node.start_mark.line + 1, before, after, row["why"].value)

    def outside(self, node: yaml.Node) -> Beyond:
        """주차 밖에서 쓰이는 곳 하나를 읽는다."""
        row = self.fields(node, ("from", "name", "why"))
        return Beyond(self.place(row["from"]), row["name"].value, row["why"].value)

    def check_no_loop(self, concepts: Concepts) -> None:
        """돌아오는 길이 있으면 위에서 아래로 그릴 수 없다."""
        for link in reversed(concepts.links):
            if link.before.page in reached(concepts.inner, link.after.page):
                raise WrongConcept(
                    self.file,
                    link.line,
                    "이 길을 따라가면 떠난 쪽으로 되돌아옵니다. "
                    "from과 to를 바꾸거나 지우세요.",
                )


def reached(pairs: list[tuple[str, str]], start: str) -> set[str]:
    """길을 따라 갈 수 있는 쪽을 모두 찾는다."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        page = waiting.pop()
        waiting += [y for x, y in pairs if x == page and y not in found]
        found |= {y for x, y in pairs if x == page}
    return found


def layers(pairs: list[tuple[str, str]]) -> dict[str, int]:
    """쪽마다 층을 정한다. 모든 길이 위에서 아래로 가도록 가장 긴 길의 길이로 잡는다."""
    level = dict.fromkeys((page for pair in pairs for page in pair), 0)
    for _ in level:
        for before, after in pairs:
            level[after] = max(level[after], level[before] + 1)
    return level


def load(
    docs: Path, pages: Mapping[str, Mapping[str, str]], terms: Set[str]
) -> list[Concepts]:
    """모든 주차의 개념 지도를 읽는다.

    Args:
        docs: docs 폴더.
        pages: 쪽에서, 절의 id를 제목으로 바꾸는 표로.
        terms: 용어집에 있는 용어.

    Raises:
        WrongConcept: 없는 쪽, 절, 용어를 가리키거나 길이 되돌아올 때.
    """
    found = []
    for path in sorted(docs.glob(f"*/{NAME}")):
        file = path.relative_to(docs).as_posix()
        text = path.read_text(encoding="utf-8")
        try:
            found.append(Reader(file, pages, terms).read(text))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            raise WrongConcept(
                file,
                mark.line + 1 if mark else 1,
                "YAML을 읽을 수 없습니다. 따옴표와 들여쓰기를 위아래 줄과 맞추세요.",
            ) from error
    return found
