"""코드의 모든 절이 쪽에 실리고, 쪽의 모든 끼워 넣기가 풀리는지 양쪽에서 확인한다."""

from tests.paths import DOCS, SNIPPETS, document_files, relative, snippet_files
from tests.site.embeds import (
    SECTION_NAME,
    all_sections,
    embeds,
    sections,
    typed_python,
)
from tests.site.pages import BuiltPage


def test_section_names_are_ascii_and_paired() -> None:
    problems = []
    for file in [*snippet_files(), *document_files()]:
        opened: list[str] = []
        for line, edge, name in sections(file):
            place = f"{relative(file)}:{line}"
            if not SECTION_NAME.fullmatch(name):
                problems.append(
                    f"{place}: 절 이름 '{name}'은 영어 소문자, 숫자, '-'로만 지으세요"
                )
            if edge == "start":
                opened.append(name)
            elif name in opened:
                opened.remove(name)
            else:
                problems.append(f"{place}: '{name}' 절의 [start:{name}]이 없습니다")
        problems += [
            f"{relative(file)}: '{name}' 절의 [end:{name}]이 없습니다"
            for name in opened
        ]
        starts = [name for _, edge, name in sections(file) if edge == "start"]
        problems += [
            f"{relative(file)}: '{name}' 절이 두 번 있습니다"
            for name in set(starts)
            if starts.count(name) > 1
        ]
    assert not problems, "\n".join(problems)


def test_every_embed_resolves() -> None:
    problems = []
    for embed in embeds():
        file = next(
            (
                base / embed.file
                for base in (SNIPPETS, DOCS)
                if (base / embed.file).exists()
            ),
            None,
        )
        if file is None:
            problems.append(f"{embed.place}: '{embed.file}' 파일이 없습니다")
        elif embed.part is not None:
            starts = [name for _, edge, name in sections(file) if edge == "start"]
            if embed.part not in starts:
                problems.append(
                    f"{embed.place}: '{embed.file}'에 '{embed.part}' 절이 없습니다. "
                    f"있는 절은 {starts}입니다"
                )
        elif file.suffix == ".py":
            problems.append(
                f"{embed.place}: 줄 번호나 파일 전체 말고 절 이름을 적으세요"
            )
    assert not problems, "\n".join(problems)


def test_every_section_is_on_a_page() -> None:
    shown = {(embed.file, embed.part) for embed in embeds()}
    hidden = sorted(all_sections() - shown)
    assert not hidden, f"어느 쪽에도 실리지 않은 절입니다: {hidden}"


def test_every_snippet_file_shows_a_section_and_its_output() -> None:
    files = {relative(file).removeprefix("snippets/") for file in snippet_files()}
    assert files
    assert files == {file for file, _ in all_sections()}
    whole = {embed.file for embed in embeds() if embed.part is None}
    hidden = sorted({file.replace(".py", ".txt") for file in files} - whole)
    assert not hidden, f"어느 쪽에도 실리지 않은 출력입니다: {hidden}"


def test_no_python_is_typed_into_a_page() -> None:
    places = typed_python()
    assert not places, (
        "쪽에는 코드를 직접 적지 않습니다. snippets/에 파일을 두고 끼워 넣으세요:\n"
        + "\n".join(places)
    )


def test_every_topic_page_embeds_a_tested_section() -> None:
    topics = set(DOCS.glob("week*/*.md")) - {
        *DOCS.glob("week*/index.md"),
        *DOCS.glob("week*/reference.md"),
    }
    assert topics
    with_code = {embed.page for embed in embeds() if embed.file.endswith(".py")}
    assert topics == with_code


def test_rendered_code_is_neither_empty_nor_an_unresolved_mark(
    pages: list[BuiltPage],
) -> None:
    blocks = [
        (page.address, block.get_text())
        for page in pages
        for block in page.html.select("pre > code")
    ]
    assert len(blocks) > 20
    bad = [
        address
        for address, text in blocks
        if not text.strip()
        or ("8" in text and "<" in text and "--" in text.split("\n")[0])
    ]
    assert not bad, f"비었거나 끼워 넣기가 풀리지 않은 코드 상자가 있습니다: {bad}"


def test_rendered_sections_equal_their_files(pages: list[BuiltPage]) -> None:
    rendered = {
        block.get_text().strip()
        for page in pages
        for block in page.html.select("pre > code")
    }
    for file in snippet_files():
        text = file.read_text(encoding="utf-8")
        for _, edge, name in sections(file):
            if edge == "start":
                start = text.index("\n", text.index(f"[start:{name}]")) + 1
                body = text[start : text.index(f"# --8<-- [end:{name}]")]
                assert body.strip() in rendered, f"{relative(file)}의 '{name}' 절"
        output = file.with_suffix(".txt").read_text(encoding="utf-8")
        assert output.strip() in {text.strip() for text in rendered}
