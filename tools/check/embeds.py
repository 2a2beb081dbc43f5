"""쪽의 끼워 넣기와 코드의 절이 서로 맞는지 본다."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from tools.check.untested import MEND, PROBLEM, is_python
from tools.finding import Finding
from tools.page.embeds import EMBED, embeds, section_lines, sections
from tools.page.markdown import Fence, fences
from tools.page.project import Project

SECTION_NAME = re.compile(r"[a-z][-_0-9a-z]*", re.I)
FENCE_MARK = re.compile(r"`{3,}|~{3,}")
# 한글과 휴대 전화는 곧은 따옴표를 둥근 것으로 바꾼다.
CURLY = re.compile(
    r"^(?P<mark>[ \t]*--8<--[ \t]+)(?:[“”](?P<name>[^“”\"\n]+)[“”\"])[ \t]*$", re.M
)
STRAIGHTENED = "끼워 넣기의 둥근 따옴표를 곧게 폈습니다."


@dataclass(frozen=True)
class Place:
    """쪽 하나가 파일이나 그 절을 끼워 넣은 곳."""

    page: Path
    line: int
    file: str
    part: str | None


def places(project: Project) -> list[Place]:
    """모든 쪽의 끼워 넣기를 읽는다."""
    return [
        Place(page, embed.line, embed.file, embed.part)
        for page in project.pages
        for embed in embeds(project.read(page))
    ]


def source_of(project: Project, name: str) -> Path | None:
    """끼워 넣을 때 쓴 이름의 파일을 찾는다."""
    bases = (project.snippets, project.docs)
    return next(filter(None, (project.at(base, name) for base in bases)), None)


def body(project: Project, name: str, part: str | None) -> str:
    """끼워 넣어질 글을 돌려준다. 없는 파일이나 절이면 빈 글이다."""
    file = source_of(project, name)
    if file is None:
        return ""
    if not part:
        return project.read(file)
    return "\n".join(section_lines(project.read(file), part))


def find(project: Project) -> Iterator[Finding]:
    """끼워 넣기의 잘못을 모두 찾는다."""
    for embed in places(project):
        yield from find_unresolved(project, embed)
    for file in [*project.code, *project.pages]:
        yield from find_bad_sections(project, file)
    yield from find_hidden(project)
    for page in project.pages:
        yield from find_bad_fences(project, page)


def find_unresolved(project: Project, embed: Place) -> Iterator[Finding]:
    """가리키는 파일이나 절이 없는 끼워 넣기를 찾는다."""
    place = project.name(embed.page), embed.line
    file = source_of(project, embed.file)
    if file is None:
        base = project.docs if embed.file.endswith(".md") else project.snippets
        known = [
            path.relative_to(base).as_posix()
            for path in project.files
            if base in path.parents and path.suffix == Path(embed.file).suffix
        ]
        yield Finding(
            *place,
            f"끼워 넣을 파일 '{embed.file}'이(가) {base.name}/에 없습니다.",
            f"이름을 고치거나 파일을 만드세요.{suggest(embed.file, known)}",
        )
        return
    starts = [x.name for x in sections(project.read(file)) if x.edge == "start"]
    if embed.part is None or not SECTION_NAME.fullmatch(embed.part):
        if file.suffix == ".py" or embed.part is not None:
            yield Finding(
                *place,
                f"'{embed.file}'에서 끼워 넣을 절의 이름이 없거나 이름이 아닙니다.",
                f"줄 번호나 파일 전체 말고 영문 절 이름을 적으세요. "
                f"있는 절은 {', '.join(starts) or '없음'}입니다.",
            )
    elif embed.part not in starts:
        yield Finding(
            *place,
            f"'{embed.file}'에 '{embed.part}' 절이 없습니다.",
            f"있는 절은 {', '.join(starts) or '없음'}입니다."
            f"{suggest(embed.part, starts)}",
        )


def suggest(wrong: str, known: list[str]) -> str:
    """비슷한 이름이 있으면 알려 준다."""
    close = get_close_matches(wrong, known, n=1)
    return f" 혹시 '{close[0]}'입니까?" if close else ""


def find_bad_sections(project: Project, file: Path) -> Iterator[Finding]:
    """이름이 틀렸거나 짝이 없거나 두 번 나온 절을 찾는다."""
    name = project.name(file)
    opened: dict[str, int] = {}
    seen: set[str] = set()
    for section in sections(project.read(file)):
        if section.edge == "start" and not SECTION_NAME.fullmatch(section.name):
            yield Finding(
                name,
                section.line,
                f"절 이름 '{section.name}'은(는) 쓸 수 없습니다. "
                "한글 이름의 절은 쪽에 빈 상자로 나옵니다.",
                "영문 소문자, 숫자, '-'로만 지으세요. 예: 'train-model'",
            )
        if section.edge == "end" and opened.pop(section.name, None) is None:
            yield Finding(
                name,
                section.line,
                f"'{section.name}' 절이 시작하지 않았는데 끝납니다.",
                f"위에 '# --8<-- [start:{section.name}]' 줄을 넣거나 이 줄을 지우세요.",
            )
        elif section.edge == "start":
            if section.name in seen:
                yield Finding(
                    name,
                    section.line,
                    f"'{section.name}' 절이 두 번 있습니다.",
                    "둘 가운데 하나의 이름을 바꾸세요.",
                )
            seen.add(section.name)
            opened[section.name] = section.line
    for section_name, line in opened.items():
        yield Finding(
            name,
            line,
            f"'{section_name}' 절이 끝나지 않습니다.",
            f"절의 마지막 줄 아래에 '# --8<-- [end:{section_name}]'을 넣으세요.",
        )


def find_hidden(project: Project) -> Iterator[Finding]:
    """어느 쪽에도 실리지 않은 절과 출력을 찾는다."""
    used = {(embed.file, embed.part) for embed in places(project)}
    for file in project.code:
        name = project.name(file)
        inner = name.removeprefix("snippets/")
        starts = [x for x in sections(project.read(file)) if x.edge == "start"]
        if not starts:
            yield Finding(
                name,
                1,
                "쪽에 실을 절이 없습니다.",
                "보여 줄 함수를 '# --8<-- [start:이름]'과 '# --8<-- [end:이름]'으로 "
                "두르고 쪽에 끼워 넣으세요.",
            )
        for section in starts:
            named = SECTION_NAME.fullmatch(section.name)
            if named and (inner, section.name) not in used:
                yield Finding(
                    name,
                    section.line,
                    f"'{section.name}' 절이 어느 쪽에도 실리지 않았습니다.",
                    f"쪽에 '--8<-- \"{inner}:{section.name}\"'을 넣거나 "
                    "절 표시를 지우세요.",
                )
        output = file.with_suffix(".txt")
        if not project.has(output):
            yield Finding(
                name,
                1,
                f"출력 파일 '{project.name(output)}'이(가) 없습니다.",
                "`python -m tools outputs`로 만드세요.",
            )
        elif (inner.replace(".py", ".txt"), None) not in used:
            yield Finding(
                project.name(output),
                1,
                "출력이 어느 쪽에도 실리지 않았습니다.",
                f"쪽에 '--8<-- \"{inner.replace('.py', '.txt')}\"'를 넣으세요.",
            )


def find_bad_fences(project: Project, page: Path) -> Iterator[Finding]:
    """손으로 적은 코드, 맞는 줄이 없는 강조를 찾는다."""
    name = project.name(page)
    for fence in fences(project.lines(page)):
        curly = [row for row in fence.body if CURLY.match(row)]
        if curly:
            yield Finding(
                name,
                fence.line + 1 + list(fence.body).index(curly[0]),
                "끼워 넣기의 따옴표가 둥급니다.",
                '둥근 따옴표를 곧은 따옴표(")로 바꾸세요. '
                "`python -m tools check --fix`가 고쳐 줍니다.",
                fixable=True,
            )
            continue
        if not is_python(fence):
            continue
        filled = [line for line in fence.body if line.strip()]
        if not filled or not all(EMBED.match(line) for line in filled):
            yield Finding(
                name,
                fence.line,
                PROBLEM,
                MEND,
            )
            continue
        yield from find_bad_options(project, name, fence, filled)


def find_unclosed(project: Project) -> Iterator[Finding]:
    """닫지 않은 상자를 찾는다. 연 것과 같은 표시로만 닫힌다."""
    for page in project.pages:
        lines = project.lines(page)
        for fence in fences(lines):
            if not fence.closed:
                mark = FENCE_MARK.search(lines[fence.line - 1])[0]
                yield Finding(
                    project.name(page),
                    fence.line,
                    "코드 상자를 닫지 않아 아래 글이 모두 코드로 보입니다.",
                    f"상자가 끝나는 곳에 연 것과 같은 '{mark}' 한 줄을 넣으세요.",
                )


def fix(project: Project) -> list[tuple[str, str]]:
    """끼워 넣기의 둥근 따옴표를 곧게 편다."""
    mended = []
    for page in project.pages:
        before = project.read(page)
        after = CURLY.sub(r'\g<mark>"\g<name>"', before)
        if after != before:
            page.write_text(after, encoding="utf-8", newline="\n")
            mended.append((project.name(page), STRAIGHTENED))
    return mended


def find_bad_options(
    project: Project, name: str, fence: Fence, filled: list[str]
) -> Iterator[Finding]:
    """상자의 이름과 강조가 끼워 넣은 코드와 맞는지 본다."""
    line, options = fence.line, fence.options
    parts = [EMBED.match(row) for row in filled]
    files = {f"snippets/{part['file']}" for part in parts}
    if options.get("title", next(iter(files))) not in files:
        yield Finding(
            name,
            line,
            f"상자의 이름 '{options['title']}'과(와) 끼워 넣은 파일이 다릅니다.",
            f'title="{min(files)}"로 고치세요.',
        )
    if "hl_lines" in options:
        yield Finding(
            name,
            line,
            "강조할 줄을 번호로 적었습니다. 코드가 바뀌면 다른 줄을 가리킵니다.",
            'hl_lines 대신 mark="그 줄에 있는 글"을 쓰세요.',
        )
    code = "\n".join(body(project, part["file"], part["part"]) for part in parts)
    if "mark" in options and code and options["mark"] not in code:
        yield Finding(
            name,
            line,
            f"강조할 글 '{options['mark']}'이(가) 끼워 넣은 코드에 없습니다.",
            "코드에 있는 글을 그대로 적으세요.",
        )
