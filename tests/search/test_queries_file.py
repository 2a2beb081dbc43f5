"""검색을 재는 물음이 약속한 꼴이고 넉넉한지 본다."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.paths import ROOT
from tools.check.queries import find, find_few, fix
from tools.data.queries import FILE, KINDS, read
from tools.page.project import Project


def test_queries_are_sound() -> None:
    assert [str(finding) for finding in find(Project(ROOT))] == []


def test_queries_are_many() -> None:
    project = Project(ROOT)
    queries, _ = read(project.read(ROOT / FILE), project.headings)
    assert len(queries) >= 200


@pytest.mark.parametrize("kind", KINDS)
def test_class_with_few_queries_or_a_lopsided_split_is_named(kind: str) -> None:
    project = Project(ROOT)
    queries, _ = read(project.read(ROOT / FILE), project.headings)
    others = [query for query in queries if query.kind != kind]
    own = [query for query in queries if query.kind == kind]
    few = [*others, *own[:3]]
    (told,) = find_few(few)
    assert f"갈래 {kind}의 물음이 3개뿐입니다." in told.problem
    (told,) = find_few([*others, *(replace(query, split="test") for query in own)])
    assert told.line == own[-1].line
    assert f"갈래 {kind}의 dev가 0개" in told.problem


def test_word_that_the_site_now_has_is_taken_off_the_list(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    rows = ["class\tquery\tpage\tsplit", "k\t드롭아웃\t\tdev", "k\t퀵소트\t\ttest"]
    path.write_text("\n".join([*rows, ""]), encoding="utf-8")
    page = tmp_path / "docs/a.md"
    page.parent.mkdir()
    page.write_text("# 드롭아웃 { #dropout }\n", encoding="utf-8")
    ((name, told),) = fix(Project(tmp_path))
    assert (name, told) == (
        FILE,
        "이제 사이트에 있어서 없는 말에서 지웠습니다: '드롭아웃'.",
    )
    assert path.read_text("utf-8").split("\n") == [rows[0], rows[2], ""]
    assert fix(Project(tmp_path)) == []


def test_blind_questions_are_many_and_split_evenly() -> None:
    lines = (ROOT / "tests/search/questions.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines[1:]]
    assert len({query for query, _, _ in rows}) == len(rows) >= 300
    assert sum(not page for _, page, _ in rows) >= 60
    halves = [split for *_, split in rows]
    assert 0.4 < halves.count("dev") / len(halves) < 0.6
    assert {*halves} == {"dev", "test"}
    pages = {page for _, cell, _ in rows for page in cell.split("|") if page}
    assert all((ROOT / f"docs/{page.rstrip('/')}.md").exists() for page in pages)
