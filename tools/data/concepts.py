"""주차마다의 개념 지도(`docs/week*/concepts.yml`)를 읽고, 링크가 모두 맞는지 본다."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from pathlib import Path

import yaml

from tools.finding import Wrong
from tools.yaml_reader import YamlReader, is_empty

NAME = "concepts.yml"


class WrongConcept(Wrong):
    """개념 지도에서 고쳐야 할 곳."""


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


class Reader(YamlReader):
    """파일 하나를 읽는다. 틀린 칸은 건너뛰고 나머지를 읽는다."""

    def __init__(
        self,
        file: str,
        pages: Mapping[str, Mapping[str, str]],
        terms: Set[str] | None,
    ) -> None:
        """있는 쪽과 절, 용어를 기억한다.

        Args:
            file: docs에서 본 이름.
            pages: 쪽에서, 절의 id를 제목으로 바꾸는 표로.
            terms: 용어집에 있는 용어. 모르면 None이고, 용어는 견주지 않는다.
        """
        super().__init__(f"docs/{file}")
        self.folder = posixpath.dirname(file)
        self.pages = pages
        self.terms = terms

    def read(self, text: str) -> Concepts:
        """모두 읽고, 쪽이 돌고 돌지 않는지 본다.

        Raises:
            WrongConcept: 틀린 곳이 하나라도 있을 때.
        """
        concepts = self.collect(text)
        for finding in self.problems:
            raise WrongConcept(finding)
        return concepts

    def collect(self, text: str) -> Concepts:
        """읽을 수 있는 것을 모두 읽는다. 틀린 곳은 `problems`에 모인다."""
        concepts = Concepts(self.folder)
        root = self.compose(text)
        if is_empty(root):
            return concepts
        example = "'- from: …'처럼 줄표로 시작하는"
        for key, node in self.known(root, ("before", "links", "next")):
            if key == "before":
                concepts.before = dict(self.befores(node))
            elif key == "links":
                rows = map(self.link, self.items(node, example))
                concepts.links = [link for link in rows if link]
            else:
                rows = map(self.outside, self.items(node, example))
                concepts.beyond = [beyond for beyond in rows if beyond]
        self.check_no_loop(concepts)
        return concepts

    def known(
        self, node: yaml.Node, names: tuple[str, ...]
    ) -> Iterator[tuple[str, yaml.Node]]:
        """아는 칸만 받는다."""
        for key, value in self.fields(node, f"{names[0]}: …"):
            if key.value in names:
                yield key.value, value
            else:
                self.wrong(
                    key,
                    f"'{key.value}'(이)라는 칸은 없습니다.",
                    f"{', '.join(names)} 가운데 하나로 고치세요.",
                )

    def row(self, node: yaml.Node, names: tuple[str, ...]) -> dict[str, yaml.Node]:
        """칸을 모두 받는다. 빠진 것이 있으면 빈 사전이다."""
        before = len(self.problems)
        found = dict(self.known(node, names))
        if not isinstance(node, yaml.MappingNode):
            return {}
        for name in names:
            value = found.get(name)
            if not isinstance(value, yaml.ScalarNode) or not value.value.strip():
                self.wrong(
                    node, f"'{name}'이(가) 없습니다.", f"'{name}'을(를) 한 줄 적으세요."
                )
        return found if len(self.problems) == before else {}

    def place(self, node: yaml.Node) -> Place | None:
        """쪽과 절이 있는지 본다. 없으면 None이다."""
        path, _, anchor = node.value.partition("#")
        page = posixpath.normpath(posixpath.join(self.folder, path))
        if page not in self.pages:
            self.wrong(
                node,
                f"'{path}' 쪽이 없습니다.",
                "이 폴더에서 본 이름을 .md까지 적으세요.",
            )
        elif anchor and anchor not in self.pages[page]:
            self.wrong(
                node,
                f"'{path}'에 '#{anchor}' 절이 없습니다.",
                "제목 옆의 { #id }를 보고 고치세요.",
            )
        else:
            return Place(page, anchor)
        return None

    def befores(self, node: yaml.Node) -> Iterator[tuple[str, list[str]]]:
        """쪽마다 먼저 알면 좋은 용어를 읽는다."""
        for key, value in self.fields(node, "쪽.md: [용어, 용어]"):
            place = self.place(key)
            known = []
            for term in self.items(value, "[용어, 용어]처럼 적거나 줄표로 시작하는"):
                if not isinstance(term, yaml.ScalarNode):
                    self.wrong(term, "용어가 글이 아닙니다.", "용어 하나만 적으세요.")
                elif self.terms is not None and term.value not in self.terms:
                    self.wrong(
                        term,
                        f"용어집에 '{term.value}'이(가) 없습니다.",
                        "docs/glossary.yml의 term 가운데 하나로 고치세요.",
                    )
                else:
                    known.append(term.value)
            if place:
                yield place.page, known

    def link(self, node: yaml.Node) -> Link | None:
        """길 하나를 읽는다."""
        row = self.row(node, ("from", "to", "why"))
        if not row:
            return None
        before, after = self.place(row["from"]), self.place(row["to"])
        if not before or not after:
            return None
        if before.page == after.page:
            self.wrong(node, "from과 to가 같은 쪽입니다.", "다른 쪽을 적으세요.")
            return None
        return Link(self.line(node), before, after, row["why"].value)

    def outside(self, node: yaml.Node) -> Beyond | None:
        """주차 밖에서 쓰이는 곳 하나를 읽는다."""
        row = self.row(node, ("from", "name", "why"))
        place = self.place(row["from"]) if row else None
        return place and Beyond(place, row["name"].value, row["why"].value)

    def check_no_loop(self, concepts: Concepts) -> None:
        """돌아오는 길이 있으면 위에서 아래로 그릴 수 없다. 그 길은 뺀다."""
        while loop := cycle(concepts.inner):
            last = max(
                (link for link in concepts.links if ends(link) in loop),
                key=lambda link: link.line,
            )
            self.wrong(
                last.line,
                "이 길을 따라가면 떠난 쪽으로 되돌아옵니다.",
                "from과 to를 바꾸거나 지우세요.",
            )
            concepts.links = [x for x in concepts.links if ends(x) != ends(last)]


def ends(link: Link) -> tuple[str, str]:
    """길의 (앞 쪽, 뒤 쪽)."""
    return link.before.page, link.after.page


def sorter(pairs: Iterable[tuple[str, str]]) -> TopologicalSorter[str]:
    """앞 쪽이 뒤 쪽보다 먼저 오게 늘어놓는 것."""
    found: TopologicalSorter[str] = TopologicalSorter()
    for before, after in pairs:
        found.add(after, before)
    return found


def cycle(pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """돌고 도는 길 하나를 찾는다. 없으면 비었다."""
    try:
        sorter(pairs).prepare()
    except CycleError as error:
        return set(pairwise(error.args[1]))
    return set()


def layers(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """쪽마다 층을 정한다. 모든 길이 위에서 아래로 가도록 가장 긴 길의 길이로 잡는다.

    Raises:
        graphlib.CycleError: 길이 돌고 돌 때.
    """
    pairs = list(pairs)
    level = dict.fromkeys((page for pair in pairs for page in pair), 0)
    for page in sorter(pairs).static_order():
        level[page] = max((level[x] + 1 for x, y in pairs if y == page), default=0)
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
    return [
        Reader(path.relative_to(docs).as_posix(), pages, terms).read(
            path.read_text(encoding="utf-8")
        )
        for path in sorted(docs.glob(f"*/{NAME}"))
    ]
