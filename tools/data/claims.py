"""주차마다의 주장과 근거(`docs/week*/claims.yml`)를 읽는다."""

import hashlib
import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import yaml

from tools.finding import Wrong
from tools.yaml_reader import YamlReader, is_empty, is_text

NAME = "claims.yml"
# 이보다 적게 되풀이한 실험은 까닭을 적는다.
ENOUGH = 10
EXAMPLE = "- sentence: 쪽에 적힌 문장"


class Kind(StrEnum):
    """근거의 갈래."""

    RUN = "run"
    SOURCE = "source"
    DERIVATION = "derivation"


# 갈래마다 있어야 할 칸과, 있어도 되는 칸.
REQUIRED = {
    Kind.RUN: ("tests", "seeds", "splits", "effect"),
    Kind.SOURCE: ("section",),
    Kind.DERIVATION: (),
}
ALLOWED = {Kind.RUN: ("why",), Kind.SOURCE: (), Kind.DERIVATION: ()}
COUNTS = ("seeds", "splits")
HOW = {
    Kind.RUN: "snippets에서 본 코드의 자리",
    Kind.SOURCE: "원문의 https:// 주소",
    Kind.DERIVATION: "식이나 정의에서 이끌어 낸 말",
}


class WrongClaim(Wrong):
    """근거에서 고쳐야 할 곳."""


@dataclass(frozen=True)
class Claim:
    """쪽의 문장 하나와 그 근거.

    Attributes:
        file: 적힌 파일. 저장소에서 본 이름이다.
        line: 문장이 적힌 줄.
        page: 문장이 있는 쪽. docs에서 본 이름이다.
        sentence: 쪽에 보이는 그대로의 문장.
        kind: 근거의 갈래.
        evidence: 코드의 자리나 주소나 이끌어 낸 말.
        tests: 문장을 지키는 시험의 이름.
        seeds: 되풀이한 시드의 수.
        splits: 되풀이한 데이터 분할의 수.
        effect: 얻은 차이와 그 구간.
        why: 열 번보다 적게 되풀이한 까닭.
        section: 원문에서 이 말이 있는 곳.
    """

    file: str
    line: int
    page: str
    sentence: str
    kind: Kind
    evidence: str
    tests: tuple[str, ...] = ()
    seeds: int = 0
    splits: int = 0
    effect: str = ""
    why: str = ""
    section: str = ""

    @property
    def id(self) -> str:
        """근거 쪽과 노트에서의 자리. 문장에서 만들어 차례가 바뀌어도 그대로다."""
        return f"claim-{hashlib.sha256(self.sentence.encode()).hexdigest()[:8]}"

    @property
    def test_file(self) -> str:
        """근거인 코드의 시험. 저장소에서 본 자리다."""
        folder, name = posixpath.split(self.evidence)
        return f"tests/{folder}/test_{name}"


