"""옮긴 쪽의 옛 이름(`docs/redirects.yml`)을 읽는다."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from tools.finding import Finding
from tools.yaml_reader import YamlReader, is_empty, is_text

NAME = "redirects.yml"
FILE = f"docs/{NAME}"
EXAMPLE = "week12/old-name.md: week12/new-name.md"


@dataclass(frozen=True)
class Move:
    """옮긴 쪽 하나. 이름은 docs에서 본 것이다."""

    line: int
    old: str
    new: str


def read(text: str) -> tuple[list[Move], list[Finding]]:
    """옛 이름에서 새 이름으로 가는 줄을 모두 읽는다.

    Args:
        text: 파일의 글.

    Returns:
        옮긴 쪽과, 틀린 곳.
    """
    reader = YamlReader(FILE)
    root = reader.compose(text)
    fields = [] if is_empty(root) else reader.fields(root, EXAMPLE)
    moves = list(moved(reader, fields))
    return moves, list(reader.problems)


def moved(
    reader: YamlReader, fields: Iterator[tuple[yaml.Node, yaml.Node]]
) -> Iterator[Move]:
    """한 줄씩 읽고, 글이 아닌 것은 알린다."""
    for old, new in fields:
        if is_text(new) and new.value:
            yield Move(reader.line(old), old.value, new.value)
        else:
            reader.wrong(
                new, "옮긴 쪽의 새 이름이 없습니다.", f"'{EXAMPLE}'처럼 적으세요."
            )
