"""mkdocs.yml과 쪽의 머리를 읽는다."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from tools.check.finding import Finding
from tools.page.markdown import front_matter_end
from tools.page.nav import entries
from tools.page.project import Project


class Loader(yaml.SafeLoader):
    """MkDocs만 아는 `!ENV` 같은 꼬리표를 만나도 멈추지 않는다."""


def ignore(_loader: Loader, _suffix: str, _node: yaml.Node) -> None:
    """모르는 꼬리표의 값을 버린다."""


Loader.add_multi_constructor("!", ignore)
Loader.add_multi_constructor("tag:yaml.org,2002:python/", ignore)


def find(project: Project) -> Iterator[Finding]:
    """설정과 머리의 잘못을 모두 찾는다."""
    for page in project.pages:
        yield from find_in_front_matter(project, page)
    yield from find_in_config(project)


def find_in_front_matter(project: Project, page: Path) -> Iterator[Finding]:
    """머리가 YAML에 맞는지 본다. 틀리면 MkDocs는 말없이 본문에 찍는다."""
    name = project.name(page)
    lines = project.lines(page)
    if lines[0].removeprefix("\ufeff").rstrip() != "---":
        return
    end = front_matter_end(lines)
    if not end:
        yield Finding(
            name,
            1,
            "머리를 여는 '---'만 있고 닫는 '---'가 없습니다.",
            "머리가 끝나는 곳에 '---' 한 줄을 넣으세요.",
        )
        return
    try:
        data = yaml.safe_load("\n".join(lines[1 : end - 1]))
    except yaml.YAMLError as error:
        yield broken(name, error, offset=1)
        return
    if data is not None and not isinstance(data, dict):
        yield Finding(
            name,
            2,
            "머리가 '이름: 값' 꼴이 아닙니다.",
            "'title: 쪽의 제목'처럼 적으세요.",
        )
        return
    for key in ("title", "description"):
        if key in (data or {}) and not isinstance(data[key], str):
            line = next(
                (n for n, x in enumerate(lines, 1) if x.startswith(f"{key}:")), 2
            )
            yield Finding(
                name,
                line,
                f"머리의 {key}이(가) 글이 아닙니다.",
                f'{key}: "…"처럼 따옴표로 감싸세요.',
            )


def broken(name: str, error: yaml.YAMLError, offset: int = 0) -> Finding:
    """YAML을 읽지 못한 자리를 알린다."""
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 + offset if mark else 1 + offset
    reason = getattr(error, "problem", None) or str(error)
    mends = {
        "mapping values": "값에 ': '이 들었으면 값 전체를 큰따옴표로 감싸세요.",
        "\\t": "탭 대신 빈칸으로 들여 쓰세요.",
        "indent": "들여쓰기를 위아래 줄과 맞추세요.",
        "quoted": "따옴표의 짝을 맞추세요.",
    }
    mend = next(
        (text for part, text in mends.items() if part in reason),
        "빈칸, 따옴표, 들여쓰기를 위아래 줄과 견주어 고치세요.",
    )
    return Finding(name, line, f"YAML을 읽을 수 없습니다({reason}).", mend)


def find_in_config(project: Project) -> Iterator[Finding]:
    """설정을 읽고, 차례(nav)와 쪽이 서로 맞는지 본다."""
    name = project.name(project.config)
    text = project.read(project.config)
    try:
        config = yaml.load(text, Loader)
    except yaml.YAMLError as error:
        yield broken(name, error)
        return
    lines = text.split("\n")
    nav_line = next((n for n, x in enumerate(lines, 1) if x.startswith("nav:")), 1)
    listed = {
        file for _, file in entries((config or {}).get("nav")) if file.endswith(".md")
    }
    written = {page.relative_to(project.docs).as_posix() for page in project.pages}
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
    generated = {"glossary.md"} if (project.docs / "glossary.yml").exists() else set()
    for page in sorted(listed - written - generated):
        line = next((n for n, x in enumerate(lines, 1) if page in x), nav_line)
        yield Finding(
            name,
            line,
            f"차례에 적은 'docs/{page}'이(가) 없습니다.",
            "파일 이름을 고치거나 이 줄을 지우세요.",
        )