class Reader(YamlReader):
    """파일 하나를 읽는다. 틀린 칸은 건너뛰고 나머지를 읽는다."""

    def __init__(self, file: str, has_page: Callable[[str], bool]) -> None:
        """파일의 이름과, 쪽이 있는지 보는 함수를 기억한다.

        Args:
            file: docs에서 본 이름.
            has_page: docs에서 본 쪽의 이름을 받아 그 쪽이 있는지 보는 함수.
        """
        super().__init__(f"docs/{file}")
        self.folder = posixpath.dirname(file)
        self.has_page = has_page
        self.taken: dict[str, int] = {}

    def collect(self, text: str) -> list[Claim]:
        """읽을 수 있는 것을 모두 읽는다. 틀린 곳은 `problems`에 모인다."""
        root = self.compose(text)
        if is_empty(root):
            return []
        claims = []
        for name, rows in self.fields(root, "optimizers.md:"):
            page = f"{self.folder}/{name.value}"
            if not self.has_page(page):
                self.wrong(
                    name,
                    f"'{page}' 쪽이 없습니다.",
                    "같은 폴더에 있는 쪽의 파일 이름을 적으세요.",
                )
                continue
            found = [self.claim(page, row) for row in self.items(rows, f"'{EXAMPLE}'")]
            claims += filter(None, found)
        return claims

    def claim(self, page: str, node: yaml.Node) -> Claim | None:
        """문장 하나를 읽는다. 문장이나 근거가 없으면 None이다."""
        values = {key.value: value for key, value in self.fields(node, EXAMPLE[2:])}
        sentence = values.pop("sentence", None)
        if not is_text(sentence):
            if isinstance(node, yaml.MappingNode):
                self.wrong(node, "문장이 없습니다.", f"'{EXAMPLE}'처럼 적으세요.")
            return None
        self.check_twice(sentence)
        kinds = [kind for kind in Kind if kind in values]
        if len(kinds) != 1:
            self.wrong(
                node,
                f"근거가 {len(kinds)}개입니다.",
                f"{', '.join(Kind)} 가운데 하나만 적으세요.",
            )
            return None
        (kind,) = kinds
        evidence = values.pop(kind)
        if not is_text(evidence):
            self.wrong(
                evidence, f"{kind}이(가) 비었습니다.", f"{HOW[kind]}을 적으세요."
            )
            return None
        self.check_names(node, kind, values)
        return Claim(
            self.file,
            self.line(sentence),
            page,
            sentence.value.strip(),
            kind,
            evidence.value.strip(),
            **self.details(values),
        )

    def check_twice(self, sentence: yaml.ScalarNode) -> None:
        """같은 문장을 두 번 적었는지 본다."""
        first = self.taken.setdefault(sentence.value, self.line(sentence))
        if first != self.line(sentence):
            self.wrong(
                sentence,
                f"같은 문장을 {first}번째 줄에도 적었습니다.",
                "둘 가운데 하나를 지우세요.",
            )

    def check_names(
        self, node: yaml.Node, kind: Kind, values: Mapping[str, yaml.Node]
    ) -> None:
        """갈래에 맞지 않는 칸과 빠진 칸을 찾는다."""
        allowed = REQUIRED[kind] + ALLOWED[kind]
        for name, value in values.items():
            if name not in allowed:
                self.wrong(
                    value,
                    f"{kind}에 '{name}'(이)라는 칸은 없습니다.",
                    f"{', '.join(allowed)} 가운데 하나로 고치세요."
                    if allowed
                    else "이 줄을 지우세요.",
                )
        for name in REQUIRED[kind]:
            if name not in values:
                self.wrong(
                    node,
                    f"{kind}에 '{name}'이(가) 없습니다.",
                    f"{name}을(를) 적으세요.",
                )

    def details(self, values: Mapping[str, yaml.Node]) -> dict[str, object]:
        """근거에 딸린 칸을 읽는다."""
        read: dict[str, object] = {}
        for name, value in values.items():
            if name == "tests":
                read[name] = self.names(value)
            elif name in COUNTS:
                read[name] = self.count(name, value)
            elif name in ("effect", "why", "section"):
                read[name] = self.text(name, value)
        product = int(read.get("seeds", ENOUGH)) * int(read.get("splits", 1))
        if "seeds" in read and product < ENOUGH and not read.get("why"):
            self.wrong(
                values["seeds"],
                f"되풀이한 것이 {product}번뿐입니다.",
                f"{ENOUGH}번이 되게 하거나, 그럴 수 없는 까닭을 why에 적으세요.",
            )
        return read

    def names(self, node: yaml.Node) -> tuple[str, ...]:
        """시험의 이름을 읽는다."""
        rows = self.items(node, "[test_first, test_second]처럼")
        return tuple(row.value for row in rows if is_text(row))

    def count(self, name: str, node: yaml.Node) -> int:
        """1보다 작지 않은 수를 읽는다."""
        if isinstance(node, yaml.ScalarNode) and node.value.isdecimal():
            return int(node.value)
        self.wrong(node, f"{name}이(가) 수가 아닙니다.", f"{name}: 10처럼 적으세요.")
        return ENOUGH

    def text(self, name: str, node: yaml.Node) -> str:
        """글 한 줄을 읽는다."""
        if is_text(node):
            return node.value.strip()
        self.wrong(
            node, f"{name}이(가) 비었거나 글이 아닙니다.", "따옴표로 감싸 적으세요."
        )
        return ""


def load(docs: Path, pages: Mapping[str, object]) -> list[Claim]:
    """모든 주차의 주장을 쪽의 차례로 읽는다.

    Args:
        docs: 사이트의 글이 든 폴더.
        pages: 차례에 오른 쪽. 적힌 차례가 쪽의 차례다.

    Raises:
        WrongClaim: 틀린 곳이 하나라도 있을 때.
    """
    claims: list[Claim] = []
    for path in sorted(docs.glob(f"week*/{NAME}")):
        reader = Reader(path.relative_to(docs).as_posix(), pages.__contains__)
        claims += reader.collect(path.read_text(encoding="utf-8"))
        for finding in reader.problems:
            raise WrongClaim(finding)
    order = {name: place for place, name in enumerate(pages)}
    return sorted(claims, key=lambda claim: (order[claim.page], claim.line))
