"""어느 파일이 어떻게 깨져도 멈추지 않고, 그 파일과 줄과 고치는 법을 알리는지 본다."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools.check.edits import (
    CONCEPTS,
    GLOSSARY,
    MENDS,
    MULTI,
    NOTE,
    OPTIMIZERS,
    QUERIES,
    Edit,
    append,
    every,
    line_of,
    remove,
    replace,
    write,
)
from tests.tools.check.mistakes import last
from tools.check.gate import CHECKS, check
from tools.page.project import Project


def folder(path: str) -> Edit:
    """파일이 있을 자리에, 글이 하나 든 폴더를 둔다."""

    def edit(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        write(f"{path}/a.txt", "글")(root)

    return edit


# 깨뜨린 것, 알릴 파일, 그 줄(번호나 거기 든 글), 알림에 들어갈 말.
BROKEN: dict[str, tuple[Edit, str, int | str, str]] = {
    "용어집의 탭": (
        replace(GLOSSARY, "  english: layer", "\tenglish: layer"),
        GLOSSARY,
        "\tenglish",
        "YAML을 읽을 수 없습니다",
    ),
    "글만 든 용어집": (write(GLOSSARY, "용어집\n"), GLOSSARY, 1, "목록이 아닙니다."),
    "빈 용어집": (write(GLOSSARY, ""), GLOSSARY, 1, "용어가 하나도 없습니다."),
    "사전인 용어집": (write(GLOSSARY, "term: 층\n"), GLOSSARY, 1, "목록이 아닙니다."),
    "글뿐인 항목": (
        append(GLOSSARY, "- 새 용어\n"),
        GLOSSARY,
        "- 새 용어",
        "꼴이 아닙니다.",
    ),
    "용어가 없는 항목": (
        append(GLOSSARY, "- english: new one\n"),
        GLOSSARY,
        "- english: new one",
        "'term'이 없거나",
    ),
    "수인 용어": (
        append(GLOSSARY, "- term: 3\n"),
        GLOSSARY,
        "- term: 3",
        "'term'이 없거나",
    ),
    "글인 변형": (
        replace(GLOSSARY, "variants: [레이어, 계층]", "variants: 레이어"),
        GLOSSARY,
        "variants: 레이어\n"[:-1],
        "용어 '층'의 variants이(가) 글의 목록이 아닙니다.",
    ),
    "목록인 쪽": (
        replace(
            GLOSSARY, "page: week12/functional-api.md#shared-layer", "page: [a.md]"
        ),
        GLOSSARY,
        "page: [a.md]",
        "용어 '층'에 page을(를) 글로 적지 않았습니다.",
    ),
    "글이 아닌 칸 이름": (
        replace(GLOSSARY, "  english: layer", "  ? [a]\n  : b\n  english: layer"),
        GLOSSARY,
        "? [a]",
        "이름이 글이 아닙니다.",
    ),
    "제어 글자": (
        append(GLOSSARY, "- term: \x01\n"),
        GLOSSARY,
        "\x01",
        "읽을 수 없습니다",
    ),
    "없는 날": (
        replace(GLOSSARY, "english: layer", "english: 2026-13-45"),
        GLOSSARY,
        "english: 2026-13-45",
        "english을(를) 글로 적지",
    ),
    "개념 지도의 따옴표": (
        replace(CONCEPTS, "why: 은닉층", "why: '은닉층"),
        CONCEPTS,
        "why: '은닉층",
        "YAML을 읽을 수 없습니다",
    ),
    "글만 든 개념 지도": (write(CONCEPTS, "links\n"), CONCEPTS, 1, "꼴이 아닙니다."),
    "글인 길": (
        replace(CONCEPTS, "links:\n", "links:\n  - 글\n"),
        CONCEPTS,
        "  - 글",
        "'이름: 값' 꼴이 아닙니다.",
    ),
    "목록인 까닭": (
        replace(CONCEPTS, "why: 은닉층", "why: [] # 은닉층"),
        CONCEPTS,
        "from: functional-api.md#shared-layer",
        "'why'이(가) 없습니다.",
    ),
    "사전인 용어 목록": (
        replace(CONCEPTS, "[층, 텐서, 파라미터]", "{층: 1}"),
        CONCEPTS,
        "{층: 1}",
        "목록이 아닙니다.",
    ),
    "물음의 칸": (append(QUERIES, "a\t물음\n"), QUERIES, "a\t물음", "칸이 2개입니다."),
    "물음의 첫 줄": (
        replace(QUERIES, "class", "갈래"),
        QUERIES,
        1,
        "첫 줄이 칸의 이름이",
    ),
    "빈 물음": (write(QUERIES, ""), QUERIES, 1, "첫 줄이 칸의 이름이"),
    "있는 말": (
        append(QUERIES, "k\t모멘텀\t\tdev\n"),
        QUERIES,
        "k\t모멘텀",
        "없는 말이라고 적은 '모멘텀'이(가) 이제",
    ),
    "글인 머리": (
        replace(OPTIMIZERS, "title: 6.", "글 6."),
        OPTIMIZERS,
        3,
        "YAML을 읽을 수 없습니다",
    ),
    "목록인 머리": (
        write("docs/a.md", "---\n- 글\n---\n"),
        "docs/a.md",
        2,
        "꼴이 아닙니다.",
    ),
    "머리의 겹친 이름": (
        replace(OPTIMIZERS, "title: 6.", "title: 글\ntitle: 6."),
        OPTIMIZERS,
        3,
        "'title'을(를) 2번째 줄에도 적었습니다.",
    ),
    "빈 쪽": (write(OPTIMIZERS, ""), OPTIMIZERS, 1, "쪽이 비었습니다."),
    "이름이 쪽 같은 폴더": (folder("docs/new.md"), "docs/new.md", 1, "'.md'로 끝나"),
    "쪽이 있을 자리의 폴더": (folder(OPTIMIZERS), OPTIMIZERS, 1, "'.md'로 끝나"),
    "글만 든 mkdocs.yml": (
        write("mkdocs.yml", "사이트\n"),
        "mkdocs.yml",
        1,
        "꼴이 아닙니다.",
    ),
    "빈 mkdocs.yml": (write("mkdocs.yml", ""), "mkdocs.yml", 1, "설정이 비었습니다."),
    "없는 mkdocs.yml": (
        remove("mkdocs.yml"),
        "mkdocs.yml",
        1,
        "mkdocs.yml이(가) 없습니다.",
    ),
    "글인 차례": (
        replace("mkdocs.yml", "\nnav:\n", "\nnav: 글\nold:\n"),
        "mkdocs.yml",
        "nav: 글",
        "차례(nav)가 목록이 아닙니다.",
    ),
    "없는 원문": (remove(NOTE), MENDS, 1, f"원문 '{NOTE}'이(가) 없습니다."),
    "폴더가 된 원문": (folder(NOTE), MENDS, 1, f"원문 '{NOTE}'이(가) 없습니다."),
    "잘린 mends.toml": (
        lambda root: (root / MENDS).write_bytes((root / MENDS).read_bytes()[:-20]),
        MENDS,
        "why",
        "TOML을 읽을 수 없습니다.",
    ),
    "이상한 선언": (
        last("<![if 글]> <script>"),
        OPTIMIZERS,
        "<![if",
        "<script> 태그를",
    ),
    "너무 긴 이름": (
        last(f'--8<-- "{"a" * 300}.py:b"'),
        OPTIMIZERS,
        "a" * 300,
        "끼워 넣을 파일",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file_is_named_and_hides_no_other(name: str, copy: Path) -> None:
    edit, file, part, problem = BROKEN[name]
    append("docs/index.md", "\n이러면 되요 하고 적는다.\n")(copy)
    edit(copy)
    found = check(copy)
    told = {x.line for x in found if x.file == file and problem in x.problem}
    if isinstance(part, int):
        line = part
    elif name == "잘린 mends.toml":
        line = (copy / MENDS).read_text("utf-8").count("\n") + 1
    else:
        line = line_of(copy, file, part)
    assert line in told, "\n".join(map(str, found))
    assert all(x.mend for x in found)
    assert [x for x in found if "'되요'" in x.problem]


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


SPOILED: dict[str, Callable[[bytes], bytes]] = {
    "비움": lambda content: content[:0],
    "자름": cut,
    "다른 글자표": lambda content: content.decode().encode("utf-16"),
    "읽을 수 없는 글자": lambda content: b"\xff\x00\xfe" + content,
    "따옴표": lambda content: content.replace(b'"', "“".encode()).replace(b"'", b'"'),
    "탭": lambda content: content.replace(b"\n  ", b"\n\t"),
    "괄호": lambda content: content.replace(b":", b": [{<!-- <![`").replace(b"(", b"["),
    "거꾸로": lambda content: b"\n".join(content.split(b"\n")[::-1]),
}


@pytest.mark.parametrize("name", SPOILED)
def test_no_spoiled_file_stops_any_check(name: str, copy: Path) -> None:
    kept = Project(copy)
    files = [
        GLOSSARY, CONCEPTS, QUERIES, MENDS, NOTE, OPTIMIZERS, "mkdocs.yml", "README.md",
        "snippets/week12/optimizers/adaptive_steps.py",
        "snippets/week12/optimizers/adaptive_steps.txt",
    ]  # fmt: skip
    for file in files:
        path = copy / file
        before = path.read_bytes()
        path.write_bytes(SPOILED[name](before))
        project = Project(copy)
        for module in CHECKS:
            found = list(module.find(project))
            assert all(x.line > 0 and x.problem and x.mend for x in found)
        path.write_bytes(before)
    assert kept.files == Project(copy).files


def test_unclosed_comment_is_named_first_and_alone_for_its_file(copy: Path) -> None:
    end = "    <!-- --8<-- [end:answer] -->"
    edit = every(
        replace(MULTI, end, end.removesuffix(" -->")),
        append(MULTI, "\n이러면 되요 하고 적는다. ## 새 제목\n"),
        append("docs/corrections.md", "\n이러면 되요 하고 적는다.\n"),
    )
    edit(copy)
    first, *others = check(copy)
    assert (first.file, first.line) == (MULTI, line_of(copy, MULTI, "[end:answer]"))
    assert "주석을 닫지 않아" in first.problem
    assert [x.file for x in others] == ["docs/corrections.md"]


@pytest.mark.parametrize(
    "text", ["<!-- 글 -->", "`<!--`를 쓴다.", "```text\n<!--\n```"]
)
def test_closed_comment_and_code_are_no_fault(text: str, copy: Path) -> None:
    last(text)(copy)
    assert check(copy) == []


def test_week_without_source_and_glossary_are_no_fault(copy: Path) -> None:
    shutil.rmtree(copy / "tests" / "week12" / "source")
    (copy / QUERIES).unlink()
    assert check(copy) == []
