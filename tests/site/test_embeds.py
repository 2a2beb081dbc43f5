"""지은 쪽의 코드 상자가 코드 파일과 같은지 확인한다. 원본은 tools/check가 본다."""

from tests.paths import ROOT, relative, snippet_files
from tools.check.embeds import body
from tools.page.built import BuiltPage
from tools.page.embeds import sections
from tools.page.project import Project

PROJECT = Project(ROOT)


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
        for section in sections(PROJECT.read(file)):
            if section.edge == "start":
                name = relative(file).removeprefix("snippets/")
                text = body(PROJECT, name, section.name)
                assert text.strip() in rendered, f"{relative(file)}의 '{section.name}'"
        output = file.with_suffix(".txt").read_text(encoding="utf-8")
        assert output.strip() in {text.strip() for text in rendered}
