"""쪽의 머리(`---`로 두른 YAML)를 읽는다."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from tools.finding import Finding
from tools.yaml_reader import YamlReader, is_empty


@dataclass(frozen=True)
class FrontMatter:
    """쪽 하나의 머리.

    Attributes:
        fields: 이름에서 값의 마디로.
        problems: 틀린 곳.
    """

    fields: Mapping[str, yaml.Node] = field(default_factory=dict)
    problems: Sequence[Finding] = ()


def opens(lines: Sequence[str]) -> bool:
    """첫 줄이 머리를 여는지 본다."""
    return bool(lines) and lines[0].removeprefix("\ufeff").rstrip() == "---"


def end(lines: Sequence[str]) -> int:
    """머리가 끝난 다음 줄의 차례를 구한다. 머리가 없거나 닫지 않았으면 0이다."""
    if opens(lines):
        for index, line in enumerate(lines[1:], start=1):
            if line.rstrip() in ("---", "..."):
                return index + 1
    return 0


def read(name: str, lines: Sequence[str]) -> FrontMatter:
    """머리를 읽고, 틀린 곳을 모은다. 틀리면 MkDocs는 말없이 본문에 찍는다.

    Args:
        name: 저장소에서 본 쪽의 이름.
        lines: 쪽의 모든 줄.
    """
    if not opens(lines):
        return FrontMatter()
    reader = YamlReader(name, skipped=1)
    last = end(lines)
    if not last:
        reader.wrong(
            1,
            "머리를 여는 '---'만 있고 닫는 '---'가 없습니다.",
            "머리가 끝나는 곳에 '---' 한 줄을 넣으세요.",
        )
        return FrontMatter(problems=reader.problems)
    root = reader.compose("\n".join(lines[1 : last - 1]))
    fields = {}
    if not is_empty(root):
        example = "title: 쪽의 제목"
        fields = {key.value: value for key, value in reader.fields(root, example)}
    return FrontMatter(fields, reader.problems)
