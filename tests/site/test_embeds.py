"""지은 쪽의 코드 상자가 코드 파일과 같은지 확인한다. 원본은 tools/check가 본다."""

import ast
import re
from collections.abc import Iterator
from itertools import zip_longest

from bs4 import Tag

from tests.paths import ROOT, relative, snippet_files
from tools.build.steps.folded_code import CALL
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


# 여러 줄에 걸친 독스트링에서 첫 줄 다음부터 닫는 따옴표 앞까지.
REST = re.compile(r'^([ ]*"""[^"\n]+)\n(?:(?!""").)*"""', re.M | re.S)


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
                text = REST.sub(r'\1"""', body(PROJECT, name, section.name))
                assert text.strip() in rendered, f"{relative(file)}의 '{section.name}'"


def test_rendered_outputs_equal_their_files(pages: list[BuiltPage]) -> None:
    rendered = {
        "\n".join(lines(box))
        for page in pages
        for box in page.html.select(".language-text.highlight")
    }
    for file in snippet_files():
        output = file.with_suffix(".txt").read_text(encoding="utf-8")
        written = "\n".join(bare(line) for line in output.strip().split("\n"))
        assert written in rendered, f"{relative(file)}의 출력"


def lines(box: Tag) -> Iterator[str]:
    """출력 상자에 보이는 줄. 표는 줄로 되돌린다."""
    for part in box.select(":scope > pre > code, table"):
        if part.name == "code":
            yield from map(bare, part.get_text().strip("\n").split("\n"))
            continue
        names = [x.get_text() for x in part.select("thead th")]
        for row in part.select("tbody tr"):
            values = [x.get_text() for x in row.select("td")]
            pairs = zip_longest(names, values, fillvalue="")
            told = ", ".join(" ".join(filter(None, pair)) for pair in pairs)
            yield bare(f"{row.th.get_text()}: {told}")


def bare(line: str) -> str:
    """들여쓰기와 목록의 표시를 뗀다."""
    return line.strip().removeprefix("- ")


def test_pasted_page_is_every_file_it_shows(pages: list[BuiltPage]) -> None:
    """쪽의 상자를 접은 것까지 차례로 옮겨 적으면, 파일마다 하는 일을 모두 한다."""
    for page in pages:
        pasted: dict[str, list[str]] = {}
        file = ""
        for box in page.html.select(".language-python.highlight"):
            after = box.find_next(class_="language-text")
            own = box.get("data-file") or next(
                (x["data-file"] for x in box.find_all_next(attrs={"data-file": True})),
                file,
            )
            summary = box.parent.summary
            printing = summary is not None and summary.get_text() == CALL
            file = file if printing and after else own
            pasted.setdefault(file, []).append(box.code.get_text())
        for name, codes in pasted.items():
            if name and "\nmain()" in codes[-1]:
                assert done(ast.parse("\n".join(codes))) == done(
                    ast.parse(PROJECT.read(ROOT / name))
                ), f"{page.address}의 {name}"


def done(module: ast.Module) -> str:
    """설명과 순서를 뺀, 모듈이 하는 일."""
    for node in ast.walk(module):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and ast.get_docstring(
            node
        ):
            node.body[0] = ast.Pass()
    rows = [ast.dump(x) for x in module.body if not is_entry(x)]
    return "\n".join(sorted(rows))


def is_entry(node: ast.stmt) -> bool:
    """모듈의 설명이나, 직접 돌릴 때의 줄이나, `main()`인지 답한다."""
    text = ast.unparse(node)
    return text == "main()" or text.startswith(("if __name__", "'", '"'))
