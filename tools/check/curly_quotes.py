"""YAML의 값을 두른 둥근 따옴표를 찾는다. 그대로 두면 따옴표까지 이름이 된다."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tools.finding import Finding
from tools.page import front_matter
from tools.page.project import Project

FIX = "`python -m tools check --fix`가 고쳐 줍니다."
STRAIGHTENED = "값을 두른 둥근 따옴표를 곧게 폈습니다."
ROUND = "“”‘’＂"
# 「이름: “값”」과 「- “값”」. 값 전체를 둘러야 한다.
WHOLE = re.compile(
    rf"^(?P<before>[ \t]*(?:- +)?(?:[\w.-]+:[ \t]+|(?<=- )))"
    rf"[{ROUND}](?P<inside>[^{ROUND}\"\\\n]+)[{ROUND}](?P<after>:?[^\n{ROUND}]*)$",
    re.M,
)
# 「이름: [“값”, 값]」
LISTED = re.compile(r"^[ \t]*(?:- +)?[\w.-]+:[ \t]*\[[^\n]*$", re.M)
ITEM = re.compile(
    rf"(?P<before>[\[,][ \t]*)[{ROUND}](?P<inside>[^{ROUND}\"\\\n]+)[{ROUND}]"
    r"(?=[ \t]*[\],])"
)
REST = re.compile(r":? *(?:#.*)?|: .*")


def find(project: Project) -> Iterator[Finding]:
    """docs/의 YAML, mkdocs.yml, 쪽의 머리를 모두 본다."""
    for path in files(project):
        for number, value in curly(written(project, path)):
            yield Finding(
                project.name(path),
                number,
                f"값을 두른 따옴표가 둥글어 따옴표까지 이름이 됩니다: {value}",
                f'둥근 따옴표를 곧은 따옴표(")로 바꾸거나 지우세요. {FIX}',
                fixable=True,
            )


def fix(project: Project) -> list[tuple[str, str]]:
    """값을 두른 둥근 따옴표를 곧게 편다."""
    mended = []
    for path in files(project):
        yaml = written(project, path)
        after = straight(yaml)
        if after != yaml:
            rest = project.read(path)[len(yaml) :]
            path.write_text(after + rest, encoding="utf-8", newline="\n")
            mended.append((project.name(path), STRAIGHTENED))
    return mended


def files(project: Project) -> list[Path]:
    """YAML이 든 파일."""
    config = [project.config] if project.has(project.config) else []
    return [*project.under(project.docs, ".yml"), *config, *project.pages]


def written(project: Project, path: Path) -> str:
    """파일에서 YAML인 앞부분. 쪽이면 머리다."""
    if path.suffix != ".md":
        return project.read(path)
    lines = project.lines(path)
    return "".join(f"{line}\n" for line in lines[: front_matter.end(lines)])


def straight(yaml: str) -> str:
    """값을 두른 둥근 따옴표를 곧게 편 글."""
    yaml = WHOLE.sub(straightened, yaml)
    return LISTED.sub(lambda row: ITEM.sub(r'\g<before>"\g<inside>"', row[0]), yaml)


def straightened(match: re.Match[str]) -> str:
    """값 하나를 곧은 따옴표로 두른다. 값의 일부만 둘렀으면 그대로 둔다."""
    if not REST.fullmatch(match["after"]):
        return match[0]
    return f'{match["before"]}"{match["inside"]}"{match["after"]}'


@cache
def curly(yaml: str) -> list[tuple[int, str]]:
    """둥근 따옴표로 두른 값을 (줄, 글)로 찾는다."""
    pairs = zip(yaml.split("\n"), straight(yaml).split("\n"), strict=True)
    return [
        (number, before.strip())
        for number, (before, after) in enumerate(pairs, start=1)
        if before != after
    ]
