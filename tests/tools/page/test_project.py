"""저장소의 파일을 글자표와 줄바꿈이 틀려도 읽는지 확인한다."""

from pathlib import Path

import pytest

from tools.page.project import Project, decode


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"], ids=lambda name: name
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_text_is_read_whatever_saved_it(encoding: str, end: str) -> None:
    assert decode(f"가{end}나{end}".encode(encoding)) == "가\n나\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name in (
        "docs/a.md",
        "docs/week1/b.md",
        "snippets/week1/c.py",
        "README.md",
        "logo.png",
        "site/index.html",
        "docs/site/d.md",
        ".git/config.md",
        ".pytest_cache/e.md",
        "node_modules/f.md",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes("가\u2028나\r\n".encode())
    return Project(tmp_path)


def test_only_what_was_written_is_read(project: Project) -> None:
    names = [project.name(path) for path in project.files]
    assert names == [
        "README.md",
        "docs/a.md",
        "docs/site/d.md",
        "docs/week1/b.md",
        "logo.png",
        "snippets/week1/c.py",
    ]
    assert project.root / "logo.png" not in project.text_files
    assert [project.name(x) for x in project.pages] == [
        "docs/a.md",
        "docs/site/d.md",
        "docs/week1/b.md",
    ]
    assert [project.name(x) for x in project.code] == ["snippets/week1/c.py"]


def test_lines_end_only_at_line_breaks(project: Project) -> None:
    assert project.lines(project.docs / "a.md") == ["가\u2028나", ""]


def test_file_is_read_once(project: Project) -> None:
    page = project.docs / "a.md"
    first = project.read(page)
    page.unlink()
    assert project.read(page) == first
