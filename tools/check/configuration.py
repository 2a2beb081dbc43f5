"""mkdocs.yml과 쪽의 머리를 읽는다."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from tools.finding import Finding
from tools.page import front_matter
from tools.page.nav import entries
from tools.page.project import Project
from tools.yaml_reader import YamlReader, is_text

NAME = "mkdocs.yml"
FOLDER = re.compile(r"^.*?\.md/")


def find(project: Project) -> Iterator[Finding]:
    """설정과 머리의 잘못을 모두 찾는다."""
    for page in project.pages:
        yield from find_in_front_matter(project, page)
    yield from find_folders(project)
    yield from find_in_config(project)


def find_in_front_matter(project: Project, page: Path) -> Iterator[Finding]:
    """머리가 YAML에 맞는지, 쪽이 비지 않았는지 본다."""
    name = project.name(page)
    if not project.read(page).strip("\ufeff \t\n"):
        yield Finding(name, 1, "쪽이 비었습니다.", "글을 적거나 파일을 지우세요.")
    reader = YamlReader(name, skipped=1)
    matter = front_matter.read(name, project.lines(page))
    if not matter.problems and page.parent != project.docs:
        yield from find_missing(name, matter.fields)
    for key in ("title", "description"):
        if key in matter.fields and not is_text(matter.fields[key]):
            reader.wrong(
                matter.fields[key],
                f"머리의 {key}이(가) 글이 아닙니다.",
                f'{key}: "…"처럼 따옴표로 감싸세요.',
            )
    yield from [*matter.problems, *reader.problems]


def find_missing(name: str, fields: Mapping[str, yaml.Node]) -> Iterator[Finding]:
    """주차의 쪽이 창 제목과 설명을 갖추었는지 본다."""
    for key, what in (("title", "창 제목"), ("description", "설명")):
        if key not in fields:
            yield Finding(
                name,
                1,
                f"머리에 {what}({key})이(가) 없습니다.",
                f"첫 줄의 '---' 다음에 '{key}: {what}' 한 줄을 넣으세요.",
            )


def find_folders(project: Project) -> Iterator[Finding]:
    """쪽처럼 이름을 지은 폴더를 찾는다. 쪽을 만들려다 잘못 만든 것이다."""
    names = [project.name(path) for path in project.files]
    inner = {x.rpartition("/")[0] for x in names if x.startswith("docs/")}
    folders = {match[0] for x in inner for match in FOLDER.finditer(f"{x}/")}
    for folder in sorted(folders):
        yield Finding(
            folder.removesuffix("/"),
            1,
            "폴더의 이름이 '.md'로 끝나 쪽처럼 보입니다.",
            "쪽이면 파일로 다시 만들고, 폴더면 이름에서 '.md'를 떼세요.",
        )


def find_in_config(project: Project) -> Iterator[Finding]:
    """설정을 읽고, 차례(nav)와 쪽이 서로 맞는지 본다."""
    if not project.has(project.config):
        yield Finding(NAME, 1, f"{NAME}이(가) 없습니다.", "지운 파일을 되살리세요.")
        return
    reader = YamlReader(NAME)
    text = project.read(project.config)
    root = reader.compose(text)
    if root is None and not reader.problems:
        reader.wrong(1, "설정이 비었습니다.", "지운 글을 되살리세요.")
    fields = list(reader.fields(root, "site_name: 이름")) if root else []
    node = next((value for key, value in fields if key.value == "nav"), None)
    if fields and not isinstance(node, yaml.SequenceNode):
        reader.wrong(
            node or 1,
            "차례(nav)가 목록이 아닙니다.",
            "'nav:' 아래에 '- 쪽의 이름: 파일.md'처럼 줄표로 시작해 적으세요.",
        )
    elif node:
        yield from find_in_nav(project, text.split("\n"), reader.line(node) - 1, node)
        yield from find_twin_groups(reader, node)
    yield from reader.problems


def find_in_nav(
    project: Project, lines: list[str], nav_line: int, node: yaml.Node
) -> Iterator[Finding]:
    """차례에 없는 쪽과, 차례에만 있는 쪽을 찾는다."""
    listed = {file for _, file in entries(plain(node)) if file.endswith(".md")}
    written = set(project.sources)
    for page in sorted(written - listed):
        if page.startswith("templates/"):
            continue
        yield Finding(
            f"docs/{page}",
            1,
            "이 쪽은 차례에 없어 찾아갈 수 없습니다.",
            f"mkdocs.yml {nav_line}번째 줄의 nav 아래에 "
            f"'- 쪽의 이름: {page}'를 넣으세요.",
        )
    for page in sorted(listed - written - project.made):
        line = next((n for n, x in enumerate(lines, 1) if page in x), nav_line)
        yield Finding(
            NAME,
            line,
            f"차례에 적은 'docs/{page}'이(가) 없습니다.",
            "파일 이름을 고치거나 이 줄을 지우세요.",
        )


def find_twin_groups(reader: YamlReader, node: yaml.Node) -> Iterator[Finding]:
    """차례에서 이름이 같은 묶음을 찾는다. 화면을 듣는 사람은 이름으로만 가린다."""
    first: dict[str, int] = {}
    for key in groups(node):
        line = reader.line(key)
        if key.value in first:
            yield Finding(
                NAME,
                line,
                f"차례에 '{key.value}' 묶음이 {first[key.value]}번째 줄에도 있습니다.",
                f"'13주차 {key.value}'처럼 서로 다른 이름으로 바꾸세요.",
            )
        first.setdefault(key.value, line)


def groups(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """쪽을 여럿 담은 묶음의 이름이 적힌 마디를 적힌 차례대로 찾는다."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from groups(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(value, yaml.SequenceNode):
                yield key
                yield from groups(value)


def plain(node: yaml.Node) -> list | dict | str:
    """마디를 글과 목록과 사전으로 바꾼다."""
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): plain(value) for key, value in node.value}
    return node.value
