"""설정 파일에서 설정이 적힌 줄을 찾는다. 틀린 것을 알릴 때만 쓴다."""

from collections.abc import Sequence
from pathlib import Path

import yaml


def place_of(file: Path, path: Sequence[str]) -> str:
    """설정이 적힌 `파일:줄`. 줄을 찾지 못하면 파일만 준다.

    Args:
        file: `mkdocs.yml`.
        path: 바깥부터 차례로 적은 설정의 이름. 사이에 낀 목록은 적지 않는다.
    """
    try:
        line = _line(yaml.compose(file.read_text(encoding="utf-8")), path)
    except (OSError, yaml.YAMLError):
        line = None
    return f"{file}:{line}" if line else str(file)


def _line(node: yaml.Node | None, path: Sequence[str]) -> int | None:
    found = []
    if isinstance(node, yaml.SequenceNode):
        found = [_line(child, path) for child in node.value]
        if len(path) == 1:
            found += [_at(one) for one in node.value if one.value == path[0]]
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == path[0]:
                found += [_line(value, path[1:]) if path[1:] else _at(key)]
    return next(filter(None, found), None)


def _at(node: yaml.Node) -> int:
    return node.start_mark.line + 1
